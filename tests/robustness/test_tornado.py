"""Tornados: the lead at both ends of every range, the widest swing first, whichever way the method counts."""

from __future__ import annotations

from itertools import pairwise

import pytest
from by_hand import BASE, evaluated

from criteria.model.uncertainty import Uncertainty
from criteria.robustness.evaluated import figures


@pytest.mark.parametrize("method", ["wsm", "topsis", "vikor", "spotis", "wpm", "full_multiplicative_form"])
def test_swings_fall_from_row_to_row_and_the_present_lead_is_that_of_the_ranking(method: str) -> None:
    evaluation = evaluated(BASE.with_method(method))
    for found in (figures.weight_tornado_of(evaluation), figures.evidence_tornado_of(evaluation)):
        assert found is not None
        swings = abs(found.leads[:, 1] - found.leads[:, 0])
        assert all(one >= other - 1e-12 for one, other in pairwise(swings))
        first, second = evaluation.order[:2]
        assert found.present == pytest.approx(abs(evaluation.scores[first] - evaluation.scores[second]))


def test_without_a_spread_nothing_moves() -> None:
    found = figures.weight_tornado_of(evaluated(BASE.with_uncertainty(Uncertainty(spread=0.0))))
    assert found.leads == pytest.approx(0.06)
