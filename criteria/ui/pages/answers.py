"""Your answers: the page that a person's own link opens, with that person's questions and nothing else."""

from __future__ import annotations

import streamlit as st

from criteria.model.problem import Problem
from criteria.model.scenario import Scenario
from criteria.translation import translate as _
from criteria.ui import address, session
from criteria.ui.components.common import blocks
from criteria.ui.components.common.page import run_page
from criteria.ui.components.weights.answering import answering


def page() -> None:
    """Draw the page."""
    run_page(address.QUESTIONS, draw, foot=False, paper=False)


def draw(_problems: dict[str, Problem], problem: Problem, scenario: Scenario) -> tuple[Problem, Scenario]:
    """Draw the questions of the person whose link was opened, or why they cannot be opened."""
    mine = session.session()
    if mine.questions is None:
        blocks.brand("", _("Your answers"))
        st.html(blocks.refused(_("These questions cannot be opened"), mine.notes))
        return problem, scenario
    return problem, answering(problem, scenario)
