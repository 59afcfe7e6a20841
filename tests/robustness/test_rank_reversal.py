"""Laws of rank reversal: what is tried, and under which methods nothing can come of it."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from small_problems import KERNELS, LAW, Small, whole

from criteria.ranking.catalogue import METHODS
from criteria.ranking.competition import competition_ranks
from criteria.ranking.score import score
from criteria.robustness import Change, rank_reversal

STABLE = [(row.key, name) for row in METHODS.values() if row.batched for name in row.stable]


def changed(problem: Small, change: Change) -> tuple[np.ndarray, list[int]]:
    """Return the performances after a change, and who of them was there before and after."""
    matrix, m = problem.performances, len(problem.performances)
    if change.kind == "left out":
        return np.delete(matrix, change.alternative, axis=0), list(range(m - 1))
    if change.kind == "copied":
        return np.vstack([matrix, matrix[change.alternative]]), list(range(m))
    worst = np.where(problem.maximized, matrix.min(axis=0), matrix.max(axis=0))
    return np.vstack([matrix, worst]), list(range(m))


@pytest.mark.parametrize("method", KERNELS)
@LAW
@given(problem=whole())
def test_each_change_compares_what_score_says_before_and_after(method: str, problem: Small) -> None:
    m = len(problem.performances)
    found = rank_reversal(method, *problem.parts)
    tried = [(c.kind, c.alternative) for c in found]
    left_out = [("left out", i) for i in range(m)] if m > 2 else []
    assert tried == [*left_out, *(("copied", i) for i in range(m)), ("dominated added", -1)]
    now = score(method, *problem.parts).ranks
    for change in found:
        matrix, stay = changed(problem, change)
        here = np.delete(now, change.alternative) if change.kind == "left out" else now
        after = score(method, matrix, problem.weights, problem.maximized).ranks[stay]
        before, then = (
            competition_ranks(-ranks.astype(float), higher_is_better=True) for ranks in (here, after)
        )
        assert change.reason == ""
        assert list(change.before) == before.tolist()
        assert list(change.after) == then.tolist()
        swapped = any(
            (before[i] - before[j]) * (then[i] - then[j]) < 0 for i in range(len(before)) for j in range(i)
        )
        assert change.reversed == swapped
        assert change.leader_changed == (
            not set(np.flatnonzero(before == 1)) & set(np.flatnonzero(then == 1))
        )


@pytest.mark.parametrize(("method", "normalization"), STABLE)
@LAW
@given(problem=whole())
def test_under_a_stable_normalization_nobody_changes_places(
    method: str, normalization: str, problem: Small
) -> None:
    scales = {"scales": [(0.0, 7.0)] * len(problem.weights)} if normalization == "scale" else {}
    found = rank_reversal(method, *problem.parts, normalization=normalization, **scales)
    assert not any(change.reversed or change.leader_changed for change in found)


def test_each_change_is_said_in_words_that_count_from_one() -> None:
    found = rank_reversal("wsm", [[3.0, 5.0], [4.0, 2.0], [1.0, 6.0]], [1, 1], [True, False])
    assert [change.what for change in found] == [
        "alternative 1 left out",
        "alternative 2 left out",
        "alternative 3 left out",
        "alternative 1 listed twice",
        "alternative 2 listed twice",
        "alternative 3 listed twice",
        "an alternative added that is worst everywhere",
    ]
