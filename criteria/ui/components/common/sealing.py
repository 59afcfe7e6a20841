"""Seal mode: in place of every page, only what is sealed is shown: criteria, weights, must-haves and method. No names, no scores."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import partial

import streamlit as st

from criteria.errors import CriteriaError
from criteria.explain.gate_rules import gate_rule
from criteria.explain.numbers import percent
from criteria.files.seal import seal
from criteria.model.criterion import Criterion
from criteria.model.importance import node_weights
from criteria.model.points import POINTS_LIMIT
from criteria.model.problem import Problem
from criteria.model.scenario import Scenario
from criteria.ranking.catalogue import METHODS
from criteria.reports.leaving import now
from criteria.translation import translate as _
from criteria.ui import address, own, saved_sealing, session, widgets
from criteria.ui.components.common import blocks
from criteria.ui.components.common.choices import choose_waived
from criteria.ui.components.common.owner import owner, owner_now

_AUTHOR = "seal-author"
ABREAST = 3  # fields beside each other


def start_sealing(token: str = "") -> None:
    """Hide names and scores from the next run on; what was chosen of candidates and ratings is taken out.

    token: of the saved scenario whose choices are sealed, empty where none's are.
    """
    mine = session.session()
    mine.sealing, mine.under_seal = True, token
    address.hide_what_names_candidates(mine)  # the address says so too
    session.replaced()


def sealing(problem: Problem, scenario: Scenario) -> Scenario:
    """Draw what is sealed; return the scenario with what was chosen."""
    blocks.brand(problem.title, _("Sealing"))
    st.html(
        blocks.heading(
            _("Seal weights, must-haves and method before scores are seen"),
            _(
                "Names and scores are hidden on every page and in this page's link until you seal. The seal is a procedure, not a lock: "
                "anyone who opens the problem elsewhere sees them."
            ),
        )
    )
    keys = {key: METHODS[key].name for key in sorted(METHODS, key=lambda key: METHODS[key].name)}
    method = widgets.menu(
        _("Method"), keys, present=scenario.method, key=widgets.key("seal-method"), moves=_with_method
    )
    scenario = _with_method(problem, scenario, method)
    scenario = _points(problem, scenario)
    if problem.gates:
        rules = {gate.id: gate_rule(problem, gate) for gate in problem.gates}
        st.html(blocks.heading(_("Must-haves"), "; ".join(rules.values())))
        scenario = choose_waived(problem, scenario, rules, key="seal-waived")
    with st.container():
        if session.session().under_seal:
            widgets.field(_("Your name"), key=_AUTHOR, max_chars=120)
    left, right = st.columns(2)
    with left:
        widgets.button(
            _("Seal now"),
            key="seal-now",
            then=(_seal, ()),
            type="primary",
            width="stretch",
        )
    with right:
        widgets.button(_("Leave without sealing"), key="seal-leave", then=(_leave, ()), width="stretch")
    owner()  # who it is may end the sealing for everybody
    return scenario


def _points(problem: Problem, scenario: Scenario) -> Scenario:
    st.html(
        blocks.heading(
            _("Importance"), _("Points for each criterion; the percentage is the weight that follows.")
        )
    )
    return _below(problem, scenario, "", node_weights(problem, scenario))


def _below(problem: Problem, scenario: Scenario, parent: str, weights: Mapping[str, float]) -> Scenario:
    """Draw the fields of the nodes below one: each group in a frame with what is below it, criteria beside each other."""
    nodes = problem.children(parent)
    if any(problem.children(node.id) for node in nodes):
        for node in nodes:
            with st.container(border=True):
                scenario = _field(problem, scenario, node, weights)
                scenario = _below(problem, scenario, node.id, weights)
        return scenario
    for first in range(0, len(nodes), ABREAST):  # row by row: on a phone the order stays that of the tree
        for place, node in zip(st.columns(ABREAST), nodes[first : first + ABREAST], strict=False):
            with place:
                scenario = _field(problem, scenario, node, weights)
    return scenario


def _field(
    problem: Problem, scenario: Scenario, criterion: Criterion, weights: Mapping[str, float]
) -> Scenario:
    points = widgets.number(
        _("{name} ({share})", name=criterion.label, share=percent(weights[criterion.id])),
        key=widgets.key(f"seal-{criterion.id}"),
        min_value=0.0,
        max_value=POINTS_LIMIT,
        value=float(scenario.importance(criterion.id)),
        help=criterion.why if names_no_candidate(problem, criterion.why) else None,
        moves=partial(_with_points, criterion.id),
    )
    return _with_points(criterion.id, problem, scenario, points)


def names_no_candidate(problem: Problem, text: str) -> bool:
    """Whether a text holds no candidate's name and no longer word of one: why a criterion counts is often told by an example."""
    names = {name.casefold() for one in problem.alternatives for name in (one.name, one.label)}
    words = {
        word for one in problem.alternatives for word in re.findall(r"\w{3,}", f"{one.name} {one.label}")
    }
    return not any(name in text.casefold() for name in names) and words.isdisjoint(re.findall(r"\w+", text))


def _with_method(_problem: Problem, scenario: Scenario, method: object) -> Scenario:
    return scenario if method == scenario.method else scenario.with_method(str(method))


def _with_points(criterion: str, _problem: Problem, scenario: Scenario, points: float | None) -> Scenario:
    if points is None or float(points) == scenario.importance(criterion):
        return scenario
    return scenario.with_importance(criterion, float(points))


def _seal() -> None:
    """Seal what the scenario is at the press of the button: each field has handed over what was typed in it by then."""
    problem, scenario = session.present()
    mine = session.session()
    mine.seal = made = seal(problem, scenario, time=now())
    token, said = mine.under_seal, ""
    if token:
        try:
            _saved(saved_sealing.end_with(token, problem, scenario, made, author=_author()))
        except CriteriaError as error:
            said = _("The seal is not in the saved scenario: {reason}", reason=error)
    _shown_again(said)


def _leave() -> None:
    """Show names and scores again; of one's own saved scenario, to everybody who has its link."""
    token, said = session.session().under_seal, ""
    if token:
        try:
            _saved(saved_sealing.leave(token, owner=owner_now(), author=_author()))
        except CriteriaError as error:
            said = _("The link of the saved scenario still hides names and scores: {reason}", reason=error)
    _shown_again(said)


def _author() -> str:
    return str(widgets.widget_now(_AUTHOR) or "")


def _saved(number: int | None) -> None:
    """Note which version of the saved scenario is open now."""
    mine = session.session()
    if number is not None and mine.saved is not None and mine.saved[0] == mine.under_seal:
        mine.saved = (mine.saved[0], number, *mine.saved[2:])


def _shown_again(said: str) -> None:
    mine = session.session()
    own.with_table(session.present()[0])
    mine.sealing, mine.under_seal, mine.settled = False, "", None
    mine.notes = [said] if said else []
    session.replaced()
