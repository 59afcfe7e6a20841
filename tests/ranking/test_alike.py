"""Where candidates are alike, all are first; where one is better, it does not rank behind."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from problems import VARIANTS, Drawn, problems, scored

from criteria.ranking.score import score

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


@every_variant
@LAW
@given(problem=problems(min_alternatives=2))
def test_where_all_alternatives_are_alike_all_are_first(
    method: str, normalization: str, problem: Drawn
) -> None:
    alike = Drawn(
        np.tile(problem.performances[0], (len(problem.performances), 1)), problem.weights, problem.maximized
    )
    assert np.all(scored(method, normalization, alike).ranks == 1)


# The score by convention where the formula is 0 / 0 or has nothing to compare, with default settings.
ALIKE: Mapping[str, float] = MappingProxyType(
    {
        "topsis": 0.5,
        "edas": 0.5,
        "ervd": 0.5,
        "probid": 0.5,
        "simplified_probid": 1.0,
        "copras": 1.0,
        "aras": 1.0,
        "vikor": 0.0,
        "spotis": 0.0,
        "rim": 1.0,
        "mabac": 0.0,
        "mairca": 0.0,
        "codas": 0.0,
        "ocra": 0.0,
        "multimoora": 0.0,
        "moora_reference_point": 0.0,
        "promethee_i": 0.0,
        "promethee_ii": 0.0,
        "electre_i": 0.0,
        "electre_ii": 1.0,
        "electre_iii": 1.0,
        "wsm": 1.0,
        "waspas": 1.0,
        "ahp": 1.0,
    }
)


@pytest.mark.parametrize("method", ALIKE)
@pytest.mark.parametrize("m", [1, 2, 5])
def test_alternatives_that_are_all_alike_have_the_score_of_the_convention(method: str, m: int) -> None:
    found = score(method, np.tile([3.0, 0.1, 7.0], (m, 1)), [1, 2, 4], [True, False, True])
    np.testing.assert_allclose(found.values, np.full(m, ALIKE[method]), atol=1e-12)


def test_a_zero_counts_as_one_in_a_product_where_its_criterion_has_no_weight() -> None:
    performances, weights, maximized = [[0.0, 1.0], [3.0, 2.0]], [0, 1], [True, True]
    for method in ("wpm", "full_multiplicative_form"):
        found = score(method, performances, weights, maximized)
        np.testing.assert_allclose(found.values, [1.0, 2.0])
    assert score("wpm", performances, [1, 1], maximized).values[0] == 0.0


@every_variant
@LAW
@given(problem=problems(min_alternatives=2))
def test_where_all_weighted_criteria_are_alike_all_are_first(
    method: str, normalization: str, problem: Drawn
) -> None:
    performances = problem.performances.copy()
    weighted = problem.weights > 0
    performances[:, weighted] = performances[0, weighted]
    assert np.all(
        scored(method, normalization, Drawn(performances, problem.weights, problem.maximized)).ranks == 1
    )


@every_variant
@LAW
@given(problem=problems())
def test_a_single_alternative_is_first(method: str, normalization: str, problem: Drawn) -> None:
    alone = Drawn(problem.performances[:1], problem.weights, problem.maximized)
    assert scored(method, normalization, alone).ranks.tolist() == [1]
