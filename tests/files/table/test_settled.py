"""What later answers leave as it was is not read anew, and nothing else is taken from before."""

from __future__ import annotations

import gettext
from collections.abc import Callable
from dataclasses import replace

import pytest

from criteria.files.table.reading import Reading
from criteria.files.table.settled import FirstPart, first_part
from criteria.files.table.work import Work
from criteria.translation import in_language
from tests.files.table.further_sheets import FURTHER
from tests.files.table.sheets_of_teams import TEAMS

TABLE = "Vendor,Price,Quality,Total\nNorth,12,7,19\nSouth,11,6,17\nEast,10,8,18\n"


def first_of(reading: Reading) -> FirstPart:
    return reading.first.__self__  # type: ignore[attr-defined, no-any-return]


def read_anew(reading: Reading) -> Reading:
    """Return the reading with nothing kept for later answers."""

    def anew(answers: dict[str, str], work: Work) -> FirstPart:
        return first_part(reading.source, answers, work)

    return replace(reading, first=anew)


def test_an_answer_about_a_direction_reads_nothing_anew(reading: Callable[[str], Reading]) -> None:
    before = reading(TABLE)
    after = before.with_answers({"direction:Price": "minimize", "direction:Quality": "maximize"})
    assert first_of(after) is first_of(before)
    assert after.problem is not None


def test_an_answer_that_changes_what_rows_are_reads_the_table_anew(reading: Callable[[str], Reading]) -> None:
    before = reading(TABLE)
    after = before.with_answer("role:South", "left out")
    assert first_of(after) is not first_of(before)
    assert [role.role for role in after.roles if role.name == "South"] == ["left out"]


def test_sentences_are_in_the_language_of_the_answer(reading: Callable[[str], Reading]) -> None:
    before = reading(TABLE)
    with in_language(gettext.NullTranslations()):
        assert first_of(before.with_answer("direction:Price", "minimize")) is not first_of(before)


@pytest.mark.parametrize("name", [*TEAMS, *FURTHER])
def test_answers_one_after_the_other_say_what_they_say_in_a_table_read_anew(
    name: str, reading: Callable[[str], Reading]
) -> None:
    text = {**TEAMS, **FURTHER}[name][0]
    kept = before = reading(text)
    said = (kept.roles, kept.notes, kept.questions, kept.findings)
    for _again in range(12):
        question = next(
            (q for q in kept.open if q.id not in dict(kept.answers) and (q.suggestion or q.choices)), None
        )
        if question is None:
            break
        choice = question.suggestion or question.choices[0].key
        anew = read_anew(kept).with_answer(question.id, choice)
        kept = kept.with_answer(question.id, choice)
        assert (kept, kept.names) == (anew, anew.names)
    assert (before.roles, before.notes, before.questions, before.findings) == said
