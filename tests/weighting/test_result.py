"""What every way to weights returns: shares of 1 that nobody can change."""

from __future__ import annotations

import numpy as np
import pytest

from criteria.weighting.result import weights_from


def test_points_become_shares_of_one() -> None:
    assert weights_from(np.array([3.0, 1.0, 0.0])).weights.tolist() == [0.75, 0.25, 0.0]
    assert weights_from(np.array([1e308, 1e308])).weights.tolist() == [0.5, 0.5]  # their sum would overflow


def test_weights_and_details_cannot_be_written_to() -> None:
    details = {"spread": np.array([1.0])}
    found = weights_from(np.array([1.0, 1.0]), details)
    details["spread"][0] = 9.0
    assert found.details["spread"][0] == 1.0  # type: ignore[index]
    with pytest.raises(ValueError, match="read-only"):
        found.weights[0] = 1.0
