"""In what share of plausible weightings and of plausible evidence does each alternative reach each rank?

Stochastic multicriteria acceptability analysis. Source: Lahdelma & Salminen (2001), SMAA-2.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from criteria.errors import CriteriaError
from criteria.model.arrays import FloatArray
from criteria.ranking.competition import TIE
from criteria.ranking.method import Setting
from criteria.ranking.score import normalized_weights
from criteria.robustness.engine.calls import LIBRARY_DRAWS, Call, checked_call
from criteria.robustness.engine.checks import checked_draws, generator, numbers, one_set
from criteria.robustness.engine.chunks import summed
from criteria.robustness.engine.draws import (
    Evidence,
    WeightSampler,
    ranked_weights,
    uniform_weights,
    weights_around,
    weights_between,
    weights_within,
)
from criteria.translation import translate as _

CountArray = NDArray[np.uint8] | NDArray[np.uint16]

CHUNK = 2_048  # draws of weights at a time; larger chunks leave the cache and took half as long again
_CELLS = 160_000  # drawn performances at a time
_CONFIDENCE_DRAWS = 1_000
_FEW = 64  # alternatives up to which counting pair by pair is faster than row by row


@dataclass(frozen=True, slots=True, eq=False)
class Acceptability:
    """Shares of draws, with the number of draws they come from.

    ranks: (m, m), the share in which alternative i has rank r + 1; those who tie share the ranks they occupy, so rows and
    columns sum to 1.  central_weights: (m, n), the mean weights of the draws in which i is first; nan where it never is.
    confidence_factor: (m,), the share of the evidence's draws in which i is first at its central weights; nan where it has
    none.  pairwise_winning: (m, m), the share in which i is ahead of j, 0 on the diagonal.  error: half the width of the
    95 % interval of the least certain share in `ranks`; 0 where nothing was drawn at random.
    """

    method: str
    draws: int
    ranks: FloatArray
    central_weights: FloatArray
    confidence_factor: FloatArray
    pairwise_winning: FloatArray
    error: float

    @property
    def first(self) -> FloatArray:
        """The share of draws (m,) in which each alternative is first."""
        share: FloatArray = self.ranks[:, 0]
        return share


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
    **params: Setting,
) -> Acceptability:
    """Return rank acceptability, central weights, confidence factors and pairwise winning by Monte Carlo.

    performances: (m, n), likely values.  weights: (n,) fixed, or (k, n) one draw each (then `draws` does not count); None
    for uniform on the simplex.  around: (weights, 0.25) for each within ±25 % before normalizing.  constraints: (r, n + 1),
    rows c0, c1 … cn meaning c0 + c·w >= 0; `draws` counts those that satisfy them.  within: (n, 2), from where to where each
    weight may lie.  ranking: (n,), an order of importance to follow, 1 first, equal ranks in either order.  low, high: (m, n), the range of each
    performance; `distribution` is triangular, uniform or pert; `shared` moves all cells of an alternative together.
    rng: a generator or a seed; the same one gives the same figures for any number of threads.
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
    n = call.performances.shape[1]
    sampler: WeightSampler | FloatArray = shares if weights is not None else uniform_weights(n)
    if around is not None:
        middle = one_set(normalized_weights(around[0], n))
        spread = numbers(around[1], _("The spread of the weights"))
        if spread.ndim:
            raise CriteriaError(_("The spread of the weights must be one number, such as 0.25."))
        sampler = weights_around(middle, float(spread))
    elif constraints is not None:
        rows = np.atleast_2d(numbers(constraints, _("The constraints")))
        if rows.shape[-1] != n + 1:
            raise CriteriaError(
                _("Each constraint needs {columns} numbers: c0 and one for each criterion.", columns=n + 1)
            )
        sampler = weights_within(rows)
    elif within is not None:
        ends_of_weights = numbers(within, _("The intervals of the weights"))
        if ends_of_weights.shape != (n, 2):
            raise CriteriaError(_("Give a lowest and a highest weight for each of the {n} criteria.", n=n))
        sampler = weights_between(*ends_of_weights.T)
    elif ranking is not None:
        sampler = ranked_weights(numbers(ranking, _("The order of importance")), n)
    evidence = None
    if low is not None or high is not None:
        ends = [
            call.performances if end is None else numbers(end, _("The ends of the ranges"))
            for end in (low, high)
        ]
        evidence = Evidence(ends[0], call.performances, ends[1], call.maximized, distribution, shared)
    return accepted(call, sampler, evidence, draws=draws, rng=generator(rng), threads=threads)


