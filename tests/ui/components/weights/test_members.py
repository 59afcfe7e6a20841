"""Who is asked: names that tell everybody apart, and whoever was opened last."""

from __future__ import annotations

from dataclasses import replace

from criteria.model.judgements import Member, Panel
from criteria.model.problem import Problem
from criteria.ui.components.weights.members import member_names, open_member


def test_equal_names_carry_a_number_and_nobody_is_called_as_the_group_is() -> None:
    named = member_names([Member("a", "Ann"), Member("b", "Ann"), Member("c", "The group"), Member("d", "")])
    assert named == {"a": "Ann", "b": "Ann (2)", "c": "The group (2)", "d": "d"}


def test_whoever_was_opened_is_asked_else_the_stakeholder_of_the_scenario(case: Problem) -> None:
    base = case.base_scenario()
    assert open_member(case, base.with_panel(Panel(open="region-lead"))).id in {p.id for p in case.profiles}
    legal = base.with_profile(case, "ip-legal")
    assert open_member(case, legal).id == "ip-legal"
    new = Panel((Member("new", "New"),), open="new")
    assert open_member(case, legal.with_panel(new)).name == "New"
    assert open_member(case, legal.with_panel(replace(new, open="nobody"))).id == "ip-legal"
