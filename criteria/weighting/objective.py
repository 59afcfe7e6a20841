"""Weights from the data alone: how much the candidates differ under each criterion, by ten published measures."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
from numpy.typing import ArrayLike

from criteria.errors import WeightsError
from criteria.model.arrays import BoolArray, FloatArray
from criteria.scaling.checks import cell_error, checked_senses, checked_table
from criteria.translation import later
from criteria.translation import translate as _
from criteria.weighting.result import Weights, weights_from

Points = Callable[[FloatArray, BoolArray], FloatArray]
_CONSTANT = 1e-12  # a range this small beside the values is rounding


@dataclass(frozen=True, slots=True)
class Scheme:
    """One row of the catalogue of objective weights: what it measures, and what it does with awkward columns.

    points: performances (m, n) and maximized (n,) to points (n,), without constant columns unless the scheme counts them.  needs: any number, numbers of at
    least 0, or numbers above 0.
    """

    key: str
    name: str
    reference: str
    summary: str
    assumes: str
    needs: str
    points: Points
    counts_constant: bool = False


def objective(kind: str, performances: ArrayLike, maximized: ArrayLike) -> Weights:
    """Return the weights of n criteria by a scheme that looks at the performances alone.

    performances: (m, n), raw and finite.  maximized: (n,) of bool.  kind: a key of OBJECTIVE.
    A constant column weighs 0 in every scheme but `equal` and does not touch the others (in MEREC it counts among the n of
    the formula, as published); where all columns are constant, or there
    is one candidate, nothing tells criteria apart and all weigh the same.
    Raises WeightsError where the scheme has no meaning: negatives or zeros, as its row says, with the place.
    """
    if not isinstance(kind, str) or kind not in OBJECTIVE:
        raise WeightsError(
            _(
                "There are no weights '{name}' from the data; choose from {known}.",
                name=kind,
                known=", ".join(OBJECTIVE),
            )
        )
    scheme = OBJECTIVE[kind]
    values = checked_table(performances, WeightsError)
    n = values.shape[1]
    flags = checked_senses(maximized, n, WeightsError)
    ranges = np.ptp(values, axis=0)
    varies = ranges > _CONSTANT * np.abs(values).max(axis=0)
    if kind == "equal" or not np.any(varies):
        return weights_from(np.ones(n))
    looked_at = np.ones(n, dtype=np.bool_) if scheme.counts_constant else varies
    _refuse_unfit(scheme, values[:, looked_at], np.flatnonzero(looked_at))
    points = np.zeros(n)
    with np.errstate(all="ignore"):  # what is not finite is refused below
        points[looked_at] = scheme.points(values[:, looked_at], flags[looked_at])
    points[~varies] = 0.0
    if not np.all(np.isfinite(points)) or not np.any(points > 0):
        raise WeightsError(
            _(
                "{scheme} gives no weights for these performances: the criteria all say the same, or values are too large or too small.",
                scheme=scheme.name,
            )
        )
    return weights_from(np.maximum(points, 0.0), {"points": points})


def _refuse_unfit(
    scheme: Scheme, values: FloatArray, columns: np.ndarray[tuple[int, ...], np.dtype[np.intp]]
) -> None:
    least = {ANY: -np.inf, NOT_NEGATIVE: 0.0, POSITIVE: np.nextafter(0, 1)}[scheme.needs]
    wrong = np.argwhere(values < least)
    if len(wrong):
        i, j = (int(index) for index in wrong[0])
        raise cell_error(
            lambda place: _(
                "{scheme} needs {needs}; {place} is {value:g}. Choose another scheme, or another unit.",
                scheme=scheme.name,
                needs=_(scheme.needs),
                place=place,
                value=values[i, j],
            ),
            i,
            int(columns[j]),
        )


def _on_unit_range(values: FloatArray, maximized: BoolArray) -> FloatArray:
    """Return each column from 0 at its worst to 1 at its best; none is constant."""
    upward = (values - values.min(axis=0)) / np.ptp(values, axis=0)
    return np.where(maximized, upward, 1.0 - upward)


def _divergence(values: FloatArray, _maximized: BoolArray) -> FloatArray:
    """Return 1 - entropy of each column's shares; 0 ln 0 is 0."""
    shares = values / values.sum(axis=0)
    logarithms = np.log(shares, out=np.zeros_like(shares), where=shares > 0)
    return np.maximum(1.0 + (shares * logarithms).sum(axis=0) / np.log(len(values)), 0.0)


