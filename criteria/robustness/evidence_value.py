"""Which piece of evidence is worth checking next: what would knowing one performance exactly change?

Expected value of perfect partial information. Source: Howard (1966); estimated from one set of draws by sorting them by the
cell in question and averaging scores within bins of equal count (Strong & Oakley, 2013, discuss this estimator).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from criteria.errors import CriteriaError
from criteria.model.arrays import FloatArray, IntArray
from criteria.ranking.method import Setting
from criteria.robustness.engine.calls import LIBRARY_DRAWS, Call, checked_call
from criteria.robustness.engine.checks import checked_draws, generator, numbers, one_set
from criteria.robustness.engine.chunks import in_chunks
from criteria.robustness.engine.draws import Evidence
from criteria.translation import translate as _

_CELLS = 160_000
_LEAST = 20  # draws, for two bins with something to average in each


@dataclass(frozen=True, slots=True, eq=False)
class EvidenceValue:
    """One row for each uncertain cell, most valuable first.

    cells: (c, 2), alternative and criterion.  value: (c,), how much the expected score of the chosen alternative would rise if this cell were known before choosing,
    in the method's own unit; never below 0.  value_error: half the width of its 95 % interval.  switch: (c,), the
    probability that knowing it would change the choice.  perfect: the value of knowing everything.  chosen: the alternative with the best expected score now.
    """

    cells: IntArray
    value: FloatArray
    value_error: FloatArray
    switch: FloatArray
    perfect: float
    chosen: int
    draws: int


def evidence_value(
    method: str,
    performances: ArrayLike,
    weights: ArrayLike,
    maximized: ArrayLike,
    *,
    low: ArrayLike,
    high: ArrayLike,
    distribution: str = "triangular",
    shared: bool = False,
    draws: int = 10_000,
    rng: np.random.Generator | int,
    **params: Setting,
) -> EvidenceValue:
    """Return the value of knowing each uncertain performance, with its error.

    performances: (m, n), the likely values inside low and high (m, n).  Under `shared` cells of one alternative move together,
    so that knowing one tells about the others.  Methods without a kernel of their own take at most 300 draws.
    Raises CriteriaError where nothing is uncertain.
    """
    call, shares = checked_call(method, performances, maximized, weights, params)
    one_set(shares)
    ends = [numbers(end, _("The ends of the ranges")) for end in (low, high)]
    evidence = Evidence(ends[0], call.performances, ends[1], call.maximized, distribution, shared)
    return valued(call, shares, evidence, draws=draws, rng=generator(rng))


def valued(
    call: Call, weights: FloatArray, evidence: Evidence, *, draws: int, rng: np.random.Generator
) -> EvidenceValue:
    """Return the value of evidence of one checked call."""
    cells = np.argwhere(evidence.ranged & (weights > 0))
    if not len(cells):
        raise CriteriaError(
            _("No performance that has weight comes with a range: there is nothing to find out.")
        )
    wanted = checked_draws(draws)
    if wanted < _LEAST:
        raise CriteriaError(_("The value of evidence needs at least {least} draws.", least=_LEAST))
    draws = wanted if call.batched else min(wanted, LIBRARY_DRAWS)
    m, n = call.performances.shape

    def work(_start: int, count: int, stream: np.random.Generator) -> tuple[FloatArray, FloatArray]:
        matrices = evidence.sample(count, stream)
        return matrices[:, cells[:, 0], cells[:, 1]], call.values(weights, matrices)

    parts = in_chunks(draws, max(16, _CELLS // (m * n)), rng, work)
    drawn, scores = (np.concatenate(part) for part in zip(*parts, strict=True))
    expected = scores.mean(axis=0)
    chosen = int(np.argmax(expected))
    bins = max(2, int(draws ** (1 / 3)))
    value, error, switch = (np.empty(len(cells)) for _column in range(3))
    for c in range(len(cells)):
        value[c], error[c], switch[c] = _partial(drawn[:, c], scores, bins, chosen)
    order = np.lexsort((-switch, -value))
    return EvidenceValue(
        cells=cells[order],
        value=value[order],
        value_error=error[order],
        switch=switch[order],
        perfect=float(np.mean(scores.max(axis=1)) - expected[chosen]),
        chosen=chosen,
        draws=draws,
    )


def _partial(known: FloatArray, scores: FloatArray, bins: int, chosen: int) -> tuple[float, float, float]:
    """Return value, error and probability of a switch for one cell, from bins of draws in order of what would be known."""
    order = np.argsort(known, kind="stable")
    edges = np.linspace(0, len(order), bins + 1).astype(np.int64)
    sizes = np.diff(edges)
    sums = np.add.reduceat(scores[order], edges[:-1], axis=0)
    means = sums / sizes[:, np.newaxis]
    gain = means.max(axis=1) - means[:, chosen]
    best = np.argmax(means, axis=1)
    # What each draw gains when the choice follows its bin; a bin's means are themselves estimates, and a gain within their
    # noise is taken for none.
    leads = scores[order, np.repeat(best, sizes)] - scores[order, chosen]
    squares = np.add.reduceat(leads**2, edges[:-1]) / sizes
    noise = np.sqrt(np.maximum(squares - gain**2, 0.0) / sizes)
    certain = gain > 1.64 * noise
    leads *= np.repeat(certain, sizes)
    value = float(leads.mean())
    error = 1.96 * float(leads.std() / np.sqrt(len(leads)))
    return max(value, 0.0), error, float(sizes @ (certain & (best != chosen)) / len(leads))
