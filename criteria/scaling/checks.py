"""The one check of numbers, shapes and weights, where a caller's own arrays come in; after it nobody checks again.

What is wrong with one cell is told with its row and column (`CellError`), so that whoever knows the names can say them.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import ArrayLike

from criteria.errors import CellError, CriteriaError, MethodError, WeightsError
from criteria.model.arrays import BoolArray, FloatArray
from criteria.translation import translate as _


def numbers(given: object, what: str, error: type[CriteriaError] = CriteriaError) -> FloatArray:
    """Return a copy as floats, of any shape; nan stays, and a masked cell becomes nan.

    Raises the error given, naming `what`, if anything is not a real number or rows differ in length.
    """
    try:
        if isinstance(given, np.ma.MaskedArray):
            # A masked cell is a blank; what stands under the mask (-999, say) is nobody's performance.
            given = np.ma.filled(given.astype(np.float64), np.nan)
        elif isinstance(given, np.ndarray) and np.iscomplexobj(given):
            raise TypeError
        return np.array(given, dtype=np.float64)
    except (ValueError, TypeError) as reason:
        raise error(_("{what} must be numbers, in rows of equal length.", what=what)) from reason


def checked_table(performances: ArrayLike, error: type[CriteriaError] = CriteriaError) -> FloatArray:
    """Return performances (m, n), at least one of each and all finite; raise the error given, and CellError for one cell."""
    values = numbers(performances, _("The performances"), error)
    if values.ndim != 2 or 0 in values.shape:
        raise error(
            _(
                "The performances must be a table of at least one alternative and one criterion; their shape is {shape}.",
                shape=values.shape,
            )
        )
    refuse_not_finite(values)
    return values


def refuse_not_finite(values: FloatArray) -> None:
    """Raise CellError for the first blank or infinite cell of a table (m, n)."""
    if not np.all(np.isfinite(values)):
        i, j = first_place(~np.isfinite(values))
        raise cell_error(
            lambda place: _(
                "{place} is {value}: give a finite number, or leave the criterion or alternative out.",
                place=place,
                value=values[i, j],
            ),
            i,
            j,
        )


def checked_senses(maximized: ArrayLike, n: int, error: type[CriteriaError] = CriteriaError) -> BoolArray:
    """Return for each criterion whether more is better, (n,); raise the error given for anything but true and false."""
    try:
        given = np.asarray(maximized)
    except ValueError:
        given = np.empty(0)
    # 1 and -1, as some libraries have it, would both read as true.
    if given.shape != (n,) or not (given.dtype == np.bool_ or np.all(np.isin(given, (0, 1)))):
        raise error(_("'maximized' must say true or false for each of the {n} criteria.", n=n))
    return given.astype(np.bool_)


def checked_input(
    performances: ArrayLike, weights: ArrayLike, maximized: ArrayLike
) -> tuple[FloatArray, FloatArray, BoolArray]:
    """Return performances (m, n), weights (..., n) normalized to sum 1, and maximized (n,); raise CriteriaError if unfit."""
    values = checked_table(performances)
    n = values.shape[1]
    return values, normalized_weights(weights, n), checked_senses(maximized, n)


def normalized_weights(weights: ArrayLike, n: int) -> FloatArray:
    """Return weights (n,) or (k, n) divided by their sums; raise WeightsError for negative, non-finite or all-zero ones."""
    given = numbers(weights, _("The weights"), WeightsError)
    if given.ndim not in (1, 2) or given.shape[-1] != n or given.shape[0] == 0:
        raise WeightsError(
            _(
                "There must be one weight for each of the {n} criteria; the weights have shape {shape}.",
                n=n,
                shape=given.shape,
            )
        )
    _refuse_below(
        given,
        0.0,
        lambda j, value: _(
            "The weight of criterion {j} is {value}; give a finite number of at least 0.", j=j, value=value
        ),
    )
    if not np.all(np.any(given > 0, axis=-1)):
        raise WeightsError(_("All weights are 0: give at least one criterion some weight."))
    return shares(given)


def one_set(weights: FloatArray) -> FloatArray:
    """Return the weights if they are one set (n,); raise CriteriaError for several."""
    if weights.ndim != 1:
        raise CriteriaError(_("Give one set of weights here, one number for each criterion."))
    return weights


def checked_points(points: ArrayLike, what: str, *, least: float = 0.0) -> FloatArray:
    """Return points (n,) as numbers; raise WeightsError if one is below `least` or not finite, or none is above 0."""
    given = numbers(points, what, WeightsError)
    if given.ndim != 1 or given.size == 0:
        raise WeightsError(_("{what} must be a list of numbers, one for each criterion.", what=what))
    _refuse_below(
        given,
        least,
        lambda i, value: _(
            "{what}: number {i} is {value:g}; give a finite number of at least {least:g}.",
            what=what,
            i=i,
            value=value,
            least=least,
        ),
    )
    if not np.any(given > 0):
        raise WeightsError(_("{what} are all 0: give at least one criterion some.", what=what))
    return given


def shares(points: FloatArray) -> FloatArray:
    """Return points (..., n), at least 0 and in no row all 0, divided by the sum of their row."""
    # Divided by the largest first: the sum of very large points must not overflow.
    relative = points / points.max(axis=-1, keepdims=True)
    divided: FloatArray = relative / relative.sum(axis=-1, keepdims=True)
    return divided


def per_criterion(
    given: object, shape: tuple[int, ...], name: str, *, one_for_all: bool = False, blanks: bool = False
) -> FloatArray:
    """Return a setting of a method as numbers of this shape, whose first axis is the criteria; raise MethodError for anything else.

    one_for_all: a single number stands for every criterion.  blanks: nan and infinity are let through, for the method to judge.
    """
    try:
        values = numbers(given, name)
    except CriteriaError:
        pass  # said below, with the shape that is wanted
    else:
        if one_for_all and values.size == 1 and values.ndim <= 1:
            values = np.full(shape, float(values.reshape(-1)[0]))
        if values.shape == shape and (blanks or np.all(np.isfinite(values))):
            return values
    if one_for_all:
        raise MethodError(
            _("Give one number '{name}', or one for each of the {n} criteria.", name=name, n=shape[0])
        )
    raise MethodError(
        _(
            "'{name}' must hold finite numbers in the shape {shape}: one entry for each criterion.",
            name=name,
            shape=shape,
        )
    )


def first_place(flags: BoolArray) -> tuple[int, int]:
    """Return row and column of the first flag set in (..., m, n)."""
    place = np.argwhere(flags)[0]
    return int(place[-2]), int(place[-1])


def cell_error(said: Callable[[str], str], row: int, column: int) -> CellError:
    """Return the error of one cell, told by its position counted from 1."""
    return CellError(said, _("Alternative {i}, criterion {j}", i=row + 1, j=column + 1), row, column)


def _refuse_below(given: FloatArray, least: float, said: Callable[[int, float], str]) -> None:
    """Raise WeightsError, said of its position from 1 and itself, for the first number that is not finite or below `least`."""
    wrong = np.argwhere(~(np.isfinite(given) & (given >= least)))
    if len(wrong):
        raise WeightsError(said(int(wrong[0][-1]) + 1, float(given[tuple(wrong[0])])))
