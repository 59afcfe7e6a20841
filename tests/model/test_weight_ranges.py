"""Ranges of weights are shares in order, one for each criterion, sorted."""

from __future__ import annotations

import pytest

from criteria.errors import ScenarioError
from criteria.model.problem import Problem
from criteria.model.scenario_checks import check_scenario
from criteria.model.weight_ranges import checked_ranges


def test_the_last_range_of_a_criterion_counts_and_they_are_sorted() -> None:
    assert checked_ranges([("b", 0, 1), ("a", 0.1, 0.2), ("b", 0.3, 0.3)]) == (
        ("a", 0.1, 0.2),
        ("b", 0.3, 0.3),
    )


@pytest.mark.parametrize(("low", "high"), [(0.3, 0.2), (-0.1, 0.2), (0.1, 1.1), (float("nan"), 0.2)])
def test_what_is_no_range_of_shares_is_refused(low: float, high: float, case: Problem) -> None:
    with pytest.raises(ScenarioError, match="give two shares from 0 to 1, the lower one first"):
        case.base_scenario().with_ranges([("ip", low, high)])


@pytest.mark.parametrize(
    ("ranges", "said"),
    [
        ([("ip", 0.1, 0.2), ("ip-terms", 0.1, 0.2)], "both have a range of their own; keep one of the two"),
        ([("ip", 0.6, 0.7), ("region", 0.5, 0.7)], "ranges sum to 110%"),
        ([("nobody", 0.1, 0.2)], "nobody"),
    ],
)
def test_ranges_that_cannot_hold_together_are_refused(
    ranges: list[tuple[str, float, float]], said: str, case: Problem
) -> None:
    with pytest.raises(ScenarioError, match=said):
        check_scenario(case, case.base_scenario().with_ranges(ranges))


def test_upper_ends_of_all_groups_reach_100_per_cent(case: Problem) -> None:
    ranges = [(group.id, 0.05, 0.15) for group in case.groups]
    with pytest.raises(ScenarioError, match="upper ends sum to 75%"):
        check_scenario(case, case.base_scenario().with_ranges(ranges))
