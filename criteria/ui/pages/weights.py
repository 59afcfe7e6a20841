"""Weights: where do they come from, and which disagreement matters? Asked in words, taken from the data, put together."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

import streamlit as st

from criteria.model.problem import Problem
from criteria.model.scenario import Scenario
from criteria.translation import later
from criteria.translation import translate as _
from criteria.ui import widgets
from criteria.ui.components.common import blocks
from criteria.ui.components.common.choices import choose_problem
from criteria.ui.components.common.method_choice import choose_method
from criteria.ui.components.common.page import header, run_page, take
from criteria.ui.components.common.undo_redo import undo_redo
from criteria.ui.components.common.weight_ranges import ranges_fold
from criteria.ui.components.weights.ask_view import ask_view
from criteria.ui.components.weights.from_data import data_view
from criteria.ui.components.weights.kept_answers import offer_kept_answers
from criteria.ui.components.weights.stakeholders import stakeholders


@dataclass(frozen=True, slots=True)
class View:
    """A door of the page: its title in English, and what draws it and returns the scenario with what was chosen there."""

    title: str
    draw: Callable[[Problem, Scenario], Scenario]


VIEWS: Mapping[str, View] = MappingProxyType(
    {
        "ask": View(later("Answer"), ask_view),
        "stakeholders": View(later("Facilitate"), stakeholders),
        "data": View(later("From the data"), data_view),
    }
)


def page() -> None:
    """Draw the page."""
    run_page("weights", draw)


def draw(problems: dict[str, Problem], problem: Problem, scenario: Scenario) -> tuple[Problem, Scenario]:
    """Draw menus and the view that was chosen."""
    with st.sidebar:
        problem, scenario = choose_problem(problems, problem, scenario)
        scenario = choose_method(problem, scenario)
        st.html(
            blocks.caption(
                _("The method shows what weights would do to the ranking; judgements do not depend on it.")
            )
        )
        ranges_fold(problem, scenario)
        undo_redo()
    take(problem, scenario)
    header(problem, scenario, _("Weights"))
    with st.container():
        offer_kept_answers(problem, scenario)
    view = widgets.row(
        _("Look at"),
        {name: _(view.title) for name, view in VIEWS.items()},
        present="ask",
        required=True,
        key="weights-view",
        label_visibility="collapsed",
    )
    scenario = VIEWS[str(view or "ask")].draw(problem, scenario)
    return problem, scenario
