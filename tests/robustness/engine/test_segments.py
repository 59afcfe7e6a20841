"""Lines of weights: ends, places of change, and where a claim stops to hold."""

from __future__ import annotations

import numpy as np
import pytest

from criteria.robustness.engine.calls import checked_call
from criteria.robustness.engine.segments import bisected, line, line_of, unit_scores


def test_a_line_moves_members_together_and_keeps_all_proportions_else() -> None:
    weights = np.array([0.5, 0.3, 0.2])
    start, end = line_of(weights, [0])
    assert start == pytest.approx([0, 0.6, 0.4])
    assert end == pytest.approx([1, 0, 0])
    assert line(start, end, np.array([0.5, 0.0])) == pytest.approx(np.array([[0.5, 0.3, 0.2], [0, 0.6, 0.4]]))


def test_members_without_weight_share_equally_and_all_criteria_are_a_point() -> None:
    weights = np.array([0.0, 0.0, 1.0])
    start, end = line_of(weights, [0, 1])
    assert (start.tolist(), end.tolist()) == ([0, 0, 1], [0.5, 0.5, 0])
    assert [part.tolist() for part in line_of(weights, [0, 1, 2])] == [[0, 0, 1], [0, 0, 1]]


def test_scores_at_full_weights_are_the_columns_of_the_weighted_sum_and_none_for_topsis() -> None:
    table = [[0.6, 0.8], [0.9, 0.1]]
    call, _weights = checked_call("wsm", table, [True, True], None, {"normalization": "none"})
    assert unit_scores(call) == pytest.approx(np.array(table).T)
    bent, _weights = checked_call("topsis", table, [True, True], None, {})
    assert unit_scores(bent) is None


def test_bisection_finds_each_place_where_a_claim_changes() -> None:
    found = bisected(lambda at: at >= np.array([0.25, 1 / 3]), np.zeros(2), np.ones(2))
    assert found == pytest.approx([0.25, 1 / 3], abs=1e-11)
