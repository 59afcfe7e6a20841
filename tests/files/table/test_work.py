"""What is collected while a table is understood."""

from __future__ import annotations

from criteria.files.table.work import Work, listed, shown


def test_what_is_left_out_is_noted_once_with_its_reason() -> None:
    work = Work("t.csv", {"role:total": "left out"})
    work.leave_out("row 7", "Total", "result", "it is the sum")
    assert work.notes == ["Row 7 'Total' is left out: it is the sum."]
    assert work.roles[0].use == "left out"
    assert work.answer("role", " TOTAL: ") == "left out"


def test_names_from_strangers_are_cut_and_cleaned() -> None:
    assert len(shown("x" * 10_000)) <= 60
    assert shown("a\u202eb\nc") == "ab c"
    assert listed(["a"] * 20, 3).endswith("and 17 more")
