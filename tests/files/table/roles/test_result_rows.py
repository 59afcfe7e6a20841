"""Rows that follow from the candidates' rows."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from criteria.files.table.reading import Reading
from criteria.files.table.roles.arithmetic import Sums
from criteria.model.arrays import FloatArray

HEAD = "Vendor,Price,Care\ndirection,min,max\nAlpha,10,5\nBeta,20,7\nGamma,33,6\n"


def names(reading: Reading) -> list[str]:
    assert reading.problem is not None, (reading.questions, reading.findings)
    return [a.name for a in reading.problem.alternatives]


@pytest.mark.parametrize(
    "row",
    [
        "Total,63,18",
        "Summe,63,18",
        "Average,21,6",
        "Ø,21,6",
        "Max,33,7",
        "Best possible,100,10",
        "Median,20,6",
        ",63,18",
        "合計,63,18",
    ],
)
def test_a_result_is_left_out_and_said(reading: Callable[[str], Reading], row: str) -> None:
    found = reading(HEAD + row + "\n")
    assert names(found) == ["Alpha", "Beta", "Gamma"]
    assert any("left out" in note and row.split(",")[0] in note for note in found.notes)


@pytest.mark.parametrize(
    "row", ["Total Mobility Ltd,15,4", "Max,15,4", "Average Sky,40,8", "Delta,10,5", "Minimum Motors,12,3"]
)
def test_a_telling_name_alone_makes_no_result(reading: Callable[[str], Reading], row: str) -> None:
    assert row.split(",")[0] in names(reading(HEAD + row + "\n"))


@pytest.mark.parametrize("row", ["Total,1,2", "Target,15,9", "Everybody,63,18"])
def test_a_doubtful_row_is_asked(reading: Callable[[str], Reading], row: str) -> None:
    name = row.split(",")[0]
    found = reading(HEAD + row + "\n")
    assert [q.id for q in found.open] == [f"role:{name}"]
    assert names(found.with_answer(f"role:{name}", "left out")) == ["Alpha", "Beta", "Gamma"]
    assert name in names(found.with_answer(f"role:{name}", "candidate"))


@pytest.mark.parametrize(
    ("row", "suggestion"),
    [
        ("Total,60,17", "left out"),  # larger than each: a total of other days
        ("Total,60,6", "left out"),  # sums and averages
        ("Total,15,6", "candidate"),
        ("Average,22,6", "left out"),
        ("Average,34,6", "candidate"),
        ("Median,19,6.5", "left out"),
        ("Median,19,8", "candidate"),
        ("Target,15,9", "left out"),
    ],
)
def test_what_a_doubtful_row_is_likely_to_be_is_told_by_what_its_numbers_can_be(
    reading: Callable[[str], Reading], row: str, suggestion: str
) -> None:
    assert [q.suggestion for q in reading(HEAD + row + "\n").open] == [suggestion]


@pytest.mark.parametrize("word", ["Total", "Average", "Best", "Median"])
def test_the_others_are_added_up_once_however_many_rows_have_a_telling_name(
    reading: Callable[[str], Reading], word: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked_at = []

    def counted(lines: FloatArray) -> Sums:
        looked_at.append(len(lines))
        return of(lines)

    of = Sums.of
    monkeypatch.setattr(Sums, "of", counted)
    rows = "".join(f"{word} {k},{k * k % 97 + 10},{k * 7 % 31}\n" for k in range(200))
    found = reading(f"{HEAD}{rows}")
    assert len([r for r in found.roles if r.role == "candidate"]) > 190
    assert sum(looked_at) < 400  # by pairs of columns, and once for all rows


@pytest.mark.parametrize(
    "label", ["Min required", "Mindestanforderung", "Minimum requis", "Mínimo exigido", "最低基準"]
)
def test_a_row_of_what_is_required_is_asked(reading: Callable[[str], Reading], label: str) -> None:
    found = reading(f"Vendor,Price,Care\ndirection,min,max\n{label},,3\nA,10,5\nB,20,7\nC,30,6\n")
    assert [(q.about, q.suggestion) for q in found.open] == [(label, "left out")]
