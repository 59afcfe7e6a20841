"""What of the shortlist stays while weights move, and the places for what does not."""

from __future__ import annotations

from dataclasses import fields

import pytest
from streamlit.testing.v1 import AppTest

from criteria.ui.components.common.live import LivePlace
from criteria.ui.components.shortlist.drawer import Places
from criteria.ui.components.shortlist.layout import Slots


def page(method: str = "topsis") -> None:
    import streamlit as st
    from by_hand import PROBLEM

    from criteria.ui.components.common.live import Live
    from criteria.ui.components.shortlist.layout import layout

    st.session_state["slots"] = layout(PROBLEM, method, Live(PROBLEM, PROBLEM.base_scenario()))


def test_every_part_of_the_shortlist_has_a_place_of_its_own() -> None:
    drawn = AppTest.from_function(page, default_timeout=60).run()
    assert not drawn.exception
    slots = drawn.session_state["slots"]
    places = [
        getattr(slots, field.name)
        for field in fields(Slots)
        if field.name not in ("live", "drawer", "before")
    ]
    places += [getattr(slots.drawer, field.name) for field in fields(Places)]
    assert all(isinstance(place, LivePlace) for place in places)
    assert len({place._name for place in places}) == len(places)
    assert {"Candidate", "Compare it with", "First", "Second"} <= {box.label for box in drawn.selectbox}


@pytest.mark.parametrize(
    ("method", "asked"), [("topsis", False), ("electre_ii", True), ("promethee_i", True)]
)
def test_a_method_without_figures_at_once_is_tested_at_the_press_of_a_button(
    method: str, asked: bool
) -> None:
    drawn = AppTest.from_function(page, default_timeout=60, args=(method,)).run()
    assert not drawn.exception
    assert ("Test weights and evidence" in [button.label for button in drawn.button]) is asked
