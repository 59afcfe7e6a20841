"""From a problem and a scenario to the numbers a method is given: decision matrix, scales, thresholds, gates."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from criteria.model.arrays import BoolArray, FloatArray, read_only_flags
from criteria.model.criterion import Criterion
from criteria.model.effective import performances_with
from criteria.model.performance_table import PerformanceTable
from criteria.model.problem import Problem
from criteria.model.remembered import remembered
from criteria.model.scenario import ChangedCell
from criteria.ranking.method import Method, Setting


def maximized(problem: Problem) -> BoolArray:
    """Return for each leaf whether more is better."""
    return read_only_flags([leaf.maximize for leaf in problem.leaves])


def decision_matrix(problem: Problem, cells: PerformanceTable, rule: str) -> FloatArray:
    """Return the likely performances (all alternatives, n), unknown cells filled by the rule."""
    if cells.known.all():
        return np.array(cells.likely)
    return np.where(cells.known, cells.likely, fills(problem.leaves, cells, rule))


@remembered
def ranked_performances(
    problem: Problem, changed: tuple[ChangedCell, ...], blanks: str, ranked: tuple[int, ...]
) -> FloatArray:
    """Return the performances (m, n) of those who are ranked: one array for all weights, by which what methods make of it is kept."""
    matrix = decision_matrix(problem, performances_with(problem, changed), blanks)
    found = np.array(matrix[list(ranked)])
    found.setflags(write=False)
    return found


def fills(leaves: Sequence[Criterion], cells: PerformanceTable, rule: str) -> FloatArray:
    """Return what stands in for an unknown performance under each leaf (n,), by a key of `BLANK_RULES`.

    worst-known and median are those of all known likely values; worst and best are the ends of the declared scale, or of
    what is known where no scale is declared. Where nothing is known at all, worst-known and median are the middle of the
    scale, the same for everybody.
    """
    ends = extents(leaves, cells)
    columns = [cells.likely[cells.known[:, j], j] for j in range(len(leaves))]
    found = [_fill(leaf, column, end, rule) for leaf, column, end in zip(leaves, columns, ends, strict=True)]
    return np.array(found, dtype=np.float64)


def filled_column(
    leaf: Criterion, known: BoolArray, low: FloatArray, likely: FloatArray, high: FloatArray, rule: str
) -> FloatArray:
    """Return the likely performances (m,) under one leaf, unknown ones filled as `decision_matrix` does."""
    span = np.array([0.0, 0.0])
    if leaf.scale is not None:
        span[:] = leaf.scale.low, leaf.scale.high
    elif known.any():
        span[:] = low[known].min(), high[known].max()
    filled: FloatArray = np.where(known, likely, _fill(leaf, likely[known], span, rule))
    return filled


def _fill(leaf: Criterion, known: FloatArray, span: FloatArray, rule: str) -> float:
    """Return what stands in for an unknown performance; known: the known likely values.  span: (2,), as of `extents`."""
    if rule not in ("worst-known", "median"):
        return float(span[int((rule == "best") == leaf.maximize)])
    if not known.size:
        # The middle of two huge values may not be finite; the method refuses it.
        with np.errstate(over="ignore"):
            return float(span.sum() / 2)
    with np.errstate(over="ignore"):
        return float(np.median(known) if rule == "median" else known.min() if leaf.maximize else known.max())


def extents(leaves: Sequence[Criterion], cells: PerformanceTable) -> FloatArray:
    """Return the lowest and highest value of each leaf (n, 2): its declared scale, or what is known; 0 and 0 where nothing is."""
    low = np.min(cells.low, axis=0, initial=np.inf, where=cells.known)
    high = np.max(cells.high, axis=0, initial=-np.inf, where=cells.known)
    found = [
        (leaf.scale.low, leaf.scale.high) if leaf.scale is not None else (a, b) if a <= b else (0.0, 0.0)
        for leaf, a, b in zip(leaves, low, high, strict=True)
    ]
    return np.array(found, dtype=np.float64)


def scales(problem: Problem) -> list[tuple[float, float]] | None:
    """Return the declared scale of each leaf, or None unless every one is declared."""
    found = [(leaf.scale.low, leaf.scale.high) for leaf in problem.leaves if leaf.scale is not None]
    return found if len(found) == len(problem.leaves) else None


def same_unit(problem: Problem) -> bool:
    """Whether all leaves share one unit and one scale, so that raw values may be added."""
    return (
        len({(leaf.unit, leaf.scale and (leaf.scale.low, leaf.scale.high)) for leaf in problem.leaves}) == 1
    )


def offered_normalizations(problem: Problem, method: Method) -> tuple[str, ...]:
    """Return the normalizations that make sense for this problem, its default first.

    The declared scale is preferred where all scales are declared, because a ranking then does not depend on who else takes
    part, unless the method is kept as published. Raw values are not added where units differ.
    """
    offered = [
        name
        for name in method.normalizations
        if not (name == "scale" and scales(problem) is None and len(method.normalizations) > 1)
        and not (name == "none" and name != method.default_normalization and not same_unit(problem))
    ]
    if "scale" in offered and not method.kept_as_published:
        offered.remove("scale")
        offered.insert(0, "scale")
    return tuple(offered)


def settings_from(problem: Problem, method: Method, normalization: str) -> dict[str, Setting]:
    """Return the parameters that a method takes from the problem: normalization, scales, thresholds."""
    settings: dict[str, Setting] = {"normalization": normalization}
    declared = scales(problem)
    if normalization == "scale" and declared is not None:
        settings["scales"] = declared
    if not method.from_problem:
        return settings
    available: Mapping[str, Setting] = {
        "preference_functions": [preference_shape(leaf) for leaf in problem.leaves],
        "q": [leaf.thresholds.indifference or 0.0 for leaf in problem.leaves],
        "p": [leaf.thresholds.preference or leaf.thresholds.indifference or 0.0 for leaf in problem.leaves],
        "v": [np.nan if leaf.thresholds.veto is None else leaf.thresholds.veto for leaf in problem.leaves],
    }
    return settings | {name: available[name] for name in method.from_problem}


def preference_shape(criterion: Criterion) -> str:
    """Return the preference function that fits the thresholds given: linear with both, V with p, U with q, else usual."""
    q, p = criterion.thresholds.indifference, criterion.thresholds.preference
    if p:
        return "linear" if q is not None else "vshape"
    return "ushape" if q else "usual"
