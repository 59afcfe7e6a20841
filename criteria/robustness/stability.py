"""How far may a weight move before the leader, or the whole order, changes?"""

from __future__ import annotations

from itertools import pairwise
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike

from criteria.errors import CriteriaError
from criteria.model.arrays import FloatArray, IntArray
from criteria.ranking.competition import TIE
from criteria.ranking.method import Setting
from criteria.robustness.engine.calls import NOTHING, Call, checked_call
from criteria.robustness.engine.checks import checked_index
from criteria.robustness.engine.segments import Pair, line, line_of, places_of_change
from criteria.robustness.engine.steps import part
from criteria.scaling.algebra import one_thread
from criteria.scaling.checks import one_set
from criteria.translation import translate as _

Keep = Literal["best", "ranking"]


def weight_interval(
    method: str,
    performances: ArrayLike,
    weights: ArrayLike,
    maximized: ArrayLike,
    criterion: int,
    *,
    keep: Keep = "best",
    **params: Setting,
) -> tuple[float, float]:
    """Return how low and how high one weight may go with the leader (`best`) or the whole order (`ranking`) unchanged.

    criterion: an index.  The other weights keep their proportions.  The interval is closed, lies in [0, 1], and is the part
    around the present weight that is connected: at its ends there is a tie, unless they are 0 or 1.
    Source: Mareschal (1988) for linear methods; see `segments` for the others.
    """
    call, shares = checked_call(method, performances, maximized, weights, params)
    position = checked_index(criterion, call.performances.shape[1], _("criterion"))
    (found,) = intervals(call, one_set(shares), [[position]], keep=keep)
    return float(found[0]), float(found[1])


@one_thread()
def intervals(call: Call, weights: FloatArray, nodes: list[list[int]], *, keep: Keep = "best") -> FloatArray:
    """Return the interval (low, high) of the weight of each node, a set of criteria that move together; shape (nodes, 2)."""
    if keep not in ("best", "ranking"):
        raise CriteriaError(_("'keep' must be 'best' or 'ranking'; it is '{keep}'.", keep=keep))
    ranks = call.ranks(weights)
    pairs = kept_pairs(ranks, keep)
    lines = [line_of(weights, node) for node in nodes]
    present = np.array([weights[node].sum() for node in nodes])
    # A line that is a point (all weight in the node, nobody else to take it) cannot move.
    with part(0.0, 0.9):
        changes = places_of_change(call, lines, pairs)
    found = np.empty((len(nodes), 2))
    middles, bounds = [], []
    for (start, end), pair_places in zip(lines, changes, strict=True):
        inner = np.concatenate([np.empty(0), *pair_places])
        edges = np.unique(np.concatenate([[0.0, 1.0], inner]))
        bounds.append(edges)
        middles.append(line(start, end, (edges[:-1] + edges[1:]) / 2))
    with part(0.9, 1.0):
        values = call.values(np.concatenate(middles)) if pairs else np.empty((0, call.alternatives))
    first = 0
    for node, (edges, here) in enumerate(zip(bounds, present, strict=True)):
        count = len(edges) - 1
        kept = holds(values[first : first + count], pairs) if pairs else np.ones(count, dtype=np.bool_)
        first += count
        found[node] = _connected(edges, kept, float(np.clip(here, 0.0, 1.0)))
    return found


def _connected(edges: FloatArray, kept: np.ndarray, here: float) -> tuple[float, float]:
    """Return the ends of the run of kept pieces around the present position; the position itself where there is none."""
    touching = [k for k in range(len(kept)) if edges[k] - 1e-12 <= here <= edges[k + 1] + 1e-12 and kept[k]]
    if not touching:
        return here, here
    low, high = min(touching), max(touching)
    while low > 0 and kept[low - 1]:
        low -= 1
    while high < len(kept) - 1 and kept[high + 1]:
        high += 1
    return min(float(edges[low]), here), max(float(edges[high + 1]), here)


def kept_pairs(ranks: IntArray, keep: Keep) -> list[Pair]:
    """Return the pairs (ahead, behind) that must stay as they are; those who tie now may part."""
    order = np.argsort(ranks, kind="stable")
    if keep == "best":
        leader = int(order[0])
        return [(leader, int(other)) for other in order[1:]]
    pairs = []
    groups = [np.flatnonzero(ranks == rank) for rank in np.unique(ranks)]
    for ahead, behind in pairwise(groups):
        pairs += [(int(i), int(j)) for i in ahead for j in behind]
    return pairs


def holds(values: FloatArray, pairs: list[Pair]) -> np.ndarray:
    """Return for each row of scores (k, m) whether the first of every pair is at least level with the second."""
    rows, columns = (np.array(part) for part in zip(*pairs, strict=True))
    size = np.maximum(1.0, np.abs(values).max(axis=1, initial=0.0, where=values > NOTHING))
    lead: FloatArray = (values[:, rows] - values[:, columns]).min(axis=1)
    return lead >= -TIE * size
