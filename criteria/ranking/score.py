"""The front door of the ranking methods: checked input, one call, scores with ranks and details."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from types import MappingProxyType

import numpy as np
from numpy.typing import ArrayLike

from criteria.errors import MethodError
from criteria.model.arrays import BoolArray, FloatArray, IntArray
from criteria.ranking.catalogue import METHODS
from criteria.ranking.competition import competition_ranks
from criteria.ranking.method import Details, Method, Scores, Setting
from criteria.scaling.checks import checked_input
from criteria.translation import translate as _


def score(
    method: str, performances: ArrayLike, weights: ArrayLike, maximized: ArrayLike, **params: Setting
) -> Scores:
    """Return the scores and ranks of the alternatives by one method of the catalogue.

    performances: (m, n), raw and finite.  weights: (n,) or (k, n), not negative, normalized here.  maximized: (n,) of bool.
    params: `normalization` (by default the published one), `scales` (n, 2) for `scale`, and what the method's row names.
    Raises CriteriaError, in a sentence, for anything that has no meaning; never returns nan.
    """
    row = method_row(method)
    values, shares, flags = checked_input(performances, weights, maximized)
    settings = checked_settings(row, params)
    with np.errstate(all="ignore"):  # what is not finite is refused below
        found, details = _with_details(row, values, shares, flags, settings)
    if not np.all(np.isfinite(found)):
        raise no_finite_score(row)
    found.setflags(write=False)
    return Scores(
        method=row.key,
        values=found,
        higher_is_better=row.higher_is_better,
        ranks=ranks_by(row, _in_size(row, found, values, shares, settings), details),
        details=MappingProxyType(dict(details)),
    )


def _with_details(
    row: Method, values: FloatArray, shares: FloatArray, flags: BoolArray, settings: Mapping[str, Setting]
) -> tuple[FloatArray, Details]:
    """Return scores and published intermediates, from one computation where the method offers it."""
    if row.at_once is not None and shares.ndim == 1:
        return row.at_once(values, shares, flags, **settings)
    found = row.kernel(values, shares, flags, **settings)
    return found, row.details(values, shares, flags, **settings) if row.details else {}


def plain_ranks(
    row: Method, values: FloatArray, shares: FloatArray, flags: BoolArray, settings: Mapping[str, Setting]
) -> IntArray:
    """Return the ranks by a method that orders by its score, without details; the input is checked already.

    values: (m, n), finite.  shares: (..., n), rows summing to 1.  Raises CriteriaError where the method cannot take them.
    """
    with np.errstate(all="ignore"):  # what is not finite is refused below
        found = row.kernel(values, shares, flags, **settings)
    if not np.all(np.isfinite(found)):
        raise no_finite_score(row)
    return ranks_by(row, _in_size(row, found, values, shares, settings), {})


def _in_size(
    row: Method, found: FloatArray, values: FloatArray, shares: FloatArray, settings: Mapping[str, Setting]
) -> FloatArray:
    """Return scores in the size in which they tie."""
    return found if row.size is None else found / row.size(values, shares, **settings)


def no_finite_score(row: Method) -> MethodError:
    """Return the error of a method whose formula gives no finite score for sound performances, with what to do."""
    if row.limit is not None:
        return MethodError(
            _(
                "{method} divides by zero on these performances: one candidate is best everywhere or worst everywhere, or values "
                "are 0. Choose another normalization or another method.",
                method=row.name,
            )
        )
    return MethodError(
        _(
            "{method} gives no finite score for these performances: they are too large or too small. Scale them first.",
            method=row.name,
        )
    )


def ranks_by(row: Method, values: FloatArray, details: Details) -> IntArray:
    """Return the ranks that these scores (..., m) mean under this method."""
    if row.ranks is not None:
        return row.ranks(values, details)
    if row.ranked_on_logarithm:
        # A product of many small factors is tiny without being tied: its logarithm is compared.
        logarithms = np.log(values, out=np.full_like(values, -np.inf), where=values > 0)
        return competition_ranks(logarithms, higher_is_better=row.higher_is_better, relative=False)
    return competition_ranks(values, higher_is_better=row.higher_is_better)


def method_row(key: str) -> Method:
    """Return the catalogue row of a method; raise MethodError with the nearest keys if there is none."""
    if isinstance(key, str) and key in METHODS:
        return METHODS[key]
    near = difflib.get_close_matches(str(key), METHODS, n=3) or list(METHODS)
    raise MethodError(_("There is no method '{key}'. Did you mean {near}?", key=key, near=", ".join(near)))


def checked_settings(row: Method, params: Mapping[str, Setting]) -> dict[str, Setting]:
    """Return the method's settings by their own names; raise MethodError for what it does not know or allow."""
    settings = dict(params)
    asked = settings.pop("normalization", None)
    normalization = row.default_normalization if asked is None else asked
    if not isinstance(normalization, str) or normalization not in row.normalizations:
        raise MethodError(
            _(
                "{method} does not work with the normalization '{name}'; choose from {allowed}.",
                method=row.name,
                name=normalization,
                allowed=", ".join(row.normalizations),
            )
        )
    known: dict[str, Setting] = {"normalization": normalization}
    scales = settings.pop("scales", None)
    if normalization == "scale":
        if scales is None and not row.scales_optional:
            raise MethodError(
                _(
                    "The normalization 'scale' needs scales=(n, 2): the lowest and highest value of each criterion."
                )
            )
        known["scales"] = scales
    for parameter in row.parameters:
        given = [name for name in (parameter.name, *parameter.aliases) if name in settings]
        if len(given) > 1:
            raise MethodError(
                _(
                    "{method}: {names} are the same parameter; give one.",
                    method=row.name,
                    names=", ".join(f"'{name}'" for name in given),
                )
            )
        for name in given:
            known[parameter.name] = _checked_value(
                row, name, settings.pop(name), parameter.low, parameter.high, parameter.choices
            )
    if settings:
        names = [p.name for p in row.parameters]
        raise MethodError(
            _(
                "{method} has no parameter {unknown}. It takes: {known}.",
                method=row.name,
                unknown=", ".join(f"'{name}'" for name in settings),
                known=", ".join(["normalization", *names]),
            )
        )
    return known


def _checked_value(
    row: Method, name: str, value: Setting, low: float | None, high: float | None, choices: tuple[str, ...]
) -> Setting:
    if choices and value not in choices:
        raise MethodError(
            _(
                "{method}: '{name}' must be one of {choices}.",
                method=row.name,
                name=name,
                choices=", ".join(choices),
            )
        )
    if low is not None:
        number = float(value) if isinstance(value, int | float | np.number) else np.nan
        if not (np.isfinite(number) and low <= number <= (np.inf if high is None else high)):
            raise MethodError(
                _(
                    "{method}: '{name}' must be a number from {low:g} to {high:g}; it is {value}.",
                    method=row.name,
                    name=name,
                    low=low,
                    high=np.inf if high is None else high,
                    value=value,
                )
            )
        return number
    return value
