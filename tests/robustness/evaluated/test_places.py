"""A place only where it is earned: the ranks of 90 % of the draws, and who is told from the first, against counts by hand."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from by_hand import ASH, BASE, BIRCH, CEDAR, robust

from criteria.model.uncertainty import Uncertainty
from criteria.robustness.acceptability import Acceptability
from criteria.robustness.evaluated.places import Place, places_of

ZEROS = np.zeros((3, 3))


def drawn(ranks: list[list[float]], behind: list[float], *, draws: int = 10_000) -> Acceptability:
    """Return shares of ranks as if so many draws had given them; the first of three is ahead of the others in the shares `behind`."""
    wins = ZEROS.copy()
    wins[0] = behind
    return replace(
        robust(BASE.with_uncertainty(Uncertainty(spread=0.8))).weights,
        ranks=np.array(ranks),
        pairwise_winning=wins,
        draws=draws,
        error=0.01,
    )


def test_five_per_cent_are_cut_at_either_end() -> None:
    kind = drawn([[0.95, 0.05, 0.0], [0.05, 0.9, 0.05], [0.06, 0.06, 0.88]], [0, 0.99, 0.99])
    found = places_of(replace(robust(), leader=0, weights=kind, evidence=None))
    assert [(place.low, place.high) for place in found] == [(1, 1), (2, 2), (1, 3)]


def test_the_interval_reaches_over_both_kinds_of_draws() -> None:
    weights = drawn([[1, 0, 0], [0, 1, 0], [0, 0, 1]], [0, 0.99, 0.99])
    evidence = drawn([[0.5, 0.5, 0], [0.5, 0.5, 0], [0, 0, 1]], [0, 0.5, 0.99])
    found = places_of(replace(robust(), leader=0, weights=weights, evidence=evidence))
    assert found == (Place(1, 2, False), Place(1, 2, False), Place(3, 3, True))


@pytest.mark.parametrize(
    ("share", "draws", "separated"),
    [(0.95, 10_000, True), (0.91, 100, False), (0.9, 10_000, False), (0.02, 10_000, False)],
)
def test_a_candidate_is_told_from_the_first_where_the_whole_interval_is_above_nine_tenths(
    share: float, draws: int, separated: bool
) -> None:
    kind = drawn([[1, 0, 0], [0, 1, 0], [0, 0, 1]], [0, share, 0.99], draws=draws)
    assert places_of(replace(robust(), leader=0, weights=kind, evidence=None))[1].separated is separated


def test_the_draws_are_those_of_the_headline() -> None:
    found = robust(BASE.with_uncertainty(Uncertainty(spread=0.8)))
    assert found.evidence is not None
    places = places_of(found)
    both = (found.weights, found.evidence)
    for i in (BIRCH, CEDAR):
        assert places[i].separated == all(kind.pairwise_winning[ASH, i] > 0.92 for kind in both)
    assert not places[ASH].separated
