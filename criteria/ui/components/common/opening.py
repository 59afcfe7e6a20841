"""How the pages that look at one ranking begin: menus, name and link, headline."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from criteria.errors import CriteriaError
from criteria.explain.tiles import threat_tiles
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
from criteria.ui.components.common.tiles import threat_strip
from criteria.ui.markup import NOTHING


def opening(
    problems: dict[str, Problem],
    problem: Problem,
    scenario: Scenario,
    *more: Callable[[Problem, Scenario], Scenario],
    threats: bool = False,
) -> tuple[Problem, Scenario, tuple[Evaluation, DeltaGenerator] | None]:
    """Draw menus and headline; return what was chosen, and its evaluation with the place of the headline, None where a sentence says why there is none.

    more: further menus of the page, below the others.  threats: whether the headline comes with what threatens first place.
    """
    with st.sidebar:
        problem, scenario = choose_problem(problems, problem, scenario)
        scenario = choose_profile(problem, scenario)
        scenario = choose_method(problem, scenario)
        for choose in more:
            scenario = choose(problem, scenario)
    take(problem, scenario)
    header(problem, scenario)
    try:
        evaluation = compute.evaluated(problem, scenario)
    except CriteriaError as error:
        st.html(blocks.error(str(error)))
        return problem, scenario, None
    place = st.empty()
    show_headline(place, evaluation, compute.known_firmness(problem, scenario), threats=threats)
    return problem, scenario, (evaluation, place)


def show_headline(
    place: DeltaGenerator,
    evaluation: Evaluation,
    found: Robustness | Unbeaten | None,
    *,
    threats: bool = False,
) -> None:
    """Draw the headline at its place.  found: what is known of how firm the ranking is.  threats: whether what threatens first place stands under it."""
    query, said = link_query(evaluation.problem, evaluation.scenario), verdict(evaluation, found)
    strip = NOTHING
    if threats and isinstance(found, Robustness) and said.explained:
        strip = threat_strip(threat_tiles(found, compute.threats(evaluation, found)))
    place.html(blocks.verdict_card(said, query, strip))
