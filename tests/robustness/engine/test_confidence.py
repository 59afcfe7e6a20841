"""The error of a confidence factor covers the exact one, where central weights were drawn too."""

from __future__ import annotations

from math import log

import numpy as np
import pytest

from criteria.robustness import acceptability
from criteria.robustness.engine.confidence import GROUPS, firsts_by_group
from criteria.robustness.engine.firsts import shared

# One candidate has u and 0, the other 0 and 1, with u drawn evenly from 0.2 to 0.3 and the first weight w from 0.3 to 0.8: the first
# candidate leads where w u > 1 - w, for w above W.
W = 1 / 1.3


def exact_factor(top: float = 0.8) -> float:
    """Return in which share of u the first candidate leads at the mean of the weights under which it leads."""
    # It leads with probability (0.3 - (1 - w) / w) / 0.1 = 13 - 10 / w.
    leads = 13 * (top - W) - 10 * log(top / W)
    central = (13 * (top**2 - W**2) / 2 - 10 * (top - W)) / leads
    return 13 - 10 / central


@pytest.mark.slow
def test_the_error_covers_the_exact_factor_where_few_draws_make_the_central_weights() -> None:
    exact, inside, widths = exact_factor(), 0, []
    for seed in range(60):
        found = acceptability(
            "wsm", [[0.25, 0], [0, 1]], [True, True], within=[[0.3, 0.8], [0.2, 0.7]], low=[[0.2, 0], [0, 1]],
            high=[[0.3, 0], [0, 1]], distribution="uniform", draws=4_000, rng=seed, normalization="none",
        )  # fmt: skip
        inside += abs(found.confidence_factor[0] - exact) <= found.confidence_error[0]
        widths.append(found.confidence_error[0])
    assert inside >= 52  # 57 expected; of the error of drawing the evidence alone, 40
    assert np.median(widths) < 0.06


def test_central_weights_of_fewer_draws_than_groups_tell_nothing() -> None:
    given = {"within": [[0.2, 0.8], [0.2, 0.8]], "draws": 2_000, "rng": 1, "normalization": "none"}
    one = acceptability("wsm", [[1, 0], [0.25, 1]], [True, True], **given)  # first where w > 0.57
    assert one.confidence_error.tolist() == [0.0, 0.0]
    rare = acceptability("wsm", [[1, 0], [0.7492, 1]], [True, True], **given)  # first where w > 0.7995
    assert 0 < rare.first[0] * rare.draws < GROUPS
    assert rare.confidence_error.tolist() == [1.0, 0.0]


def test_draws_are_told_apart_by_their_number_and_ties_share() -> None:
    first = np.array([[1.0, 0.0, 0.5], [0.0, 1.0, 0.5]])
    weights = np.array([[0.2, 0.8], [0.4, 0.6], [0.6, 0.4]])
    found = firsts_by_group(shared(first), 2, weights, start=9)
    assert found.shape == (GROUPS, 2, 3)
    assert found[9].tolist() == [[0.2, 0.8, 1.0], [0.0, 0.0, 0.0]]
    assert found[0].tolist() == [[0.0, 0.0, 0.0], [0.4, 0.6, 1.0]]
    assert found[1].tolist() == [[0.3, 0.2, 0.5], [0.3, 0.2, 0.5]]
    assert not found[2:9].any()


@pytest.mark.parametrize("draws", [7, 30, 43])
def test_each_group_has_the_draws_of_its_number(draws: int) -> None:
    drawn = np.random.default_rng(draws)
    first, weights = drawn.dirichlet(np.ones(4), draws).T, drawn.random((draws, 3))
    expected = np.zeros((GROUPS, 4, 4))
    for draw in range(draws):
        expected[(26 + draw) % GROUPS] += np.outer(first[:, draw], [*weights[draw], 1.0])
    assert firsts_by_group(shared(first), 4, weights, start=26) == pytest.approx(expected, abs=1e-12)
