"""Trees of comparisons, candidates compared in pairs, and the published judgement scales."""

from __future__ import annotations

from math import log2, sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from judgements import LAW, consistent, says, shares, tables, weights

import criteria
from criteria.errors import WeightsError
from criteria.weighting import SCALES, ahp, compared_candidates, global_weights, local_priorities, ratio_of
from criteria.weighting.ahp import PRIORITIES
from criteria.weighting.scales import WORDS

TREE = {"": ["cost", "quality"], "quality": ["speed", "care"], "care": ["tea"]}


def test_a_global_weight_is_the_product_of_the_local_ones_above_it() -> None:
    found = global_weights(TREE, {"": [0.4, 0.6], "quality": [0.25, 0.75], "care": [1.0]})
    assert found == pytest.approx({"cost": 0.4, "quality": 0.6, "speed": 0.15, "care": 0.45, "tea": 0.45})
    below = global_weights(TREE, {"quality": [0.25, 0.75], "care": [1.0]}, top="quality")
    assert below == pytest.approx({"speed": 0.25, "care": 0.75, "tea": 0.75})


@pytest.mark.parametrize("priorities", PRIORITIES)
def test_each_node_has_the_priorities_of_its_own_table(priorities: str) -> None:
    tables = {"": [[1, 3], [1 / 3, 1]], "quality": [[1, 2, 4], [0.5, 1, 3], [0.25, 1 / 3, 1]]}
    found = local_priorities(tables, priorities=priorities, random_index="saaty2008")
    for node, table in tables.items():
        alone = ahp(table, priorities=priorities, random_index="saaty2008")
        assert np.array_equal(found[node].weights, alone.weights)
        assert found[node].consistency_ratio == alone.consistency_ratio


def test_an_error_names_the_node_under_which_it_occurred() -> None:
    with says(WeightsError, "Under 'quality'", "Row 2, column 1", "-2"):
        local_priorities({"": [[1]], "quality": [[1, 2], [-2, 1]]})


@LAW
@given(columns=st.lists(weights(least=3, most=3), min_size=1, max_size=4), heavy=st.integers(1, 9))
def test_consistently_compared_candidates_rank_as_their_priorities_say(
    columns: list[np.ndarray], heavy: int
) -> None:
    found, tables_said = compared_candidates([consistent(column) for column in columns])
    np.testing.assert_allclose(found, np.array(columns).T, rtol=1e-9)
    assert [one.consistency_ratio for one in tables_said] == pytest.approx([0.0] * len(columns), abs=1e-9)
    points = [heavy] + [1] * (len(columns) - 1)
    maximized = [True] * len(columns)
    expected = found @ shares(points)
    scored = criteria.score("ahp", found, points, maximized, normalization="sum", synthesis="distributive")
    np.testing.assert_allclose(scored.values, expected, rtol=1e-9)
    ideal = criteria.score("ahp", found, points, maximized, synthesis="ideal").values
    np.testing.assert_allclose(ideal, (found / found.max(axis=0)) @ shares(points), rtol=1e-9)


@LAW
@given(matrix=tables(least=2, most=5))
@pytest.mark.parametrize("priorities", PRIORITIES)
def test_inconsistently_compared_candidates_have_the_priorities_that_were_asked_for(
    priorities: str, matrix: np.ndarray
) -> None:
    found, _tables = compared_candidates([matrix, matrix.T], priorities=priorities)
    for j, table in enumerate((matrix, matrix.T)):
        np.testing.assert_allclose(found[:, j], ahp(table, priorities=priorities).weights)


def test_nine_candidates_can_be_compared_and_ten_are_too_many() -> None:
    assert compared_candidates([consistent(shares(range(1, 10)))])[0].shape == (9, 1)
    with says(WeightsError, "10 candidates make 45 pairs", "at most 9", "rate them on scales"):
        compared_candidates([consistent(shares(range(1, 11)))])


def test_tables_of_different_candidates_are_refused() -> None:
    with says(WeightsError, "must compare the same candidates", "differ in size"):
        compared_candidates([np.ones((2, 2)), np.ones((3, 3))])


# The ratio of level 5 by hand, and of level 9 for two items; level 1 is 1 on every scale.
BY_HAND = {
    "linear": (5.0, 9.0),
    "power": (25.0, 81.0),
    "root": (sqrt(5), 3.0),
    "geometric": (16.0, 256.0),
    "logarithmic": (log2(6), log2(10)),
    "inverse_linear": (9 / 5, 9.0),
    "balanced": (0.7 / 0.3, 9.0),
    "balanced_general": (0.7 / 0.3, 9.0),
}


@pytest.mark.parametrize("scale", SCALES)
def test_levels_stand_for_the_published_ratios(scale: str) -> None:
    middle, most = BY_HAND[scale]
    assert ratio_of(1, scale=scale) == pytest.approx(1.0)
    assert ratio_of(5, scale=scale) == pytest.approx(middle)
    assert ratio_of(9, scale=scale) == pytest.approx(most)
    ratios = [ratio_of(level, scale=scale) for level in range(1, 10)]
    assert ratios == sorted(set(ratios))
    for level in range(2, 10):
        assert ratio_of(-level, scale=scale) == pytest.approx(1 / ratio_of(level, scale=scale))


@pytest.mark.parametrize("n", [2, 3, 7])
def test_on_the_balanced_scale_of_n_items_weights_rise_in_equal_steps(n: int) -> None:
    # Goepel (2019): one item preferred by the level to all others, who are alike.
    found = []
    for level in range(1, 10):
        table = np.ones((n, n))
        table[0, 1:] = ratio_of(level, scale="balanced_general", items=n)
        table[1:, 0] = 1 / table[0, 1:]
        found.append(ahp(table).weights[0])
    np.testing.assert_allclose(np.diff(found), np.diff(found)[0], rtol=1e-9)


@pytest.mark.parametrize("level", [0, 10, -10, 2.5, np.nan])
def test_a_level_that_is_not_on_the_scale_is_refused(level: float) -> None:
    with says(WeightsError, "whole level from 1 to 9", f"it is {level}"):
        ratio_of(level)


def test_an_unknown_scale_is_answered_with_the_known_ones() -> None:
    with says(WeightsError, "no judgement scale 'likert'", ", ".join(SCALES)):
        ratio_of(3, scale="likert")


def test_every_level_has_words() -> None:
    assert sorted(WORDS) == list(range(1, 10))
    assert len(set(WORDS.values())) == 9
