"""The settings of the figures: each widget changes its own setting, and no other."""

from __future__ import annotations

from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest

from criteria.model.uncertainty import DISTRIBUTIONS, Uncertainty

START = Uncertainty(spread=0.37, draws=1_000, seed=4)


def page() -> None:
    import streamlit as st
    from by_hand import BASE, PROBLEM

    from criteria.model.uncertainty import Uncertainty
    from criteria.ui import session
    from criteria.ui.components.robustness.uncertainty import choose_uncertainty

    if session.session().scenario is None:
        session.keep(PROBLEM, BASE.with_uncertainty(Uncertainty(spread=0.37, draws=1_000, seed=4)))
    problem, start = session.present()
    st.session_state["taken up"] = start.uncertainty
    scenario = choose_uncertainty(problem, start)
    session.keep(problem, scenario)
    st.session_state["chosen"] = scenario.uncertainty


def opened() -> AppTest:
    return AppTest.from_function(page, default_timeout=30).run()


def test_what_came_with_a_link_stays_until_it_is_moved() -> None:
    # The slider has steps of 5 %: a spread of 37 % is not one of them.
    assert opened().session_state["chosen"] == START


@pytest.mark.parametrize("spread", [0, 25, 40, 100])
def test_the_spread_is_in_per_cent(spread: int) -> None:
    moved = opened().slider[0].set_value(spread).run()
    assert moved.session_state["chosen"] == replace(START, spread=spread / 100)


@pytest.mark.slow
def test_draws_distribution_shared_and_seed_reach_the_scenario_before_the_page_is_drawn() -> None:
    _distribution, draws = opened().selectbox
    assert draws.options == ["1\u202f000", "10\u202f000", "50\u202f000", "200\u202f000"]
    other = next(kind for kind in DISTRIBUTIONS if kind != START.distribution)
    for moved, expected in (
        (opened().selectbox[1].set_value(50_000), replace(START, draws=50_000)),
        (opened().selectbox[0].set_value(other), replace(START, distribution=other)),
        (opened().toggle[0].set_value(True), replace(START, shared=True)),
        (opened().toggle[1].set_value(True), replace(START, by_source=True)),
        (opened().number_input[0].set_value(99), replace(START, seed=99)),
    ):
        page = moved.run()
        # A run may be cut off at any time: what was chosen is in the scenario when it begins.
        assert page.session_state["taken up"] == expected
        assert page.session_state["chosen"] == expected
