"""The best-worst method: the best criterion against all, all against the worst.

Sources: Rezaei (2015) for the nonlinear model and its consistency index, Rezaei (2016) for weight intervals and the linear
model, Liang, Brunelli & Rezaei (2020) for the consistency of the input.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import sqrt
from types import MappingProxyType

import numpy as np
from numpy.typing import ArrayLike

from criteria.errors import WeightsError
from criteria.model.arrays import FloatArray
from criteria.model.frozen import frozen_inside
from criteria.scaling.checks import checked_points
from criteria.translation import translate as _

_BISECTIONS = 200
_SLACK = 1e-10


@frozen_inside
@dataclass(frozen=True, slots=True, eq=False)
class BestWorst:
    """What the two rows of comparisons say.

    weights: (n,), sum 1; in the nonlinear model the centres of the intervals, normalized.  ksi: the largest deviation that
    must be accepted, 0 if the judgements agree; in weights for the linear model, in ratios for the nonlinear one.
    consistency_ratio: nonlinear, ksi over the consistency index of a_BW, 0 to 1; linear, ksi itself (Rezaei 2016).
    intervals: (n, 2), the weights that are as good as these.  input_consistency_ratio: the largest |a_Bj a_jW - a_BW| /
    (a_BW² - a_BW), known before anything is solved; 0 if a_BW is 1.
    """

    weights: FloatArray
    ksi: float
    consistency_ratio: float
    intervals: FloatArray
    input_consistency_ratio: float
    best: int
    worst: int


def consistency_index(best_over_worst: float) -> float:
    """Return the largest ksi that a_BW allows: the smaller root of ksi² - (1 + 2a) ksi + a² - a = 0 (Rezaei 2015, table 1)."""
    a = best_over_worst
    return ((1 + 2 * a) - sqrt(1 + 8 * a)) / 2.0


def best_worst(best_to_others: ArrayLike, others_to_worst: ArrayLike, *, model: str = "linear") -> BestWorst:
    """Return the weights of n criteria from the best against each (n,) and each against the worst (n,).

    Both at least 1; the best is the one that has 1 in the first row, the worst the one that has 1 in the second.
    model: linear (one solution) or nonlinear (ratios, intervals).  Raises WeightsError where the rows do not belong together.
    """
    if not isinstance(model, str) or model not in _MODELS:
        raise WeightsError(
            _("There is no model '{name}'; choose from {known}.", name=model, known=", ".join(_MODELS))
        )
    over = checked_points(best_to_others, _("The comparisons of the best with the others"))
    under = checked_points(others_to_worst, _("The comparisons of the others with the worst"))
    best, worst = _ends(over, under)
    return _MODELS[model](over, under, best, worst)


def _ends(over: FloatArray, under: FloatArray) -> tuple[int, int]:
    if len(over) != len(under):
        raise WeightsError(
            _(
                "There are {one} comparisons with the best and {other} with the worst: both must name every criterion.",
                one=len(over),
                other=len(under),
            )
        )
    if np.any(over < 1) or np.any(under < 1):
        raise WeightsError(
            _(
                "A comparison is below 1: the best is at least as important as each, and each at least as important as the worst."
            )
        )
    if not (np.any(over == 1) and np.any(under == 1)):
        raise WeightsError(
            _("The best against itself, and the worst against itself, must be 1: one of them is missing.")
        )
    firsts, lasts = np.flatnonzero(over == 1), np.flatnonzero(under == 1)
    ends = [(int(b), int(w)) for b in firsts for w in lasts if b != w or len(over) == 1]
    if not ends:
        raise WeightsError(_("The best and the worst are the same criterion: one of the two rows is wrong."))
    # Among several equals, the pair whose two judgements of each other agree.
    best, worst = min(ends, key=lambda pair: abs(over[pair[1]] - under[pair[0]]))
    if over[worst] == 1 and not (np.all(over == 1) and np.all(under == 1)):
        raise WeightsError(
            _(
                "The best is said to be as important as the worst, so all must be equal; but other comparisons are above 1."
            )
        )
    if abs(over[worst] - under[best]) > 1e-9:
        raise WeightsError(
            _(
                "The best over the worst is {one:g} in one row and {other:g} in the other; it is one judgement: give it once.",
                one=over[worst],
                other=under[best],
            )
        )
    return best, worst


def _result(
    over: FloatArray,
    under: FloatArray,
    best: int,
    worst: int,
    weights: FloatArray,
    ksi: float,
    ratio: float,
    intervals: FloatArray,
) -> BestWorst:
    for array in (weights, intervals):
        array.setflags(write=False)
    return BestWorst(
        weights, ksi, ratio, intervals, _input_ratio(over, under, float(over[worst])), best, worst
    )


def _input_ratio(over: FloatArray, under: FloatArray, best_over_worst: float) -> float:
    if best_over_worst == 1:
        return 0.0
    return float(np.abs(over * under - best_over_worst).max() / (best_over_worst**2 - best_over_worst))


def _linear(over: FloatArray, under: FloatArray, best: int, worst: int) -> BestWorst:
    """Return the weights that keep |w_B - a_Bj w_j| and |w_j - a_jW w_W| smallest (Rezaei 2016, model 3)."""
    n = len(over)
    differences = np.zeros((2 * n, n))
    for j in range(n):
        differences[j, best] += 1
        differences[j, j] -= over[j]
        differences[n + j, j] += 1
        differences[n + j, worst] -= under[j]
    both = np.vstack((differences, -differences))
    limits = np.hstack((both, -np.ones((len(both), 1))))
    total = np.append(np.ones(n), 0.0)[None]
    found = _least(np.append(np.zeros(n), 1.0), limits, np.zeros(len(limits)), total)
    ksi = max(float(found[-1]), 0.0)
    intervals = _extremes(both, np.full(len(both), ksi + _SLACK))
    weights = found[:-1] / found[:-1].sum()
    return _result(over, under, best, worst, weights, ksi, ksi, intervals)


def _nonlinear(over: FloatArray, under: FloatArray, best: int, worst: int) -> BestWorst:
    """Return the centres of the weights for which max |w_B/w_j - a_Bj|, |w_j/w_W - a_jW| is smallest (Rezaei 2015, 2016)."""
    n = len(over)
    ksi = _smallest_ksi(over, under, best, worst)
    eased = ksi + _SLACK
    rows = []
    for j in range(n):
        if j != best:  # w_B <= (a + ksi) w_j and w_B >= (a - ksi) w_j
            rows += [_ratio_row(n, best, j, over[j] + eased), -_ratio_row(n, best, j, over[j] - eased)]
        if j not in (best, worst):
            rows += [_ratio_row(n, j, worst, under[j] + eased), -_ratio_row(n, j, worst, under[j] - eased)]
    intervals = _extremes(np.array(rows), np.zeros(len(rows))) if rows else np.ones((1, 2))
    centres = intervals.mean(axis=1)
    largest = consistency_index(float(over[worst]))
    return _result(
        over,
        under,
        best,
        worst,
        centres / centres.sum(),
        ksi,
        ksi / largest if largest > 0 else 0.0,
        intervals,
    )


def _ratio_row(n: int, numerator: int, denominator: int, bound: float) -> FloatArray:
    row = np.zeros(n)
    row[numerator] = 1.0
    row[denominator] -= bound
    return row


def _smallest_ksi(over: FloatArray, under: FloatArray, best: int, worst: int) -> float:
    """Return the smallest ksi for which one ratio best : worst suits every criterion, by bisection to rounding.

    Criterion j allows best : worst from (a_Bj - ksi)(a_jW - ksi) to (a_Bj + ksi)(a_jW + ksi); a_BW itself from a_BW - ksi to
    a_BW + ksi. Intervals have a point in common if the highest lower end is not above the lowest upper one.
    """
    middle = [j for j in range(len(over)) if j not in (best, worst)]
    a, b, direct = over[middle], under[middle], over[worst]

    def suits(ksi: float) -> bool:
        lows = np.append(np.maximum(a - ksi, 0) * np.maximum(b - ksi, 0), direct - ksi)
        highs = np.append((a + ksi) * (b + ksi), direct + ksi)
        return bool(lows.max() <= highs.min())

    low, high = 0.0, float(max(over.max(), under.max()))
    if suits(low):
        return 0.0
    for _step in range(_BISECTIONS):
        half = (low + high) / 2
        low, high = (low, half) if suits(half) else (half, high)
    return high


def _extremes(limits: FloatArray, bounds: FloatArray) -> FloatArray:
    """Return the least and the greatest of each weight, (n, 2), where limits . w <= bounds and the weights sum to 1."""
    n = limits.shape[1]
    found = np.empty((n, 2))
    for j in range(n):
        for side, sign in enumerate((1.0, -1.0)):
            cost = np.zeros(n)
            cost[j] = sign
            found[j, side] = _least(cost, limits, bounds, np.ones((1, n)))[j]
    return found


def _least(cost: FloatArray, limits: FloatArray, bounds: FloatArray, total: FloatArray) -> FloatArray:
    """Return the point at least 0 with limits . x <= bounds and total . x = 1 that costs least."""
    from scipy.optimize import linprog

    solved = linprog(cost, A_ub=limits, b_ub=bounds, A_eq=total, b_eq=[1.0], bounds=(0, None), method="highs")
    if solved.x is None:
        raise WeightsError(
            _("These comparisons are too far apart to be solved: use ratios up to some thousands.")
        )
    return np.asarray(solved.x)


_MODELS: Mapping[str, Callable[[FloatArray, FloatArray, int, int], BestWorst]] = MappingProxyType(
    {"linear": _linear, "nonlinear": _nonlinear}
)
