"""Competition ranks: those who tie share the better one, and a tie is a matter of the size of the scores."""

from __future__ import annotations

import numpy as np
import pytest

from criteria.ranking.competition import TIE, competition_ranks, ranks_in_columns
from criteria.ranking.score import score


@pytest.mark.parametrize(
    ("scores", "ranks"),
    [
        ([3.0, 2, 2, 1], [1, 2, 2, 4]),
        ([1.0], [1]),
        ([5.0, 5, 5], [1, 1, 1]),
        ([np.inf, 1, -np.inf], [1, 2, 3]),
        ([1, 1 - 0.5 * TIE, 1 - 2 * TIE], [1, 1, 3]),
    ],
)
def test_ranks_of_scores(scores: list[float], ranks: list[int]) -> None:
    assert competition_ranks(np.array(scores), higher_is_better=True).tolist() == ranks
    assert competition_ranks(-np.array(scores), higher_is_better=False).tolist() == ranks


def test_the_tolerance_grows_with_the_scores() -> None:
    large = 1e6 * np.array([1.0, 1 - 0.5 * TIE, 1 - 2 * TIE])
    assert competition_ranks(large, higher_is_better=True).tolist() == [1, 1, 3]
    assert competition_ranks(large, higher_is_better=True, relative=False).tolist() == [1, 2, 3]
    assert (
        competition_ranks(np.stack([large, large / 1e6]), higher_is_better=True).tolist() == [[1, 1, 3]] * 2
    )


def test_below_one_it_does_not_shrink() -> None:
    small = 1e-6 * np.array([1.0, 1 - 0.5e-3])
    assert competition_ranks(small, higher_is_better=True).tolist() == [1, 1]


def test_a_batch_is_one_by_one() -> None:
    rows = np.random.default_rng(1).integers(0, 4, (50, 6)).astype(float)
    found = competition_ranks(rows, higher_is_better=True)
    for row, ranks in zip(rows, found, strict=True):
        assert ranks.tolist() == [1 + int(np.sum(row > value)) for value in row]


def test_weighted_sums_of_raw_values_tie_by_their_own_size() -> None:
    def ranks(values: list[list[float]], weights: list[float], flags: list[bool]) -> list[int]:
        return score("wsm", values, weights, flags, normalization="none").ranks.tolist()

    assert ranks([[1e-10], [3e-10]], [1], [True]) == [2, 1]
    assert ranks([[1e-10], [3e-10]], [1], [False]) == [1, 2]
    # 0.1 + 0.2 and 0.3 are equal on paper, at any size; so are 3 - 3 and 0.3 - (0.1 + 0.2) beside terms of that size.
    for unit in (1e-12, 1e-3, 1.0, 1e9):
        assert ranks([[0.1 * unit, 0.2 * unit], [0.3 * unit, 0.0]], [1, 1], [True, True]) == [1, 1]
        equal = [[0.3 * unit, (0.1 + 0.2) * unit], [0.0, 0.0], [3 * unit, 3 * unit]]
        assert ranks(equal, [1, 1], [True, False]) == [1, 1, 1]
    assert ranks([[0.0], [0.0]], [1], [True]) == [1, 1]
    two = score("wsm", [[1e-10, 5], [3e-10, 5]], [[1, 0], [0, 1]], [True, True], normalization="none")
    assert two.ranks.tolist() == [[2, 1], [1, 1]]


@pytest.mark.parametrize("higher", [True, False])
@pytest.mark.parametrize("relative", [True, False])
@pytest.mark.parametrize("size", [1.0, 1e6])
def test_columns_of_many_rows_have_the_ranks_of_each_row(
    *, higher: bool, relative: bool, size: float
) -> None:
    drawn = np.random.default_rng(2)
    values = size * drawn.integers(0, 6, (80, 7)) + 0.4e-9 * size * drawn.integers(0, 3, (80, 7))
    values[3, 2], values[4, 1], values[5] = np.inf, -np.inf, 1.0
    before = values.copy()
    told = {"higher_is_better": higher, "relative": relative}
    alone = [competition_ranks(row, **told).tolist() for row in values]
    columns = ranks_in_columns(values, **told)
    assert columns.T.tolist() == alone
    assert competition_ranks(values, **told).tolist() == alone
    across = ranks_in_columns(np.asfortranarray(values), **told)
    assert across.tolist() == columns.tolist()
    assert values.tolist() == before.tolist()
