"""What cells leave open is one question for each column, and each answer settles it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from criteria.files.table.reading import Reading

HEAD = "Vendor;x;y\ndirection;max;max\n"


@pytest.mark.parametrize(
    ("cells", "kind", "answer", "values"),
    [
        (("1.250", "980"), "numbers", ".", [1.25, 980]),
        (("1.250", "980"), "numbers", ",", [1250, 980]),
        (("€5", "$7"), "unit", "same", [5, 7]),
        (("<5", "7"), "bounds", "bound", [5, 7]),
        (("<5", "7"), "bounds", "unknown", [None, 7]),
        (("basic", "best"), "order", "basic < good < best", [1, 3]),
    ],
)
def test_an_answer_settles_the_question(
    reading: Callable[[str], Reading],
    cells: tuple[str, str],
    kind: str,
    answer: str,
    values: list[float | None],
) -> None:
    found = reading(HEAD + f"A;{cells[0]};1\nB;{cells[1]};2\n")
    assert [q.kind for q in found.open] == [kind]
    problem = found.with_answer(f"{kind}:x", answer).problem
    assert problem is not None
    assert [row[0].likely for row in problem.performances] == values


def test_a_stray_cell_is_unknown_only_when_that_is_said(reading: Callable[[str], Reading]) -> None:
    found = reading(HEAD + "A;1;1\nB;fast;2\nC;3;3\n")
    assert [q.id for q in found.open] == ["cells:x"]
    problem = found.with_answer("cells:x", "unknown").problem
    assert problem is not None
    assert not problem.performances[1][0].known


def test_the_order_of_known_words_is_noted(reading: Callable[[str], Reading]) -> None:
    found = reading(HEAD + "A;High;1\nB;Low;2\n")
    assert found.problem is not None
    assert any("Low = 1, High = 3" in note for note in found.notes)


def test_a_number_that_the_file_decides_is_noted(reading: Callable[[str], Reading]) -> None:
    found = reading(HEAD + "A;1.250;1,5\nB;980;2,5\n")
    assert found.problem is not None
    assert found.problem.performances[0][0].likely == 1250
    assert any("1.250 is read as 1250" in note for note in found.notes)


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        (("#REF!", "1", "2"), "holds an error or a formula without a value, and counts as unknown"),
        (("#REF!", "#REF!", "2"), "hold an error or a formula without a value, and count as unknown"),
        (("fast", "1", "2"), "'fast' in column B 'x' (row 3) cannot be read as a number:"),
        (
            ("fast", "slow", "2", "3", "4"),
            "'fast', 'slow' in column B 'x' (row 3, row 4) cannot be read as numbers:",
        ),
        (("<5", "1", "2"), "'<5' in column B 'x' gives a bound"),
        (("<5", "<7", "2"), "'<5', '<7' in column B 'x' give bounds"),
    ],
)
def test_one_cell_is_spoken_of_as_one_and_several_as_several(
    reading: Callable[[str], Reading], cells: tuple[str, ...], said: str
) -> None:
    found = reading(HEAD + "".join(f"{name};{cell};1\n" for name, cell in zip("ABCDE", cells, strict=False)))
    assert said in "\n".join([*found.notes, *(question.text for question in found.open)])


@pytest.mark.parametrize(
    ("cells", "suggestion", "why"),
    [
        (("$120,000", "$95,500"), ".", "money"),
        (("$120,000", "95,500"), "", ""),
        (("1,250", "980"), ".", "as large"),
        (("1,250", "2"), "", ""),
        (("1,250", "1,100"), "", ""),
    ],
)
def test_marks_of_thousands_are_suggested_where_money_or_the_other_numbers_speak_for_it(
    reading: Callable[[str], Reading], cells: tuple[str, str], suggestion: str, why: str
) -> None:
    found = reading(HEAD + f"A;{cells[0]};1\nB;{cells[1]};2\n")
    question = next(q for q in found.open if q.kind == "numbers")
    assert (question.suggestion, why in question.why) == (suggestion, True)


def test_a_mark_that_was_answered_is_noted_as_answered(reading: Callable[[str], Reading]) -> None:
    found = reading(HEAD + "A;1.250;1\nB;980;2\n").with_answer("numbers:x", ",")
    assert any("1.250 is read as 1250, as answered" in note for note in found.notes)


def test_a_head_of_money_speaks_for_thousands(reading: Callable[[str], Reading]) -> None:
    found = reading('拠点,賃料（円/坪）,面積\n新宿,"28,000",5\n横浜,"18,500",8\n')
    assert [q.suggestion for q in found.open if q.kind == "numbers"] == ["."]


def test_what_stands_in_brackets_behind_a_number_is_noted(reading: Callable[[str], Reading]) -> None:
    found = reading(HEAD + "A;15 (estimate);1\nB;12;2\n")
    assert found.problem is not None
    assert [row[0].likely for row in found.problem.performances] == [15, 12]
    assert any(
        "in brackets behind a number is left out, as in '15 (estimate)'" in note for note in found.notes
    )
