"""How every page begins: the problems, the scenario of this run, and what the reader of a link should know."""

from __future__ import annotations

import streamlit as st

from criteria.errors import CriteriaError
from criteria.model.problem import Problem
from criteria.model.scenario import Scenario
from criteria.translation import translate as _
from criteria.ui import compute, state
from criteria.ui.components.common import blocks

Begun = tuple[dict[str, Problem], Problem, Scenario]


def begin(page: str) -> Begun | None:
    """Return the problems, and the problem and scenario of this run; None, with the reason drawn, where there is no problem."""
    try:
        problems = compute.problems()
    except CriteriaError as error:
        st.html(blocks.error(str(error)))
        return None
    return problems, *state.open_scenario(problems, next(iter(problems)), page)


def about_link() -> str:
    """Return what in the opened link could not be used, the empty text where all could."""
    noted = state.session().notes
    return blocks.notes(noted, _("About the link you opened:")) if noted else ""
