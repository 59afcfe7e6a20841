"""Evidence: every performance as a heat map, the weakest first, and one rating tried otherwise or corrected."""

from __future__ import annotations

import streamlit as st

from criteria.errors import CriteriaError
from criteria.explain.verdict import verdict
from criteria.model.problem import Problem
from criteria.model.scenario import Scenario
from criteria.translation import translate as _
from criteria.ui import compute, widgets
from criteria.ui.components.common import blocks
from criteria.ui.components.common.choices import choose_problem, choose_profile
from criteria.ui.components.common.copy_link import link_query
from criteria.ui.components.common.method_choice import choose_method
from criteria.ui.components.common.page import header, run_page, take
from criteria.ui.components.evidence.cells import FILTERS, heat_map, listed_markup
from criteria.ui.components.evidence.grid import grid
from criteria.ui.components.evidence.rating import rating
from criteria.ui.components.evidence.structure import structure


def page() -> None:
    """Draw the page."""
    run_page("evidence", draw)


def draw(problems: dict[str, Problem], problem: Problem, scenario: Scenario) -> tuple[Problem, Scenario]:
    """Draw menus, headline, the table, the ratings to look at, and one rating to change."""
    with st.sidebar:
        problem, scenario = choose_problem(problems, problem, scenario)
        scenario = choose_profile(problem, scenario)
        scenario = choose_method(problem, scenario)
    take(problem, scenario)
    header(problem, scenario)
    with st.container():  # what is typed below stays where it is, whatever can be ranked
        known(problem, scenario)
    taken = frozenset(problems)
    with widgets.fold(_("Type over the ratings in a grid"), key="evidence-grid") as folded:
        if folded.open:
            grid(problem, taken)
    with widgets.fold(_("Candidates, criteria and must-haves"), key="evidence-structure") as folded:
        if folded.open:
            structure(problem, scenario, taken)
    st.html(blocks.heading(_("Change one rating")))
    rating(problem, scenario, taken)
    return problem, scenario


def known(problem: Problem, scenario: Scenario) -> None:
    """Draw the headline, the table as a heat map, and the ratings to look at."""
    try:
        evaluation = compute.evaluated(problem, scenario)
    except CriteriaError as error:
        st.html(blocks.error(str(error)))
    else:
        said = verdict(evaluation, compute.known_firmness(problem, scenario))
        st.html(blocks.verdict_card(said, link_query(problem, scenario)))
        st.html(
            blocks.heading(
                _("What is known of each candidate?"), _("Darker is better; letters are the confidence.")
            )
            + heat_map(evaluation)
        )
        chosen = widgets.row(
            _("Ratings to look at"),
            {name: _(row.title) for name, row in FILTERS.items()},
            present="weakest",
            required=True,
            key="evidence-filter",
        )
        with widgets.fold(_("Ratings to look at, as a list")):
            st.html(listed_markup(evaluation, str(chosen or "weakest")))
