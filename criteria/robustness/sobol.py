"""A second opinion on what to check next: how much of the lead's variance comes from each uncertain performance.

Sobol' indices. Total effects by Jansen's estimator (Saltelli et al., 2010, table 2 (f)); first-order ones from one set of draws, by
orthonormal polynomials in the quantile of the cell (Sudret, 2008): a design that mixes columns needs thousands of samples for these, and as
many evaluations for each cell. The expected value of perfect information asks what a decision gains; these ask what makes the lead vary.
Where both name the same cells, one can be surer that these are worth checking.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from criteria.errors import CriteriaError
from criteria.model.arrays import FloatArray, IntArray
from criteria.model.frozen import frozen_inside
from criteria.ranking.method import Setting
from criteria.robustness.engine.calls import Call, checked_call
from criteria.robustness.engine.draws import Evidence, evidence_between
from criteria.robustness.engine.sampling import Z
from criteria.robustness.engine.steps import part, stepped
from criteria.scaling.algebra import one_thread
from criteria.scaling.checks import one_set
from criteria.translation import translate as _

_DRAWS = 20_000  # for the variance and the first-order indices
_MIXED = 40_000  # evaluations for the total effects of all cells together
_MOST, _LEAST = 10_000, 30  # samples for the total effect of one cell
_CELLS = 160_000
_DEGREE = 6  # of the polynomials
_GROUPS = 20  # of draws, each left out in turn
_T = 2.093  # 97.5 % quantile of Student's distribution with 19 degrees of freedom


@frozen_inside
@dataclass(frozen=True, slots=True, eq=False)
class SobolIndices:
    """One row for each uncertain cell, the largest total effect first.

    cells: (c, 2), alternative and criterion.  first: (c,), the share of the lead's variance that knowing this cell alone would take
    away.  total: (c,), the share that would be left if all others were known; with those of other cells it can sum to more than 1.
    first_error, total_error: half the widths of their 95 % intervals.  draws: for the variance and the first-order indices.
    samples: for each total effect; all takes draws + samples x c evaluations.
    """

    cells: IntArray
    first: FloatArray
    first_error: FloatArray
    total: FloatArray
    total_error: FloatArray
    draws: int
    samples: int


def sobol_indices(
    method: str,
    performances: ArrayLike,
    weights: ArrayLike,
    maximized: ArrayLike,
    *,
    low: ArrayLike,
    high: ArrayLike,
    distribution: str = "triangular",
    seed: int = 1,
    **params: Setting,
) -> SobolIndices:
    """Return the Sobol' indices of each uncertain performance for the lead of the leader over the best of the others.

    performances: (m, n), the likely values inside low and high (m, n), all independent.
    Raises CriteriaError for methods without a kernel of their own, and where nothing is uncertain or the lead does not vary.
    """
    call, shares = checked_call(method, performances, maximized, weights, params)
    one_set(shares)
    evidence = evidence_between(call.performances, call.maximized, low, high, distribution)
    return indices_of(call, shares, evidence, seed=seed)


@one_thread()
def indices_of(call: Call, weights: FloatArray, evidence: Evidence, *, seed: int) -> SobolIndices:
    """Return the indices of one checked call."""
    if not call.batched:
        raise CriteriaError(
            _(
                "{method} runs one draw at a time; these indices need tens of thousands.",
                method=call.method.name,
            )
        )
    if evidence.shared or evidence.joined is not None:
        raise CriteriaError(
            _(
                "These indices need independent ratings: switch off that ratings of a candidate, or of one source, are correlated."
            )
        )
    ranged = np.argwhere(evidence.ranged)
    columns = np.flatnonzero(weights[ranged[:, 1]] > 0)
    cells = ranged[columns]
    if not len(cells) or call.alternatives < 2:
        raise CriteriaError(
            _("No performance that has weight comes with a range: there is nothing to find out.")
        )
    rng = np.random.default_rng(seed)
    uniform = rng.random((_DRAWS, len(ranged)))
    with part(0.0, 0.3):
        leads = _leads(call, weights, evidence, uniform)
    if not np.ptp(leads) > 0:
        raise CriteriaError(
            _("The lead does not vary over the evidence's range: there is nothing to explain.")
        )
    first, first_error = _first(leads, uniform[:, columns])
    samples = int(np.clip(_MIXED // len(cells), _LEAST, _MOST))
    halves = np.empty((len(cells), samples))
    with part(0.4, 1.0):
        for k, column in stepped(enumerate(columns), len(columns)):
            mixed = uniform[:samples].copy()
            mixed[:, column] = rng.random(samples)
            halves[k] = (leads[:samples] - _leads(call, weights, evidence, mixed)) ** 2 / 2
    total, total_error = _total(leads, halves)
    order = np.argsort(-total, kind="stable")
    return SobolIndices(
        cells=cells[order],
        first=first[order],
        first_error=first_error[order],
        total=total[order],
        total_error=total_error[order],
        draws=_DRAWS,
        samples=samples,
    )


def _first(leads: FloatArray, uniform: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Return the first-order indices (c,), from 0 to 1, and half the widths of their 95 % intervals: each group of draws is left out in turn.

    leads: (k,).  uniform: (k, c), the quantile of each cell.  The squared coefficients of the polynomials sum to the variance that the cell
    alone explains, and to that of their own sampling, which is taken off.
    """
    groups, cells = np.arange(len(leads)) % _GROUPS, uniform.shape[1]
    sums, squares = np.zeros((2, _GROUPS, cells, _DEGREE))
    moments = np.zeros((_GROUPS, 3))  # how many, and the sums of the leads and of their squares
    centred = leads - leads.mean()
    scale = np.sqrt(2 * np.arange(1, _DEGREE + 1) + 1)
    for g in range(_GROUPS):
        mine = groups == g
        own = centred[mine]
        moments[g] = len(own), own.sum(), (own**2).sum()
        terms = np.polynomial.legendre.legvander(2 * uniform[mine] - 1, _DEGREE)[..., 1:] * scale
        terms *= own[:, np.newaxis, np.newaxis]
        sums[g], squares[g] = terms.sum(axis=0), (terms**2).sum(axis=0)

    def share(moments: FloatArray, sums: FloatArray, squares: FloatArray) -> FloatArray:
        count = moments[0]
        means = sums / count
        explained = (means**2 - (squares / count - means**2) / (count - 1)).sum(axis=-1)
        found: FloatArray = explained / (moments[2] / count - (moments[1] / count) ** 2)
        return found

    whole = moments.sum(axis=0), sums.sum(axis=0), squares.sum(axis=0)
    left_out = np.array(
        [
            share(*(total - part[g] for total, part in zip(whole, (moments, sums, squares), strict=True)))
            for g in range(_GROUPS)
        ]
    )
    return share(*whole).clip(0.0, 1.0), _T * np.sqrt((_GROUPS - 1) * left_out.var(axis=0))


def _total(leads: FloatArray, halves: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Return the total effects (c,), at most 1, and half the widths of their 95 % intervals.

    halves: (c, s), half the squared change of the lead once a cell alone is drawn anew.  Both they and the variance vary among the draws.
    """
    variance = leads.var()
    total = halves.mean(axis=1) / variance
    of_halves = halves.var(axis=1, ddof=1) / halves.shape[1] / variance**2
    of_variance = ((leads - leads.mean()) ** 2).var(ddof=1) / len(leads) / variance**2
    return np.minimum(total, 1.0), Z * np.sqrt(of_halves + total**2 * of_variance)


def _leads(call: Call, weights: FloatArray, evidence: Evidence, uniform: FloatArray) -> FloatArray:
    """Return the lead of the present leader over the best other at each row of uniform numbers (k, ranged cells)."""
    leader = int(np.argmax(call.values(weights)))
    size = max(16, _CELLS // call.performances.size)
    leads = []
    starts = range(0, len(uniform), size)
    for start in stepped(starts, len(starts)):
        values = call.gained(weights, evidence.at(uniform[start : start + size]))
        leads.append(values[:, leader] - np.delete(values, leader, axis=1).max(axis=1))
    return np.concatenate(leads)
