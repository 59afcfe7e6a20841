"""Which piece of evidence is worth checking next: what would knowing one performance exactly change?

Expected value of perfect partial information. Source: Howard (1966); estimated from one set of draws by regression of the scores on
the cell in question (Strong, Oakley & Brennan, 2014). Half of the draws fit whom to choose at which value, the other half say
what that gains, and the other way round: no draw judges a choice that it helped to make, so that noise is not taken for value.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from criteria.errors import CriteriaError
from criteria.model.arrays import BoolArray, FloatArray, IntArray
from criteria.model.frozen import frozen_inside
from criteria.ranking.method import Setting
from criteria.robustness.engine.calls import LIBRARY_DRAWS, Call, checked_call
from criteria.robustness.engine.checks import checked_draws, generator
from criteria.robustness.engine.chunks import in_chunks
from criteria.robustness.engine.draws import Evidence, evidence_between
from criteria.scaling.checks import one_set
from criteria.translation import translate as _

_CELLS = 160_000
_DEGREE = 4  # of the polynomial in the cell's rank among the draws
_LEAST = 20  # draws, so that each half can fit it


@frozen_inside
@dataclass(frozen=True, slots=True, eq=False)
class EvidenceValue:
    """One row for each uncertain cell, most valuable first.

    cells: (c, 2), alternative and criterion.  value: (c,), how much the expected score of the chosen alternative would rise if this cell were known before choosing,
    in the method's own unit; never below 0.  value_error: half the width of its 95 % interval.  told: (c,), whether the value is
    larger than its error: else it is below what so many draws can tell.  switch: (c,), the
    probability that knowing it would change the choice.  perfect: the value of knowing everything.  chosen: the alternative with the best expected score now.
    """

    cells: IntArray
    value: FloatArray
    value_error: FloatArray
    switch: FloatArray
    perfect: float
    chosen: int
    draws: int

    @property
    def told(self) -> BoolArray:
        """Which values (c,) are larger than their errors."""
        told: BoolArray = self.value > self.value_error
        return told


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
    evidence = evidence_between(call.performances, call.maximized, low, high, distribution, shared)
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
    leads = scores - scores[:, [chosen]]
    value, error, switch = (np.empty(len(cells)) for _column in range(3))
    for c in range(len(cells)):
        value[c], error[c], switch[c] = _partial(drawn[:, c], leads, chosen)
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


def _partial(known: FloatArray, leads: FloatArray, chosen: int) -> tuple[float, float, float]:
    """Return value, error and probability of a switch for one cell.

    known: (k,), the drawn values of the cell.  leads: (k, m), how far each alternative is ahead of the chosen one.
    """
    place = (np.argsort(np.argsort(known, kind="stable"), kind="stable") + 0.5) / len(known)
    powers = np.polynomial.legendre.legvander(2 * place - 1, _DEGREE)
    halves = np.arange(len(known)) % 2 == 0
    gains, switched = np.empty(len(known)), np.empty(len(known), dtype=np.bool_)
    for judged in (halves, ~halves):
        fitted = np.linalg.lstsq(powers[~judged], leads[~judged], rcond=None)[0]
        best = np.argmax(powers[judged] @ fitted, axis=1)
        gains[judged] = leads[judged, best]
        switched[judged] = best != chosen
    error = max(1.96 * float(gains.std(ddof=1) / np.sqrt(len(gains))), 0.0)
    return max(float(gains.mean()), 0.0), error, float(switched.mean())
