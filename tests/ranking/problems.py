"""Decision problems for the tests of the ranking methods, drawn by seed or by Hypothesis."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from hypothesis import strategies as st

from criteria.ranking.catalogue import METHODS
from criteria.ranking.method import Scores
from criteria.ranking.score import score

LOWEST, HIGHEST = 0.0, 25.0  # the declared scale of every criterion drawn below

# Every method with each normalization that its row allows.
VARIANTS = tuple((row.key, normalization) for row in METHODS.values() for normalization in row.normalizations)


@dataclass(frozen=True)
class Drawn:
    """Performances (m, n), weights (n,) and objectives (n,) that belong together."""

    performances: np.ndarray
    weights: np.ndarray
    maximized: np.ndarray


def seeded(seed: int, *, m: int | None = None, n: int | None = None) -> Drawn:
    """Return a problem of positive performances and weights, with both kinds of objectives where n > 1."""
    rng = np.random.default_rng(seed)
    m = int(rng.integers(3, 9)) if m is None else m
    n = int(rng.integers(2, 7)) if n is None else n
    maximized = rng.random(n) < 0.5
    if n > 1:
        maximized[:2] = True, False
    return Drawn(
        performances=rng.uniform(1.0, 24.0, (m, n)),
        weights=rng.uniform(0.1, 1.0, n),
        maximized=rng.permutation(maximized),
    )


@st.composite
def problems(draw: st.DrawFn, *, min_alternatives: int = 1, min_weight: int = 0) -> Drawn:
    """Draw a small problem of whole numbers, where ties, duplicates and constant columns are common."""
    m = draw(st.integers(min_alternatives, 6))
    n = draw(st.integers(1, 5))
    row = st.lists(st.integers(1, 20), min_size=n, max_size=n)
    weights = draw(st.lists(st.integers(min_weight, 6), min_size=n, max_size=n).filter(any))
    return Drawn(
        performances=np.array(draw(st.lists(row, min_size=m, max_size=m)), dtype=float),
        weights=np.array(weights, dtype=float),
        maximized=np.array(draw(st.lists(st.booleans(), min_size=n, max_size=n))),
    )


def setting(normalization: str, n: int) -> dict[str, object]:
    """Return the keyword arguments that a normalization needs for n criteria."""
    scales = {"scales": [(LOWEST, HIGHEST)] * n} if normalization == "scale" else {}
    return {"normalization": normalization, **scales}


def scored(method: str, normalization: str, problem: Drawn, **params: object) -> Scores:
    """Return the scores of a problem under a method and one of its normalizations."""
    given = setting(normalization, problem.performances.shape[1]) | params
    return score(method, problem.performances, problem.weights, problem.maximized, **given)
