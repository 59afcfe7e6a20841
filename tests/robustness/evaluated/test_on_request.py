"""What a test on request finds, against a count over a grid and against what the page has at once."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from by_hand import ASH, BASE, BIRCH, CEDAR, evaluated, robust

from criteria.model.uncertainty import Uncertainty
from criteria.robustness.evaluated.on_request import Unbeaten, firmness_on_request
from criteria.robustness.evaluated.summary import Robustness
from criteria.robustness.evaluated.votes import votes_of

SPREAD = 0.5


def unbeaten_by_hand(q: np.ndarray, s: np.ndarray, p: np.ndarray) -> np.ndarray:
    """Who is unbeaten under PROMETHEE I with the usual criterion: leaving and entering flows are halves of sums of weights."""
    leaving = np.stack([q + q, s + p + q, s + p + p]) / 2
    entering = np.stack([s + p + s + p, q + p, q + q]) / 2
    beaten = np.zeros(leaving.shape, dtype=bool)
    for one in range(3):
        for other in range(3):
            more = (leaving[one] - leaving[other], entering[other] - entering[one])
            not_less = (more[0] > -1e-9) & (more[1] > -1e-9)
            beaten[other] |= not_less & ((more[0] > 1e-9) | (more[1] > 1e-9))
    return ~beaten


def test_the_share_of_weightings_in_which_each_is_unbeaten_is_that_of_the_volume() -> None:
    scenario = BASE.with_method("promethee_i").with_uncertainty(Uncertainty(spread=SPREAD))
    found = firmness_on_request(evaluated(scenario))
    assert isinstance(found, Unbeaten)
    middles = 1 - SPREAD + 2 * SPREAD * (np.arange(60) + 0.5) / 60
    q, s, p = np.meshgrid(0.6 * middles, 0.2 * middles, 0.2 * middles, indexing="ij")
    whole = q + s + p
    shares = unbeaten_by_hand(q / whole, s / whole, p / whole).mean(axis=(1, 2, 3))
    assert found.draws == 300
    assert found.weights == pytest.approx(shares, abs=0.08)
    assert 0.05 < shares[BIRCH] < 0.95  # something is told apart here
    assert found.weights.sum() > 1.05  # several at once


def test_the_evidence_is_drawn_with_the_weights_as_they_are() -> None:
    found = firmness_on_request(evaluated(BASE.with_method("promethee_i")))
    assert isinstance(found, Unbeaten)
    assert found.evidence is not None
    assert found.evidence[ASH] > 0.5 > found.evidence[CEDAR]
    # How far weights are drawn around the present ones says nothing of the evidence.
    for spread in (0.0, 0.9):
        varied = BASE.with_method("promethee_i").with_uncertainty(Uncertainty(spread=spread))
        again = firmness_on_request(evaluated(varied))
        assert isinstance(again, Unbeaten)
        assert again.evidence is not None
        assert again.evidence.tolist() == found.evidence.tolist()
        assert (again.weights.tolist() == [1.0, 0.0, 0.0]) is (spread == 0.0), again.weights


def test_fewer_draws_are_taken_where_fewer_are_asked_for() -> None:
    few = replace(BASE.uncertainty, draws=100)
    found = firmness_on_request(evaluated(BASE.with_method("electre_i").with_uncertainty(few)))
    assert isinstance(found, Unbeaten)
    assert found.draws == 100


@pytest.mark.slow
def test_a_complete_order_has_the_figures_of_every_other_page() -> None:
    found = firmness_on_request(evaluated())
    assert isinstance(found, Robustness)
    assert found.weights.first.tolist() == robust().weights.first.tolist()
    by_the_library = firmness_on_request(evaluated(BASE.with_method("electre_ii")))
    assert isinstance(by_the_library, Robustness)
    assert by_the_library.weights.draws == 300


def test_the_votes_of_the_methods_with_a_complete_order_come_with_it() -> None:
    found = firmness_on_request(evaluated(BASE.with_method("promethee_i")))
    assert isinstance(found, Unbeaten)
    assert [vote.first for vote in found.votes] == [vote.first for vote in votes_of(evaluated())]
