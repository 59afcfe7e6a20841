"""Lines of weights: ends, places of change, and where a claim stops to hold."""

from __future__ import annotations

import numpy as np
import pytest

from criteria.robustness.engine import segments
from criteria.robustness.engine.calls import checked_call
from criteria.robustness.engine.segments import line, line_of, unit_scores


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


def test_a_polynomial_is_called_clear_of_nothing_only_where_it_is() -> None:
    # Products of factors with chosen roots: some in [0, 1], some just outside, some that touch 0 without passing it.
    rng = np.random.default_rng(5)
    roots = rng.choice([-0.5, -1e-6, 0.0, 1e-6, 0.3, 0.3, 0.7, 1.0, 1 + 1e-6, 1.8], size=(4_000, 4))
    roots += rng.choice([0.0, 1e-5], size=roots.shape)
    rows = np.array([np.polynomial.polynomial.polyfromroots(row) for row in roots])
    rows *= rng.choice([-1.0, 1e-3, 40.0], size=(len(rows), 1))
    clear = segments._never_level(rows, np.abs(rows).max(axis=1))
    inside = np.any((roots >= 0) & (roots <= 1), axis=1)
    assert not np.any(clear & inside)
    assert np.all(clear[np.all(roots < -0.1, axis=1)])
    assert np.mean(clear[~inside]) > 0.4


def test_leaving_out_what_is_clear_of_nothing_changes_no_root(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = np.random.default_rng(6).normal(size=(2_000, 5)) + np.array([1.0, 0, 0, 0, 0])
    found = segments._roots(rows)
    asked = []
    monkeypatch.setattr(
        segments, "_never_level", lambda rows, _size: asked.append(1) or np.zeros(len(rows), bool)
    )
    for quickly, slowly in zip(found, segments._roots(rows), strict=True):
        assert np.array_equal(quickly, slowly)
    assert asked
    assert 500 < sum(len(row) > 0 for row in found) < 1_500
