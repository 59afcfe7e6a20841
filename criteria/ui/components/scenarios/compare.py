"""Compare scenarios without applying any: slopes of ranks, what differs, who moved, and which difference moved them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import streamlit as st

from criteria.errors import CriteriaError
from criteria.explain.comparing import summary_line, what_differs
from criteria.model.problem import Problem
from criteria.model.scenario import Scenario
from criteria.model.scenario_parts import base_case
from criteria.ranking.catalogue import METHODS
from criteria.robustness.evaluated.over_scenarios import OverScenarios, over_scenarios
from criteria.robustness.evaluated.votes import families_of
from criteria.store import Kept, StoreError
from criteria.translation import later, translate_count
from criteria.translation import translate as _
from criteria.ui import compute, saved, widgets
from criteria.ui.components.common import blocks
from criteria.ui.components.common.slopes import slopes
from criteria.ui.components.common.slot import told
from criteria.ui.components.scenarios.saving import COMPARED
from criteria.ui.components.scenarios.who_moved import rank_text, who_moved
from criteria.ui.markup import NOTHING, Markup, plain_table
from criteria.weighting.panel import STAKEHOLDER

AT_ONCE = 4  # saved scenarios beside each other
SUMMED = 40  # saved scenarios in the summary line
Named = tuple[str, Scenario]


@dataclass(frozen=True, slots=True)
class Choice:
    """A way to choose what is compared: its title, and the scenarios it brings."""

    title: str
    scenarios: Callable[[Problem, Scenario, Mapping[str, Named]], list[Named]]


def _base_and_now(problem: Problem, scenario: Scenario, _saved: Mapping[str, Named]) -> list[Named]:
    return [(_("Base case"), base_case(problem, problem.base_scenario())), (_("Now"), scenario)]


def _stakeholders(problem: Problem, scenario: Scenario, _saved: Mapping[str, Named]) -> list[Named]:
    asked = [profile for profile in problem.profiles if profile.kind == STAKEHOLDER]
    return [(profile.name, scenario.with_profile(problem, profile.id)) for profile in asked]


def _methods(problem: Problem, scenario: Scenario, _saved: Mapping[str, Named]) -> list[Named]:
    families = families_of(compute.evaluated(problem, scenario))
    return [(METHODS[family[0]].name, _by(scenario, family[0])) for family in families]


def _by(scenario: Scenario, method: str) -> Scenario:
    return scenario if method == scenario.method else scenario.with_method(method)


def _chosen(_problem: Problem, scenario: Scenario, known: Mapping[str, Named]) -> list[Named]:
    key = widgets.key(COMPARED)
    widgets.begin_widget(key, list(known)[: AT_ONCE - 1])
    names = {token: name for token, (name, _one) in known.items()}
    chosen = widgets.several(
        _("Saved scenarios to compare with the present one (up to {count})", count=AT_ONCE - 1),
        names,
        present=None,
        key=key,
    )
    return [*(known[token] for token in chosen[: AT_ONCE - 1]), (_("Now"), scenario)]


CHOICES: Mapping[str, Choice] = MappingProxyType(
    {
        "base": Choice(later("Base case and now"), _base_and_now),
        "saved": Choice(later("Saved scenarios"), _chosen),
        "people": Choice(later("All stakeholders"), _stakeholders),
        "methods": Choice(later("Methods of different families"), _methods),
    }
)


def known_scenarios(
    listed: Sequence[Kept], problem: Problem, problems: Mapping[str, Problem]
) -> dict[str, Named]:
    """Return the saved scenarios that fit the data of this problem and are not being sealed, by token."""
    known = {}
    for one in listed[:SUMMED]:
        try:
            found = saved.opened(one.token, problems)
        except (CriteriaError, StoreError):
            continue
        if found.problem.fingerprint == problem.fingerprint and not found.sealing:
            known[one.token] = (one.name, found.scenario)
    return known


def summary(problem: Problem, known: Mapping[str, Named], saved_in_all: int) -> None:
    """Draw in how many of all saved scenarios who is first, never below third, and fails a must-have; and how many are not counted."""
    lines = []
    if known:
        count, found = over_scenarios(problem, [scenario for _name, scenario in known.values()])
        lines.append(summary_line(problem, count, found))
    if saved_in_all > len(known):
        lines.append(
            translate_count(
                "{count} saved scenario is not counted: it was saved for other data, is being sealed, or there are more than {limit}.",
                "{count} saved scenarios are not counted: they were saved for other data, are being sealed, or there are more than {limit}.",
                saved_in_all - len(known),
                limit=SUMMED,
            )
        )
    told(blocks.listed(lines) if lines else NOTHING)


def compare(problem: Problem, scenario: Scenario, known: Mapping[str, Named]) -> None:
    """Draw the comparison that is chosen; no scenario is applied."""
    st.html(blocks.heading(_("Compare"), _("Nothing is applied: the present scenario stays as it is.")))
    offered = {key: _(one.title) for key, one in CHOICES.items() if _offered(key, problem, known)}
    way = widgets.row(
        _("Compare"),
        offered,
        present="base",
        required=True,
        key="scenarios-compare",
        label_visibility="collapsed",
    )
    named = CHOICES[str(way or "base")].scenarios(problem, scenario, known)
    if len(named) < 2:
        st.html(blocks.caption(_("Choose at least one saved scenario.")))
        return
    _draw(problem, named)


def _offered(key: str, problem: Problem, known: Mapping[str, Named]) -> bool:
    people = sum(profile.kind == STAKEHOLDER for profile in problem.profiles)
    return {"saved": bool(known), "people": people > 1}.get(key, True)


def _draw(problem: Problem, named: Sequence[Named]) -> None:
    ranking = [(name, one) for name, one in named if _ranks(problem, one)]
    if len(ranking) < 2:
        st.html(blocks.caption(_("Fewer than two of these scenarios rank any candidate.")))
        return
    names = [name for name, _one in ranking]
    count, rows = over_scenarios(problem, [one for _name, one in ranking])
    st.html(blocks.caption(summary_line(problem, count, rows)))
    ordered = sorted(rows, key=lambda row: (row.ranks[-1] is None, row.ranks[-1] or 0))
    if len(names) <= 8:
        st.html(slopes(problem, names, [(row.alternative, row.ranks) for row in ordered]))
    with widgets.fold(_("Ranks as a table"), unfolded=len(names) > 8):
        st.html(ranks_table(problem, names, ordered))
    differing = what_differs(problem, [one for _name, one in ranking])
    if differing:
        st.html(blocks.heading(_("What differs")))
        st.html(plain_table([("", "words"), *((name, "words") for name in names)], differing))
    who_moved(problem, ranking)


def ranks_table(problem: Problem, names: Sequence[str], rows: Sequence[OverScenarios]) -> Markup:
    """Return the rank of each candidate in each scenario."""
    heads = [(_("Candidate"), "name"), *((name, "n") for name in names)]
    return plain_table(
        heads,
        [
            (
                problem.alternatives[problem.row(row.alternative)].label,
                *(rank_text(rank) for rank in row.ranks),
            )
            for row in rows
        ],
    )


def _ranks(problem: Problem, scenario: Scenario) -> bool:
    try:
        compute.evaluated(problem, scenario)
    except CriteriaError:
        return False
    return True
