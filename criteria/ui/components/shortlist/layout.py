"""What of the shortlist stays while weights move, and the places for what does not."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from criteria.model.problem import Problem
from criteria.ranking.catalogue import METHODS
from criteria.ranking.families.votes import has_vote
from criteria.translation import translate as _
from criteria.ui import session, widgets
from criteria.ui.components.common import blocks
from criteria.ui.components.common.live import Live, LivePlace
from criteria.ui.components.shortlist import drawer, pair
from criteria.ui.components.shortlist.before_now import Offered, choose_before
from criteria.ui.components.shortlist.panel_code import bring_panel_code
from criteria.ui.components.shortlist.shown import SHOWN_AT_FIRST


@dataclass(frozen=True, slots=True)
class Slots:
    """The places that are filled anew whenever a weight moves, and the letters that fill them."""

    live: Live
    arrival: LivePlace
    verdict: LivePlace
    heading: LivePlace
    chart: LivePlace
    shares: LivePlace
    relation: LivePlace
    how: LivePlace
    table: LivePlace
    slopes: LivePlace
    before: Offered
    plane: LivePlace
    groups: LivePlace
    gates: LivePlace
    drawer: drawer.Places
    paper: LivePlace


def layout(problem: Problem, method: str, live: Live, *, folds: bool = False) -> Slots:
    """Draw what stays while weights move, and return the places for what does not.

    folds: whether there are candidates that can be folded away, because another one matches them under every criterion.
    """
    bring_panel_code()
    arrival, headline = live.place("arrival"), live.place("verdict")
    if not has_vote(METHODS[method]):
        with st.container(key="test-firmness"):
            widgets.button(_("Test weights and evidence"), key=widgets.key("test"), then=(_ask_to_test, ()))
    with st.container(key="abreast-shortlist"):
        main, side = st.columns([2.75, 1], gap="medium")
    with main, st.container(key="ranking"):
        heading, chart, shares = live.place("heading"), live.place("chart"), live.place("shares")
        if len(problem.alternatives) > SHOWN_AT_FIRST:
            widgets.switch(_("Show all candidates"), key=widgets.key("all"))
        with st.container():  # there in any case: a changed rating brings the switch or takes it away
            if folds:
                widgets.switch(
                    _("Hide candidates that another one matches under every criterion"),
                    key=widgets.key("matched"),
                )
        relation, how = live.place("relation"), live.place("how")
        with st.container(key="on-paper-table"), widgets.fold(_("The ranking as a table")):
            table = live.place("table")
        slopes, before = _slopes(problem, live)
        plane = _plane(method, live)
    with side:
        st.html(blocks.heading(_("Why is one ahead of the other?")))
        pair.choose_pair(problem)
        groups = live.place("groups")
        widgets.button(
            _("Criterion by criterion"),
            width="stretch",
            key=widgets.key("by-criterion"),
            then=(drawer.compare, ("first", "second")),
        )
        if problem.gates:
            st.html(blocks.heading(_("Must-haves")))
        gates = live.place("gates")
    looked = drawer.drawer(problem, live)
    paper = live.place("paper")
    return Slots(
        live,
        arrival,
        headline,
        heading,
        chart,
        shares,
        relation,
        how,
        table,
        slopes,
        before,
        plane,
        groups,
        gates,
        looked,
        paper,
    )


def _ask_to_test() -> None:
    """Ask for the firmness of the present scenario; another one is not tested until somebody asks again."""
    mine = session.session()
    mine.to_test = mine.scenario


def _slopes(problem: Problem, live: Live) -> tuple[LivePlace, Offered]:
    """Return the place of what was before beside what is now, and what its menu holds."""
    unfolded = widgets.fold(_("Before and now: who moved?"), key=widgets.key("slopes"))
    with unfolded:
        menu = choose_before(problem, unfolded=bool(unfolded.open))
        return live.place("slopes", seen=bool(unfolded.open)), menu


def _plane(method: str, live: Live) -> LivePlace:
    """Return the place of the plane, which only TOPSIS has."""
    if method != "topsis":
        return live.place("plane", seen=False)
    unfolded = widgets.fold(_("Average or unevenness: what decides under TOPSIS?"), key=widgets.key("plane"))
    with unfolded:
        return live.place("plane", seen=bool(unfolded.open))
