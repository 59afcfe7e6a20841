"""What scikit-criteria is given so that it computes the method as it is defined here.

Each function takes performances (m, n), objectives (n,) and the method's settings.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import numpy as np

from criteria.model.arrays import BoolArray, FloatArray
from criteria.ranking.method import Setting
from criteria.scaling.normalization import (
    benefits,
    minmax,
    share_of_sum,
    share_of_sum_inverted,
    signs,
    vector,
)

# To the matrix and the objectives that the library is given.
Prepared = Callable[[FloatArray, BoolArray, Mapping[str, Setting]], tuple[FloatArray, BoolArray]]
# To what it takes beside the matrix, one entry for each criterion.
Inputs = Callable[[FloatArray, BoolArray, Mapping[str, Setting]], Mapping[str, Sequence[object]]]


def as_given(
    values: FloatArray, flags: BoolArray, settings: Mapping[str, Setting]
) -> tuple[FloatArray, BoolArray]:
    """Return the performances as they are: the method scales them itself."""
    return values, flags


def scaled(
    values: FloatArray, flags: BoolArray, settings: Mapping[str, Setting]
) -> tuple[FloatArray, BoolArray]:
    """Return scaled values: `vector` keeps the sense of costs, all others make benefits of them."""
    if settings["normalization"] == "vector":
        return vector(values), flags
    return benefits(values, flags, settings["normalization"], settings.get("scales")), np.ones_like(flags)


def distances(
    values: FloatArray, flags: BoolArray, settings: Mapping[str, Setting]
) -> tuple[FloatArray, BoolArray]:
    """Return scaled values with costs negated, where only distances count."""
    if settings["normalization"] == "sum":
        return share_of_sum(values) * signs(flags), np.ones_like(flags)
    comparable, sense = scaled(values, flags, settings)
    return comparable * signs(sense), np.ones_like(flags)


def shares(
    values: FloatArray, flags: BoolArray, settings: Mapping[str, Setting]
) -> tuple[FloatArray, BoolArray]:
    """Return x / Σx with the sense of costs kept; under `none` the performances as they are."""
    return (values if settings["normalization"] == "none" else share_of_sum(values)), flags


def ratios(
    values: FloatArray, flags: BoolArray, settings: Mapping[str, Setting]
) -> tuple[FloatArray, BoolArray]:
    """Return x for benefits and 1/x for costs under `none`, else scaled values."""
    if settings["normalization"] == "none":
        return np.where(flags, values, 1.0 / values), np.ones_like(flags)
    return scaled(values, flags, settings)


def positions(
    values: FloatArray, flags: BoolArray, settings: Mapping[str, Setting]
) -> tuple[FloatArray, BoolArray]:
    """Return min-max positions plus 1: the library refuses zeros, and the method looks at positions only."""
    return minmax(values, flags) + 1.0, np.ones_like(flags)


def with_optimum(values: FloatArray, flags: BoolArray, settings: Mapping[str, Setting]) -> FloatArray:
    """Return the shares (m + 1, n) of ARAS, those of the optimal alternative first: it takes part in the column sums."""
    optimum = np.where(flags, values.max(axis=0), values.min(axis=0))
    return share_of_sum_inverted(np.vstack([optimum, values]), flags)


def below_optimum(
    values: FloatArray, flags: BoolArray, settings: Mapping[str, Setting]
) -> tuple[FloatArray, BoolArray]:
    """Return the shares of the alternatives, the optimal one counted in the column sums."""
    return with_optimum(values, flags, settings)[1:], np.ones_like(flags)


def optimum(
    values: FloatArray, flags: BoolArray, settings: Mapping[str, Setting]
) -> Mapping[str, Sequence[object]]:
    """Return the shares of the optimal alternative."""
    return {"ideal": list(with_optimum(values, flags, settings)[0])}


def ranges(values: FloatArray, settings: Mapping[str, Setting]) -> FloatArray:
    """Return the declared scales (n, 2), or the ranges of the data."""
    scales = settings.get("scales")
    if scales is None:
        return np.column_stack([values.min(axis=0), values.max(axis=0)])
    return np.asarray(scales, dtype=np.float64)


def bounds(
    values: FloatArray, flags: BoolArray, settings: Mapping[str, Setting]
) -> Mapping[str, Sequence[object]]:
    """Return the bounds of SPOTIS and its expected solution point, the best bounds."""
    ends = ranges(values, settings)
    return {"bounds": ends.tolist(), "isp": np.where(flags, ends[:, 1], ends[:, 0]).tolist()}


def ideals(
    values: FloatArray, flags: BoolArray, settings: Mapping[str, Setting]
) -> Mapping[str, Sequence[object]]:
    """Return the ranges of RIM and its reference ideals, the best ends."""
    ends = ranges(values, settings)
    best = np.where(flags, ends[:, 1], ends[:, 0]).tolist()
    return {"ranges": [tuple(pair) for pair in ends.tolist()], "ref_ideals": [(end, end) for end in best]}


def prospects(
    values: FloatArray, flags: BoolArray, settings: Mapping[str, Setting]
) -> tuple[FloatArray, BoolArray]:
    """Return shares with the sense of costs kept, or positions on the declared scale."""
    return (
        shares(values, flags, settings)
        if settings["normalization"] == "sum"
        else scaled(values, flags, settings)
    )


def average(
    values: FloatArray, flags: BoolArray, settings: Mapping[str, Setting]
) -> Mapping[str, Sequence[object]]:
    """Return the reference points of ERVD: the average of what is scaled."""
    return {"reference_points": prospects(values, flags, settings)[0].mean(axis=0).tolist()}