def _contrast_and_conflict(values: FloatArray, maximized: BoolArray) -> FloatArray:
    scaled = _on_unit_range(values, maximized)
    correlation = np.atleast_2d(np.corrcoef(scaled, rowvar=False))
    # A correlation a rounding error away from 1 is 1: criteria that say the same are in no conflict.
    conflict = np.where(1.0 - correlation > _CONSTANT, 1.0 - correlation, 0.0)
    alone = np.ones(1) if values.shape[1] == 1 else conflict.sum(axis=0)
    return scaled.std(axis=0) * alone


def _removal_effects(values: FloatArray, maximized: BoolArray) -> FloatArray:
    """Return how much all candidates' overall performance changes when a criterion is taken away (eqs. 1 to 6)."""
    scaled = np.where(maximized, values.min(axis=0) / values, values / values.max(axis=0))
    logarithms = np.abs(np.log(scaled))
    total = logarithms.sum(axis=1, keepdims=True)
    n = values.shape[1]
    effects: FloatArray = np.abs(np.log1p((total - logarithms) / n) - np.log1p(total / n)).sum(axis=0)
    return effects


def _mean_differences(values: FloatArray, _maximized: BoolArray) -> FloatArray:
    """Return the Gini coefficient of each column, from the sorted values: 2 sum(i x_i) / (m sum x) - (m + 1) / m."""
    m = len(values)
    ranked = np.sort(values, axis=0)
    positions = np.arange(1.0, m + 1)[:, None]
    return 2.0 * (positions * ranked).sum(axis=0) / (m * ranked.sum(axis=0)) - (m + 1.0) / m


def _losses(values: FloatArray, maximized: BoolArray) -> FloatArray:
    """Return weights that balance what each criterion loses where another is at its best (Zavadskas & Podvezko 2016)."""
    upward = np.where(maximized, values, values.min(axis=0) / values)
    shares = upward / upward.sum(axis=0)
    at_best = shares[np.argmax(shares, axis=0)]
    losses = (at_best.diagonal() - at_best) / at_best.diagonal()
    n = values.shape[1]
    if n == 1:
        return np.ones(1)
    system = losses - np.diag(losses.sum(axis=0))
    # The equations leave the scale open: the sum is set to 1.
    balanced = np.vstack((system, np.ones(n)))
    found, _residuals, rank, _sizes = np.linalg.lstsq(balanced, np.append(np.zeros(n), 1.0), rcond=1e-12)
    if rank < n:
        raise WeightsError(
            _(
                "CILOS cannot distinguish these criteria: one candidate is best under several of them. Choose another scheme."
            )
        )
    return np.where(np.abs(found) < 1e-13, 0.0, found)


def _entropy_and_losses(values: FloatArray, maximized: BoolArray) -> FloatArray:
    return _divergence(values, maximized) * _losses(values, maximized)


def _angles(values: FloatArray, _maximized: BoolArray) -> FloatArray:
    """Return the angle between each column and one in which all candidates are alike."""
    lengths = np.sqrt((values**2).sum(axis=0))
    cosine = values.sum(axis=0) / (lengths * np.sqrt(len(values)))
    return np.arccos(np.clip(cosine, -1.0, 1.0))


ANY, NOT_NEGATIVE, POSITIVE = later("any numbers"), later("numbers of at least 0"), later("numbers above 0")

