"""The ranking as a table: the figures of the pencil in every cell."""

from __future__ import annotations

import re

import pytest
from by_hand import BASE, evaluated, robust

from criteria.ui.components.shortlist import shown as room
from criteria.ui.components.shortlist.ranking_table import ranking_table


def rows(markup: str) -> list[list[str]]:
    found = re.findall(r"<tr[^>]*>(.*?)</tr>", markup.split("<tbody>")[1])
    return [
        [
            re.sub(r"<[^>]+>", "", cell).strip().replace("\u00a0", " ")
            for cell in re.findall(r"<td[^>]*>(.*?)</td>", row)
        ]
        for row in found
    ]


def test_every_cell_is_that_of_the_pencil() -> None:
    assert rows(ranking_table(evaluated())) == [
        ["1", "Ash", "0.740", "0.480", "0.140", "0.120", "A 2 · C 1", "pass"],
        ["2", "Birch", "0.680", "0.360", "0.160", "0.160", "A 1 · B 1 · C 1", "pass"],
        ["3", "Cedar incomplete", "0.670", "0.330", "0.160", "0.180", "A 1 · B 1 · unknown 1", "pass"],
        ["(1)", "Dogwood", "(0.900)", "", "", "", "A 3", "fail"],
    ]


def test_a_grade_stays_with_its_number_where_the_line_breaks() -> None:
    assert "A\u00a01 · B\u00a01 · unknown\u00a01" in ranking_table(evaluated())


def test_shares_of_first_place_and_changes_have_their_columns() -> None:
    shares = rows(ranking_table(evaluated(), robust()))
    assert [row[3] for row in shares[:4]] == ["1–2", "1–3 not separated from first", "2–3", ""]
    assert [row[4].split(" · ")[0] for row in shares[:3]] == ["100%", "0%", "0%"]
    moved = rows(ranking_table(evaluated(BASE.with_importance("quality", 0))))
    assert [row[:4] for row in moved[:3]] == [
        ["1", "Cedar incomplete", "0.85", "▲ 2"],
        ["2", "Birch", "0.80", ""],
        ["3", "Ash", "0.65", "▼ 2"],
    ]


def test_a_table_of_too_many_candidates_says_how_many_more_there_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "ROWS_AT_MOST", 2)
    drawn = str(ranking_table(evaluated(), whole=True))
    assert [row[1] for row in rows(drawn)] == ["Ash", "Birch", "Dogwood"]
    assert "… and 1 more candidate: the CSV has all of them." in drawn


def test_a_long_table_is_shown_in_part_until_all_candidates_are_asked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(room, "ROWS_AT_FIRST", 1)
    drawn = str(ranking_table(evaluated()))
    assert [row[1] for row in rows(drawn)] == ["Ash", "Dogwood"]
    said = "… and 2 more candidates: “Show all candidates” brings up to 500 rows, the CSV has all of them."
    assert said in drawn
    whole = str(ranking_table(evaluated(), whole=True))
    assert [row[1] for row in rows(whole)] == ["Ash", "Birch", "Cedar incomplete", "Dogwood"]
    assert "more candidates" not in whole
