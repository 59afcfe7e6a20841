"""An array that a caller hands to a public function stays the caller's: writable, unchanged, and no part of the result."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from types import MappingProxyType

import numpy as np
import pytest

import criteria
from criteria import robustness, weighting

P = [[7.0, 3.0, 5.0], [4.0, 8.0, 6.0], [6.0, 6.0, 2.0]]
W = [0.5, 0.3, 0.2]
SENSE = [True, True, False]
PAIRS = [[1, 2, 4], [1 / 2, 1, 2], [1 / 4, 1 / 2, 1]]
SCALES = [[0.0, 10.0]] * 3
LOW, HIGH = [[x - 1 for x in row] for row in P], [[x + 1 for x in row] for row in P]
WEIGHTINGS = [W, [0.2, 0.2, 0.6], [0.3, 0.4, 0.3]]
ON_SCALES = {"normalization": "scale", "scales": SCALES}

# Each public function that takes arrays, with what is handed to it: lists are made arrays.
CALLS = (
    (criteria.score, ("topsis", P, W, SENSE), {}),
    (criteria.score, ("wsm", P, WEIGHTINGS, SENSE), ON_SCALES),
    (criteria.score, ("promethee_ii", P, W, SENSE), {"q": [0.1, 0.1, 0.1], "p": [1.0, 2.0, 3.0]}),
    (criteria.score, ("spotis", P, W, SENSE), {"bounds": SCALES}),
    (weighting.ahp, (PAIRS,), {}),
    (weighting.best_worst, ([1, 2, 4], [4, 2, 1]), {}),
    (weighting.best_worst, ([1, 2, 4], [4, 2, 1]), {"model": "nonlinear"}),
    (weighting.clusters, (WEIGHTINGS,), {}),
    (weighting.combine, ([PAIRS, PAIRS],), {"member_weights": [2.0, 1.0]}),
    (weighting.combine, (WEIGHTINGS,), {"how": "priorities"}),
    (weighting.compared_candidates, ((PAIRS, PAIRS),), {}),
    (weighting.consensus, (WEIGHTINGS, [1.0, 2.0, 3.0]), {}),
    (weighting.direct, ([3.0, 2.0, 1.0],), {}),
    (weighting.global_weights, ({"": ["a", "b", "c"]}, {"": W}), {}),
    (weighting.local_priorities, ({"": PAIRS},), {}),
    (weighting.ordered_candidates, (P, [1.0, 2.0, 3.0]), {}),
    *((weighting.objective, (kind, P, SENSE), {}) for kind in weighting.OBJECTIVE),
    (weighting.rank_order, ([1.0, 2.0, 2.0],), {}),
    (weighting.swing, ([100.0, 50.0, 20.0],), {}),
    (robustness.acceptability, ("wsm", P, SENSE), {"weights": WEIGHTINGS, "rng": 1}),
    (
        robustness.acceptability,
        ("wsm", P, SENSE),
        {"weights": W, "low": LOW, "high": HIGH, "draws": 50, "rng": 1},
    ),
    (robustness.acceptability, ("wsm", P, SENSE), {"around": (W, 0.25), "draws": 50, "rng": 1}),
    (
        robustness.acceptability,
        ("wsm", P, SENSE),
        {"constraints": [[0.0, 1.0, -1.0, 0.0]], "draws": 50, "rng": 1},
    ),
    (robustness.acceptability, ("wsm", P, SENSE), {"within": [[0.0, 1.0]] * 3, "draws": 50, "rng": 1}),
    (robustness.acceptability, ("wsm", P, SENSE), {"ranking": [1, 2, 3], "draws": 50, "rng": 1}),
    (robustness.agreement, (P, W, SENSE), {"methods": ("wsm", "topsis"), "scales": SCALES}),
    (robustness.decision_map, ("wsm", P, W, SENSE, ((0,), (1,), (2,))), {"resolution": 5}),
    (robustness.evidence_value, ("wsm", P, W, SENSE), {"low": LOW, "high": HIGH, "draws": 50, "rng": 1}),
    (robustness.path_to_first, ("wsm", P, W, SENSE, 2), {"scales": SCALES}),
    (robustness.rank_reversal, ("topsis", P, W, SENSE), {}),
    (robustness.regret, ("wsm", P, WEIGHTINGS, SENSE), {}),
    (robustness.smallest_flip, ("topsis", P, W, SENSE), {}),
    (robustness.sobol_indices, ("wsm", P, W, SENSE), {"low": LOW, "high": HIGH}),
    (robustness.weight_interval, ("wsm", P, W, SENSE, 0), {}),
    (robustness.weight_sweep, ("wsm", P, W, SENSE, 0), {"steps": 5}),
)


def with_arrays(given: object) -> object:
    """Return what is handed over with an array in place of each list of numbers, at any depth."""
    if isinstance(given, list) and not isinstance(given[0], str):
        return np.array(given)
    if isinstance(given, tuple):
        return tuple(with_arrays(part) for part in given)
    return {key: with_arrays(part) for key, part in given.items()} if isinstance(given, dict) else given


def arrays_in(value: object) -> Iterator[np.ndarray]:
    """Yield every array in what was handed over or has come back."""
    if isinstance(value, np.ndarray):
        yield value
    elif isinstance(value, (tuple, list)):
        for part in value:
            yield from arrays_in(part)
    elif isinstance(value, (dict, MappingProxyType)):
        for part in value.values():
            yield from arrays_in(part)
    elif hasattr(value, "__dataclass_fields__"):
        for name in value.__dataclass_fields__:
            yield from arrays_in(getattr(value, name))


def takes_arrays(function: Callable[..., object]) -> bool:
    return "Array" in str(inspect.signature(function))


PUBLIC = {
    value
    for room in (criteria, weighting, robustness)
    for name in room.__all__
    if inspect.isfunction(value := getattr(room, name)) and takes_arrays(value)
}


def test_every_public_function_that_takes_arrays_is_tried() -> None:
    assert len(PUBLIC) >= 24
    assert {function for function, _given, _named in CALLS} >= PUBLIC


@pytest.mark.parametrize(
    ("function", "given", "named"), CALLS, ids=[f"{i}-{call[0].__name__}" for i, call in enumerate(CALLS)]
)
def test_what_a_caller_hands_over_stays_the_callers(
    function: Callable[..., object], given: tuple[object, ...], named: dict[str, object]
) -> None:
    given, named = with_arrays(given), with_arrays(named)
    mine = list(arrays_in((given, named)))
    before = [array.copy() for array in mine]
    result = function(*given, **named)
    for array, kept in zip(mine, before, strict=True):
        assert array.flags.writeable
        assert np.array_equal(array, kept)
        assert not any(np.shares_memory(array, part) for part in arrays_in(result))