_ROWS = (
    Scheme(
        "equal",
        later("Equal weights"),
        "Dawes & Corrigan (1974)",
        later("Gives every criterion the same weight."),
        later("Nothing is known of importance; constant columns count too."),
        ANY,
        lambda values, _maximized: np.ones(values.shape[1]),
    ),
    Scheme(
        "entropy",
        later("Entropy"),
        "Shannon (1948); Hwang & Yoon (1981), ch. 3",
        later("Weighs a criterion by how unevenly its total is spread over the candidates."),
        later(
            "Ratio scales: shares of the total must mean something. Costs are not inverted. A zero counts as 0 ln 0 = 0."
        ),
        NOT_NEGATIVE,
        _divergence,
    ),
    Scheme(
        "critic",
        later("CRITIC"),
        "Diakoulaki, Mavrotas & Papayannakis (1995)",
        later(
            "Weighs a criterion by how much candidates differ under it and how little it repeats the others."
        ),
        later(
            "Min-max columns with costs reversed, so that a conflict between a cost and a benefit counts as a conflict."
        ),
        ANY,
        _contrast_and_conflict,
    ),
    Scheme(
        "std",
        later("Standard deviation"),
        "Diakoulaki, Mavrotas & Papayannakis (1995)",
        later("Weighs a criterion by the standard deviation of its column."),
        later("Columns are put on 0 to 1 (min-max) first, so that units do not decide."),
        ANY,
        lambda values, maximized: _on_unit_range(values, maximized).std(axis=0),
    ),
    Scheme(
        "variance",
        later("Variance"),
        "Rao & Patel (2010)",
        later("Weighs a criterion by the variance of its column."),
        later(
            "Columns are put on 0 to 1 (min-max) first; large differences count more than under the standard deviation."
        ),
        ANY,
        lambda values, maximized: _on_unit_range(values, maximized).var(axis=0),
    ),
    Scheme(
        "cv",
        later("Coefficient of variation"),
        "Pearson (1896)",
        later("Weighs a criterion by its standard deviation over its mean."),
        later("Ratio scales: the zero must mean nothing at all."),
        NOT_NEGATIVE,
        lambda values, _maximized: values.std(axis=0) / values.mean(axis=0),
    ),
    Scheme(
        "merec",
        later("MEREC"),
        "Keshavarz-Ghorabaee, Amiri, Zavadskas, Turskis & Antucheviciene (2021)",
        later("Weighs a criterion by how much the candidates' overall performance changes without it."),
        later("Ratio scales; ratios to the worst value matter."),
        POSITIVE,
        _removal_effects,
        counts_constant=True,
    ),
    Scheme(
        "gini",
        later("Gini coefficient"),
        "Gini (1912); Li & Chi (2009)",
        later("Weighs a criterion by the mean difference between candidates over the mean."),
        later("Ratio scales. Costs are not inverted."),
        NOT_NEGATIVE,
        _mean_differences,
    ),
    Scheme(
        "cilos",
        later("CILOS"),
        "Zavadskas & Podvezko (2016)",
        later("Weighs a criterion less, the more it loses where another criterion is at its best."),
        later(
            "Costs are turned into min / x. Solvable only if different candidates lead under different criteria."
        ),
        POSITIVE,
        _losses,
    ),
    Scheme(
        "idocriw",
        later("IDOCRIW"),
        "Zavadskas & Podvezko (2016)",
        later("Multiplies entropy and CILOS: large where candidates differ and little is lost."),
        later("As both of them."),
        POSITIVE,
        _entropy_and_losses,
    ),
    Scheme(
        "angle",
        later("Angle"),
        "Shuai, Zongzhun, Yongji & Lei (2012)",
        later("Weighs a criterion by the angle between its column and one in which all are alike."),
        later("Ratio scales. Costs are not inverted."),
        NOT_NEGATIVE,
        _angles,
    ),
)
OBJECTIVE: Mapping[str, Scheme] = MappingProxyType({row.key: row for row in _ROWS})
