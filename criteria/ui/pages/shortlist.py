"""Shortlist: who leads, what carries them, who stands apart; weights that act while they are moved.

What people choose from menus runs the whole page. What they do in the importance panel runs `follow_weights` alone, which fills the slots anew.
"""

from __future__ import annotations

import streamlit as st

from criteria.model.problem import Problem
from criteria.model.scenario import Scenario
from criteria.translation import translate as _
from criteria.ui import address, compute, session, turns, widgets
from criteria.ui.components.common import blocks
from criteria.ui.components.common.choices import choose_problem, choose_profile
from criteria.ui.components.common.live import Live
from criteria.ui.components.common.method_choice import choose_method
from criteria.ui.components.common.page import run_page, take
from criteria.ui.components.common.share import share
from criteria.ui.components.common.weight_ranges import RangesLine, ranges_fold
from criteria.ui.components.shortlist.bar_clicks import hear_clicks
from criteria.ui.components.shortlist.fill import fill
from criteria.ui.components.shortlist.gates import gate_choices
from criteria.ui.components.shortlist.importance_panel import taken_up
from criteria.ui.components.shortlist.layout import Slots, layout
from criteria.ui.components.shortlist.travel import travels


def page() -> None:
    """Draw the page."""
    run_page("shortlist", draw, paper=False)


def draw(problems: dict[str, Problem], problem: Problem, scenario: Scenario) -> tuple[Problem, Scenario]:
    """Draw menus, what stays while weights move, and at last the panel with what follows from it."""
    with st.sidebar:
        problem, scenario = choose_problem(problems, problem, scenario)
        scenario = choose_profile(problem, scenario)
        scenario = choose_method(problem, scenario)
        panel = st.container()
        live = Live(problem, scenario)
        ranges = ranges_fold(problem, scenario, live)
        with widgets.fold(_("Must-haves and candidates set aside")):
            scenario = gate_choices(problem, scenario)
    take(problem, scenario)
    header(problem, scenario)
    hear_clicks()
    slots = layout(problem, scenario.method, live, folds=compute.has_matched(problem, scenario))
    with panel:
        follow_weights(slots, ranges)
        travels()
    return session.present()


def header(problem: Problem, scenario: Scenario) -> None:
    """Draw the name of the problem and the ways out of the page."""
    with st.container(key="header"):
        left, right = st.columns([5, 1], vertical_alignment="center")
    with left:
        blocks.brand(problem.title)
    with right:
        share(problem, scenario)


@st.fragment
def follow_weights(slots: Slots, ranges: RangesLine) -> None:
    """Draw the importance panel, and fill the places with what follows from it."""
    problem, scenario = session.present()
    scenario = taken_up(problem, scenario)
    # What the browser shows of the move already may wait for others.
    with turns.turn(turns.LATER if session.session().headed else turns.FIRST):
        with slots.live.run():
            fill(slots, ranges, problem, scenario)
        address.write_address()
