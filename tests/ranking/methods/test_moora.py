"""The pairs of MULTIMOORA, counted one by one, however many are compared at once."""

from __future__ import annotations

import numpy as np
import pytest

from criteria.ranking.methods import moora


@pytest.mark.parametrize("pairs", [1, 130, 64_000])
@pytest.mark.parametrize("rows", [1, 3])
def test_pairs_won_less_pairs_lost_are_those_of_a_plain_count(
    pairs: int, rows: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    rng = np.random.default_rng(rows)
    performances = rng.integers(1, 5, (17, 4)).astype(float)
    weights, maximized = rng.dirichlet(np.ones(4), rows), np.array([True, False, True, True])
    ranks = moora.part_ranks(
        moora.part_scores(performances, weights, maximized, full_multiplicative="exponents")
    )
    expected = np.zeros((rows, 17))
    for row in range(rows):
        for i in range(17):
            for j in range(17):
                better = sum(bool(part[row, i] < part[row, j]) for part in ranks)
                worse = sum(bool(part[row, i] > part[row, j]) for part in ranks)
                expected[row, i] += np.sign(better - worse)
    monkeypatch.setattr(moora, "_PAIRS", pairs)
    found = moora.dominance(performances, weights, maximized)
    assert found.tolist() == expected.tolist()
    assert len(np.unique(found)) > 5
