"""A second opinion on what to check next: how much of the lead's variance comes from each uncertain performance.

Sobol' indices by SciPy: Saltelli's design, Jansen's estimator of total effects. Source: Sobol' (2001); Saltelli et al. (2010). The expected value of perfect information asks what a decision gains; these ask what makes the lead vary. Where both name
the same cells, one can be surer that these are worth checking.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike

from criteria.errors import CriteriaError
from criteria.model.arrays import BoolArray, FloatArray, IntArray
from criteria.model.frozen import frozen_inside
from criteria.ranking.method import Setting
from criteria.robustness.engine.calls import Call, checked_call
from criteria.robustness.engine.draws import Evidence, evidence_between
from criteria.scaling.checks import one_set
from criteria.translation import translate as _

_EVALUATIONS = 60_000
_CELLS = 160_000
_RESAMPLES = 100
_MOST, _LEAST = 1_024, 32  # base samples, powers of two as the sequence wants them


Design = Mapping[Literal["f_A", "f_B", "f_AB"], FloatArray]


@frozen_inside
@dataclass(frozen=True, slots=True, eq=False)
class SobolIndices:
    """One row for each uncertain cell, the largest total effect first.

    cells: (c, 2), alternative and criterion.  first: (c,), the share of the lead's variance that knowing this cell alone would take
    away.  total: (c,), the share that would be left if all others were known; with those of other cells it can sum to more than 1.
    first_error, total_error: half the widths of their 95 % intervals.  samples: of the design; it takes samples x (c + 2) evaluations.
    """

    cells: IntArray
    first: FloatArray
    first_error: FloatArray
    total: FloatArray
    total_error: FloatArray
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
    counted = weights[ranged[:, 1]] > 0
    cells = ranged[counted]
    if not len(cells) or call.alternatives < 2:
        raise CriteriaError(
            _("No performance that has weight comes with a range: there is nothing to find out.")
        )
    samples = _MOST
    while samples > _LEAST and samples * (len(cells) + 2) > _EVALUATIONS:
        samples //= 2
    leads = _designed(call, weights, evidence, counted, samples, seed)
    if not np.ptp(np.concatenate([leads["f_A"], leads["f_B"]], axis=1)) > 0:
        raise CriteriaError(
            _("The lead does not vary over the evidence's range: there is nothing to explain.")
        )
    from scipy.stats import sobol_indices as scipy_indices  # late: it takes a quarter of the start

    found = scipy_indices(func=leads, n=samples)
    first, total = np.ravel(found.first_order), np.ravel(found.total_order)
    first_error, total_error = _errors(leads, samples, seed)
    order = np.argsort(-total, kind="stable")
    return SobolIndices(
        cells=cells[order],
        first=first[order],
        first_error=first_error[order],
        total=total[order],
        total_error=total_error[order],
        samples=samples,
    )


def _designed(
    call: Call, weights: FloatArray, evidence: Evidence, counted: BoolArray, samples: int, seed: int
) -> Design:
    """Return the leads on Saltelli's design: two sets of points A and B (1, samples), and for each cell A with that cell's column of B.

    counted: which of the cells with a range take part; the others stay at their middle.
    """
    columns = np.flatnonzero(counted)
    from scipy.stats import qmc

    drawn = qmc.Sobol(2 * len(columns), rng=np.random.default_rng(seed)).random(samples)
    one, other = np.full((samples, len(counted)), 0.5), np.full((samples, len(counted)), 0.5)
    one[:, columns], other[:, columns] = drawn[:, : len(columns)], drawn[:, len(columns) :]
    mixed = np.empty((len(columns), 1, samples))
    for k, column in enumerate(columns):
        crossed = one.copy()
        crossed[:, column] = other[:, column]
        mixed[k, 0] = _leads(call, weights, evidence, crossed)
    return {
        "f_A": _leads(call, weights, evidence, one)[np.newaxis],
        "f_B": _leads(call, weights, evidence, other)[np.newaxis],
        "f_AB": mixed,
    }


def _errors(leads: Design, samples: int, seed: int) -> tuple[FloatArray, FloatArray]:
    """Return half the widths of the 95 % intervals of first and total indices, by the bootstrap with a seed of its own."""
    from scipy.stats import sobol_indices as scipy_indices

    rng = np.random.default_rng([seed, 1])
    again = []
    for _resample in range(_RESAMPLES):
        chosen = rng.integers(0, samples, samples)
        drawn = {name: values[..., chosen] for name, values in leads.items()}
        if np.ptp(drawn["f_A"]) + np.ptp(drawn["f_B"]) > 0:
            found = scipy_indices(func=drawn, n=samples)
            again.append((np.ravel(found.first_order), np.ravel(found.total_order)))
    first, total = 1.96 * np.std(np.array(again), axis=0, ddof=1)
    return first, total


def _leads(call: Call, weights: FloatArray, evidence: Evidence, uniform: FloatArray) -> FloatArray:
    """Return the lead of the present leader over the best other at each row of uniform numbers (k, ranged cells)."""
    leader = int(np.argmax(call.values(weights)))
    size = max(16, _CELLS // call.performances.size)
    leads = []
    for start in range(0, len(uniform), size):
        values = call.values(weights, evidence.at(uniform[start : start + size]))
        leads.append(values[:, leader] - np.delete(values, leader, axis=1).max(axis=1))
    return np.concatenate(leads)
