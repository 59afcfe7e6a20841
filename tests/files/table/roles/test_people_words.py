"""What several people said in words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from criteria.files.table.reading import Reading

Read = Callable[[str], Reading]
FORM = (
    "Respondent,Preis [A],Preis [B],Qualität [A],Qualität [B]\nAnn,{},{},hoch,mittel\nBob,{},{},{},mittel\n"
)


def ratings(reading: Reading) -> list[list[tuple[float, float, float]]]:
    problem = reading.with_directions(minimize=["Preis"], maximize=["Qualität"]).problem
    assert problem is not None
    return [[(cell.low, cell.likely, cell.high) for cell in row] for row in problem.performances]


def test_words_on_one_scale_are_put_together_by_their_levels(reading: Read) -> None:
    found = reading(FORM.format("hoch", "-", "mittel", "niedrig", "niedrig")).with_answer("people:", "mean")
    assert ratings(found) == [[(2, 2.5, 3), (1, 2, 3)], [(1, 1, 1), (2, 2, 2)]]
    assert any("'Preis': the words are read as an ordered scale: niedrig = 1" in note for note in found.notes)


def test_words_of_several_scales_are_asked_once_as_they_stand_there(reading: Read) -> None:
    found = reading(FORM.format(3, 4, 5, 4, "gut")).with_answers({"people:": "mean"})
    (question,) = [q for q in found.open if q.kind == "order"]
    assert question.about == "Qualität"
    assert "('hoch', 'gut', 'mittel')" in question.text
    assert found.with_directions(maximize=["Qualität"], minimize=["Preis"]).open == (question,)
    answered = found.with_answer("order:Qualität", "mittel < gut = hoch")
    assert ratings(answered) == [[(3, 4, 5), (2, 2, 2)], [(4, 4, 4), (1, 1, 1)]]
    left = found.with_answer("order:Qualität", "left out").with_directions(minimize=["Preis"]).problem
    assert left is not None
    assert [criterion.name for criterion in left.criteria] == ["Preis"]


def test_a_slip_in_a_word_is_asked(reading: Read) -> None:
    found = reading(FORM.format("hoch", "niedrig", "mittel", "niedirg", "hoch")).with_answer(
        "people:", "mean"
    )
    assert "order:Preis" in [q.id for q in found.open]


def test_remarks_stay_texts(reading: Read) -> None:
    found = reading(FORM.format("see mail", "call", "later", "never", "hoch")).with_answer("people:", "mean")
    assert not [q for q in found.open if q.kind == "order"]


def test_words_that_say_what_is_good_suggest_so_whatever_the_name(reading: Read) -> None:
    found = reading(FORM.format("gut", "mittel", "gut", "schlecht", "hoch")).with_answer("people:", "mean")
    (question,) = [q for q in found.open if q.id == "direction:Preis"]
    assert question.suggestion == "maximize"


def test_numbers_of_people_are_no_ratings(reading: Read) -> None:
    found = reading("Respondent,Vendor,Care\n1,A,4\n2,A,5\n3,B,2\n4,B,3\n").with_answer("people:", "mean")
    problem = found.with_directions(maximize=["Care"]).problem
    assert problem is not None
    assert [criterion.name for criterion in problem.criteria] == ["Care"]
    assert any("'Respondent' is left out: it says whose" in note for note in found.notes)


@pytest.mark.parametrize(
    ("words", "levels"),
    [
        ("stimme voll zu,teils teils,stimme nicht zu,stimme zu", [4, 3]),
        ("Tout à fait d’accord,Neutre,Pas d'accord,D'accord", [4, 3]),
        ("totalmente de acuerdo,de acuerdo,en desacuerdo,de acuerdo", [4.5, 3]),
        ("とてもそう思う,そう思う,そう思わない,そう思う", [4.5, 3]),
        ("sehr zufrieden,zufrieden,unzufrieden,zufrieden", [4.5, 3]),
    ],
)
def test_agreement_is_known_in_other_languages(words: str, levels: list[float], reading: Read) -> None:
    rows = "".join(f"{k},{'AABB'[k]},{word}\n" for k, word in enumerate(words.split(",")))
    found = reading(f"Respondent,Vendor,Care\n{rows}").with_answer("people:", "mean")
    problem = found.with_directions(maximize=["Care"]).problem
    assert problem is not None
    assert [row[0].likely for row in problem.performances] == levels
