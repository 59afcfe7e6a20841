"""The sheet: every role in words, reasons beside, nothing of a stranger's text read as markup."""

from __future__ import annotations

from html import unescape

import criteria
from criteria.ui.components.own_table.sheet import (
    _ROLES,
    COLUMNS,
    ROWS,
    grid_markup,
    role_name,
    roles_markup,
)
from tests.files.table.test_odd_sheets import SHEETS


def read(text: str) -> criteria.files.table.reading.Reading:
    return criteria.read_table(text.encode(), name="t.csv")


def test_rows_and_columns_carry_their_roles_in_words() -> None:
    html = grid_markup(read("Vendor,Price\ndirection,min\nweight,1\nA,3\nB,4\nTotal,7\n"))
    assert html.count('<td class="left">') == 2  # the total's row
    assert html.count('<td class="used">') == 4
    for word in ("candidate", "criterion", "directions", "weights", "names of the columns", "result"):
        assert f">{word}</span>" in html


def test_reasons_are_words_beside_the_roles() -> None:
    html = roles_markup(read("Vendor,Price\ndirection,min\nA,3\nB,4\nTotal,7\n").roles)
    assert "row 5 'Total':" in unescape(html)
    assert "it is the sum of the other rows" in html


def test_a_large_sheet_says_how_much_more_there_is() -> None:
    wide = "Vendor," + ",".join(f"C{j}" for j in range(40)) + "\n"
    html = grid_markup(read(wide + "".join(f"V{i}," + ",".join(["1"] * 40) + "\n" for i in range(100))))
    assert html.count("<tr>") == ROWS + 2
    assert f"{101 - ROWS} more rows and {41 - COLUMNS} more columns" in html


def test_cells_are_shown_letter_by_letter() -> None:
    assert "<img" not in grid_markup(read("Vendor,<img src=x>\n<img src=y>,3\nB,4\n"))


def test_an_unknown_role_is_shown_as_it_is() -> None:
    assert role_name("something new") == "something new"


def test_the_role_of_a_row_stands_before_its_cells_where_a_phone_shows_it() -> None:
    html = grid_markup(read("Vendor,Price\ndirection,min\nA,3\nB,4\nTotal,7\n"))
    line = next(part for part in html.split("<tr>") if ">Total<" in part)
    assert line.index(">result</span>") < line.index(">Total<")


def test_every_role_that_a_sheet_gives_has_its_word() -> None:
    for sheet, _understood in SHEETS.values():
        for role in read(sheet).roles:
            assert role.role in _ROLES, role
