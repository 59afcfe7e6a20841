"""The sentence under the plane names who is best on average, and says of unevenness what the two numbers say."""

from __future__ import annotations

import numpy as np
from by_hand import ASH, evaluated

from criteria.explain.even_or_uneven import even_or_uneven
from criteria.ranking.closeness_plane import ClosenessPlane, closeness_plane_of

EVALUATION = evaluated()
LEADER = EVALUATION.order[0]
NAMES = [alternative.label for alternative in EVALUATION.alternatives]


def told(leader: tuple[float, float], other: tuple[float, float]) -> str:
    """Return the sentence where the leader and the candidate after it lie at these points, all others at 0."""
    points = np.zeros((len(NAMES), 2))
    points[LEADER], points[EVALUATION.order[1]] = leader, other
    return even_or_uneven(EVALUATION, ClosenessPlane(points[:, 0], points[:, 1], np.ones(1)))


def test_nothing_is_decided_by_unevenness_where_the_leader_is_best_on_average() -> None:
    assert told((0.7, 0.3), (0.6, 0.1)).startswith(f"{NAMES[LEADER]} has the highest average too (0.70)")


def test_less_even_and_more_even_are_told_apart_with_digits_enough() -> None:
    other = NAMES[EVALUATION.order[1]]
    said = told((0.701, 0.2), (0.704, 0.35))
    assert f"{other} would be ahead of {NAMES[LEADER]} (0.704 against 0.701)" in said
    assert "less even (0.350 against 0.200)" in said
    assert "more even (0.10 against 0.30)" in told((0.2, 0.3), (0.25, 0.1))


def test_other_methods_have_no_plane() -> None:
    assert EVALUATION.scenario.method == "topsis" or closeness_plane_of(EVALUATION) is None
    assert ASH in EVALUATION.ranked
