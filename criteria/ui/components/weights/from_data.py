"""Weights from the data: all schemes side by side."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from criteria.charts.palette import UNSPLIT
from criteria.errors import CellError, CriteriaError
from criteria.explain.numbers import percent
from criteria.model.arrays import FloatArray
from criteria.model.cell_names import told_by_names
from criteria.model.evaluation import Evaluation
from criteria.model.problem import Problem
from criteria.model.scenario import Scenario
from criteria.ranking.matrix import maximized
from criteria.translation import translate as _
from criteria.ui import compute, widgets
from criteria.ui.components.common import blocks
from criteria.ui.components.common.downloads import data_button
from criteria.ui.components.weights import followed
from criteria.ui.markup import Markup, cell, heat_cell, row, table
from criteria.weighting.objective import OBJECTIVE, objective
from criteria.weighting.panel import importances_of_leaves


def data_view(problem: Problem, scenario: Scenario) -> Scenario:
    """Show what the data alone would make of the weights."""
    try:
        evaluation = compute.evaluated(problem, scenario)
    except CriteriaError as error:
        st.html(blocks.error(str(error)))
        return scenario
    return from_data(problem, scenario, evaluation)


def from_data(problem: Problem, scenario: Scenario, evaluation: Evaluation) -> Scenario:
    """Draw the weights by every scheme, of which one can be taken over; return the scenario."""
    found: dict[str, FloatArray] = {}
    refused: list[str] = []
    for key in OBJECTIVE:
        try:
            found[key] = objective(key, evaluation.performances, maximized(problem)).weights
        except CellError as error:
            refused.append(str(told_by_names(error, problem, evaluation.ranked)))
        except CriteriaError as error:
            refused.append(str(error))
    st.html(
        blocks.heading(
            _("What weights would the data alone give?"),
            _(
                "These schemes look at how the {count} ranked candidates differ, not at what matters: a criterion on which "
                "all are alike has no weight, however important it is.",
                count=len(evaluation.ranked),
            ),
        )
    )
    st.html(_table(problem, evaluation, found))
    if refused:
        st.html(blocks.notes(refused, _("Not for these data:")))
    with st.container(key="abreast-data"):
        left, right = st.columns([1, 1], gap="large")
    with left:
        chosen = widgets.menu(
            _("Look at the weights by"),
            {key: _(OBJECTIVE[key].name) for key in found},
            present=list(found)[min(1, len(found) - 1)],
            key=widgets.key("scheme"),
        )
        scheme = OBJECTIVE[chosen]
        st.markdown(
            f"{_(scheme.summary)}\n\n"
            + blocks.points(
                (_("Assumes"), _(scheme.assumes)),
                (_("Needs"), _(scheme.needs)),
                (_("Source"), scheme.reference),
            )
        )
        data_button("weights-from-data", lambda: _frame(problem, evaluation, found))
    with right:
        importances = importances_of_leaves(problem, found[chosen])
        st.html(blocks.heading(_("What would that do to the ranking?")))
        followed.effect(problem, scenario, importances)
        followed.use_button(
            problem, scenario, importances, f"scheme-{chosen}", now=lambda _problem, _scenario: importances
        )
    return scenario


def _table(problem: Problem, evaluation: Evaluation, found: dict[str, FloatArray]) -> Markup:
    columns = {_("In use"): evaluation.weights} | {
        _(OBJECTIVE[key].name): weights for key, weights in found.items()
    }
    largest = max(float(weights.max()) for weights in columns.values())
    rows = []
    for j, leaf in enumerate(problem.leaves):
        cells = (
            heat_cell(percent(float(weights[j])), 55 * float(weights[j]) / largest)
            for weights in columns.values()
        )
        rows.append(row([cell(leaf.label, "name"), *cells], style=f"--group:{UNSPLIT}"))
    return table([(_("Criterion"), ""), *((name, "n") for name in columns)], rows)


def _frame(problem: Problem, evaluation: Evaluation, found: dict[str, FloatArray]) -> pd.DataFrame:
    columns: dict[str, object] = {
        "criterion_id": [leaf.id for leaf in problem.leaves],
        "criterion": [leaf.label for leaf in problem.leaves],
        "in_use": evaluation.weights,
    }
    return pd.DataFrame(columns | dict(found.items()))
