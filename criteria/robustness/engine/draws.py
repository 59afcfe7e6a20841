"""Draws of weights and of performances: what is varied when one asks how firm a ranking is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import numpy as np

from criteria.errors import CriteriaError
from criteria.model.arrays import BoolArray, FloatArray, IntArray
from criteria.model.frozen import frozen_inside
from criteria.ranking.competition import competition_ranks
from criteria.scaling.checks import cell_error, first_place, numbers, per_criterion, refuse_not_finite
from criteria.translation import translate as _
from criteria.weighting.polytope import WeightRegion, interval_constraints

Distribution = Literal["triangular", "uniform", "pert"]
DISTRIBUTIONS: tuple[str, ...] = ("triangular", "uniform", "pert")

# A number of draws and a generator to weights (draws, n), each row summing to 1.
WeightSampler = Callable[[int, np.random.Generator], FloatArray]


def uniform_weights(n: int) -> WeightSampler:
    """Return a sampler uniform on all weights of n criteria that sum to 1 (exponential spacings; Rubin, 1981)."""

    def sample(draws: int, rng: np.random.Generator) -> FloatArray:
        return _shares(rng.standard_exponential((draws, n)))

    return sample


def _shares(points: FloatArray) -> FloatArray:
    """Return the rows divided by their sums, in place. The sum as a matrix product is several times faster."""
    points /= (points @ np.ones(points.shape[1]))[:, np.newaxis]
    return points


def weights_around(weights: FloatArray, spread: float) -> WeightSampler:
    """Return a sampler in which each weight lies within ±spread of its present value, uniformly, before all are normalized.

    spread: 0.25 means within 25 %; at least 0. A weight of 0 stays 0; no weight falls below 0.
    """
    if not (np.isfinite(spread) and spread >= 0):
        raise CriteriaError(
            _(
                "The spread of the weights is {spread}; give a number of at least 0, such as 0.25.",
                spread=spread,
            )
        )
    low, width = weights * max(0.0, 1.0 - spread), weights * (1.0 + spread - max(0.0, 1.0 - spread))

    def sample(draws: int, rng: np.random.Generator) -> FloatArray:
        drawn = rng.random((draws, len(weights)))
        drawn *= width
        drawn += low
        return _shares(drawn)

    return sample


def ranked_weights(ranking: object, n: int) -> WeightSampler:
    """Return a sampler uniform on the weights that follow an order of importance, exact: sorted draws of the whole simplex.

    ranking: (n,), 1 for the most important criterion; criteria of one rank may come in either order among themselves.
    """
    given = per_criterion(ranking, (n,), "ranking")
    # Ranks may come from weights: those that differ by rounding alone are one rank, as everywhere.
    places = competition_ranks(given, higher_is_better=False)
    whole = uniform_weights(n)

    def sample(draws: int, rng: np.random.Generator) -> FloatArray:
        drawn = np.sort(whole(draws, rng), axis=1)[:, ::-1]
        weights = np.empty_like(drawn)
        # Ties: whoever comes first among equals is drawn anew for each row.
        order = np.lexsort((rng.random((draws, n)), np.broadcast_to(places, (draws, n))), axis=1)
        np.put_along_axis(weights, order, drawn, axis=1)
        return weights

    return sample


def weights_within(constraints: FloatArray) -> WeightSampler:
    """Return a sampler uniform on the weights that satisfy linear constraints.

    constraints: (r, n + 1), rows c0, c1 ... cn meaning c0 + c·w >= 0.  Raises CriteriaError where no weights satisfy them.
    """
    region = WeightRegion(constraints)
    return region.sample


def weights_between(low: FloatArray, high: FloatArray) -> WeightSampler:
    """Return a sampler uniform on the weights with each between its low and its high, (n,) each, from 0 to 1.

    A weight with the same low and high stays there.  Raises CriteriaError where no weights that sum to 1 lie between.
    """
    ends_fit = np.all((low >= 0) & (low <= high) & (high <= 1)) if np.all(np.isfinite([low, high])) else False
    if not ends_fit or low.sum() > 1 + 1e-9 or high.sum() < 1 - 1e-9:
        raise CriteriaError(
            _(
                "No weights lie within these intervals: each must run from a lower to a higher share between 0 and 1, the lower ones sum "
                "to at most 1 and the higher ones to at least 1."
            )
        )
    free = high - low > 1e-12
    kept = float(low[~free].sum())
    if not np.any(free) or 1.0 - kept <= 1e-12:
        return lambda draws, _rng: np.broadcast_to(low / low.sum(), (draws, len(low))).copy()
    # What the fixed weights leave is shared among the others, whose intervals grow accordingly.
    rest = weights_within(interval_constraints(low[free] / (1.0 - kept), high[free] / (1.0 - kept)))

    def sample(draws: int, rng: np.random.Generator) -> FloatArray:
        weights = np.empty((draws, len(low)))
        weights[:, ~free] = low[~free]
        weights[:, free] = rest(draws, rng) * (1.0 - kept)
        return weights

    return sample


@frozen_inside
@dataclass(frozen=True, slots=True, eq=False)
class Evidence:
    """What is known of each performance: (m, n) low, likely and high; `flat` marks cells of which only the ends are known.

    shared: one draw for each alternative moves all its cells together, from all at their worse end to all at their better.
    joined: (m, n), a number from 0 on for cells that one draw moves together, at the same quantile, -1 for those by themselves; this goes
    before `shared`.
    """

    low: FloatArray
    likely: FloatArray
    high: FloatArray
    maximized: BoolArray
    distribution: str = "triangular"
    shared: bool = False
    flat: BoolArray | None = None
    joined: IntArray | None = None

    def __post_init__(self) -> None:
        if self.distribution not in DISTRIBUTIONS:
            raise CriteriaError(
                _(
                    "There is no distribution '{name}'; choose from {known}.",
                    name=self.distribution,
                    known=", ".join(DISTRIBUTIONS),
                )
            )
        for name in ("low", "high"):
            values = getattr(self, name)
            if values.shape != self.likely.shape:
                raise CriteriaError(
                    _(
                        "'{name}' must hold a finite number for each performance, in the shape {shape}.",
                        name=name,
                        shape=self.likely.shape,
                    )
                )
            refuse_not_finite(values)
        wrong = (self.low > self.likely) | (self.likely > self.high)
        if np.any(wrong):
            i, j = first_place(wrong)
            raise cell_error(
                lambda place: _(
                    "{place}: low, likely and high are {low:g}, {likely:g} and {high:g}; put them in order.",
                    place=place,
                    low=self.low[i, j],
                    likely=self.likely[i, j],
                    high=self.high[i, j],
                ),
                i,
                j,
            )

    @property
    def ranged(self) -> BoolArray:
        """Which cells (m, n) can vary at all."""
        return self.high > self.low

    def sample(self, draws: int, rng: np.random.Generator) -> FloatArray:
        """Return performances (draws, m, n) by the inverse of each cell's distribution."""
        rows, columns = np.nonzero(self.ranged)
        if self.shared:
            better = rng.random((draws, len(self.likely)))[:, rows]
            uniform = np.where(self.maximized[columns], better, 1.0 - better)
        else:
            uniform = rng.random((draws, len(rows)))
        if self.joined is not None:
            groups = self.joined[rows, columns]
            one_draw = rng.random((draws, int(groups.max(initial=-1)) + 1))
            uniform[:, groups >= 0] = one_draw[:, groups[groups >= 0]]
        return self.at(uniform)

    def at(self, uniform: FloatArray) -> FloatArray:
        """Return performances (k, m, n) at quantiles (k, r) between 0 and 1 of the r cells that vary, row by row."""
        rows, columns = np.nonzero(self.ranged)
        drawn = np.empty((len(uniform), *self.likely.shape))
        drawn[:] = self.likely
        if not len(rows):
            return drawn
        low, likely, high = (values[rows, columns] for values in (self.low, self.likely, self.high))
        flat = np.zeros(len(rows), dtype=np.bool_) if self.flat is None else self.flat[rows, columns]
        cells = self._quantiles(uniform, low, likely, high)
        if np.any(flat):
            cells[:, flat] = low[flat] + uniform[:, flat] * (high[flat] - low[flat])
        if len(rows) == drawn[0].size:
            return cells.reshape(drawn.shape)
        drawn[:, rows, columns] = cells
        return drawn

    def _quantiles(
        self, uniform: FloatArray, low: FloatArray, likely: FloatArray, high: FloatArray
    ) -> FloatArray:
        span = high - low
        if self.distribution == "uniform":
            return low + uniform * span
        if self.distribution == "pert":
            from scipy.special import betaincinv

            # PERT: a beta distribution with the likely value counted four times (Malcolm et al., 1959).
            position = (likely - low) / span
            quantile = betaincinv(1 + 4 * position, 5 - 4 * position, uniform)
            return low + span * np.asarray(quantile, dtype=np.float64)
        # Triangular: two square roots, one on each side of the likely value.
        turning = (likely - low) / span
        scaled = np.where(uniform < turning, uniform * turning, (1 - uniform) * (1 - turning))
        np.sqrt(scaled, out=scaled)
        scaled *= span
        return np.where(uniform < turning, low + scaled, high - scaled)


def evidence_between(
    likely: FloatArray,
    maximized: BoolArray,
    low: object,
    high: object,
    distribution: str,
    shared: bool = False,
) -> Evidence:
    """Return the evidence about checked performances (m, n) from the ends (m, n) that a caller gives; None stands for the performances.

    Raises CriteriaError for ends of another shape, that are not finite, or in the wrong order, with the place.
    """
    ends = [likely if end is None else numbers(end, _("The ends of the ranges")) for end in (low, high)]
    return Evidence(ends[0], likely, ends[1], maximized, distribution, shared)
