"""What each row of a problem's files must hold, and which columns nothing is kept of."""

from __future__ import annotations

import pytest

from criteria.files.csv_rows import table_from
from criteria.files.folder.gates import GateRow
from criteria.files.folder.profiles import ProfileRow
from criteria.files.folder.scores import ScoreRow
from criteria.files.rows import checked_rows, unread_columns


def test_a_row_is_read_by_its_columns_and_blanks_are_unknown() -> None:
    table = table_from("scores.csv", b"candidate,criterion,likely,basis\naws,ip,,guess\n")
    findings: list[str] = []
    ((number, row),) = checked_rows(table, ScoreRow, findings)
    assert (number, row.candidate, row.likely, row.low) == (2, "aws", None, None)
    assert findings == []


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        ("g,x,hard,>=,", "column 'threshold': this cell must not be blank"),
        ("g,x,firm,>=,4", "column 'type': 'firm' is not one of the words"),
        ("g,x,HARD,=>,4", "column 'operator': '=>' is not one of the words"),
    ],
)
def test_what_a_gate_may_not_hold_is_told_with_row_and_column(cells: str, words: str) -> None:
    table = table_from("gates.csv", f"gate_id,criterion,type,operator,threshold\n{cells}\n".encode())
    findings: list[str] = []
    assert list(checked_rows(table, GateRow, findings)) == []
    assert words in findings[0]
    assert findings[0].startswith("gates.csv, row 2")


def test_a_missing_column_is_told_once_and_not_for_every_row() -> None:
    findings: list[str] = []
    assert not list(checked_rows(table_from("scores.csv", b"candidate\na\nb\n"), ScoreRow, findings))
    assert findings == ["scores.csv, row 1: the column 'criterion', 'likely' is missing."]


def test_columns_of_which_nothing_is_kept_are_named() -> None:
    head = b"profile_id,profile_name,criterion,local_weight,level,parent\np,P,x,1,0,2\n"
    assert unread_columns(table_from("profiles.csv", head), ProfileRow) == "profiles.csv (level, parent)"
    assert unread_columns(table_from("p.csv", head), ProfileRow, read=("level", "parent")) == ""
    assert unread_columns(None, ProfileRow) == ""
