"""The page of scenarios: saved, found, opened by a short link, compared without being applied, deleted and put back."""

from __future__ import annotations

import pytest
from scenarios_page import fill, opened, press, saved, session, shown

from criteria.explain.verdict import said_in_one_line
from criteria.files.record import Decision, record_zip, reopened
from criteria.model.problem import Problem
from criteria.reports.leaving import leaving
from criteria.ui.components.scenarios.take_away import open_record
from criteria.ui.saved_sealing import begin


@pytest.fixture(autouse=True)
def store(tmp_path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{(tmp_path / 'criteria.db').as_posix()}")


def test_a_scenario_is_saved_and_its_short_link_opens_exactly_it(suppliers: Problem) -> None:
    first = suppliers.leaves[0].id
    page = saved(
        opened(problem=suppliers.id, v="1", w=f"{first}:77"), "Board", note="as discussed", your_name="Ann"
    )
    token, version, name, about = session(page).saved
    assert (version, name, about) == (1, "Board", suppliers.id)
    assert f"?s={token}" in shown(page)
    again = opened(s=token)
    assert session(again).scenario == session(page).scenario
    assert session(again).scenario.importance(first) == 77
    assert session(again).saved == (token, 1, "Board", suppliers.id)


def test_a_link_to_nothing_opens_the_first_problem_and_says_why() -> None:
    page = opened(s="x" * 32)
    assert "There is nothing under this link" in shown(page)
    assert session(page).problem is not None


def test_the_history_says_what_changed_and_by_whom_and_restores(suppliers: Problem) -> None:
    page = saved(opened(problem=suppliers.id), "Board", your_name="Ann")
    before = session(page).scenario
    leaf = suppliers.leaves[0]
    next(m for m in page.selectbox if m.label == "Method").set_value("vikor").run()
    session(page).scenario = session(page).scenario.with_importance(leaf.id, 99)
    press(fill(page.run(), your_name="Ben"), "Save a new version of Board")
    text = shown(page)
    assert f"Importance of {leaf.label}" in text
    assert "→ 99" in text
    assert "Ann" in text
    assert "Ben" in text
    press(page, "Restore version 1")
    assert session(page).scenario == before
    assert next(m for m in page.selectbox if m.label == "Method").value == before.method
    assert "method" not in page.query_params


def test_rename_duplicate_search_delete_and_undo(suppliers: Problem) -> None:
    page = saved(opened(problem=suppliers.id), "Board")
    press(fill(page, new_name="Workshop"), "Rename")
    press(page, "Duplicate")
    menu = next(m for m in page.selectbox if m.label == "Saved scenario")
    assert sorted(menu.options) == ["Workshop", "Workshop (copy)"]
    fill(page, search="copy").run()
    assert next(m for m in page.selectbox if m.label == "Saved scenario").options == ["Workshop (copy)"]
    press(page, "Delete")
    assert "Workshop (copy) was deleted." in shown(page)
    assert not [m for m in page.selectbox if m.label == "Saved scenario"]
    press(page, "Undo deleting")
    assert [m for m in page.selectbox if m.label == "Saved scenario"]


def test_scenarios_that_are_compared_stay_chosen_when_names_change(suppliers: Problem) -> None:
    page = saved(saved(opened(problem=suppliers.id), "One"), "Two")
    page.segmented_control(key="scenarios-compare").set_value("saved").run()
    compared = page.multiselect[0]
    one = next(token for token in compared.value if token != session(page).saved[0])
    compared.set_value([one]).run()
    press(fill(page, name_of_the_scenario="One"), "Save as new")
    assert page.multiselect[0].value == [one]
    assert page.segmented_control(key="scenarios-compare").value == "saved"


def test_a_button_acts_on_the_scenario_that_the_menu_shows(suppliers: Problem) -> None:
    page = saved(saved(opened(problem=suppliers.id), "One"), "Two")
    menu = next(m for m in page.selectbox if m.label == "Saved scenario")
    menu.select_index(menu.options.index("One"))
    press(page, "Delete")  # pressed before anything was drawn for the other choice
    assert "One was deleted." in shown(page)
    assert next(m for m in page.selectbox if m.label == "Saved scenario").options == ["Two"]


def test_nobody_else_finds_what_was_saved(suppliers: Problem) -> None:
    saved(opened(problem=suppliers.id), "Board")
    assert not [m for m in opened(problem=suppliers.id).selectbox if m.label == "Saved scenario"]


def test_comparing_applies_nothing_and_says_who_moved(suppliers: Problem) -> None:
    page = opened(problem=suppliers.id, v="1", method="topsis")
    before = session(page).scenario
    text = shown(page)
    assert "What differs" in text
    assert "Who moved, and by what?" in text
    assert ">TOPSIS<" in text
    assert "from rank" in text
    assert [menu for menu in page.selectbox if menu.label == "Moves of"]
    assert session(page).scenario == before


def test_a_record_that_is_handed_over_opens_with_its_notes(suppliers: Problem) -> None:
    scenario = suppliers.base_scenario().with_method("topsis")
    found = leaving(suppliers, scenario, day="2026-11-27", link="?v=1", version="9", methods=())
    said = Decision(deciders="the board", because="The price.")
    content = record_zip(found.evaluation, found.robustness, found.face, said, version="9")
    page = opened()
    record = reopened("r.zip", content)
    session(page).to_do.append(lambda problems: open_record(record, problems))
    page.run()
    assert not page.exception
    assert session(page).scenario == scenario
    assert "Record of 2026-11-27" in shown(page)
    assert next(f for f in page.text_input if f.label == "Who decides").value == "the board"
    assert next(f for f in page.text_area if f.label == "Why this candidate?").value == "The price."
    assert said_in_one_line(found.evaluation, found.robustness).split(" (")[0] in shown(page)


def test_a_saved_scenario_that_is_being_sealed_is_neither_compared_nor_told_and_opens_hidden(
    suppliers: Problem,
) -> None:
    page = saved(opened(problem=suppliers.id), "Board")
    token = session(page).saved[0]
    page = saved(page, "Plain")
    begin(token, author="Ann")
    page.run()
    compared = next(m for m in page.selectbox if m.label == "Saved scenario")
    assert "1 saved scenario is not counted: it was saved for other data, is being sealed" in shown(page)
    page = compared.set_value(token).run()
    assert "Its choices are being sealed" in shown(page)
    assert not any(b.label.startswith("Restore") for b in page.button)
    assert "Saved first." not in shown(page)
    page = press(page, "Open")
    assert any(b.label == "Seal now" for b in page.button)
    assert suppliers.alternatives[0].label not in shown(page)
    assert page.query_params["seal"] in (token, [token])


def test_a_version_is_never_saved_under_a_scenario_of_another_problem(suppliers: Problem) -> None:
    page = saved(opened(problem=suppliers.id), "Board")
    assert [b for b in page.button if "Board" in b.label]
    next(m for m in page.selectbox if m.label == "Problem").set_value("fighter-aircraft").run()
    assert not page.exception
    assert not [b for b in page.button if "Board" in b.label]
