"""How the pages that look at one ranking begin: menus, name and link, headline."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from criteria.errors import CriteriaError
from criteria.explain.verdict import verdict
from criteria.model.evaluation import Evaluation
from criteria.model.problem import Problem
from criteria.model.scenario import Scenario
from criteria.robustness.evaluated.on_request import Unbeaten
from criteria.robustness.evaluated.summary import Robustness
from criteria.ui import compute
from criteria.ui.components.common import blocks
from criteria.ui.components.common.choices import choose_problem, choose_profile
from criteria.ui.components.common.copy_link import link_query
from criteria.ui.components.common.method_choice import choose_method
from criteria.ui.components.common.page import header, take


def opening(
    problems: dict[str, Problem],
    problem: Problem,
    scenario: Scenario,
    *more: Callable[[Scenario], Scenario],
) -> tuple[Problem, Scenario, tuple[Evaluation, DeltaGenerator] | None]:
    """Draw menus and headline; return what was chosen, and its evaluation with the place of the headline, None where a sentence says why there is none.

    more: further menus of the page, below the others.
    """
    with st.sidebar:
        problem, scenario = choose_problem(problems, problem, scenario)
        scenario = choose_profile(problem, scenario)
        scenario = choose_method(problem, scenario)
        for choose in more:
            scenario = choose(scenario)
    take(problem, scenario)
    header(problem, scenario)
    try:
        evaluation = compute.evaluated(problem, scenario)
    except CriteriaError as error:
        st.html(blocks.error(str(error)))
        return problem, scenario, None
    place = st.empty()
    show_headline(place, evaluation, compute.known_firmness(problem, scenario))
    return problem, scenario, (evaluation, place)


def show_headline(place: DeltaGenerator, evaluation: Evaluation, found: Robustness | Unbeaten | None) -> None:
    """Draw the headline at its place.  found: what is known of how firm the ranking is."""
    query = link_query(evaluation.problem, evaluation.scenario)
    place.html(blocks.verdict_card(verdict(evaluation, found), query))
