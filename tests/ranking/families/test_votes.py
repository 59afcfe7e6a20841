"""Families of methods: the orders are equal on whatever is drawn, and differ somewhere between families."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest

from criteria.errors import CriteriaError
from criteria.ranking.catalogue import METHODS
from criteria.ranking.families.votes import RELATIVES, Relatives, families, has_vote
from criteria.ranking.score import score

SCALE = (0.0, 25.0)


def drawn(rng: np.random.Generator, m: int, *, costs: bool, whole: bool) -> tuple[np.ndarray, ...]:
    """Return performances, weights and objectives; of whole numbers from 1 to 4, ties, twins and constant columns are common."""
    n = int(rng.integers(1, 6))
    values = rng.integers(1, 5, (m, n)).astype(float) if whole else rng.uniform(1.0, 24.0, (m, n))
    weights = rng.integers(1, 4, n).astype(float) if whole else rng.uniform(0.1, 1.0, n)
    maximized = rng.random(n) < 0.5 if costs else np.ones(n, dtype=bool)
    if costs:
        maximized[0] = False
    return values, weights, maximized


def ranks(key: str, normalization: str, problem: tuple[np.ndarray, ...]) -> np.ndarray | None:
    """Return the ranks by a method, scales from the data where a method that needs declared ones is to use `minmax`; None where refused."""
    settings: dict[str, object] = {"normalization": normalization}
    if normalization == "scale":
        settings["scales"] = [SCALE] * problem[0].shape[1]
    if normalization not in METHODS[key].normalizations:
        settings = {"normalization": "scale"}  # SPOTIS without scales
    try:
        return score(key, *problem, **settings).ranks
    except CriteriaError:
        return None


@pytest.mark.parametrize("row", RELATIVES, ids=lambda row: "=".join(f"{k}({n})" for k, n in row.members))
@pytest.mark.parametrize("whole", [False, True])
def test_relatives_give_one_order_on_whatever_is_drawn(row: Relatives, whole: bool) -> None:
    rng = np.random.default_rng(7)
    compared = 0
    for m in [1, 2, 3, 4, 5, 6, 7] + ([9, 12] if row.most is None else []):
        for _round in range(12):
            problem = drawn(rng, m, costs=not row.without_costs, whole=whole)
            found = [r for member in row.members if (r := ranks(*member, problem)) is not None]
            assert all(np.array_equal(found[0], other) for other in found[1:]), problem
            compared += len(found) > 1
    assert compared > 40


def test_beyond_the_limits_relatives_part() -> None:
    rng = np.random.default_rng(3)
    rows = [row for row in RELATIVES if row.most is not None or row.without_costs]
    assert len(rows) == 2
    for row in rows:
        m = 8 if row.most else 6
        problems = [drawn(rng, m, costs=row.without_costs, whole=False) for _ in range(60)]
        assert any(
            not np.array_equal(ranks(*row.members[0], problem), ranks(*member, problem))
            for problem in problems
            for member in row.members[1:]
        )


@pytest.mark.parametrize("costs", [True, False])
@pytest.mark.parametrize("m", [6, 9])
def test_no_two_families_always_agree(costs: bool, m: int) -> None:
    voting = {key: row.default_normalization for key, row in METHODS.items() if has_vote(row)}
    voting["spotis"] = "minmax"
    found = families(voting, alternatives=m, costs=costs)
    rng = np.random.default_rng(11)
    problems = [drawn(rng, m, costs=costs, whole=False) for _ in range(60)]
    orders = {
        family[0]: [ranks(family[0], voting[family[0]], problem) for problem in problems] for family in found
    }
    for one, other in combinations(orders, 2):
        pairs = zip(orders[one], orders[other], strict=True)
        assert any(a is not None and b is not None and not np.array_equal(a, b) for a, b in pairs), (
            one,
            other,
        )


def test_a_family_depends_on_normalization_candidates_and_costs() -> None:
    given = {"topsis": "vector", "wsm": "sum", "copras": "sum", "ahp": "sum", "simplified_probid": "vector"}
    alone = (("topsis",), ("wsm", "ahp"), ("copras",), ("simplified_probid",))
    assert families(given, alternatives=8, costs=True) == alone
    assert families(given, alternatives=7, costs=True)[0] == ("topsis", "simplified_probid")
    assert families(given, alternatives=8, costs=False)[1] == ("wsm", "copras", "ahp")
    assert families(given | {"topsis": "scale"}, alternatives=7, costs=True)[0] == ("topsis",)
    assert families(given | {"ahp": "linear"}, alternatives=8, costs=True)[1] == ("wsm",)


def test_every_relative_is_a_method_with_a_vote_under_one_of_its_normalizations() -> None:
    for row in RELATIVES:
        for key, normalization in row.members:
            method = METHODS[key]
            assert has_vote(method)
            assert normalization in method.normalizations or (
                method.scales_optional and normalization == "minmax"
            )
