"""The evidence page: a what-if is the scenario's, a correction the problem's, and both can be taken back."""

from __future__ import annotations

import one_page
import pytest
from one_page import press, session, shown
from streamlit.testing.v1 import AppTest

from criteria.model.problem import Problem


@pytest.fixture(autouse=True)
def store(tmp_path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{(tmp_path / 'criteria.db').as_posix()}")


def opened(**query: str) -> AppTest:
    return one_page.opened("evidence", **query)


def rate(page: AppTest, **numbers: float | None) -> AppTest:
    for field in page.number_input:
        name = field.label.casefold()
        if name in numbers:
            field.set_value(numbers[name])
    return page


def value(page: AppTest, name: str) -> str:
    given = page.query_params[name]
    return given if isinstance(given, str) else given[0]


@pytest.mark.parametrize("button", ["Try as what-if", "Correct the rating"])
def test_a_rating_typed_before_the_menus_moved_is_given_to_no_candidate(
    suppliers: Problem, button: str
) -> None:
    page = opened(problem=suppliers.id)
    first, second = suppliers.alternatives[:2]
    likely = suppliers.performance(first.id, suppliers.leaves[0].id).likely
    next(m for m in page.selectbox if m.label == "Candidate").set_value(second.id)
    press(rate(page, likely=likely - 1), button)
    assert (session(page).scenario.changed, session(page).problem) == ((), suppliers)
    assert f"moved to {second.label}, " in shown(page)
    press(rate(page, likely=likely - 2), "Try as what-if")
    assert [(cell.alternative, cell.likely) for cell in session(page).scenario.changed] == [
        (second.id, likely - 2)
    ]
    # The undoing of it as well: the menu shows another candidate by now.
    next(m for m in page.selectbox if m.label == "Candidate").set_value(first.id)
    press(page, "Undo the what-if")
    assert len(session(page).scenario.changed) == 1
    assert f"moved to {first.label}, " in shown(page)


def test_a_what_if_is_in_the_link_and_leaves_the_data_alone(suppliers: Problem) -> None:
    page = opened(problem=suppliers.id)
    first, leaf = suppliers.alternatives[0].id, suppliers.leaves[0].id
    before = suppliers.performance(first, leaf).likely
    press(rate(page, likely=before - 1), "Try as what-if")
    assert not page.exception
    mine = session(page)
    assert mine.problem == suppliers
    assert [(c.alternative, c.criterion, c.likely) for c in mine.scenario.changed] == [
        (first, leaf, before - 1)
    ]
    assert first in value(page, "set")
    assert f"{suppliers.leaves[0].label} {before - 1:g}" in shown(page).split("What-ifs of this scenario")[1]
    press(page, "Undo the what-if")
    assert "What-ifs of this scenario" not in shown(page)
    assert session(page).scenario.changed == ()
    press(rate(page, likely=before), "Try as what-if")  # as the data have it: nothing is set by hand
    assert session(page).scenario.changed == ()


def test_a_correction_is_new_data_with_a_reason_and_can_be_undone(suppliers: Problem) -> None:
    page = opened(problem=suppliers.id)
    first, leaf = suppliers.alternatives[0].id, suppliers.leaves[0].id
    before = suppliers.performance(first, leaf).likely
    rate(page, likely=before - 1)
    next(f for f in page.text_input if f.label == "Source").set_value("offer of May")
    next(f for f in page.text_input if f.label == "Your name").set_value("Ann")
    next(f for f in page.text_input if f.label == "Reason of the correction").set_value("new offer")
    press(page, "Correct the rating")
    assert not page.exception
    mine = session(page)
    assert mine.problem.id == f"{suppliers.id}-2"
    cell = mine.problem.performance(first, leaf)
    assert (cell.likely, cell.source) == (before - 1, "offer of May")
    assert mine.problem.fingerprint != suppliers.fingerprint
    assert "Reason: new offer. By Ann." in mine.problem.notes[-1]
    assert value(page, "table").startswith("1.")
    assert mine.scenario.changed == ()
    press(page, "Undo the last correction")
    assert session(page).problem.performances == suppliers.performances
    assert session(page).problem.notes == suppliers.notes


def test_each_correction_of_ones_own_problem_is_another_link(suppliers: Problem) -> None:
    page = opened(problem=suppliers.id)
    likely = suppliers.performances.cell(0, 0).likely
    press(rate(page, likely=likely - 1), "Correct the rating")
    first = value(page, "table")
    press(rate(page, likely=likely - 2), "Correct the rating")
    assert value(page, "table") != first
    press(page, "Undo the last correction")
    assert value(page, "table") == first


def test_the_menus_stay_with_the_rating_that_was_changed(suppliers: Problem) -> None:
    page = opened(problem=suppliers.id)
    third, second = suppliers.alternatives[2].id, suppliers.leaves[1].id
    next(m for m in page.selectbox if m.label == "Candidate").set_value(third).run()
    next(m for m in page.selectbox if m.label == "Criterion").set_value(second).run()
    likely = suppliers.performance(third, second).likely
    press(rate(page, likely=likely + 1), "Try as what-if")
    assert [(c.alternative, c.criterion) for c in session(page).scenario.changed] == [(third, second)]
    assert next(m for m in page.selectbox if m.label == "Candidate").value == third
    assert next(m for m in page.selectbox if m.label == "Criterion").value == second


def test_a_rating_that_contradicts_itself_is_refused_in_a_sentence(suppliers: Problem) -> None:
    page = opened(problem=suppliers.id)
    press(rate(page, low=9e6, likely=1, high=2), "Correct the rating")
    assert not page.exception
    assert "put them in order" in shown(page)
    assert session(page).problem == suppliers


def test_a_correction_that_changes_nothing_is_none(suppliers: Problem) -> None:
    page = press(opened(problem=suppliers.id), "Correct the rating")
    assert "Nothing was changed" in shown(page)
    assert session(page).own == {}


def test_a_problem_too_large_for_a_link_is_kept_under_a_token(case: Problem) -> None:
    page = opened()
    first, leaf = case.alternatives[0].id, case.leaves[0].id
    likely = case.performance(first, leaf).likely
    other = 5 if likely != 5 else 6
    press(rate(page, low=other, likely=other, high=other), "Correct the rating")
    assert not page.exception
    token = session(page).own["automotive-cloud-2"].token
    assert len(token) == 32
    assert value(page, "problem") == token
    elsewhere = opened(problem=token, data=session(page).problem.fingerprint)
    assert session(elsewhere).problem == session(page).problem
    # Undone is one more version under the same token.
    press(page, "Undo the last correction")
    assert session(page).own["automotive-cloud-2"].version == 2
