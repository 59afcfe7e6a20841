"""Each weight may have a range of its own: chosen, moved and taken away in the side bar, and refused with a reason."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

import criteria
from criteria.model.problem import Problem
from criteria.ui.components.common import weight_ranges
from criteria.ui.components.common.weight_ranges import starting_range


def page() -> None:
    import streamlit as st
    from by_hand import BASE, PROBLEM

    from criteria.ui import session, widgets
    from criteria.ui.components.common.weight_ranges import ranges_fold

    widgets.set_noted_values()
    if session.session().scenario is None:
        session.keep(PROBLEM, BASE)
    problem, scenario = session.present()
    st.session_state["taken up"] = scenario.ranges
    ranges_fold(problem, scenario)


def with_quality() -> AppTest:
    page_ = AppTest.from_function(page, default_timeout=30).run()
    return page_.multiselect[0].set_value(["quality"]).run()


def shown(drawn: AppTest) -> str:
    return "".join(element.proto.body for element in drawn.get("html"))


def test_a_weight_begins_with_the_usual_spread_and_its_ends_are_moved() -> None:
    drawn = with_quality()
    assert drawn.session_state["taken up"] == (("quality", 0.45, 0.75),)
    assert drawn.slider[0].value == (45.0, 75.0)
    drawn = drawn.slider[0].set_range(61.5, 70.0).run()
    assert drawn.session_state["taken up"] == (("quality", 0.615, 0.7),)
    assert "The present weight lies outside its range: Quality." in shown(drawn)
    drawn = drawn.multiselect[0].set_value([]).run()
    assert drawn.session_state["taken up"] == ()
    assert not drawn.slider


def test_ends_that_cannot_hold_are_said_and_change_nothing() -> None:
    drawn = with_quality()
    drawn = drawn.multiselect[0].set_value(["quality", "speed"]).run()
    assert drawn.session_state["taken up"] == (("quality", 0.45, 0.75), ("speed", 0.15, 0.25))
    drawn = drawn.slider[1].set_range(60.0, 70.0).run()
    assert drawn.session_state["taken up"][1] == ("speed", 0.15, 0.25)
    assert "lower ends of the weights" in shown(drawn)


def test_without_any_importance_the_line_is_silent(case: Problem) -> None:
    nothing = {criterion.id: 0.0 for criterion in case.criteria}
    scenario = case.base_scenario().with_importances(nothing).with_ranges([("ip", 0.1, 0.2)])
    assert weight_ranges._outside(case, scenario) == ""


def test_a_profile_brings_the_range_that_a_weight_begins_with(case: Problem) -> None:
    profile = next(one for one in case.profiles if one.ranges)
    name, low, high = profile.ranges[0]
    points = dict(profile.importances)
    total = sum(points[group.id] for group in case.groups)
    found = starting_range(case, case.base_scenario(profile.id), name)
    assert found == (name, pytest.approx(low / total, abs=1e-4), pytest.approx(high / total, abs=1e-4))


def test_a_group_takes_the_place_of_what_is_below_it_and_the_other_way_round(
    case: Problem, monkeypatch: pytest.MonkeyPatch
) -> None:
    from criteria.ui import widgets

    noted: dict[str, object] = {}
    monkeypatch.setattr(widgets, "note_widget_value", noted.__setitem__)
    below = case.children("ip")[0].id
    scenario = weight_ranges._with_these(case, case.base_scenario(), [below, "region"])
    scenario = weight_ranges._with_these(case, scenario, [below, "region", "ip"])
    assert [name for name, _low, _high in scenario.ranges] == ["ip", "region"]
    assert sorted(noted["ranged"]) == ["ip", "region"]  # type: ignore[call-overload]
    scenario = weight_ranges._with_these(case, scenario, ["ip", "region", below])
    assert [name for name, _low, _high in scenario.ranges] == [below, "region"]


def test_the_badge_of_a_firm_lead_says_that_weights_have_ranges(case: Problem) -> None:
    from criteria.explain.verdict import said_in_one_line
    from criteria.robustness.evaluated.summary import robustness_of

    scenario = case.base_scenario().with_ranges([(group.id, 0.19, 0.21) for group in case.groups])
    evaluation = criteria.evaluate(case, scenario, methods=())
    said = said_in_one_line(evaluation, robustness_of(evaluation))
    assert "weights within ±25% or own ranges" in said or "uncertain on weights" in said
