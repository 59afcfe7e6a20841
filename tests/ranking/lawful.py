"""How the laws of the methods are tried: every method under every normalization, on drawn problems; a refusal is a sentence."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import HealthCheck, settings
from problems import VARIANTS

from criteria.errors import CriteriaError
from criteria.ranking.method import Scores

LAW = settings(
    max_examples=12,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)
every_variant = pytest.mark.parametrize(
    ("method", "normalization"), VARIANTS, ids=["-".join(v) for v in VARIANTS]
)


def outcome(compute: Callable[[], Scores]) -> Scores | None:
    """Return the scores, or None where the method refuses with a sentence."""
    try:
        return compute()
    except CriteriaError as refusal:
        if len(str(refusal).split()) < 4:
            pytest.fail(f"{refusal!r} is no sentence")
        return None


def assert_same(one: Scores | None, other: Scores | None, *, rearranged: object = slice(None)) -> None:
    """Both refused, or scores and ranks agree once the first one's alternatives are rearranged."""
    assert (one is None) == (other is None)
    if one is not None and other is not None:
        np.testing.assert_allclose(one.values[..., rearranged], other.values, rtol=1e-9, atol=1e-9)
        assert np.array_equal(one.ranks[..., rearranged], other.ranks)
