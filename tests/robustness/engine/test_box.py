"""What is proved about a box of weights is what a search of its corners finds, and nothing is proved for methods that bend."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest

from criteria.robustness import acceptability
from criteria.robustness.engine.box import proved_in_box, spread_box
from criteria.robustness.engine.calls import checked_call


@pytest.mark.parametrize("seed", range(20))
def test_a_proof_agrees_with_every_corner_of_the_box(seed: int) -> None:
    rng = np.random.default_rng(seed)
    performances, weights = rng.random((4, 4)), rng.dirichlet(np.ones(4))
    call, shares = checked_call("wsm", performances, [True] * 4, weights, {"normalization": "none"})
    low, high = spread_box(shares, 0.25)
    corners = np.array(list(product(*np.column_stack([low, high]))))
    values = corners @ performances.T
    leader = int(np.argmax(performances @ shares))
    ahead = values[:, [leader]] - np.delete(values, leader, axis=1)
    found = proved_in_box(call, shares, low, high)
    assert (found[leader] == 1) == bool(np.all(ahead > 0))
    assert np.array_equal(np.delete(found, leader) == -1, np.all(ahead > 0, axis=0))


def test_all_of_the_draws_are_no_proof_where_a_corner_dethrones_the_leader() -> None:
    # At the corner 0.75 a, 1.25 b the second leads by a hair: 0.5 · 1.25 · 0.601 > 0.5 · 0.75 · 1, on so little of the box that few draws see it.
    performances = [[1.0, 0.0], [0.0, 0.601]]
    found = acceptability(
        "wsm", performances, [True, True], around=([0.5, 0.5], 0.25), draws=50, rng=1, normalization="none"
    )
    assert found.first.tolist() == [1, 0]
    assert found.proved.tolist() == [0, 0]
    surely = acceptability(
        "wsm",
        [[1.0, 0.0], [0.0, 0.599]],
        [True, True],
        around=([0.5, 0.5], 0.25),
        draws=50,
        rng=1,
        normalization="none",
    )
    assert surely.proved.tolist() == [1, -1]


def test_nothing_is_proved_for_a_method_that_is_not_linear() -> None:
    found = acceptability(
        "topsis", [[9, 9], [1, 1]], [True, True], around=([0.5, 0.5], 0.25), draws=50, rng=1
    )
    assert found.first.tolist() == [1, 0]
    assert found.proved.tolist() == [0, 0]
    assert found.error == 3 / 50
