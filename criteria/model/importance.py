"""From importances in a tree to weights: each node takes its share of its parent's weight."""

from __future__ import annotations

from collections.abc import Mapping
from math import fsum

import numpy as np

from criteria.errors import WeightsError
from criteria.model.arrays import FloatArray, read_only_floats
from criteria.model.problem import Problem
from criteria.model.scenario import Scenario
from criteria.translation import translate as _

SLIDER_TOP = 100.0  # the points at the right end of a slider, unless a profile gives more


def node_weights(problem: Problem, scenario: Scenario) -> dict[str, float]:
    """Return the global weight of every node of the tree; the leaves' sum to 1, a group's is the sum of its children's.

    A node takes the share of its parent's weight that its points have among its siblings' points. A node with 0 points
    counts nothing, and so does a group whose children all count nothing: its siblings take its share.
    Raises WeightsError where nothing at all counts.
    """
    return weights_of_points(problem, dict(scenario.importances))


def weights_of_points(problem: Problem, points: Mapping[str, float]) -> dict[str, float]:
    """Return the weight of every node, as `node_weights`, for points that no scenario has; for searches that try many."""
    counted: dict[str, float] = {}
    top = [_count(problem, group.id, points, counted) for group in problem.groups]
    if not any(top):
        raise WeightsError(_("All importances are 0: give at least one criterion some importance."))
    weights: dict[str, float] = {}
    _share(problem, "", 1.0, counted, weights)
    return weights


def _count(problem: Problem, node: str, points: Mapping[str, float], counted: dict[str, float]) -> float:
    """Return the points of a node that count, noted for it and for all below it."""
    children = problem.children(node)
    below = [_count(problem, child.id, points, counted) for child in children]
    counted[node] = points[node] if not children or any(part > 0 for part in below) else 0.0
    return counted[node]


def _share(
    problem: Problem, parent: str, weight: float, counted: Mapping[str, float], weights: dict[str, float]
) -> None:
    siblings = problem.children(parent)
    # Divided by the largest first, so that no sum of points overflows and none so small as to vanish divides by 0.
    largest = max(counted[node.id] for node in siblings)
    relative = [counted[node.id] / largest if largest > 0 else 0.0 for node in siblings]
    # Exactly rounded, so that every version of Python gives the same digits.
    total = fsum(relative)
    for node, part in zip(siblings, relative, strict=True):
        weights[node.id] = weight * part / total if total > 0 else 0.0
        if problem.children(node.id):
            _share(problem, node.id, weights[node.id], counted, weights)


def weights_of_many_points(problem: Problem, points: FloatArray) -> FloatArray:
    """Return the weight of every node for many sets of points at once, (k, c) both, in the order of `problem.criteria`.

    As `weights_of_points`, up to rounding; a row of nan where nothing counts.
    """
    column = {node.id: j for j, node in enumerate(problem.criteria)}
    families = [
        (parent, [column[child.id] for child in problem.children(parent)])
        for parent in ("", *(node.id for node in problem.tree.below("")))
        if problem.children(parent)
    ]
    counted, weights = np.array(points, dtype=np.float64), np.zeros(np.shape(points))
    for parent, children in reversed(families[1:]):
        counted[:, column[parent]] *= np.any(counted[:, children] > 0, axis=1)
    for parent, children in families:
        above = weights[:, [column[parent]]] if parent else 1.0
        own = counted[:, children]
        largest = own.max(axis=1, keepdims=True)
        relative = np.divide(own, largest, out=np.zeros_like(own), where=largest > 0)
        total = relative.sum(axis=1, keepdims=True)
        empty = 0.0 if parent else np.nan
        weights[:, children] = np.divide(
            above * relative, total, out=np.full_like(own, empty), where=total > 0
        )
    return weights


def leaf_weights(problem: Problem, scenario: Scenario) -> FloatArray:
    """Return the weights (n,) of the leaves, in their order, summing to 1."""
    nodes = node_weights(problem, scenario)
    weights = np.array([nodes[leaf.id] for leaf in problem.leaves])
    return read_only_floats(weights / weights.sum())


def slider_top(problem: Problem, scenario: Scenario) -> float:
    """Return the points at the right end of every importance slider: 100, or the most that the profile gives."""
    return max(SLIDER_TOP, *(points for _name, points in problem.importances_of(scenario.profile)))
