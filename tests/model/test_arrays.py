"""Arrays that nobody can change, and numbers that read alike when they are equal."""

from __future__ import annotations

import math

import numpy as np
import pytest

from criteria.model.arrays import plain_float, read_only_flags, read_only_floats


def test_a_read_only_array_is_a_copy() -> None:
    mine = np.array([1.0, 2.0])
    kept = read_only_floats(mine)
    mine[0] = 9.0
    assert kept.tolist() == [1.0, 2.0]
    with pytest.raises(ValueError, match="read-only"):
        kept[0] = 3.0
    with pytest.raises(ValueError, match="read-only"):
        read_only_flags([True])[0] = False


def test_minus_zero_is_zero_and_nothing_stays_nothing() -> None:
    assert math.copysign(1.0, plain_float(-0.0)) == 1.0  # type: ignore[arg-type]
    assert isinstance(plain_float(np.float64(2)), float)
    assert plain_float(None) is None
