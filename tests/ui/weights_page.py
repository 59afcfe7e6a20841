"""How the tests drive the page of weights: open it, press, type, answer a pair, and read what it says."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from streamlit.testing.v1 import AppTest

from criteria.model.judgements import WAYS
from criteria.model.problem import Problem
from criteria.model.scenario import Scenario
from criteria.ui import session as tab
from criteria.ui.components.weights.pair_question import take_pair
from criteria.weighting.panel import member_weights, panel_members

PAGE = str(Path(__file__).parent / "weights_alone.py")
BUNDLED = ("automotive-cloud", "fighter-aircraft", "telematics-suppliers")
VIEWS = ("ask", "data", "stakeholders")


def opened(**query: str | list[str]) -> AppTest:
    page = AppTest.from_file(PAGE, default_timeout=120)
    for name, value in query.items():
        page.query_params[name] = value
    return page.run()


def again(page: AppTest) -> AppTest:
    """Return the page as a reload of its address opens it."""
    return opened(**{name: page.query_params[name] for name in page.query_params})


def shown(page: AppTest) -> str:
    return "\n".join(element.proto.body for element in page.get("html")).replace("&#39;", "'")


def session(page: AppTest):
    return page.session_state["criteria-session"]


def scenario(page: AppTest) -> Scenario:
    return session(page).scenario


def choose(page: AppTest, option: str) -> AppTest:
    """Press the segment that is kept under this name: a view, a way, or a node of the tree."""
    keys = dict.fromkeys(VIEWS, "weights-view") | dict.fromkeys(WAYS, "way-")
    found = [g for g in page.get("button_group") if str(g.key).startswith(keys.get(option, "node-"))]
    return found[0].set_value(option).run()


def menu(page: AppTest, label: str):
    return next(box for box in page.selectbox if box.label == label)


def enter(page: AppTest, *values: float) -> AppTest:
    for field, value in zip(page.number_input, values, strict=True):
        field.set_value(value)
    return page.run()


def judge(page: AppTest, first: str, second: str, level: int, node: str = "") -> AppTest:
    """Send what the question component sends, and take it up as its callback does."""
    session(page).acted = True
    within = tab._IN_CALLBACK.set(session(page))
    try:
        take_pair({
            "who": menu(page, "Whose judgements?").value, "node": node, "pair": [first, second], "act": "judge", "level": level,
        })  # fmt: skip
    finally:
        tab._IN_CALLBACK.reset(within)
    return page.run()


def add(page: AppTest, name: str) -> AppTest:
    next(field for field in page.text_input if field.label == "Name").set_value(name)
    return next(button for button in page.button if button.label == "Add").click().run()


def use(page: AppTest) -> AppTest:
    return next(button for button in page.button if button.label == "Use these weights").click().run()


def elicited_by(problem: Problem, page: AppTest) -> np.ndarray:
    panel = scenario(page).panel
    member = next(m for m in panel_members(problem, panel) if m.id == panel.open)
    weights = member_weights(problem, member).leaf_weights
    assert weights is not None
    return weights
