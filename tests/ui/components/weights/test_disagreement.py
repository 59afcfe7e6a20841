"""Which disagreement matters: each row against numbers by hand, at once by most methods and on request by a slow one."""

from __future__ import annotations

import pytest
from by_hand import PROBLEM
from streamlit.testing.v1 import AppTest

from criteria.ui.components.weights.disagreement import disagreement_frame, with_disagreements
from tests.ui.components.weights.test_together import together


def test_disagreements_that_change_the_winner_come_first_with_everybodys_weight() -> None:
    """Quality at 60 % makes Ash first (0.743 to 0.667), price at 20 % too (0.722 to 0.715); speed at 20 or 50 % leaves Cedar."""
    frame = disagreement_frame(PROBLEM, with_disagreements(together()))
    assert frame.set_index("criterion")["matters"].to_dict() == {
        "Quality": True, "Price": True, "Speed": False,
    }  # fmt: skip
    assert frame["matters"].tolist() == [True, True, False]
    rows = frame.set_index("criterion_id")
    assert rows["Weight of Buyers"].to_dict() == pytest.approx({"quality": 0.6, "price": 0.2, "speed": 0.2})
    assert rows["Weight of Engineers"].to_dict() == pytest.approx(
        {"quality": 0.2, "price": 0.3, "speed": 0.5}
    )
    assert rows["group"].to_dict() == pytest.approx(
        {"quality": 0.38168, "price": 0.26989, "speed": 0.34843}, abs=1e-5
    )
    # Quality at 0.6: Ash 0.8·0.6 + 0.7·0.2254 + 0.6·0.1746 = 0.7425, Cedar 0.6675: Cedar is behind by 0.0751.
    assert rows.loc["quality", "smallest_lead"] == pytest.approx(-0.0751, abs=1e-4)


def page(method: str) -> None:
    import streamlit as st
    from by_hand import BASE, PROBLEM

    from criteria.model.judgements import Panel
    from criteria.ui.components.weights.disagreement import draw_disagreement
    from criteria.ui.components.weights.stakeholders import _together
    from criteria.weighting.panel import member_weights, panel_members

    everybody = tuple(member_weights(PROBLEM, member) for member in panel_members(PROBLEM, Panel()))
    found = _together(PROBLEM, BASE.with_method(method), everybody)
    st.session_state["rows"] = draw_disagreement(PROBLEM, found).rows


def test_most_methods_answer_at_once() -> None:
    drawn = AppTest.from_function(page, default_timeout=60, args=("wsm",)).run()
    assert not drawn.exception
    assert not drawn.toggle
    assert len(drawn.session_state["rows"]) == 3


@pytest.mark.slow
def test_a_slow_method_answers_on_request_and_stops_when_it_is_switched_off() -> None:
    drawn = AppTest.from_function(page, default_timeout=60, args=("electre_i",)).run()
    (switch,) = drawn.toggle
    assert (
        switch.label.replace("\u2060", "")
        == "Compare 3 criteria with ELECTRE I: it takes some seconds; switch off to stop"
    )
    assert drawn.session_state["rows"] == ()
    drawn = switch.set_value(True).run()
    assert not drawn.exception
    assert len(drawn.session_state["rows"]) == 3
    assert drawn.toggle[0].set_value(False).run().session_state["rows"] == ()
