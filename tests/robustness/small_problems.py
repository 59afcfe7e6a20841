"""Small decision problems for the tests of robustness, and what `score` alone says about them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from criteria.ranking.catalogue import METHODS
from criteria.ranking.score import score

# Those whose formula can divide by zero, at a single criterion for example, have tests of their own: test_undefined_scores.py.
KERNELS = tuple(row.key for row in METHODS.values() if row.batched and row.limit is None)
LINEAR = tuple(row.key for row in METHODS.values() if row.linear)
# Methods that can put a candidate behind one that it beats (tests/ranking/test_laws_of_preference.py shows how).
DEFYING_DOMINANCE = {"probid"}
# Scores that are steps or jump, or have stretches where two are level, change places by way of a tie that is no single weight.
CONTINUOUS = tuple(key for key in KERNELS if key not in {"multimoora", "promethee_i", "vikor", "codas"})
LAW = settings(max_examples=7, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])

Case = Mapping[str, object]


def reference(name: str) -> Case:
    """Return one case of tests/reference."""
    path = Path(__file__).parents[1] / "reference" / f"{name}.json"
    found: Case = json.loads(path.read_text(encoding="utf-8"))
    return found


@dataclass(frozen=True)
class Small:
    """Performances (m, n), weights (n,) that sum to 1, and objectives (n,) that belong together."""

    performances: np.ndarray
    weights: np.ndarray
    maximized: np.ndarray

    @property
    def parts(self) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        return self.performances, self.weights, self.maximized

    def ranks(self, method: str, weights: np.ndarray) -> np.ndarray:
        """Return competition ranks (..., m) at other weights (..., n), as `score` has them."""
        return score(method, self.performances, weights, self.maximized).ranks

    def merits(self, method: str, weights: np.ndarray) -> np.ndarray:
        """Return scores (..., m) at other weights (..., n), turned so that more is better; logarithms of products."""
        found = score(method, self.performances, weights, self.maximized)
        values = np.log(found.values) if METHODS[method].ranked_on_logarithm else found.values
        return values if found.higher_is_better else -values


@st.composite
def generic(
    draw: st.DrawFn, *, alternatives: tuple[int, int] = (2, 5), criteria: tuple[int, int] = (2, 4)
) -> Small:
    """Draw a problem in general position: no two numbers alike, both kinds of objectives, every weight at least 0.05."""
    rng = np.random.default_rng(draw(st.integers(0, 10**6)))
    m, n = draw(st.integers(*alternatives)), draw(st.integers(*criteria))
    weights = rng.uniform(0.2, 1.0, n)
    return Small(rng.uniform(1.0, 20.0, (m, n)), weights / weights.sum(), rng.random(n) < 0.6)


@st.composite
def whole(
    draw: st.DrawFn, *, alternatives: tuple[int, int] = (1, 5), criteria: tuple[int, int] = (1, 4)
) -> Small:
    """Draw a problem of small whole numbers, where ties, duplicates, constant columns and weights of 0 are common."""
    m, n = draw(st.integers(*alternatives)), draw(st.integers(*criteria))
    row = st.lists(st.integers(1, 6), min_size=n, max_size=n)
    weights = np.array(draw(st.lists(st.integers(0, 5), min_size=n, max_size=n).filter(any)), dtype=float)
    return Small(
        np.array(draw(st.lists(row, min_size=m, max_size=m)), dtype=float),
        weights / weights.sum(),
        np.array(draw(st.lists(st.booleans(), min_size=n, max_size=n))),
    )


def moved(weights: np.ndarray, members: list[int], shares: np.ndarray) -> np.ndarray:
    """Return weights (k, n) in which the members together weigh each of the shares (k,), proportions kept on both sides."""
    inside = np.isin(np.arange(len(weights)), members)
    found = np.empty((len(shares), len(weights)))
    found[:, inside] = shares[:, np.newaxis] * weights[inside] / weights[inside].sum()
    found[:, ~inside] = (1 - shares)[:, np.newaxis] * weights[~inside] / weights[~inside].sum()
    return found
