"""Saving takes the scenario of the moment, empties its own fields, and leaves everything else where it is."""

from __future__ import annotations

import pytest
from scenarios_page import fill, opened, press, saved, session

from criteria.model.problem import Problem


@pytest.fixture(autouse=True)
def store(tmp_path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{(tmp_path / 'criteria.db').as_posix()}")


def test_saving_empties_its_fields_and_renews_no_widget(suppliers: Problem) -> None:
    # A new button stands below the old one until the run ends: what lies under it moves, and a click under way goes astray.
    page = saved(opened(problem=suppliers.id), "One")
    before = {
        element.proto.id for kind in ("button", "text_input", "selectbox") for element in page.get(kind)
    }
    fill(page, name_of_the_scenario="Two", note="n", new_name="half typed", your_name="Ann")
    press(page, "Save as new")
    press(fill(page, note="m", name_of_the_scenario="Three, to come"), "Save a new version of Two")
    press(fill(page, new_name="Deux"), "Rename")
    after = [element.proto.id for kind in ("button", "text_input", "selectbox") for element in page.get(kind)]
    assert before <= set(after)
    held = {field.label: field.value for field in page.text_input}
    assert (held["Name of the scenario"], held["Note"], held["New name"]) == ("Three, to come", "", "")
    assert held["Your name"] == "Ann"
    menu = next(m for m in page.selectbox if m.label == "Saved scenario")
    assert (menu.options[menu.options.index("Deux")], menu.value) == ("Deux", session(page).saved[0])


def test_what_is_saved_is_the_scenario_at_the_press_and_not_the_one_drawn_before(suppliers: Problem) -> None:
    page = opened(problem=suppliers.id)
    moved = session(page).scenario.with_importance(suppliers.leaves[0].id, 91)
    session(page).scenario = moved
    page = saved(page, "Moved")
    assert session(opened(s=session(page).saved[0])).scenario == moved
