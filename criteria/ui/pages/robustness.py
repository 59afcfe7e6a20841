"""Robustness: how firm is the ranking, and what would change it? One question a chart, one answer a sentence."""

from __future__ import annotations

from contextlib import suppress

import streamlit as st

from criteria.errors import CriteriaError
from criteria.explain.verdict import verdict
from criteria.model.evaluation import Evaluation
from criteria.model.problem import Problem
from criteria.model.scenario import Scenario
from criteria.ranking.catalogue import METHODS
from criteria.translation import translate as _
from criteria.ui import compute, widgets
from criteria.ui.components.common import blocks
from criteria.ui.components.common.choices import choose_problem, choose_profile
from criteria.ui.components.common.copy_link import link_query
from criteria.ui.components.common.method_choice import choose_method
from criteria.ui.components.common.page import header, run_page, take
from criteria.ui.components.robustness.uncertainty import choose_uncertainty
from criteria.ui.components.robustness.views import VIEWS


def page() -> None:
    """Draw the page."""
    run_page("robustness", draw)


def draw(problems: dict[str, Problem], problem: Problem, scenario: Scenario) -> tuple[Problem, Scenario]:
    """Draw menus, headline and the view that was chosen."""
    with st.sidebar:
        problem, scenario = choose_problem(problems, problem, scenario)
        scenario = choose_profile(problem, scenario)
        scenario = choose_method(problem, scenario)
        scenario = choose_uncertainty(scenario)
    take(problem, scenario)
    header(problem, scenario)
    try:
        evaluation = compute.evaluated(problem, scenario)
    except CriteriaError as error:
        st.html(blocks.error(str(error)))
    else:
        firmness(evaluation)
    return problem, scenario


def firmness(evaluation: Evaluation) -> None:
    """Draw the headline and the chosen view; a method that runs one draw at a time is asked for only on request."""
    problem, scenario = evaluation.problem, evaluation.scenario
    headline, query = st.empty(), link_query(problem, scenario)
    known = compute.known_firmness(problem, scenario)
    headline.html(blocks.verdict_card(verdict(evaluation, known), query))
    if len(evaluation.ranked) < 2:
        st.html(blocks.caption(_("With one candidate there is nothing to compare: take another one back.")))
        return
    view = widgets.row(
        _("Look at"),
        {name: _(view.title) for name, view in VIEWS.items()},
        present="weights",
        required=True,
        key="robustness-view",
        label_visibility="collapsed",
    )
    if not METHODS[scenario.method].batched and not widgets.switch(
        _(
            "Compute with {method}: it runs one draw at a time, with at most 300 draws a figure, and takes a while",
            method=evaluation.method_name,
        ),
        key=widgets.key(f"slow-{scenario.method}"),
    ):
        return
    if known is None and not METHODS[scenario.method].batched:
        with suppress(CriteriaError):  # the figures below say what is wrong
            headline.html(blocks.verdict_card(verdict(evaluation, compute.tested(evaluation)), query))
    VIEWS[str(view or "weights")].draw(evaluation)
