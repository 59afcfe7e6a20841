"""The one adapter to scikit-criteria: once for each score, no criterion without weight, no complaint of the library's own."""

from __future__ import annotations

import numpy as np
import pytest

from criteria import score
from criteria.errors import MethodError
from criteria.ranking import library
from criteria.ranking.library import all_alike, run

TABLE = np.array([[7.0, 3.0, 5.0], [4.0, 8.0, 6.0], [6.0, 6.0, 2.0]])
WEIGHTS = np.array([0.5, 0.3, 0.2])
BENEFITS = np.array([True, True, True])


@pytest.mark.parametrize("method", ["electre_i", "electre_ii"])
def test_the_library_is_called_once_for_each_score(method: str, monkeypatch: pytest.MonkeyPatch) -> None:
    calls = []

    class Counting:
        def __init__(self, made: object) -> None:
            self.made = made

        def evaluate(self, *given: object, **named: object) -> object:
            calls.append(1)
            return self.made.evaluate(*given, **named)  # type: ignore[attr-defined]

    found = library._library

    class Module:
        def __init__(self, name: str) -> None:
            self.inner = found(name)

        def __getattr__(self, name: str) -> object:
            return lambda **options: Counting(getattr(self.inner, name)(**options))

    monkeypatch.setattr(library, "_library", Module)
    result = score(method, TABLE, WEIGHTS, BENEFITS)
    assert result.details["concordance"].shape == (3, 3)
    assert len(calls) == 1


def test_a_criterion_without_weight_is_not_handed_over() -> None:
    with_it = run("simple", "WeightedSumModel", TABLE, np.array([0.5, 0.5, 0.0]), BENEFITS)
    without = run("simple", "WeightedSumModel", TABLE[:, :2], np.array([0.5, 0.5]), BENEFITS[:2])
    assert np.array_equal(with_it["score"], without["score"])


def test_what_the_library_cannot_do_is_said_in_our_words() -> None:
    with pytest.raises(MethodError, match="WeightedSumModel divides by zero"):
        run("simple", "WeightedSumModel", TABLE, WEIGHTS, np.array([True, True, False]))


def test_alike_are_those_that_no_weighted_criterion_tells_apart() -> None:
    table = np.array([[1.0, 2.0], [1.0, 3.0]])
    assert all_alike(table, np.array([1.0, 0.0]))
    assert not all_alike(table, np.array([0.9, 0.1]))
