"""How uncertainty is asked about: settings in range, or a sentence."""

from __future__ import annotations

import pytest

from criteria.errors import ScenarioError
from criteria.model.uncertainty import DISTRIBUTIONS, Uncertainty, usual_draws


def test_the_first_distribution_is_the_default() -> None:
    assert Uncertainty().distribution == next(iter(DISTRIBUTIONS))


@pytest.mark.parametrize(
    ("ratings", "draws"),
    [
        (14 * 18, 10_000),
        (3_000, 10_000),
        (3_001, 5_000),
        (200 * 30, 5_000),
        (6_001, 2_000),
        (15_000, 2_000),
        (15_001, 1_000),
        (10_000 * 100, 1_000),
    ],
)
def test_a_large_problem_comes_with_fewer_draws(ratings: int, draws: int) -> None:
    assert usual_draws(ratings) == draws


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({"spread": 1.01}, "The spread of the weights is 1.01"),
        ({"spread": float("nan")}, "The spread"),
        ({"draws": 99}, "from 100 to 200000"),
        ({"draws": 200_001}, "The number of draws is 200001"),
        ({"seed": -1}, "The seed is -1"),
        ({"distribution": "normal"}, "no distribution 'normal'; choose from triangular, pert, uniform"),
    ],
)
def test_what_is_out_of_range_is_refused_with_the_range(settings: dict[str, object], words: str) -> None:
    with pytest.raises(ScenarioError, match=words):
        Uncertainty(**settings)  # type: ignore[arg-type]


def test_the_ends_of_each_range_are_allowed() -> None:
    assert Uncertainty(0, 100, 0) != Uncertainty(1, 200_000, 999_999)
