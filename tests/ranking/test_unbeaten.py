"""Who is unbeaten, by the relation that each method publishes."""

from __future__ import annotations

import numpy as np

import criteria
from criteria.ranking.unbeaten import unbeaten


def test_in_two_distillations_everybody_whom_nobody_precedes_in_both_is_unbeaten() -> None:
    down, up = np.array([1, 1, 3, 2]), np.array([2, 3, 1, 4])
    found = unbeaten(np.array([1, 2, 2, 4]), {"descending_ranks": down, "ascending_ranks": up})
    # B is behind A in one and level in the other; C is first from the bottom; D is behind A in both.
    assert found.tolist() == [True, False, True, False]


def test_nobody_is_preferred_to_whom_is_unbeaten_and_somebody_to_everybody_else() -> None:
    rng = np.random.default_rng(3)
    several = 0
    for _ in range(60):
        rated = rng.integers(0, 6, (5, 4)).astype(float)
        for method in ("promethee_i", "electre_iii", "electre_i"):
            found = criteria.score(method, rated, rng.random(4), np.ones(4, dtype=bool))
            free = unbeaten(found.ranks, found.details)
            if method == "promethee_i":
                beaten = (np.asarray(found.details["relation"]) == "P").any(axis=0)
            elif method == "electre_iii":
                down, up = found.details["descending_ranks"], found.details["ascending_ranks"]
                beaten = np.array(
                    [
                        any(
                            down[a] <= down[b] and up[a] <= up[b] and (down[a], up[a]) != (down[b], up[b])
                            for a in range(5)
                        )
                        for b in range(5)
                    ]
                )
            else:
                beaten = ~np.isin(np.arange(5), found.details["kernel"])
            assert free.tolist() == (~beaten).tolist()
            several += free.sum() > 1
    assert several > 10
