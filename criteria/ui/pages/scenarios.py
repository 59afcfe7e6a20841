"""Scenarios: save and find them, compare them without applying any, and take them away as files that open again."""

from __future__ import annotations

import streamlit as st

from criteria.errors import CriteriaError
from criteria.explain.verdict import verdict
from criteria.model.evaluation import Evaluation
from criteria.model.problem import Problem
from criteria.model.scenario import Scenario
from criteria.ui import compute
from criteria.ui.components.common import blocks
from criteria.ui.components.common.choices import choose_problem, choose_profile
from criteria.ui.components.common.copy_link import link_query
from criteria.ui.components.common.method_choice import choose_method
from criteria.ui.components.common.owner import owner
from criteria.ui.components.common.page import header, run_page, take
from criteria.ui.components.scenarios.compare import compare, known_scenarios, summary
from criteria.ui.components.scenarios.saved_list import everything, found, one_saved
from criteria.ui.components.scenarios.saving import refused, save_form
from criteria.ui.components.scenarios.seals import seals
from criteria.ui.components.scenarios.take_away import record_upload, take_away


def page() -> None:
    """Draw the page."""
    run_page("scenarios", draw)


def draw(problems: dict[str, Problem], problem: Problem, scenario: Scenario) -> tuple[Problem, Scenario]:
    """Draw what is open, what is saved, the comparison, and what can be taken away."""
    with st.sidebar:
        problem, scenario = choose_problem(problems, problem, scenario)
        scenario = choose_profile(problem, scenario)
        scenario = choose_method(problem, scenario)
    take(problem, scenario)
    header(problem, scenario)
    with (
        st.container()
    ):  # each of these may be there or not: what is typed below stays where it is; so on this page throughout
        evaluation = headline(problem, scenario)
        refused()
    save_form(problem)
    listed = found(problem, mine := owner())
    known = known_scenarios(kept := everything(problem, mine), problem, problems)
    summary(problem, known, len(kept))
    with st.container():
        if listed:
            one_saved(listed, problems)
    with st.container():
        if evaluation is not None:
            compare(problem, scenario, known)
    with st.container():
        if evaluation is not None:
            take_away(evaluation)
    seals(problem, scenario)
    record_upload()
    return problem, scenario


def headline(problem: Problem, scenario: Scenario) -> Evaluation | None:
    """Draw who leads; return the evaluation, None where nothing can be ranked."""
    try:
        evaluation = compute.evaluated(problem, scenario)
    except CriteriaError as error:
        st.html(blocks.error(str(error)))
        return None
    found = verdict(evaluation, compute.known_firmness(problem, scenario))
    st.html(blocks.verdict_card(found, link_query(problem, scenario)))
    return evaluation
