"""The settings of the robustness figures in the address: they come back equal, and nonsense is named and left out."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import criteria
from criteria.errors import ScenarioError
from criteria.explain.differences import differences
from criteria.model.problem import Problem
from criteria.model.uncertainty import DISTRIBUTIONS, Uncertainty

settings_drawn = st.builds(
    Uncertainty,
    spread=st.floats(0, 1),
    draws=st.integers(100, 200_000),
    seed=st.integers(0, 999_999),
    distribution=st.sampled_from(sorted(DISTRIBUTIONS)),
    shared=st.booleans(),
    by_source=st.booleans(),
)


@given(settings=settings_drawn)
def test_every_setting_comes_back_equal(case: Problem, settings: Uncertainty) -> None:
    scenario = case.base_scenario().with_uncertainty(settings)
    back, notes = criteria.scenario_from_query(case, criteria.scenario_to_query(case, scenario))
    assert notes == []
    assert back == scenario


def test_the_default_settings_leave_no_trace_in_the_link(case: Problem) -> None:
    assert "sure" not in criteria.scenario_to_query(case, case.base_scenario())


def test_a_large_problem_comes_with_its_own_draws_and_a_link_says_what_differs_from_them() -> None:
    frame = pd.DataFrame(
        np.arange(1_600 * 10.0).reshape(1_600, 10), index=[f"C{row}" for row in range(1_600)]
    )
    large = criteria.problem_from_frame(frame.rename(columns=lambda name: f"k{name}"), all_maximize=True)
    scenario = large.base_scenario()
    assert scenario.uncertainty == Uncertainty(draws=1_000)
    assert "sure" not in criteria.scenario_to_query(large, scenario)
    chosen = scenario.with_uncertainty(Uncertainty(draws=10_000))
    query = criteria.scenario_to_query(large, chosen)
    assert query["sure"] == "draws:10000"
    assert criteria.scenario_from_query(large, query) == (chosen, [])
    seeded, _notes = criteria.scenario_from_query(large, {"sure": "seed:5"})
    assert seeded.uncertainty == Uncertainty(draws=1_000, seed=5)
    assert differences(large, chosen).endswith("robustness with 10\u202f000 draws instead of 1\u202f000.")


@pytest.mark.parametrize(
    "text",
    ["spread:nan", "spread:-1", "spread:2", "spread:1e999", "draws:99999999999999999999", "draws:1.5", "draws:50",
     "seed:-1", "evidence:cauchy", "together:maybe", "sources:1", "nonsense", "spread", ":", "x:1", "spread:0x1"],
)  # fmt: skip
def test_a_setting_without_meaning_is_named_and_left_out(case: Problem, text: str) -> None:
    scenario, notes = criteria.scenario_from_query(case, {"sure": f"{text},seed:5"})
    assert len(notes) == 1
    assert scenario.uncertainty == Uncertainty(seed=5)


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"spread": 1.5}, "spread of the weights is 1.5"),
        ({"draws": 5}, "number of draws is 5"),
        ({"seed": -1}, "seed is -1"),
        ({"distribution": "cauchy"}, "no distribution 'cauchy'"),
    ],
)
def test_settings_are_checked_in_words(given: dict[str, object], words: str) -> None:
    with pytest.raises(ScenarioError, match=words):
        Uncertainty(**given)  # type: ignore[arg-type]
