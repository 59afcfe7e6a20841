"""Weights from the data: every scheme beside the weights in use, and the cell named where a scheme cannot take it."""

from __future__ import annotations

import re

import numpy as np
import pytest
from by_hand import BASE, PROBLEM, evaluated
from streamlit.testing.v1 import AppTest

from criteria.explain.numbers import percent
from criteria.model.evidence import Performance
from criteria.model.importance import leaf_weights
from criteria.model.problem import Problem
from criteria.ui.components.weights.from_data import _frame, _table
from criteria.weighting.objective import OBJECTIVE, objective

MAXIMIZED = np.array([True, True, False])


def test_the_table_and_its_csv_have_each_schemes_weights_under_its_name() -> None:
    evaluation = evaluated()
    found = {key: objective(key, evaluation.performances, MAXIMIZED).weights for key in ("equal", "std")}
    html = _table(PROBLEM, evaluation, found)
    assert [head for head in re.findall(r"<th[^>]*>([^<]*)</th>", html) if head][:4] == [
        "Criterion", "In use", OBJECTIVE["equal"].name, OBJECTIVE["std"].name,
    ]  # fmt: skip
    shown = re.findall(r">([\d.]+%)<", html)
    assert shown == [
        percent(float(weights[j])) for j in range(3) for weights in (evaluation.weights, *found.values())
    ]
    assert shown[:2] == ["60%", "33%"]
    frame = _frame(PROBLEM, evaluation, found)
    assert list(frame) == ["criterion_id", "criterion", "in_use", "equal", "std"]
    assert frame["in_use"].tolist() == pytest.approx([0.6, 0.2, 0.2])
    assert frame["std"].tolist() == pytest.approx(found["std"].tolist())
    assert frame["criterion_id"].tolist() == ["quality", "speed", "price"]


def drawn(problem: Problem) -> AppTest:
    """Return the view of the weights from the data, drawn alone."""

    def script() -> None:
        import streamlit as st
        from by_hand import BASE

        from criteria.ui import presses, session
        from criteria.ui.components.weights.from_data import data_view

        problem = st.session_state["problem"]
        scenario = st.session_state.get("after", BASE)
        session.keep(problem, scenario)
        problem, scenario = presses.do_noted({}, problem, scenario)
        st.session_state["after"] = data_view(problem, scenario)

    page = AppTest.from_function(script, default_timeout=60)
    page.session_state["problem"] = problem
    page.run()
    assert not page.exception, page.exception
    return page


def test_a_scheme_that_cannot_take_a_cell_names_candidate_and_criterion() -> None:
    page = drawn(PROBLEM.with_performance("birch", "price", Performance(likely=0)))
    text = "\n".join(element.proto.body for element in page.get("html")).replace("&#39;", "'")
    assert "Not for these data:" in text
    assert re.search(r"MEREC needs numbers above 0; 'Birch', criterion 'Price' is 0", text)
    assert OBJECTIVE["merec"].name not in page.selectbox[0].options


def test_the_weights_looked_at_are_those_used() -> None:
    page = drawn(PROBLEM)
    page.selectbox[0].select("critic").run()
    button = next(b for b in page.button if b.label == "Use these weights")
    button.click().run()
    assert not page.exception, page.exception
    expected = objective("critic", evaluated().performances, MAXIMIZED).weights
    assert leaf_weights(PROBLEM, page.session_state["after"]) == pytest.approx(expected, abs=1e-6)
    assert leaf_weights(PROBLEM, BASE) != pytest.approx(expected, abs=1e-2)
