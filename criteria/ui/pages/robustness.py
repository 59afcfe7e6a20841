"""Robustness: how firm is the ranking, and what would change it? One question a chart, one answer a sentence."""

from __future__ import annotations

from contextlib import suppress

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from criteria.errors import CriteriaError
from criteria.model.evaluation import Evaluation
from criteria.model.problem import Problem
from criteria.model.scenario import Scenario
from criteria.ranking.catalogue import METHODS
from criteria.ranking.families.votes import has_vote
from criteria.translation import translate as _
from criteria.ui import compute, looks, widgets
from criteria.ui.components.common import blocks
from criteria.ui.components.common.opening import opening, show_headline
from criteria.ui.components.common.page import run_page
from criteria.ui.components.robustness.uncertainty import choose_uncertainty
from criteria.ui.components.robustness.views import VIEWS


def page() -> None:
    """Draw the page."""
    run_page("robustness", draw)


def draw(problems: dict[str, Problem], problem: Problem, scenario: Scenario) -> tuple[Problem, Scenario]:
    """Draw menus, headline and the view that was chosen."""
    problem, scenario, opened = opening(problems, problem, scenario, choose_uncertainty, threats=True)
    if opened is not None:
        firmness(*opened)
    return problem, scenario


def firmness(evaluation: Evaluation, headline: DeltaGenerator) -> None:
    """Draw the chosen view; a method that runs one draw at a time is asked for only on request, and then the headline has its shares, too."""
    if len(evaluation.ranked) < 2:
        st.html(
            blocks.caption(_("With one candidate there is nothing to compare: bring another candidate back."))
        )
        return
    view = widgets.row(
        _("Look at"),
        {name: _(view.title) for name, view in VIEWS.items()},
        present=looks.look("view", VIEWS, looks.VIEWS[0]),
        required=True,
        key=widgets.key(looks.VIEW),
        then=looks.noted("view", widgets.key(looks.VIEW), looks.VIEWS[0]),
        label_visibility="collapsed",
    )
    if not METHODS[evaluation.scenario.method].batched and not widgets.switch(
        _(
            "Compute with {method}: it runs one draw at a time, with at most 300 draws a figure, and takes a while",
            method=evaluation.method_name,
        ),
        key=widgets.key(f"slow-{evaluation.scenario.method}"),
    ):
        return
    known = compute.known_firmness(evaluation.problem, evaluation.scenario)
    if known is None and not has_vote(METHODS[evaluation.scenario.method]):
        with suppress(CriteriaError):  # the figures below say what is wrong
            show_headline(headline, evaluation, compute.tested(evaluation), threats=True)
    VIEWS[str(view or "weights")].draw(evaluation)
