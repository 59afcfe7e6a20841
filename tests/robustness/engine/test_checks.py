"""What questions are given beside numbers: how many draws, which one, which generator."""

from __future__ import annotations

import numpy as np
import pytest

from criteria.errors import CriteriaError
from criteria.robustness.engine.checks import checked_draws, checked_index, checked_members, generator


@pytest.mark.parametrize("draws", [0, -1, 1.5, True, "100", None, 20_000_001])
def test_a_number_of_draws_that_cannot_be_drawn_is_refused(draws: object) -> None:
    with pytest.raises(CriteriaError, match="whole number from 1 to 20000000"):
        checked_draws(draws)
    assert checked_draws(np.int64(7)) == 7


def test_an_index_counts_from_either_end() -> None:
    assert [checked_index(i, 3, "criterion") for i in (0, 2, -1, -3)] == [0, 2, 2, 0]
    for wrong in (3, -4, 1.0, True, "0"):
        with pytest.raises(CriteriaError, match=r"There is no criterion .*: count from 0 to 2"):
            checked_index(wrong, 3, "criterion")


def test_members_are_one_or_several() -> None:
    assert checked_members(1, 3) == [1]
    assert checked_members(np.array([0, -1]), 3) == [0, 2]
    for wrong in ([], "01", None):
        with pytest.raises(CriteriaError, match="counted from 0 to 2"):
            checked_members(wrong, 3)


def test_a_seed_gives_the_same_draws_and_a_generator_is_used_as_it_is() -> None:
    mine = np.random.default_rng(3)
    assert generator(mine) is mine
    assert generator(3).random() == np.random.default_rng(3).random()
    with pytest.raises(CriteriaError, match="generator"):
        generator(-1)
