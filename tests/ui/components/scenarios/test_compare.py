"""Comparisons: who is compared, and the ranks of each."""

from __future__ import annotations

from dataclasses import replace

from by_hand import BASE, PROBLEM

from criteria.robustness.evaluated.over_scenarios import over_scenarios
from criteria.robustness.evaluated.votes import families_of
from criteria.ui import compute
from criteria.ui.components.scenarios.compare import CHOICES, ranks_table


def test_base_stakeholders_and_methods_of_different_families_can_be_compared() -> None:
    scenario = BASE.with_importance("price", 90)
    base, now = CHOICES["base"].scenarios(PROBLEM, scenario, {})
    assert (base[1], now[1]) == (PROBLEM.base_scenario(), scenario)
    people = CHOICES["people"].scenarios(PROBLEM, scenario, {})
    assert [one.profile for _name, one in people] == [profile.id for profile in PROBLEM.profiles]
    methods = CHOICES["methods"].scenarios(PROBLEM, scenario, {})
    assert [one.method for _name, one in methods] == [
        f[0] for f in families_of(compute.evaluated(PROBLEM, scenario))
    ]
    assert methods[0][1] == scenario  # the method in use keeps its settings


def test_names_are_text_and_who_is_not_ranked_has_a_dash() -> None:
    problem = replace(
        PROBLEM, alternatives=(replace(PROBLEM.alternatives[0], name="<i>A</i>"), *PROBLEM.alternatives[1:])
    )
    _count, rows = over_scenarios(problem, [BASE, BASE])
    table = ranks_table(problem, ["<b>one</b>", "two"], rows)
    assert "&lt;i&gt;A" in table
    assert "&lt;b&gt;one" in table
    assert "–" in table
