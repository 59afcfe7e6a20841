"""How every page runs, in one order: open the address, draw, keep what was chosen, write the address."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import streamlit as st

from criteria.errors import CriteriaError
from criteria.explain.differences import differences
from criteria.model.problem import Problem
from criteria.model.scenario import Scenario
from criteria.translation import translate as _
from criteria.ui import address, compute, own, presses, session, web_place, widgets
from criteria.ui.components.common import blocks
from criteria.ui.components.common.facts import firmness_words, glossary, other_facts
from criteria.ui.components.common.paper import colophon
from criteria.ui.components.common.sealing import sealing
from criteria.ui.components.common.share import share
from criteria.ui.components.common.slot import told
from criteria.ui.components.common.steady import begun_anew, note_return, resumed, with_kept
from criteria.ui.markup import NOTHING, Markup

Draw = Callable[[dict[str, Problem], Problem, Scenario], tuple[Problem, Scenario]]


def run_page(name: str, draw: Draw, *, foot: bool = True, paper: bool = True) -> None:
    """Run a page. draw: takes all problems, and the problem and scenario of this run; returns what they are by its end.

    foot: whether the notes on the problem's data, its facts and the meaning of its words stand under the page.
    paper: whether what a printed page ends with is drawn here; a page whose weights move in between draws it itself.

    What a page draws from menus it hands to `take` before it draws what follows from them: a run may end at any time.
    """
    web_place.note_place()
    widgets.set_noted_values()
    try:
        problems = compute.problems()
    except CriteriaError as error:
        st.html(blocks.error(str(error)))
        return
    back = resumed()
    stay = back is not None and back.same_session and not back.travelled
    problem, scenario = address.open_scenario(problems, next(iter(problems)), name, stay=stay)
    scenario = with_kept(problem, scenario, back)
    problem, scenario = presses.do_noted(problems, problem, scenario)
    if then := presses.next_page():
        take(problem, scenario)
        widgets.go(then)
    note_return(back, name)
    if session.session().sealing:
        take(problem, sealing(problem, scenario))
        return
    problem, scenario = draw(own.offered(problems), problem, scenario)
    take(problem, scenario)
    if paper:
        st.html(on_paper(problem, scenario))
    if foot:
        blocks.foot(problem.notes)
        st.html(firmness_words() + glossary(problem) + other_facts(problem))


def take(problem: Problem, scenario: Scenario) -> None:
    """Keep the scenario, write its address, and note that what was done is taken up."""
    session.keep(problem, scenario)
    address.write_address()
    session.act_is_done()


def header(problem: Problem, scenario: Scenario, page: str = "") -> None:
    """Draw the problem's name, the ways out of the page, what in the opened link could not be used, and what differs from the base case.

    page: the name of a page without a headline of its own.
    """
    with st.container(key="header"):
        left, right = st.columns([5, 1], vertical_alignment="center")
    with left:
        blocks.brand(problem.title, page)
    with right:
        share(problem, scenario)
    told(arrival(problem, scenario))


def arrival(problem: Problem, scenario: Scenario) -> Markup:
    """Return whether the page began anew, what in the opened link could not be used, and how the scenario differs from its base case."""
    return begun_anew() + about_link() + blocks.caption(differences(problem, scenario))


def on_paper(problem: Problem, scenario: Scenario) -> Markup:
    """Return what a printed page ends with."""
    link = session.session().base + own.address(session.session(), problem, scenario)
    return colophon(problem, scenario, link, today=date.today())


def about_link() -> Markup:
    """Return what in the opened link could not be used, the empty text where all could."""
    noted = session.session().notes
    return blocks.notes(noted, _("About what you opened:")) if noted else NOTHING