def accepted(
    call: Call,
    weights: WeightSampler | FloatArray,
    evidence: Evidence | None,
    *,
    draws: int,
    rng: np.random.Generator,
    threads: int | None = None,
    confidence: bool = True,
) -> Acceptability:
    """Return the acceptability of one checked call.

    weights: a sampler, one set (n,), or one set for each draw (k, n).  confidence: whether to draw once more for the
    confidence factors; without, they are nan wherever there is evidence to draw from.
    """
    draws = _checked_draws(call, weights, draws)
    random = callable(weights) or evidence is not None
    if not random:
        draws = 1 if not callable(weights) and weights.ndim == 1 else draws
    m, n = call.performances.shape
    size = max(16, min(CHUNK, _CELLS // m if evidence is None else _CELLS // (m * n)))

    def work(start: int, count: int, stream: np.random.Generator) -> tuple[FloatArray, ...]:
        if callable(weights):
            drawn = weights(count, stream)
        else:
            drawn = weights if weights.ndim == 1 else weights[start : start + count]
        matrices = None if evidence is None else evidence.sample(count, stream)
        values = call.values(
            drawn if drawn.ndim == 2 or matrices is not None else drawn[np.newaxis], matrices
        )
        return _counted(values, np.broadcast_to(drawn, (len(values), n)))

    ranks, wins, sums = summed(draws, size, rng, work, threads=threads)
    first = ranks[:, 0]
    with np.errstate(invalid="ignore", divide="ignore"):
        central = np.where(first[:, np.newaxis] > 0, sums / first[:, np.newaxis], np.nan)
    shares = ranks / draws
    return Acceptability(
        method=call.method.key,
        draws=draws,
        ranks=_frozen(shares),
        central_weights=_frozen(central),
        confidence_factor=_frozen(_confidence(call, central, evidence, rng, wanted=confidence)),
        pairwise_winning=_frozen(wins / draws),
        error=sampling_error(shares, draws) if random else 0.0,
    )


def sampling_error(shares: FloatArray, draws: int) -> float:
    """Return half the width of the 95 % interval of the least certain of some shares of this many draws."""
    return float(1.96 * np.sqrt(np.max(shares * (1 - shares)).clip(0) / draws))


def _checked_draws(call: Call, weights: WeightSampler | FloatArray, draws: int) -> int:
    if not callable(weights) and weights.ndim == 2:
        return len(weights)
    wanted = checked_draws(draws)
    return wanted if call.batched else min(wanted, LIBRARY_DRAWS)


def _counted(values: FloatArray, weights: FloatArray) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Return how often each alternative has each rank (m, m), is ahead of each other (m, m), and the sums of weights when first (m, n).

    values: (k, m), more is better.  Ranks come from comparing columns, which is faster than sorting rows.
    """
    k, m = values.shape
    columns = np.ascontiguousarray(values.T)
    raised = columns + TIE * np.maximum(1.0, np.abs(columns).max(axis=0))
    ahead = np.zeros((m, k), dtype=np.uint8 if m <= 255 else np.uint16)  # how many are ahead of i
    wins = np.zeros((m, m))
    for i in range(m - 1):
        beats = columns[i] > raised[i + 1 :]
        ahead[i + 1 :] += beats.view(np.uint8)
        ahead[i] += (columns[i + 1 :] > raised[i]).view(np.uint8).sum(axis=0, dtype=ahead.dtype)
        if m <= _FEW:
            for j, beaten in enumerate(beats, start=i + 1):
                wins[i, j] = np.count_nonzero(beaten)
        else:
            wins[i, i + 1 :] = np.count_nonzero(beats, axis=1)
    everybody_told_apart = m * (m - 1) // 2
    if int(ahead.sum(dtype=np.int64)) == k * everybody_told_apart:
        wins += np.tril(k - wins.T, -1)
        return _whole_ranks(ahead), wins, (ahead == 0).astype(np.float64) @ weights
    tied = ahead.sum(axis=0, dtype=np.int64) < everybody_told_apart
    # Where somebody ties with somebody, being not ahead is not being behind: those draws are looked at the other way round too.
    wins += np.tril(np.count_nonzero(~tied) - _wins_among(columns[:, ~tied], raised[:, ~tied]).T, -1)
    wins += _wins_among(columns[::-1, tied], raised[::-1, tied])[::-1, ::-1]
    shared, first = _shared_ranks(ahead[:, tied])
    whole = ahead[:, ~tied]
    sums = (whole == 0).astype(np.float64) @ weights[~tied] + first @ weights[tied]
    return _whole_ranks(whole) + shared, wins, sums


def _wins_among(columns: FloatArray, raised: FloatArray) -> FloatArray:
    """Return how often each is ahead of each one after it (m, m), zeros elsewhere."""
    m = len(columns)
    wins = np.zeros((m, m))
    for i in range(m - 1):
        wins[i, i + 1 :] = np.count_nonzero(columns[i] > raised[i + 1 :], axis=1)
    return wins


def _whole_ranks(ahead: CountArray) -> FloatArray:
    """Return the counts of ranks (m, m) where nobody ties."""
    m = len(ahead)
    places = ahead + (m * np.arange(m, dtype=np.int64))[:, np.newaxis]
    return np.bincount(places.ravel(), minlength=m * m).reshape(m, m).astype(np.float64)


def _shared_ranks(ahead: CountArray) -> tuple[FloatArray, FloatArray]:
    """Return the counts of ranks (m, m), and the share of each draw's first rank (m, k), where some tie.

    Those with equally many ahead of them share, in equal parts, the places they take up together.
    """
    m, k = ahead.shape
    value = ahead.astype(np.int64)
    alike = np.bincount((value + m * np.arange(k)).ravel(), minlength=m * k).reshape(k, m).T
    size = np.take_along_axis(alike, value, axis=0)
    lowest = np.take_along_axis(
        np.cumsum(alike, axis=0) - alike, value, axis=0
    )  # the first place of one's group
    ranks = np.zeros((m, m))
    for together in np.unique(size):
        who, _draw = here = np.nonzero(size == together)
        begins = (m + 1) * who + lowest[here]
        # One more from the group's first place on, one less after its last: whole numbers, so that nothing is lost in the sum.
        steps = np.bincount(begins, minlength=m * (m + 1)) - np.bincount(
            begins + together, minlength=m * (m + 1)
        )
        ranks += np.cumsum(steps.reshape(m, m + 1), axis=1)[:, :m] / together
    return ranks, np.where(lowest == 0, 1.0 / size, 0.0)


def _confidence(
    call: Call, central: FloatArray, evidence: Evidence | None, rng: np.random.Generator, *, wanted: bool
) -> FloatArray:
    """Return the share of draws of the evidence in which each alternative is first at its own central weights."""
    factors = np.full(len(central), np.nan)
    reached = np.flatnonzero(~np.isnan(central[:, 0]))
    if evidence is not None and not wanted:
        return factors
    for i in reached:
        if evidence is None:
            values = call.values(central[i])[np.newaxis]
        else:
            draws = _CONFIDENCE_DRAWS if call.batched else LIBRARY_DRAWS
            m, n = call.performances.shape
            size = max(16, _CELLS // (m * n))
            (stream,) = rng.spawn(1)
            blocks = [min(size, draws - start) for start in range(0, draws, size)]
            values = np.vstack([call.values(central[i], evidence.sample(b, stream)) for b in blocks])
        best = values.max(axis=1)
        factors[i] = float(np.mean(values[:, i] >= best - TIE * np.maximum(1.0, np.abs(best))))
    return factors


def _frozen(array: FloatArray) -> FloatArray:
    array.setflags(write=False)
    return array
