"""Consensus beyond chance: random people at 0, identical ones at 1, and the scale is that of an independent simulation."""

from __future__ import annotations

import numpy as np
import pytest

from criteria.weighting.chance import (
    chance_level,
    consensus_beyond_chance,
    consensus_by_chance,
    reached_by_chance,
)
from criteria.weighting.group import consensus


@pytest.mark.parametrize(("members", "items"), [(2, 5), (6, 17), (12, 8)])
def test_the_null_model_is_people_who_weigh_at_random(members: int, items: int) -> None:
    rng = np.random.default_rng(11)
    points = rng.exponential(size=(600, members, items))  # spacings: uniform once divided by their sums
    plain = [consensus(one) for one in points]
    found = consensus_by_chance((round(1 / members, 6),) * members, items)
    assert found == pytest.approx(np.mean(plain), abs=4 * np.std(plain) / np.sqrt(len(plain)))


def test_identical_people_stand_at_one_and_random_ones_near_nothing() -> None:
    rng = np.random.default_rng(2)
    own = rng.dirichlet(np.ones(7))
    assert consensus_beyond_chance([own] * 5) == pytest.approx(1)
    drawn = [consensus_beyond_chance(rng.dirichlet(np.ones(17), 6)) for _trial in range(200)]
    assert np.median(drawn) < 0.05
    assert np.quantile(drawn, 0.95) < 0.25


def test_two_camps_do_not_agree() -> None:
    camps = [[0.8, 0.2]] * 3 + [[0.2, 0.8]] * 3
    assert consensus(camps) == pytest.approx(0.649, abs=0.001)
    assert consensus_beyond_chance(camps) == 0


def test_who_counts_nothing_is_not_asked() -> None:
    assert consensus_beyond_chance([[0.5, 0.5], [0.1, 0.9]], [1, 0]) == 1
    assert consensus_beyond_chance([[1.0], [1.0]]) == 1
    assert consensus_beyond_chance([[0.3, 0.7]]) == 1


@pytest.mark.parametrize(("members", "items"), [(2, 5), (6, 17)])
def test_the_level_of_chance_is_that_of_an_independent_simulation(members: int, items: int) -> None:
    rng = np.random.default_rng(5)
    drawn = [consensus_beyond_chance(own) for own in rng.dirichlet(np.ones(items), (800, members))]
    level = reached_by_chance(rng.dirichlet(np.ones(items), members))
    assert level == chance_level((round(1 / members, 6),) * members, items)
    assert np.mean(np.array(drawn) > level) == pytest.approx(0.05, abs=0.025)
    assert reached_by_chance([[0.3, 0.7]]) == 0.0
