"""The smallest flip where a score is the largest of weighted distances: exact, by one linear program for each piece.

The leader's distance is the largest of its parts w_j d_lj. A challenger is at least level where none of its own parts is larger than some
part of the leader's. For each challenger and each criterion of the leader that is a set of linear conditions; the nearest weights over
all of them are the smallest flip. Solved by HiGHS (in SciPy).
"""

from __future__ import annotations

import numpy as np

from criteria.model.arrays import FloatArray


def nearest_level(
    distances: FloatArray, weights: FloatArray, leader: int, challengers: list[int], norm: str, within: float
) -> tuple[FloatArray, int] | None:
    """Return the nearest weights at which a challenger is level with the leader, and which one; None where none is within reach.

    distances: (m, n), at least 0, lower is better.  norm: l1 or linf.  within: no farther than this is looked.
    """
    from scipy.optimize import linprog

    n = len(weights)
    slack = n if norm == "l1" else 1
    spread = np.eye(n) if norm == "l1" else np.ones((n, 1))
    cost = np.concatenate([np.zeros(n), np.ones(slack)])
    moved = np.block([[np.eye(n), -spread], [-np.eye(n), -spread]])
    limits = np.concatenate([weights, -weights])
    total = np.concatenate([np.ones(n), np.zeros(slack)])[np.newaxis]
    best: tuple[FloatArray, int] | None = None
    for challenger in challengers:
        for part in np.flatnonzero(distances[leader] > 0):
            ahead = np.diag(distances[challenger])
            ahead[:, part] -= distances[leader, part]
            rows = np.block([[moved], [ahead, np.zeros((n, slack))], [cost[np.newaxis]]])
            solved = linprog(
                cost,
                A_ub=rows,
                b_ub=np.concatenate([limits, np.zeros(n), [within]]),
                A_eq=total,
                b_eq=[1.0],
            )
            if solved.status == 0 and solved.x is not None:
                point = np.maximum(solved.x[:n], 0.0)
                best, within = (point / point.sum(), challenger), float(cost @ solved.x)
    return best
