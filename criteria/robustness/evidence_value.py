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
from criteria.robustness.engine.sampling import Z
from criteria.robustness.engine.steps import part, stepped
from criteria.scaling.algebra import one_thread
from criteria.scaling.checks import one_set
from criteria.translation import translate as _

_CELLS = 160_000
_DEGREE = 4  # of the polynomial in the cell's rank among the draws
_LEAST = 20  # draws, so that each half can fit it
_GROUPS = 10  # of draws, each left out in turn
_T = 2.262  # 97.5 % quantile of Student's distribution with 9 degrees of freedom
_STEPS = 500  # places at which the fitted choices are compared when a group is left out


@frozen_inside
@dataclass(frozen=True, slots=True, eq=False)
class EvidenceValue:
    """One row for each uncertain cell, most valuable first.

    cells: (c, 2), alternative and criterion.  value: (c,), how much better the expected score of the chosen alternative would be if this cell were known before choosing,
    in the method's own unit; never below 0.  value_error: half the width of its 95 % interval.  told: (c,), whether the value is
    larger than its error: else it is below what so many draws can tell.  switch: (c,), the probability that knowing it would change the
    choice.  switch_error: (c,), half the width of its 95 % interval: that of a fitted border between choices, some times as wide as that of
    a share counted over as many draws.  perfect: the value of knowing everything, and perfect_error half the width of its 95 % interval.
    chosen: the alternative with the best expected score now.
    """

    cells: IntArray
    value: FloatArray
    value_error: FloatArray
    switch: FloatArray
    switch_error: FloatArray
    perfect: float
    perfect_error: float
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


@one_thread()
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
        return matrices[:, cells[:, 0], cells[:, 1]], call.gained(weights, matrices)

    of_draws = 0.2 if call.batched else 0.95  # of the work; the rest is to look at each cell
    with part(0.0, of_draws):
        parts = in_chunks(draws, max(16, _CELLS // (m * n)), rng, work)
    drawn, scores = (np.concatenate(part) for part in zip(*parts, strict=True))
    expected = scores.mean(axis=0)
    chosen = int(np.argmax(expected))
    leads = scores - scores[:, [chosen]]
    value, error, switch, switch_error = (np.empty(len(cells)) for _column in range(4))
    powers = _polynomials(len(leads))
    with part(of_draws, 1.0):
        for c in stepped(range(len(cells)), len(cells)):
            value[c], error[c], switch[c], switch_error[c] = _partial(drawn[:, c], leads, chosen, powers)
    order = np.lexsort((-switch, -value))
    gained = leads.max(axis=1)  # by knowing everything
    return EvidenceValue(
        cells=cells[order],
        value=value[order],
        value_error=error[order],
        switch=switch[order],
        switch_error=switch_error[order],
        perfect=float(gained.mean()),
        perfect_error=_mean_error(gained),
        chosen=chosen,
        draws=draws,
    )


def _partial(
    known: FloatArray, leads: FloatArray, chosen: int, powers: FloatArray
) -> tuple[float, float, float, float]:
    """Return value, error, probability of a switch and its error for one cell.

    known: (k,), the drawn values of the cell.  leads: (k, m), how far each alternative is ahead of the chosen one.
    powers: (k, p), the polynomials at the places from the lowest draw to the highest.
    """
    order = np.argsort(known, kind="stable")
    ahead = leads[order]
    fold = order % 2 * _GROUPS + order // 2 % _GROUPS  # the half of each draw, and its group in there
    squares, products = (
        np.empty((2, _GROUPS, powers.shape[1], k)) for k in (powers.shape[1], leads.shape[1])
    )
    for half in (0, 1):
        for group in range(_GROUPS):
            mine = np.flatnonzero(fold == half * _GROUPS + group)
            part = powers[mine].T
            squares[half, group], products[half, group] = part @ powers[mine], part @ ahead[mine]
    gains, switched = np.empty(len(known)), np.empty(len(known), dtype=np.bool_)
    for half in (0, 1):
        judged = np.flatnonzero(fold // _GROUPS == half)
        fitted = np.linalg.solve(squares[1 - half].sum(axis=0), products[1 - half].sum(axis=0))
        best = np.argmax(powers[judged] @ fitted, axis=1)
        gains[judged] = ahead[judged, best]
        switched[judged] = best != chosen
    share = float(switched.mean())
    return (
        max(float(gains.mean()), 0.0),
        _mean_error(gains),
        share,
        _switch_error(squares, products, chosen, len(known)),
    )


def _mean_error(gains: FloatArray) -> float:
    """Return half the width of the 95 % interval of a mean over draws (k,)."""
    return float(Z * gains.std(ddof=1) / np.sqrt(len(gains)))


def _switch_error(squares: FloatArray, products: FloatArray, chosen: int, draws: int) -> float:
    """Return half the width of the 95 % interval of the probability of a switch: each tenth of the draws is left out in turn.

    Leaving out tells how far the fitted border varies among the draws (delete-a-group jackknife); how many of the draws lie
    beyond a border that stands still varies as any share does, and is added.
    squares: (2, g, p, p) and products: (2, g, p, m), the normal equations of each group of each half.
    """
    at = _polynomials(_STEPS)
    shares = np.zeros(_GROUPS)
    for square, product in zip(squares, products, strict=True):
        fitted = np.linalg.solve(square.sum(axis=0) - square, product.sum(axis=0) - product)
        shares += (np.argmax(at @ fitted, axis=2) != chosen).mean(axis=1) / 2
    share = float(shares.mean())
    varied = _T**2 * (_GROUPS - 1) * float(shares.var()) + Z**2 * share * (1 - share) / draws
    return min(float(np.sqrt(varied)) + 0.5 / _STEPS, 1.0)


def _polynomials(places: int) -> FloatArray:
    """Return the Legendre polynomials (places, p) at places evenly spread from -1 to 1, where they are nearly orthogonal."""
    return np.polynomial.legendre.legvander((np.arange(places) + 0.5) / places * 2 - 1, _DEGREE).astype(
        np.float64
    )
