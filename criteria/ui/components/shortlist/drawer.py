"""The drawer: one candidate looked at closely at the side of the page, and another one that it is compared with.

As long as nobody was chosen it stands at the end of the page and holds the leader. Who is chosen opens it: by a click on a bar or in the
table, in its menus, or by a link. It covers nothing that is being worked with: weights move on beside it.
"""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from criteria.errors import CriteriaError
from criteria.explain.head_to_head import head_to_head
from criteria.model.evaluation import Evaluation
from criteria.model.problem import Problem
from criteria.translation import translate as _
from criteria.ui import compute, looks, session, widgets
from criteria.ui.components.common.blocks import heading
from criteria.ui.components.common.live import Live, LivePlace
from criteria.ui.components.shortlist.pair import LEADER, RUNNER_UP, obstacle, who
from criteria.ui.components.shortlist.versus import criterion_differences, group_differences
from criteria.ui.markup import NOTHING, Markup, markup

NOBODY = ":nobody"  # no identifier begins with a colon
_FIRSTS = {"look": LEADER, "against": NOBODY}


@dataclass(frozen=True, slots=True)
class Places:
    """The places of the drawer that are filled anew whenever a weight moves."""

    title: LivePlace
    versus: LivePlace
    portrait: LivePlace
    path: LivePlace
    evidence: LivePlace


def drawer(problem: Problem, live: Live) -> Places:
    """Draw the drawer's menus, and return the places for what follows from them."""
    names = {a.id: a.name for a in problem.alternatives}
    with st.container(key="drawer"):
        with st.container(key="screen-look"):
            title = live.place("drawer-title")
            with st.container(key="close-drawer"):
                widgets.button(
                    _("Close"), key=widgets.key("close"), icon=":material/close:", then=(close, ())
                )
            _menu(_("Candidate"), "look", {LEADER: _("The leader")} | names)
            nobody = {NOBODY: _("Compare it with …"), RUNNER_UP: _("The runner-up")}
            _menu(_("Compare it with"), "against", nobody | names)
        versus = live.place("versus")
        with st.container(key="screen-portrait"):
            portrait = live.place("portrait")
        way = widgets.fold(_("What would it take to come first?"), key=widgets.key("way"))
        with way:
            path = live.place("path", seen=bool(way.open))
        ratings = widgets.fold(_("Evidence behind every rating"), key=widgets.key("evidence"))
        with ratings:
            evidence = live.place("evidence", seen=bool(ratings.open))
    return Places(title, versus, portrait, path, evidence)


def _menu(title: str, name: str, names: dict[str, str]) -> None:
    widgets.menu(
        title,
        names,
        present=looks.look(name, names, _FIRSTS[name]),
        key=widgets.key(name),
        label_visibility="collapsed",
        then=(_chosen, (name,)),
    )


def _chosen(name: str) -> None:
    put(name, str(widgets.widget_now(widgets.key(name)) or _FIRSTS[name]))


def put(name: str, value: str) -> None:
    """Note who is looked at ("look") or compared with ("against"); who stood in the other menu changes places. For callbacks."""
    other = "against" if name == "look" else "look"
    before, there = (looks.look_now(one, _FIRSTS[one]) for one in (name, other))
    _note(name, value)
    problem, scenario = session.present()
    try:
        evaluation = compute.evaluated(problem, scenario)
    except CriteriaError:  # nobody is ranked: nobody leads
        return
    if who(evaluation, value) == who(evaluation, there) and before != NOBODY:
        _note(other, who(evaluation, before))
    elif name == "against":
        _note("look", there)  # the drawer is open from now on


def _note(name: str, value: str) -> None:
    """Note a choice; the leader is one as well, for it opens the drawer, and nobody is none."""
    looks.note(name, value, NOBODY)
    widgets.note_widget_value(name, value)


def close() -> None:
    """Look at nobody any more; for callbacks."""
    for name, first in _FIRSTS.items():
        looks.note(name, first, first)
        widgets.note_widget_value(name, first)


def compare(first: str, second: str) -> None:
    """Open the drawer with the two that the menus of the page hold; for callbacks."""
    values = {
        "look": looks.look_now(first, LEADER),
        "against": looks.look_now(second, RUNNER_UP),
    }
    for name, value in values.items():
        _note(name, value)


def looked_at(evaluation: Evaluation) -> tuple[str, ...]:
    """Return the identifiers of the candidates in the open drawer, none where it is closed."""
    if not is_open(evaluation.problem):
        return ()
    return tuple(filter(None, (_in(evaluation, "look"), _in(evaluation, "against"))))


def is_open(problem: Problem) -> bool:
    """Whether somebody chose a candidate of this problem to look at."""
    value = looks.look_now("look", "")
    return value == LEADER or any(a.id == value for a in problem.alternatives)


def candidate_of(evaluation: Evaluation) -> str:
    """Return the identifier of the candidate in the drawer: who was chosen, at first the leader."""
    return _in(evaluation, "look")


def _in(evaluation: Evaluation, name: str) -> str:
    value = str(widgets.widget_value(name) or _FIRSTS[name])
    return "" if value == NOBODY else who(evaluation, value)


def title_of(evaluation: Evaluation) -> Markup:
    """Return the drawer's heading: the names in it while it is open, before that what it is for."""
    problem, held = evaluation.problem, looked_at(evaluation)
    if not held:
        about = heading(_("What is known about a candidate?"), _("Click a bar, or choose here."))
        return markup('<div class="c-drawer" id="c-drawer-name">{about}</div>', about=about)
    labels = [problem.alternatives[problem.row(identifier)].label for identifier in held]
    name = labels[0] if len(labels) == 1 else _("{first} and {second}", first=labels[0], second=labels[1])
    return markup(
        '<div class="c-drawer open" id="c-drawer-name" data-looked="{looked}"><h2 tabindex="-1">{name}</h2></div>',
        looked=" ".join(held),
        name=name,
    )


def comparison(evaluation: Evaluation) -> Markup:
    """Return how the two in the drawer differ, by group and by criterion; nothing where one stands there alone."""
    first, second = _in(evaluation, "look"), _in(evaluation, "against")
    if not second:
        return NOTHING
    said = obstacle(evaluation, first, second)
    if said:
        return said
    found = head_to_head(evaluation, first, second)
    table = criterion_differences(evaluation, found, first, second)
    return markup('<div class="c-pair">{groups}{table}</div>', groups=group_differences(found), table=table)
