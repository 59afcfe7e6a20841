"""PROMETHEE I and II. Source: Brans, Vincke & Mareschal (1986); flows are divided by m - 1."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from math import prod
from types import MappingProxyType

import numpy as np

from criteria.errors import MethodError
from criteria.model.arrays import BoolArray, FloatArray, IntArray
from criteria.ranking.competition import TIE
from criteria.ranking.method import Details
from criteria.scaling.checks import per_criterion
from criteria.scaling.normalization import signs, weighted
from criteria.translation import translate as _

_ROUNDING = 8 * np.finfo(np.float64).eps  # times the largest value: 0.3 - 0.1 is 0.19999…, and still 0.2
_PAIRS_AT_ONCE = 4_000_000

# Each takes differences d (positive where preferred), the thresholds q, p, s and the rounding error of d, and returns
# preferences 0 to 1.
PreferenceFunction = Callable[[FloatArray, float, float, float, float], FloatArray]


def _above(d: FloatArray, threshold: float, rounding: float) -> FloatArray:
    return (d > threshold + rounding).astype(np.float64)


def _vshape(d: FloatArray, q: float, p: float, s: float, rounding: float) -> FloatArray:
    return np.clip(d / p, 0.0, 1.0)


def _level(d: FloatArray, q: float, p: float, s: float, rounding: float) -> FloatArray:
    return 0.5 * (_above(d, q, rounding) + _above(d, p, rounding))


def _linear(d: FloatArray, q: float, p: float, s: float, rounding: float) -> FloatArray:
    return np.clip((d - q) / (p - q), 0.0, 1.0) if p > q else _above(d, q, rounding)


def _gaussian(d: FloatArray, q: float, p: float, s: float, rounding: float) -> FloatArray:
    return np.where(d > 0, 1.0 - np.exp(-((d / s) ** 2) / 2), 0.0)


PREFERENCE_FUNCTIONS: Mapping[str, PreferenceFunction] = MappingProxyType(
    {
        "usual": lambda d, q, p, s, rounding: _above(d, 0.0, rounding),
        "ushape": lambda d, q, p, s, rounding: _above(d, q, rounding),
        "vshape": _vshape,
        "level": _level,
        "linear": _linear,
        "gaussian": _gaussian,
    }
)
_NEEDS = MappingProxyType({"ushape": "q", "vshape": "p", "level": "qp", "linear": "qp", "gaussian": "s"})


def single_criterion_flows(
    performances: FloatArray,
    maximized: BoolArray,
    *,
    preference_functions: object = "usual",
    q: object = 0.0,
    p: object = 0.0,
    s: object = 1.0,
) -> tuple[FloatArray, FloatArray]:
    """Return φ⁺ and φ⁻ of each alternative on each criterion alone, (m, n), each between 0 and 1; 0 for one alternative.

    preference_functions, q, p, s: one for all criteria or one for each; entries that a function does not use are ignored.
    """
    *matrices, m, n = performances.shape
    names = _names(preference_functions, n)
    thresholds = [
        per_criterion(given, (n,), name, one_for_all=True, blanks=True)
        for name, given in (("q", q), ("p", p), ("s", s))
    ]
    _check_thresholds(names, thresholds)
    values = performances * signs(maximized)
    leaving, entering = np.zeros(performances.shape), np.zeros(performances.shape)
    rows = max(1, _PAIRS_AT_ONCE // max(1, m * prod(matrices)))
    for j, name in enumerate(names):
        function, (q_j, p_j, s_j) = PREFERENCE_FUNCTIONS[name], (float(t[j]) for t in thresholds)
        rounding = float(_ROUNDING * np.abs(values[..., j]).max())
        for start in range(0, m, rows):
            difference = values[..., start : start + rows, j, np.newaxis] - values[..., np.newaxis, :, j]
            preference = function(difference, q_j, p_j, s_j, rounding)
            leaving[..., start : start + rows, j] = preference.sum(axis=-1)
            entering[..., j] += preference.sum(axis=-2)
    others = max(1, m - 1)
    return leaving / others, entering / others


def net_flow(
    performances: FloatArray,
    weights: FloatArray,
    maximized: BoolArray,
    /,
    *,
    normalization: object = "none",
    **given: object,
) -> FloatArray:
    """Return φ = φ⁺ - φ⁻, between -1 and 1; higher is better.

    The flow is linear in the weights: φ = W · Φᵀ with Φ the single-criterion net flows.
    """
    leaving, entering = single_criterion_flows(performances, maximized, **given)
    return weighted(weights, leaving - entering)


def details(
    performances: FloatArray,
    weights: FloatArray,
    maximized: BoolArray,
    /,
    *,
    normalization: object = "none",
    **given: object,
) -> Details:
    """Return the flows φ⁺, φ⁻, φ and, for a single set of weights, the PROMETHEE I relation.

    relation: (m, m) of "P" (row preferred), "p" (column preferred), "I" (indifferent), "R" (incomparable), "-" on the diagonal.
    """
    leaving, entering = single_criterion_flows(performances, maximized, **given)
    phi_plus, phi_minus = weighted(weights, leaving), weighted(weights, entering)
    found: dict[str, object] = {"phi_plus": phi_plus, "phi_minus": phi_minus, "phi": phi_plus - phi_minus}
    if phi_plus.ndim == 1:
        found["relation"] = relation(phi_plus, phi_minus)
    return found


def preferred(phi_plus: FloatArray, phi_minus: FloatArray) -> BoolArray:
    """Return (..., m, m): whether the row is preferred to the column: better in one flow and not worse in the other."""
    plus = phi_plus[..., :, np.newaxis] - phi_plus[..., np.newaxis, :]
    minus = phi_minus[..., np.newaxis, :] - phi_minus[..., :, np.newaxis]
    return (plus >= -TIE) & (minus >= -TIE) & ((plus > TIE) | (minus > TIE))


def relation(phi_plus: FloatArray, phi_minus: FloatArray) -> np.ndarray[tuple[int, int], np.dtype[np.str_]]:
    """Return the partial order of PROMETHEE I as letters. Source: Brans, Vincke & Mareschal (1986), section 5."""
    prefers = preferred(phi_plus, phi_minus)
    same = (np.abs(phi_plus[:, np.newaxis] - phi_plus) <= TIE) & (
        np.abs(phi_minus[:, np.newaxis] - phi_minus) <= TIE
    )
    letters = np.where(prefers, "P", np.where(prefers.T, "p", np.where(same, "I", "R")))
    np.fill_diagonal(letters, "-")
    return letters


def strictly_preferred_count(
    performances: FloatArray,
    weights: FloatArray,
    maximized: BoolArray,
    /,
    *,
    normalization: object = "none",
    **given: object,
) -> FloatArray:
    """Return how many alternatives are preferred to each in the partial order of PROMETHEE I; lower is better."""
    leaving, entering = single_criterion_flows(performances, maximized, **given)
    phi_plus, phi_minus = weighted(weights, leaving), weighted(weights, entering)
    m = performances.shape[-2]
    counts = np.empty(phi_plus.shape)
    plus, minus, flat = phi_plus.reshape(-1, m), phi_minus.reshape(-1, m), counts.reshape(-1, m)
    rows = max(1, _PAIRS_AT_ONCE // max(1, m * m))
    for start in range(0, len(flat), rows):
        block = slice(start, start + rows)
        flat[block] = preferred(plus[block], minus[block]).sum(axis=-2)
    return counts


def ranks_of_counts(values: FloatArray, _details: Details) -> IntArray:
    """Return one more than the number of alternatives strictly preferred to each."""
    return 1 + np.rint(values).astype(np.int64)


def _names(given: object, n: int) -> Sequence[str]:
    names = (
        [given] * n
        if isinstance(given, str)
        else list(given)
        if isinstance(given, Sequence | np.ndarray)
        else []
    )
    known = ", ".join(PREFERENCE_FUNCTIONS)
    if len(names) != n:
        raise MethodError(
            _("Give one preference function, or one for each of the {n} criteria: {known}.", n=n, known=known)
        )
    for name in names:
        if not isinstance(name, str) or name not in PREFERENCE_FUNCTIONS:
            raise MethodError(
                _("There is no preference function '{name}'; choose from {known}.", name=name, known=known)
            )
    return [str(name) for name in names]


def _check_thresholds(names: Sequence[str], thresholds: Sequence[FloatArray]) -> None:
    q, p, s = thresholds
    for j, name in enumerate(names):
        needs = _NEEDS.get(name, "")
        wrong = (
            ("q" in needs and not q[j] >= 0)
            or ("p" in needs and not (p[j] > 0 if needs == "p" else p[j] >= q[j]))
            or ("s" in needs and not s[j] > 0)
        )
        if wrong or not all(
            np.isfinite(t[j]) for t, letter in zip(thresholds, "qps", strict=True) if letter in needs
        ):
            raise MethodError(
                _(
                    "Criterion {j}: the preference function '{name}' needs 0 ≤ q ≤ p, p > 0 and s > 0; it has q = {q:g}, "
                    "p = {p:g}, s = {s:g}.",
                    j=j + 1,
                    name=name,
                    q=q[j],
                    p=p[j],
                    s=s[j],
                )
            )
