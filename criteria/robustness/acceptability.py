"""In what share of plausible weightings and of plausible evidence does each alternative reach each rank?

Stochastic multicriteria acceptability analysis. Source: Lahdelma & Salminen (2001), SMAA-2.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from criteria.errors import CriteriaError
from criteria.model.arrays import FloatArray, IntArray
from criteria.model.frozen import frozen_inside
from criteria.model.number import grouped
from criteria.ranking.method import Setting
from criteria.robustness.engine.box import proved_in_box, spread_box
from criteria.robustness.engine.calls import LIBRARY_DRAWS, Call, checked_call
from criteria.robustness.engine.checks import checked_draws, generator
from criteria.robustness.engine.chunks import Batch, summed_in_batches
from criteria.robustness.engine.cluster import on_cluster
from criteria.robustness.engine.confidence import confidence_factors, firsts_by_group
from criteria.robustness.engine.counting import counted
from criteria.robustness.engine.draws import (
    Evidence,
    WeightSampler,
    evidence_between,
    ranked_weights,
    uniform_weights,
    weights_around,
    weights_between,
    weights_within,
)
from criteria.robustness.engine.firsts import weights_when_first
from criteria.robustness.engine.kept_draws import MOST_OF_ONE
from criteria.robustness.engine.sampling import sampling_error, share_errors
from criteria.robustness.engine.scored import scored
from criteria.robustness.engine.steps import part
from criteria.scaling.algebra import one_thread
from criteria.scaling.checks import normalized_weights, numbers, one_set, per_criterion
from criteria.translation import translate as _

Box = tuple[FloatArray, FloatArray, FloatArray]

CHUNK = 2_048  # draws of weights with a generator of their own: another number would change every figure
_CELLS = 160_000  # drawn performances at a time
_TOGETHER, _CELLS_TOGETHER = 8, 270_000  # chunks, and their scores, that are counted at a time
_MOST = 5_000  # candidates: a table of all pairs of them takes 0.2 GB
_ROUNDING = 1e-9  # of sums of shares


@frozen_inside
@dataclass(frozen=True, slots=True, eq=False)
class Acceptability:
    """Shares of draws, with the number of draws they come from.

    ranks: (m, m), the share in which alternative i has rank r + 1; those who tie share the ranks they occupy, so rows and
    columns sum to 1.  central_weights: (m, n), the mean weights of the draws in which i is first; nan where it never is.
    confidence_factor: (m,), the share of the evidence's draws in which i is first at its central weights; nan where it has
    none.  confidence_error: (m,), half the width of its 95 % interval: it comes from draws of its own, at most 4,000, and from central
    weights that were drawn; 1 where these rest on fewer than 10 draws.
    pairwise_winning: (m, m), the share in which i is ahead of j, 0 on the diagonal; behind the headline of more than 64 alternatives nan
    in every row but the leader's.  error: half the width of the
    95 % interval of the least certain share in `ranks`, and at least 3 / draws; 0 where nothing was drawn at random.
    proved: (m,), 1 where an alternative is first at every weighting that could be drawn, -1 where at none, 0 where the draws are
    all that is known: 10,000 of 10,000 draws prove nothing.
    """

    method: str
    draws: int
    ranks: FloatArray
    central_weights: FloatArray
    confidence_factor: FloatArray
    pairwise_winning: FloatArray
    error: float
    confidence_error: FloatArray
    proved: IntArray

    @property
    def first(self) -> FloatArray:
        """The share of draws (m,) in which each alternative is first."""
        share: FloatArray = self.ranks[:, 0]
        return share

    @property
    def first_error(self) -> FloatArray:
        """Half the width (m,) of the 95 % interval of each share in `first`; 0 where it is proved."""
        return np.where(self.proved != 0, 0.0, share_errors(self.first, self.draws))

    @property
    def rank_intervals(self) -> IntArray:
        """The best and the worst rank (m, 2) of each alternative in 90 % of the draws: 5 % are left out at either end."""
        reached = np.cumsum(self.ranks, axis=1)
        ends = (reached > 0.05 + _ROUNDING, reached >= 0.95 - _ROUNDING)
        return np.column_stack([np.argmax(end, axis=1) for end in ends]) + 1

    def rank_interval(self, i: int) -> tuple[int, int]:
        """Return the best and the worst rank of one alternative in 90 % of the draws."""
        best, worst = self.rank_intervals[i].tolist()
        return best, worst


def acceptability(
    method: str,
    performances: ArrayLike,
    maximized: ArrayLike,
    *,
    weights: ArrayLike | None = None,
    around: tuple[ArrayLike, float] | None = None,
    constraints: ArrayLike | None = None,
    within: ArrayLike | None = None,
    ranking: ArrayLike | None = None,
    low: ArrayLike | None = None,
    high: ArrayLike | None = None,
    distribution: str = "triangular",
    shared: bool = False,
    draws: int = 10_000,
    rng: np.random.Generator | int,
    threads: int | None = None,
    scheduler: str | None = None,
    **params: Setting,
) -> Acceptability:
    """Return rank acceptability, central weights, confidence factors and pairwise winning by Monte Carlo.

    performances: (m, n), likely values.  weights: (n,) fixed, or (k, n) one draw each (then `draws` does not count); None
    for uniform on the simplex.  around: (weights, 0.25) for each within ±25 % before normalizing.  constraints: (r, n + 1),
    rows c0, c1 … cn meaning c0 + c·w >= 0; `draws` counts those that satisfy them.  within: (n, 2), from where to where each
    weight may lie.  ranking: (n,), an order of importance to follow, 1 first, equal ranks in either order.  low, high: (m, n), the range of each
    performance; `distribution` is triangular, uniform or pert; `shared` moves all cells of an alternative together.
    rng: a generator or a seed; the same one gives the same figures for any number of threads.
    scheduler: the address of a Dask scheduler whose workers compute it, with the same figures; None computes here.
    Methods without a kernel of their own take at most 300 draws; the result says how many.
    Raises CriteriaError for input without meaning, and where no weights satisfy the constraints.
    """
    asked = {
        "weights": weights,
        "around": around,
        "constraints": constraints,
        "within": within,
        "ranking": ranking,
    }
    given = [name for name, value in asked.items() if value is not None]
    if len(given) > 1:
        raise CriteriaError(_("Give one of {names}: they exclude each other.", names=", ".join(given)))
    fixed = around[0] if around is not None else weights
    call, shares = checked_call(method, performances, maximized, fixed, params)
    m, n = call.performances.shape[-2:]
    if m > _MOST:
        raise CriteriaError(
            _(
                "The shares of each rank can be computed for at most {most} candidates, and there are {count}: keep fewer.",
                count=grouped(m),
                most=grouped(_MOST),
            )
        )
    box = None
    sampler: WeightSampler | FloatArray = shares if weights is not None else uniform_weights(n)
    if around is not None:
        middle = one_set(normalized_weights(around[0], n))
        spread = numbers(around[1], _("The spread of the weights"))
        if spread.ndim:
            raise CriteriaError(_("The spread of the weights must be one number, such as 0.25."))
        sampler = weights_around(middle, float(spread))
        box = (middle, *spread_box(middle, float(spread)))
    elif constraints is not None:
        rows = np.atleast_2d(numbers(constraints, _("The constraints")))
        if rows.shape[-1] != n + 1:
            raise CriteriaError(
                _("Each constraint needs {columns} numbers: c0 and one for each criterion.", columns=n + 1)
            )
        sampler = weights_within(rows)
    elif within is not None:
        sampler = weights_between(*per_criterion(within, (n, 2), "within").T)
    elif ranking is not None:
        sampler = ranked_weights(ranking, n)
    evidence = None
    if low is not None or high is not None:
        evidence = evidence_between(call.performances, call.maximized, low, high, distribution, shared)
    with on_cluster(scheduler):
        return accepted(call, sampler, evidence, draws=draws, rng=generator(rng), threads=threads, box=box)


@one_thread()
def accepted(
    call: Call,
    weights: WeightSampler | FloatArray,
    evidence: Evidence | None,
    *,
    draws: int,
    rng: np.random.Generator,
    threads: int | None = None,
    confidence: bool = True,
    box: Box | None = None,
    leader: int | None = None,
) -> Acceptability:
    """Return the acceptability of one checked call.

    weights: a sampler, one set (n,), or one set for each draw (k, n).  confidence: whether to draw once more for the
    confidence factors; without, they are nan.  box: the present weights and the ends (n,)
    between which the sampler draws each before normalizing, where that is what it does: some things can then be proved.  leader: who
    alone is compared with each other one, where there are many.
    """
    draws = _checked_draws(call, weights, draws)
    random = callable(weights) or evidence is not None
    if not random:
        draws = 1 if not callable(weights) and weights.ndim == 1 else draws
    m, n = call.performances.shape
    size = max(16, min(CHUNK, _CELLS // m if evidence is None else _CELLS // (m * n)))
    together = max(1, min(_TOGETHER, _CELLS_TOGETHER // (size * m)))
    in_groups = confidence and callable(weights)
    kept = not callable(weights) and 8 * draws * m * n <= MOST_OF_ONE

    def work(batch: Batch) -> tuple[FloatArray, ...]:
        values, drawn = scored(batch, call, weights, evidence, kept=kept)
        ranks, wins, who = counted(values, leader)
        start = batch[0][0]
        of_first = firsts_by_group(who, m, drawn, start) if in_groups else weights_when_first(who, m, drawn)
        return ranks, wins, of_first

    of_draws = (0.8 if call.batched else 0.2) if confidence else 1.0  # of the work
    with part(0.0, of_draws):
        ranks, wins, firsts = summed_in_batches(draws, size, together, rng, work, threads=threads)
    sums = firsts[..., :n].sum(axis=0) if in_groups else firsts
    first = ranks[:, 0]
    with np.errstate(invalid="ignore", divide="ignore"):
        central = np.where(first[:, np.newaxis] > 0, sums / first[:, np.newaxis], np.nan)
    shares = ranks / draws
    factors, factor_errors = np.full((2, m), np.nan)
    if confidence:
        groups = firsts if in_groups else None
        with part(of_draws, 1.0):
            factors, factor_errors = confidence_factors(call, central, groups, evidence, rng, draws=draws)
    proved = np.zeros(m, dtype=np.int64)
    if not random:
        proved = (shares[:, 0] == 1).astype(np.int64) - (shares[:, 0] == 0)
    elif box is not None and evidence is None:
        proved = proved_in_box(call, *box)
    proved.setflags(write=False)
    return Acceptability(
        method=call.method.key,
        draws=draws,
        ranks=_frozen(shares),
        central_weights=_frozen(central),
        confidence_factor=_frozen(factors),
        pairwise_winning=_frozen(_pairs(wins, leader) / draws),
        error=sampling_error(shares, draws) if random else 0.0,
        confidence_error=_frozen(factor_errors),
        proved=proved,
    )


def _pairs(wins: FloatArray, leader: int | None) -> FloatArray:
    """Return the wins as a row for each alternative (m, m); nan for those that were not compared."""
    m = wins.shape[1]
    if len(wins) == m:
        return wins
    found = np.full((m, m), np.nan)
    found[leader] = wins[0]
    return found


def _checked_draws(call: Call, weights: WeightSampler | FloatArray, draws: int) -> int:
    if not callable(weights) and weights.ndim == 2:
        return len(weights)
    wanted = checked_draws(draws)
    return wanted if call.batched else min(wanted, LIBRARY_DRAWS)


def _frozen(array: FloatArray) -> FloatArray:
    array.setflags(write=False)
    return array
