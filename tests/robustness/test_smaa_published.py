"""Published acceptabilities: every reference case of kind `smaa`, within four standard errors of its draws."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from small_problems import reference

from criteria.robustness import Acceptability, acceptability

DRAWS = 40_000
ORDINAL = [[0, 1, -1, 0], [0, 0, 1, -1]]
CONSTRAINTS = {"smaa_2c_3a_thresholds": None, "smaa_3c_ordinal_weights": ORDINAL}
DRAWN_WEIGHTS = pytest.mark.parametrize("name", CONSTRAINTS)


def found(name: str) -> Acceptability:
    """Return the acceptability of a case whose weights are drawn."""
    case = reference(name)
    return acceptability(
        "wsm",
        case["matrix"],
        np.array(case["objectives"]) == 1,
        constraints=CONSTRAINTS[name],
        draws=DRAWS,
        rng=11,
        normalization="none",
    )


def near(shares: np.ndarray, published: object, draws: int) -> bool:
    """Whether shares of draws are within four standard errors of published probabilities; where these are 0 or 1, equal."""
    exact = np.array(published, dtype=float)
    return bool(np.all(np.abs(shares - exact) <= 4 * np.sqrt(exact * (1 - exact) / draws) + 1e-12))


def rows(published: object, n: int) -> np.ndarray:
    """Return a table in which a row that is null is nan."""
    return np.array([[np.nan] * n if row is None else row for row in published], dtype=float)


def test_every_case_of_this_kind_is_tested_here() -> None:
    folder = Path(__file__).parents[1] / "reference"
    kept = {p.stem for p in folder.glob("*.json") if reference(p.stem)["kind"] == "smaa"}
    assert kept == {*CONSTRAINTS, "smaa_nan_central_weight", "smaa_uncertain_single_criterion"}


@DRAWN_WEIGHTS
def test_rank_acceptabilities_are_the_published_ones(name: str) -> None:
    assert near(found(name).ranks, reference(name)["expected"]["rank_acceptability"], DRAWS)


@DRAWN_WEIGHTS
def test_pairwise_winning_indices_are_the_published_ones(name: str) -> None:
    assert near(found(name).pairwise_winning, reference(name)["expected"]["pairwise_winning"], DRAWS)


@DRAWN_WEIGHTS
def test_central_weights_are_the_published_ones_and_nan_for_who_is_never_first(name: str) -> None:
    result = found(name)
    exact = rows(reference(name)["expected"]["central_weights"], result.central_weights.shape[1])
    # A weight lies in [0, 1], so its standard deviation is at most 1/2.
    allowed = 4 * 0.5 / np.sqrt(DRAWS * np.maximum(result.first, 1 / DRAWS))
    assert np.array_equal(np.isnan(result.central_weights), np.isnan(exact))
    reached = ~np.isnan(exact[:, 0])
    assert np.all(np.abs(result.central_weights - exact)[reached] <= allowed[reached, np.newaxis])


@DRAWN_WEIGHTS
def test_confidence_factors_without_uncertain_evidence_are_the_published_ones(name: str) -> None:
    exact = np.array(reference(name)["expected"]["confidence_factor"], dtype=float)
    assert np.array_equal(found(name).confidence_factor, exact, equal_nan=True)


def test_under_fixed_weights_who_is_never_first_has_neither_central_weights_nor_confidence() -> None:
    case = reference("smaa_nan_central_weight")
    expected = case["expected"]
    result = acceptability("wsm", case["matrix"], [True] * 3, weights=[1, 1, 1], rng=0, normalization="none")
    assert np.array_equal(result.ranks, expected["rank_acceptability"])
    assert np.allclose(
        result.central_weights, rows(expected["central_weights"], 3), atol=1e-9, equal_nan=True
    )
    assert np.array_equal(
        result.confidence_factor, np.array(expected["confidence_factor"], dtype=float), equal_nan=True
    )
    assert result.error == 0.0


def test_the_better_of_two_overlapping_uniform_ranges_is_first_as_often_as_published() -> None:
    expected = reference("smaa_uncertain_single_criterion")["expected"]["uniform"]
    assert (expected["A"], expected["B"]) == ("U(0,2)", "U(1,3)")
    result = acceptability(
        "wsm",
        [[1.0], [2.0]],
        [True],
        low=[[0.0], [1.0]],
        high=[[2.0], [3.0]],
        distribution="uniform",
        draws=DRAWS,
        rng=3,
        normalization="none",
    )
    assert near(result.first, [expected["first_rank_A"], expected["first_rank_B"]], DRAWS)


@pytest.mark.parametrize("distribution", ["triangular", "uniform", "pert"])
def test_three_with_the_same_range_are_first_equally_often(distribution: str) -> None:
    expected = reference("smaa_uncertain_single_criterion")["expected"]["three_iid"]["first_rank_each"]
    result = acceptability(
        "wsm",
        np.full((3, 1), 4.0),
        [True],
        low=np.full((3, 1), 1.0),
        high=np.full((3, 1), 5.0),
        distribution=distribution,
        draws=DRAWS,
        rng=4,
        normalization="none",
    )
    assert near(result.first, np.full(3, expected), DRAWS)


def test_the_error_is_the_half_width_of_the_least_certain_share() -> None:
    result = found("smaa_2c_3a_thresholds")
    assert result.error == pytest.approx(
        1.96 * np.sqrt(0.25 / DRAWS), rel=1e-3
    )  # shares of 0.5 are among them
