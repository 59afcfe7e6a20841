"""Array types, and arrays that nobody can change."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

FloatArray = NDArray[np.float64]
BoolArray = NDArray[np.bool_]
IntArray = NDArray[np.int64]


def plain_float(value: float | None) -> float | None:
    """Return the value as a float of Python without a minus before zero, so that equal values read alike; None stays."""
    return None if value is None else float(value) + 0.0


def read_only_floats(values: ArrayLike) -> FloatArray:
    """Return a float copy of the values that cannot be written to."""
    array = np.array(values, dtype=np.float64)
    array.setflags(write=False)
    return array


def read_only_flags(values: ArrayLike) -> BoolArray:
    """Return a boolean copy of the values that cannot be written to."""
    array = np.array(values, dtype=np.bool_)
    array.setflags(write=False)
    return array
