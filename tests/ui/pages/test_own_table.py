"""The page for a table of one's own, driven without a browser."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from one_page import shown
from streamlit.testing.v1 import AppTest

import criteria
from criteria.files.document import problem_document
from criteria.model.problem import Problem

APP = str(Path(__file__).parents[3] / "app.py")
SHEET = """Ausschreibung Ladesäulen
Anbieter;Preis;Lieferzeit;Qualität
Nord;1.250,50;3;4,5
Süd;980,00;;3,5
West;1.100,00;5;4,0
Summe;3.330,50;8;12,0
"""


def own_page(**query: str) -> AppTest:
    """Return the app on the page for one's own table."""

    page = AppTest.from_function(_draw, default_timeout=60)
    for name, value in query.items():
        page.query_params[name] = value
    return page.run()


def _draw() -> None:
    from criteria.ui.pages.own_table import page

    page()


def pasted(page: AppTest, text: str) -> AppTest:
    return page.text_area[0].set_value(text).run()


def button(page: AppTest, label: str):
    return next(b for b in page.button if label in b.label.replace("\u2060", ""))


def session(page: AppTest):
    return page.session_state["criteria-session"]


def test_the_page_says_that_nothing_is_kept_before_use() -> None:
    page = own_page()
    assert not page.exception
    assert "Nothing is kept before you press Use" in shown(page)
    assert not [b for b in page.button if b.label == "Use"]


def test_a_sheet_is_shown_with_roles_and_asks_before_it_ranks() -> None:
    page = pasted(own_page(), SHEET)
    assert not page.exception
    html = shown(page)
    assert "it is the sum of the other rows" in html
    assert "3 questions are open." in html
    assert "Preview of the ranking" not in html
    assert not [b for b in page.button if b.label == "Use"]
    assert session(page).own == {}


def test_suggestions_count_once_they_are_confirmed() -> None:
    page = pasted(own_page(), SHEET)
    button(page, "Confirm all 3 suggestions").click().run()
    assert "Nothing is open." in shown(page)
    problem = session(page).draft.problem
    assert [leaf.maximize for leaf in problem.leaves] == [False, False, True]
    assert problem.performance("nord", "preis").likely == 1250.5
    assert "Preview of the ranking" in shown(page)
    button(page, "Undo the last answer").click().run()
    assert "3 questions are open." in shown(page)
    assert session(page).draft.problem is None


def test_another_answer_than_the_suggestion_counts_at_once() -> None:
    page = pasted(own_page(), SHEET)
    page.segmented_control[0].set_value("maximize").run()
    button(page, "Confirm all 2 suggestions").click().run()
    assert [leaf.maximize for leaf in session(page).draft.problem.leaves] == [True, False, True]


def test_a_used_table_is_the_problem_and_travels_in_the_link() -> None:
    page = pasted(own_page(), SHEET)
    button(page, "Confirm all 3 suggestions").click().run()
    button(page, "Use").click().run()
    assert not page.exception
    mine = session(page)
    assert mine.problem.title == "Pasted table"
    assert mine.draft is None
    table = page.query_params["table"]
    table = table if isinstance(table, str) else table[0]
    elsewhere = AppTest.from_file(APP, default_timeout=60)
    elsewhere.query_params["problem"] = "pasted-table"
    elsewhere.query_params["table"] = table
    elsewhere.run()
    assert session(elsewhere).problem == mine.problem
    assert session(elsewhere).notes == []
    expected = criteria.evaluate(mine.problem, mine.problem.base_scenario(), methods=())
    assert f"<h1>{expected.alternatives[expected.order[0]].label} " in shown(elsewhere)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("only words\nand more words\n", "cannot be used"),
        ('{"format": "criteria-problem", "version": 7}', "version 7"),
    ],
)
def test_a_bad_file_ends_in_its_sentences_and_leaves_the_problem_alone(
    text: str, said: str, case: Problem
) -> None:
    page = pasted(own_page(), text)
    assert not page.exception
    assert said in shown(page)
    assert session(page).problem == case
    assert session(page).own == {}


def test_a_document_needs_no_answers(suppliers: Problem) -> None:
    page = pasted(own_page(), problem_document(suppliers))
    button(page, "Use").click().run()
    assert not page.exception
    # The same identifier as a problem of this installation: told apart, everything else equal.
    mine = session(page).problem
    assert mine.id == "telematics-suppliers-2"
    assert mine.performances == suppliers.performances
    assert mine.criteria == suppliers.criteria


def test_names_from_strangers_are_shown_letter_by_letter() -> None:
    page = pasted(
        own_page(), "Name,<b>Price</b>,$x$ ![](http://a.example/i.png)\n<script>1</script>,1,2\nB,2,1\n"
    )
    html = shown(page)
    assert "<script>" not in html
    assert "<b>Price" not in html


def test_a_document_that_is_not_one_says_so() -> None:
    page = pasted(own_page(), json.dumps({"format": "criteria-problem", "version": 1, "id": "x"}))
    assert "cannot be used" in shown(page)
