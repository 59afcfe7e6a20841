"""Another profile brings its importances, and the panel is told that they were replaced."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace

import pytest

from criteria.model.problem import Problem
from criteria.ui import session, widgets
from criteria.ui.components.common import choices
from criteria.ui.components.common.choices import (
    choose_problem,
    choose_profile,
    ranges_said,
    with_only_waived,
    with_profile,
)


@pytest.fixture
def replaced(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    told: list[bool] = []
    monkeypatch.setattr(session, "importances_replaced", lambda: told.append(True))
    monkeypatch.setattr(widgets, "key", lambda name: name)
    return told


def test_another_profile_brings_its_importances(
    case: Problem, replaced: list[bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    scenario = case.base_scenario()
    other = next(p for p in case.profiles if p.id != scenario.profile)
    monkeypatch.setattr(widgets, "menu", lambda *_about, **_more: other.id)
    chosen = choose_profile(case, scenario)
    assert chosen == scenario.with_profile(case, other.id) != scenario
    assert replaced == [True]


def test_the_profile_that_was_there_changes_nothing(
    case: Problem, replaced: list[bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    moved = case.base_scenario().with_importances({case.leaves[0].id: 99.0})
    monkeypatch.setattr(widgets, "menu", lambda *_about, present, **_more: present)
    assert choose_profile(case, moved) is moved
    assert not replaced


@pytest.mark.parametrize("moved", [True, False])
def test_it_is_said_when_a_profile_replaces_weights_that_were_set(
    case: Problem, moved: bool, replaced: list[bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    base, said = case.base_scenario(), list[str]()
    monkeypatch.setattr(choices.st, "toast", lambda words, **_more: said.append(words))
    scenario = base.with_importances({case.leaves[0].id: 99.0}) if moved else base
    with_profile(case, scenario, "cto-connected")
    name = case.profile("cto-connected").name
    assert [words.startswith(f"{name} replaced the weights") for words in said] == [True] * moved
    assert all("Ctrl Z" in words for words in said)


@pytest.mark.parametrize(("name", "told"), [("Buyers" * 6, True), ("Buyers", False)])
def test_a_name_that_the_menu_has_no_room_for_is_told_below_it(
    case: Problem, name: str, told: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    scenario = case.base_scenario()
    profiles = tuple(replace(p, name=name) if p.id == scenario.profile else p for p in case.profiles)
    said: list[str] = []
    monkeypatch.setattr(widgets, "menu", lambda *_about, present, **_more: present)
    monkeypatch.setattr(choices, "told", lambda words: said.append(str(words)))
    choose_profile(replace(case, profiles=profiles), scenario)
    assert (f"{name}." in said[0]) is told


def test_a_range_that_the_data_give_a_weight_is_told_beside_the_profile(case: Problem) -> None:
    said = ranges_said(case, case.profile("ip-legal"))
    assert said.startswith(f"The data give these weights a range: {case.criterion('ip').label} 31.5–58.5, ")
    assert said.count("–") == 5
    assert ranges_said(case, case.profile("group")) == ""


def test_what_the_list_of_waived_must_haves_holds_is_waived_and_nothing_else(case: Problem) -> None:
    first, second = (gate.id for gate in case.gates[:2])
    scenario = case.base_scenario().with_waived(first)
    assert (
        with_only_waived(case, scenario, [second]).waived == case.base_scenario().with_waived(second).waived
    )
    assert with_only_waived(case, scenario, [first]) == scenario


def test_the_options_that_cannot_be_opened_are_greyed_only_while_all_are_listed() -> None:
    css = str(choices._greyed('A "menu"', 2, 3))
    assert (
        '[aria-label="A \\"menu\\""]:has([role="option"]:nth-child(5)) [role="option"]:nth-child(n + 3)'
        in css
    )


@pytest.mark.parametrize("failures", [(("Old case", "no criteria.csv"),), ()])
def test_the_menu_of_problems_greys_what_cannot_be_opened(
    case: Problem, failures: tuple[tuple[str, str], ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[str] = []
    monkeypatch.setattr(choices.compute, "library", lambda: SimpleNamespace(failures=failures))
    monkeypatch.setattr(choices, "told", lambda words: drawn.append(str(words)))
    monkeypatch.setattr(widgets, "menu", lambda *_about, present, **_more: present)
    other = replace(case, id="other", title="Other")
    choose_problem({case.id: case, "other": other}, case, case.base_scenario())
    greyed = [words for words in drawn if "opacity" in words]
    assert len(greyed) == len(failures)
    assert all("nth-child(n + 3)" in words for words in greyed)
