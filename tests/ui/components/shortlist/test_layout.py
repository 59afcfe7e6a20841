"""What of the shortlist stays while weights move, and the places for what does not."""

from __future__ import annotations

from dataclasses import fields

from streamlit.testing.v1 import AppTest

from criteria.ui.components.common.slot import Slot
from criteria.ui.components.shortlist.layout import Slots


def page() -> None:
    import streamlit as st
    from by_hand import PROBLEM

    from criteria.ui.components.shortlist.layout import layout

    st.session_state["slots"] = layout(PROBLEM, "topsis", "")


def test_every_part_of_the_shortlist_has_a_place_of_its_own() -> None:
    drawn = AppTest.from_function(page, default_timeout=60).run()
    assert not drawn.exception
    slots = drawn.session_state["slots"]
    places = [getattr(slots, field.name) for field in fields(Slots)]
    assert all(isinstance(place, Slot) for place in places)
    assert len({id(place) for place in places}) == len(places)
    headings = "".join(element.proto.body for element in drawn.get("html"))
    assert "What is behind a candidate?" in headings
