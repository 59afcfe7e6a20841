"""Evidence: every performance as a heat map, the weakest first, and one rating tried otherwise or corrected."""

from __future__ import annotations

import streamlit as st

from criteria.model.evaluation import Evaluation
from criteria.model.problem import Problem
from criteria.model.scenario import Scenario
from criteria.translation import translate as _
from criteria.ui import widgets
from criteria.ui.components.common import blocks
from criteria.ui.components.common.opening import opening
from criteria.ui.components.common.page import run_page
from criteria.ui.components.evidence.cells import FILTERS, heat_map, listed_markup
from criteria.ui.components.evidence.data_checks import data_checks
from criteria.ui.components.evidence.grid import grid
from criteria.ui.components.evidence.rating import rating
from criteria.ui.components.evidence.structure import structure


def page() -> None:
    """Draw the page."""
    run_page("evidence", draw)


def draw(problems: dict[str, Problem], problem: Problem, scenario: Scenario) -> tuple[Problem, Scenario]:
    """Draw menus, headline, the table, the ratings to look at, and one rating to change."""
    problem, scenario, opened = opening(problems, problem, scenario)
    with st.container():  # what is typed below stays where it is, whatever can be ranked
        if opened is not None:
            what_is_known(opened[0])
    data_checks(problem)
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


def what_is_known(evaluation: Evaluation) -> None:
    """Draw every rating with its confidence, and those that were asked for as a list."""
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
