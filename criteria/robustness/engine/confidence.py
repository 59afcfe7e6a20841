"""Confidence factors: how often is an alternative first, once it has the weights under which it leads, its central weights?

Source: Lahdelma & Salminen (2001), section 4. Central weights of drawn weights are means over draws: those of few draws lie anywhere.
"""

from __future__ import annotations

import numpy as np

from criteria.model.arrays import BoolArray, FloatArray, IntArray
from criteria.ranking.competition import TIE
from criteria.robustness.engine.calls import LIBRARY_DRAWS, Call
from criteria.robustness.engine.chunks import summed
from criteria.robustness.engine.draws import Evidence
from criteria.robustness.engine.firsts import Firsts, weights_by_group
from criteria.robustness.engine.sampling import share_error
from criteria.robustness.engine.steps import part, stepped

GROUPS = 10  # of draws, each left out in turn
_T = 2.262  # 97.5 % quantile of Student's distribution with 9 degrees of freedom
_DRAWS = 4_000  # of the evidence, at most
_OF_GROUPS = 500  # of the evidence, to see what leaving out a group does
_OF_GROUPS_ONE_BY_ONE = 30
_CELLS = 160_000


def firsts_by_group(firsts: Firsts, m: int, weights: FloatArray, start: int) -> FloatArray:
    """Return for each group of draws and alternative the sum of the weights when first, and behind it the number of those draws, (g, m, n + 1).

    firsts: who of m alternatives is first in each of k draws.  weights: (k, n).  start: number of the first of these draws.
    """
    groups = (start + np.arange(len(weights))) % GROUPS
    return weights_by_group(firsts, m, weights, groups, GROUPS)


def confidence_factors(
    call: Call,
    central: FloatArray,
    groups: FloatArray | None,
    evidence: Evidence | None,
    rng: np.random.Generator,
    *,
    draws: int,
) -> tuple[FloatArray, FloatArray]:
    """Return the share of the evidence's draws in which each alternative is first at its central weights, and its error (m,).

    central: (m, n), nan where there are none; then both are nan.  groups: (g, m, n + 1) as from `firsts_by_group`, None where the central
    weights were not drawn.  evidence: None for the performances as they are.  error: half the width of the 95 % interval, of drawing the
    evidence and the central weights; 1, which says nothing, for central weights of fewer draws than there are groups.
    """
    factors, errors = np.full((2, len(central)), np.nan)
    reached = np.flatnonzero(~np.isnan(central[:, 0]))
    if not len(reached):
        return factors, errors
    count = min(draws, _DRAWS if call.batched else LIBRARY_DRAWS)
    of_groups = min(count, _OF_GROUPS if call.batched else _OF_GROUPS_ONE_BY_ONE)
    once = 1.0 if groups is None else count / (count + GROUPS * of_groups)
    with part(0.0, once):
        factors[reached] = _firsts(call, central[reached, np.newaxis], reached, evidence, rng, count)[:, 0]
    drawn = evidence is not None
    errors[reached] = [share_error(share, count) if drawn else 0.0 for share in factors[reached].tolist()]
    if groups is None:
        return factors, errors
    left_out = groups.sum(axis=0) - groups
    few = (groups[..., -1].sum(axis=0) < GROUPS) | (left_out[..., -1].min(axis=0) <= 0)
    errors[reached[few[reached]]] = 1.0
    known = reached[~few[reached]]
    left_out = left_out[:, known]
    sets = np.moveaxis(left_out[..., :-1] / left_out[..., -1:], 0, 1)
    with part(once, 1.0):
        varied = _firsts(call, sets, known, evidence, rng, of_groups).var(axis=1)
    errors[known] = np.minimum(np.hypot(errors[known], _T * np.sqrt((GROUPS - 1) * varied)), 1.0)
    return factors, errors


def _firsts(
    call: Call,
    sets: FloatArray,
    who: IntArray,
    evidence: Evidence | None,
    rng: np.random.Generator,
    draws: int,
) -> FloatArray:
    """Return the share of draws (r, s) in which each alternative is first, alone or with others, at each of its sets of weights (r, s, n).

    The draws are the same ones for all of them.  evidence: None for the performances as they are, once.
    """
    if evidence is None:
        # The sets of several alternatives are one call, as long as their scores are few.
        several = max(1, _CELLS // (sets.shape[1] * call.alternatives))
        shares = np.empty(sets.shape[:2])
        for at in range(0, len(sets), several):
            own = sets[at : at + several]
            values = call.values(own.reshape(-1, own.shape[-1])).reshape(*own.shape[:2], -1)
            shares[at : at + several] = _is_first(values, who[at : at + several, np.newaxis])
        return shares

    def work(_start: int, size: int, stream: np.random.Generator) -> tuple[FloatArray]:
        matrices = evidence.sample(size, stream)
        firsts = [
            [_is_first(call.values(weights, matrices), i).sum() for weights in stepped(own, len(own))]
            for own, i in stepped(zip(sets, who, strict=True), len(who))
        ]
        return (np.array(firsts, dtype=np.float64).reshape(sets.shape[:2]),)

    (sums,) = summed(draws, max(16, _CELLS // call.performances.size), rng, work)
    return sums / draws


def _is_first(values: FloatArray, who: IntArray) -> BoolArray:
    """Return in which rows of scores (..., k, m) an alternative is first, alone or with others.  who: whole numbers (...), one for each block of rows."""
    best = values.max(axis=-1)
    own = np.take_along_axis(values, np.broadcast_to(who[..., np.newaxis], (*best.shape, 1)), axis=-1)[..., 0]
    first: BoolArray = own >= best - TIE * np.maximum(1.0, np.abs(best))
    return first
