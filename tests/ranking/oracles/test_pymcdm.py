"""Scores against pymcdm, where scikit-criteria has no such method or normalization."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

import numpy as np
import pymcdm.methods as peer
import pytest
from looped import each
from problems import scored, seeded
from whole_numbers import (
    CLOSE,
    FEW_SEEDS,
    SEEDS,
)

PYMCDM: Mapping[tuple[str, str], Callable[[], object]] = MappingProxyType(
    {
        ("aras", "sum"): peer.ARAS,
        ("topsis", "vector"): lambda: peer.TOPSIS(_pymcdm_vector),
        ("marcos", "linear"): peer.MARCOS,
        ("ram", "sum"): peer.RAM,
        ("mairca", "minmax"): peer.MAIRCA,
        ("ocra", "none"): peer.OCRA,
        ("probid", "vector"): peer.PROBID,
        ("edas", "average"): peer.EDAS,
        ("cocoso", "minmax"): peer.COCOSO,
    }
)


def _pymcdm_vector(column: np.ndarray, cost: bool = False) -> np.ndarray:
    """Keep the sense of costs, as published: pymcdm subtracts from 1, and so changes no distance either."""
    shares = column / np.sqrt(np.sum(column**2))
    return 1 - shares if cost else shares


@pytest.mark.parametrize(("method", "normalization"), PYMCDM)
@each(seed=SEEDS)
def test_scores_equal_pymcdm(method: str, normalization: str, seed: int) -> None:
    problem = seeded(seed)
    weights = problem.weights / problem.weights.sum()
    expected = PYMCDM[method, normalization]()(
        problem.performances, weights, np.where(problem.maximized, 1, -1)
    )
    np.testing.assert_allclose(scored(method, normalization, problem).values, expected, **CLOSE)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("usual", "usual"),
        ("ushape", "ushape"),
        ("vshape", "vshape"),
        ("level", "level"),
        ("linear", "vshape_2"),
    ],
)
@each(seed=FEW_SEEDS)
def test_promethee_net_flows_equal_pymcdm(ours: str, theirs: str, seed: int) -> None:
    problem = seeded(seed, m=7)
    n = len(problem.weights)
    rng = np.random.default_rng(seed)
    q = rng.uniform(0.5, 4.0, n)
    p = q + rng.uniform(0.5, 6.0, n)
    expected = peer.PROMETHEE_II(theirs, p=p, q=q)(
        problem.performances, problem.weights / problem.weights.sum(), np.where(problem.maximized, 1, -1)
    )
    found = scored("promethee_ii", "none", problem, preference_functions=ours, q=q, p=p)
    np.testing.assert_allclose(found.values, expected, **CLOSE)
