"""What stands on paper only: where the page is from, and the foot of every sheet."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from by_hand import BASE, PROBLEM

from criteria.ui.components.common.paper import colophon, css_string

DAY = date(2026, 11, 23)


def test_the_end_of_the_page_says_what_was_printed_when_and_from_which_data() -> None:
    scenario = BASE.with_importance("price", 90)
    markup = colophon(PROBLEM, scenario, "https://example.com/?v=1&w=price:90", today=DAY)
    for told in (
        PROBLEM.title,
        PROBLEM.fingerprint,
        "2026-11-23",
        "importance of Price",
        "v=1&amp;w=price:90",
    ):
        assert told in markup, told
    assert "The base case, nothing changed." in colophon(PROBLEM, PROBLEM.base_scenario(), "", today=DAY)


def test_the_foot_counts_pages_and_a_title_cannot_leave_its_string() -> None:
    nasty = replace(PROBLEM, title='a"} body {display: none} </style><script>')
    style = colophon(nasty, BASE, "", today=DAY).partition("<style>")[2]
    assert "counter(page)" in style
    assert "counter(pages)" in style
    assert style.count("<") == 1
    assert style.count("{") == style.count("}") == 3


def test_words_of_a_style_sheet_are_letters_digits_and_numbers_of_signs() -> None:
    assert css_string("Abc 9") == '"Abc 9"'
    assert css_string('"é·') == '"\\22 \\e9 \\b7 "'
