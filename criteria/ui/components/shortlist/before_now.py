"""Before and now on the shortlist: the present ranks beside those of the base case, a stakeholder, another method, or a saved scenario."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

import streamlit as st

from criteria.errors import CriteriaError
from criteria.model.evaluation import Evaluation
from criteria.model.frozen import frozen_inside
from criteria.model.problem import Problem
from criteria.model.scenario import Scenario
from criteria.model.scenario_parts import base_case
from criteria.ranking.catalogue import METHODS
from criteria.ranking.families.votes import has_vote
from criteria.store import Kept
from criteria.translation import translate as _
from criteria.ui import compute, saved, widgets
from criteria.ui.components.common.blocks import caption
from criteria.ui.components.common.owner import owner
from criteria.ui.components.common.slopes import moved_line, slopes
from criteria.ui.markup import Markup

LIMIT = 40  # ranks; whoever is below in both is not drawn
NONE: Mapping[str, str] = MappingProxyType({})
SAVED_LIMIT = 40  # saved scenarios in the menu, latest first
BASE, PROFILE, METHOD, SAVED = (
    ":base",
    ":profile ",
    ":method ",
    ":saved ",
)  # no identifier begins with a colon


@frozen_inside
@dataclass(frozen=True, slots=True)
class Offered:
    """What the menu holds, by key, and the saved scenario that was chosen in it, opened. said: why it cannot be compared with."""

    names: Mapping[str, str]
    saved: Scenario | None = None
    said: str = ""


def choose_before(problem: Problem, *, unfolded: bool = True) -> Offered:
    """Draw the menu of what the present ranks are compared with; return what it holds.

    The store is read here alone, once for a run of the whole page, and only where the menu can be seen or holds a saved scenario: what
    moves with a slider finds the scenario opened.
    """
    chosen = str(widgets.widget_value("before") or BASE)
    listed: tuple[Kept, ...] = ()
    with st.container():  # there in any case: the menu below keeps its place
        if unfolded or chosen.startswith(SAVED):
            listed = _listed(problem)
    names = offered(problem, {one.token: one.name for one in listed})
    hints = {SAVED + one.token: f"{one.latest.made:%Y-%m-%d %H:%M}" for one in listed}
    chosen = str(
        widgets.menu(
            _("Compare with"), names, hints=hints, key=widgets.key("before"), label_visibility="collapsed"
        )
    )
    if not chosen.startswith(SAVED):
        return Offered(names)
    try:
        return Offered(names, opened(problem, chosen.removeprefix(SAVED)))
    except CriteriaError as error:
        return Offered(names, said=str(error))


def _listed(problem: Problem) -> tuple[Kept, ...]:
    """Return the latest scenarios that were saved of this problem; none where the store cannot be read."""
    try:
        return saved.mine(owner(), problem.id)[:SAVED_LIMIT]
    except CriteriaError:
        return ()


def opened(problem: Problem, token: str) -> Scenario:
    """Return a saved scenario; raises CriteriaError where it cannot be opened, is being sealed, or was saved for other data."""
    found = saved.opened(token, {problem.id: problem})
    if found.problem.fingerprint != problem.fingerprint:
        raise CriteriaError(
            _("'{name}' was saved for other data; open it on Scenarios to see its ranking.", name=found.name)
        )
    if found.sealing:
        raise CriteriaError(
            _("'{name}' is being sealed; it can be compared with when that is done.", name=found.name)
        )
    return replace(found.scenario, problem=problem.id)


def offered(problem: Problem, kept: Mapping[str, str] = NONE) -> dict[str, str]:
    """Return what can be compared with, by key: base case, saved scenarios, each stakeholder's weights, methods that give a complete order at once.

    kept: the names of the saved scenarios, by token.
    """
    found = {BASE: _("Base case")}
    found |= {SAVED + token: _("Saved: {name}", name=name) for token, name in kept.items()}
    found |= {PROFILE + one.id: _("Weights of {name}", name=one.name) for one in problem.profiles}
    return found | {
        METHOD + key: _("By {method}", method=row.name) for key, row in METHODS.items() if has_vote(row)
    }


def before_of(problem: Problem, scenario: Scenario, chosen: str) -> Scenario:
    """Return the scenario that is compared with: the base case, or the present one with other weights or another method."""
    if chosen.startswith(PROFILE):
        return scenario.with_profile(problem, chosen.removeprefix(PROFILE))
    if chosen.startswith(METHOD):
        method = chosen.removeprefix(METHOD)
        return scenario if method == scenario.method else scenario.with_method(method)
    return base_case(problem, problem.base_scenario())


def before_and_now(evaluation: Evaluation, menu: Offered) -> Markup:
    """Return the slopes with a sentence, or why there is nothing to compare with.  menu: as `choose_before` returned it."""
    problem, scenario = evaluation.problem, evaluation.scenario
    chosen = str(widgets.widget_value("before") or BASE)
    if menu.said:
        return caption(menu.said)
    try:
        before = compute.evaluated(problem, menu.saved or before_of(problem, scenario, chosen))
    except CriteriaError as error:
        return caption(str(error))
    ranks = [
        (one.id, (_rank(before, one.id), _rank(evaluation, one.id)))
        for one in sorted(problem.alternatives, key=lambda one: _rank(evaluation, one.id) or 0)
    ]
    ranks = [one for one in ranks if any(rank is not None and rank <= LIMIT for rank in one[1])]
    told = [menu.names.get(chosen, menu.names[BASE]), _("Now")]
    return caption(moved_line(problem, told, ranks)) + slopes(problem, told, ranks)


def _rank(evaluation: Evaluation, alternative: str) -> int | None:
    position = evaluation.position(alternative)
    return None if position is None else int(evaluation.ranks[position])
