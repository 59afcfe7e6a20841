"""The algebra library computes on one thread inside, however many are inside at a time, and as before afterwards."""

from collections.abc import Callable
from threading import Barrier, Thread

import numpy as np
import pandas as pd
import pytest
from threadpoolctl import ThreadpoolController, threadpool_limits

from criteria import evaluate, problem_from_frame
from criteria.model.problem import Problem
from criteria.ranking.methods import topsis
from criteria.ranking.travel import travel
from criteria.robustness import (
    acceptability,
    decision_map,
    evidence_value,
    path_to_first,
    smallest_flip,
    sobol_indices,
    weight_interval,
    weight_sweep,
)
from criteria.robustness.evaluated import summary
from criteria.scaling.algebra import one_thread

LIBRARIES = ThreadpoolController()  # to look for them takes long


def threads() -> set[int]:
    """Return how many threads the algebra library of numpy uses; scipy may bring another of its own."""
    return {one["num_threads"] for one in LIBRARIES.info() if "numpy" in one["filepath"]} - {None}


def test_the_limit_holds_until_the_last_one_leaves() -> None:
    both, first_left = Barrier(2, timeout=30), Barrier(2, timeout=30)
    seen = []

    def stays() -> None:
        with one_thread():
            both.wait()
            first_left.wait()
            seen.append(threads())

    before, other = threads(), Thread(target=stays)
    with one_thread():
        other.start()
        both.wait()
    first_left.wait()
    other.join()
    assert (seen, threads()) == ([{1}], before)


def test_the_limit_ends_where_something_fails_inside() -> None:
    with threadpool_limits(2, user_api="blas"):
        with pytest.raises(ValueError, match="inside"), one_thread():
            raise ValueError("inside")
        assert threads() == {2}


def problem() -> Problem:
    frame = pd.DataFrame(np.random.default_rng(1).integers(1, 10, (6, 14)).astype(float))
    frame.index, frame.columns = [f"A{i}" for i in range(6)], [f"C{j}" for j in range(14)]
    return problem_from_frame(frame, all_maximize=True)


def test_a_ranking_and_its_headline_are_computed_on_one_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[set[int]] = []
    distances = topsis.squared_distances

    def looking(*given: np.ndarray, **settings: object) -> np.ndarray:
        seen.append(threads())
        return distances(*given, **settings)

    monkeypatch.setattr(topsis, "squared_distances", looking)
    monkeypatch.setattr(summary, "nearest_slider_change", lambda _evaluation: seen.append(threads()) or None)
    mine = problem()
    with threadpool_limits(2, user_api="blas"):
        found = evaluate(mine, mine.base_scenario().with_method("topsis"), methods=())
        ranked = len(seen)
        summary.robustness_of(found)
    assert 0 < ranked < len(seen)
    assert seen == [{1}] * len(seen)


VALUES = np.random.default_rng(2).uniform(1, 9, (6, 8))
GIVEN = ("topsis", VALUES, np.arange(1, 9), [True] * 8)
ENDS = {"low": VALUES - 0.5, "high": VALUES + 0.5}
ASKED: dict[str, Callable[[], object]] = {
    "acceptability": lambda: acceptability("topsis", VALUES, [True] * 8, draws=20, rng=1),
    "acceptability of evidence": lambda: acceptability("topsis", VALUES, [True] * 8, draws=20, rng=1, **ENDS),
    "decision map": lambda: decision_map(*GIVEN, ([0, 1], [2, 3], [4])),
    "value of evidence": lambda: evidence_value(*GIVEN, **ENDS, draws=20, rng=1),
    "flip": lambda: smallest_flip(*GIVEN),
    "path to the first place": lambda: path_to_first(*GIVEN, int(np.argmin(VALUES.sum(axis=1)))),
    "sobol indices": lambda: sobol_indices(*GIVEN, **ENDS),
    "sweep": lambda: weight_sweep(*GIVEN, 2),
    "interval": lambda: weight_interval(*GIVEN, 2),
    "travel": lambda: travel(
        evaluate(problem(), problem().base_scenario().with_method("topsis")), "c1", [0, 50, 100]
    ),
}


@pytest.mark.parametrize("question", ASKED)
def test_whatever_scores_many_weightings_or_matrices_does_so_on_one_thread(
    question: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Threads of the algebra library go on looking for work for a while, which others on the machine pay for."""
    seen: list[set[int]] = []
    distances = topsis.squared_distances

    def looking(values: np.ndarray, weights: np.ndarray, *given: object, **settings: object) -> np.ndarray:
        if weights.ndim > 1 or values.ndim > 2:
            seen.append(threads())
        return distances(values, weights, *given, **settings)

    monkeypatch.setattr(topsis, "squared_distances", looking)
    with threadpool_limits(2, user_api="blas"):
        ASKED[question]()
    assert seen
    assert seen == [{1}] * len(seen)
