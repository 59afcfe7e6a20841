"""The best-worst method: consistent rows give their weights back, and each model is as near as its definition asks."""

from __future__ import annotations

from itertools import product
from math import sqrt

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from judgements import LAW, weights

from criteria.weighting import BestWorst, best_worst
from criteria.weighting.best_worst import consistency_index

MODELS = ("linear", "nonlinear")
SOLVED = 1e-6  # the linear programs are solved to 1e-7
every_model = pytest.mark.parametrize("model", MODELS)

Rows = tuple[np.ndarray, np.ndarray]


@st.composite
def rows(draw: st.DrawFn, *, least: int = 2, most: int = 6) -> Rows:
    """Draw whole numbers from 1 to 9 with one best and one worst criterion, whose judgement of each other is the largest."""
    n = draw(st.integers(least, most))
    best, worst = draw(st.permutations(range(n)))[:2]
    most_said = draw(st.integers(2, 9))
    over, under = (
        np.array(draw(st.lists(st.integers(2, most_said), min_size=n, max_size=n)), dtype=float)
        for _ in range(2)
    )
    over[best] = under[worst] = 1.0
    over[worst] = under[best] = most_said
    return over, under


def ends(over: np.ndarray, under: np.ndarray) -> tuple[int, int, list[int]]:
    best, worst = int(np.argmin(over)), int(np.argmin(under))
    return best, worst, [j for j in range(len(over)) if j not in (best, worst)]


def largest_ratio_error(found: np.ndarray, over: np.ndarray, under: np.ndarray) -> float:
    best, worst, _middle = ends(over, under)
    return float(max(np.abs(found[best] / found - over).max(), np.abs(found / found[worst] - under).max()))


def largest_difference(found: np.ndarray, over: np.ndarray, under: np.ndarray) -> float:
    best, worst, _middle = ends(over, under)
    return float(max(np.abs(found[best] - over * found).max(), np.abs(found - under * found[worst]).max()))


def least_ratio_error(over: np.ndarray, under: np.ndarray) -> float:
    """Return ksi from closed formulas: the largest that any criterion, or any two of them, make necessary.

    Criterion j holds best over worst between (a - ksi)(b - ksi) and (a + ksi)(b + ksi), the direct judgement d between
    d - ksi and d + ksi. Two that lie apart touch at the root of a quadratic, or of a linear equation.
    """
    _best, worst, middle = ends(over, under)
    d = over[worst]
    needed = [0.0]
    for j in middle:
        a, b = over[j], under[j]
        if a * b > d:  # (a - x)(b - x) = d + x
            needed.append(((a + b + 1) - sqrt((a + b + 1) ** 2 - 4 * (a * b - d))) / 2)
        else:  # (a + x)(b + x) = d - x
            needed.append((-(a + b + 1) + sqrt((a + b + 1) ** 2 + 4 * (d - a * b))) / 2)
    for j, k in product(middle, middle):  # (a + x)(b + x) = (c - x)(e - x)
        gap = over[k] * under[k] - over[j] * under[j]
        needed.append(gap / (over[j] + under[j] + over[k] + under[k]))
    return max(needed)


def brute_intervals(over: np.ndarray, under: np.ndarray, ksi: float) -> np.ndarray:
    """Return the least and greatest weights on a grid over best : worst, the others as far apart as they may be."""
    best, worst, middle = ends(over, under)
    d, found = over[worst], []
    for r in np.linspace(d - ksi, d + ksi, 1501):
        low = np.maximum(under - ksi, r / (over + ksi))
        high = np.minimum(
            under + ksi, np.divide(r, over - ksi, out=np.full(len(over), np.inf), where=over > ksi)
        )
        if np.any(low[middle] > high[middle] + 1e-7):
            continue
        for part in (best, worst):
            low[part] = high[part] = r if part == best else 1.0
        others_low, others_high = low.sum() - low, high.sum() - high
        found.append((low / (low + others_high), high / (high + others_low)))
    least, greatest = np.array(found).transpose(1, 0, 2)
    return np.column_stack((least.min(axis=0), greatest.max(axis=0)))


@pytest.mark.slow
@every_model
@LAW
@given(expected=weights(least=1, most=9))
def test_consistent_rows_give_their_weights_back_and_no_deviation(model: str, expected: np.ndarray) -> None:
    found = best_worst(expected.max() / expected, expected / expected.min(), model=model)
    np.testing.assert_allclose(found.weights, expected, atol=SOLVED)
    np.testing.assert_allclose(found.intervals, np.column_stack((expected, expected)), atol=SOLVED)
    assert found.ksi == pytest.approx(0.0, abs=SOLVED)
    assert found.consistency_ratio == pytest.approx(0.0, abs=SOLVED)
    assert found.input_consistency_ratio == pytest.approx(0.0, abs=1e-9)
    assert expected[found.best] == expected.max()
    assert expected[found.worst] == expected.min()


@pytest.mark.slow
@every_model
@LAW
@given(drawn=rows(), data=st.data())
def test_permuting_criteria_permutes_weights_and_intervals(
    model: str, drawn: Rows, data: st.DataObject
) -> None:
    over, under = drawn
    order = data.draw(st.permutations(range(len(over))))
    one, other = best_worst(over, under, model=model), best_worst(over[order], under[order], model=model)
    np.testing.assert_allclose(other.weights, one.weights[order], atol=SOLVED)
    np.testing.assert_allclose(other.intervals, one.intervals[order], atol=SOLVED)
    assert other.ksi == pytest.approx(one.ksi, abs=SOLVED)
    assert (order[other.best], order[other.worst]) == (one.best, one.worst)


@pytest.mark.slow
@every_model
@LAW
@given(drawn=rows())
def test_weights_sum_to_one_and_lie_within_their_intervals(model: str, drawn: Rows) -> None:
    found: BestWorst = best_worst(*drawn, model=model)
    assert found.weights.sum() == pytest.approx(1.0)
    assert np.all(found.weights >= found.intervals[:, 0] - SOLVED)
    assert np.all(found.weights <= found.intervals[:, 1] + SOLVED)
    assert found.intervals[:, 0].sum() <= 1 + SOLVED <= found.intervals[:, 1].sum() + 2 * SOLVED
    for array in (found.weights, found.intervals):
        assert not array.flags.writeable


@pytest.mark.slow
@LAW
@given(drawn=rows())
def test_the_linear_deviation_is_the_largest_difference_and_no_other_weights_have_a_smaller_one(
    drawn: Rows,
) -> None:
    found = best_worst(*drawn)
    assert found.ksi == pytest.approx(largest_difference(found.weights, *drawn), abs=SOLVED)
    assert found.consistency_ratio == found.ksi
    # The deviation is convex in the weights: what no short step lessens is the least there is.
    rng = np.random.default_rng(1)
    for step in rng.normal(size=(300, len(found.weights))):
        near = np.abs(found.weights + 1e-3 * (step - step.mean()))
        assert largest_difference(near / near.sum(), *drawn) >= found.ksi - SOLVED


@pytest.mark.slow
@LAW
@given(drawn=rows())
def test_the_nonlinear_deviation_equals_closed_formulas(drawn: Rows) -> None:
    over, under = drawn
    found = best_worst(over, under, model="nonlinear")
    assert found.ksi == pytest.approx(least_ratio_error(over, under), abs=1e-9)
    assert found.consistency_ratio == pytest.approx(found.ksi / consistency_index(over.max()))
    assert 0.0 <= found.consistency_ratio <= 1.0 + 1e-9


@pytest.mark.slow
@settings(LAW, max_examples=25)
@given(drawn=rows(least=3))
def test_nonlinear_intervals_equal_a_search_over_a_grid(drawn: Rows) -> None:
    found = best_worst(*drawn, model="nonlinear")
    expected = brute_intervals(*drawn, found.ksi + 1e-9)
    np.testing.assert_allclose(found.intervals, expected, atol=2e-4)
    centres = found.intervals.mean(axis=1)
    np.testing.assert_allclose(found.weights, centres / centres.sum(), rtol=1e-9)


@LAW
@given(drawn=rows(least=3, most=3))
def test_three_criteria_have_one_nonlinear_solution_with_just_that_deviation(drawn: Rows) -> None:
    found = best_worst(*drawn, model="nonlinear")
    assert largest_ratio_error(found.weights, *drawn) == pytest.approx(found.ksi, abs=1e-4)
    assert np.ptp(found.intervals, axis=1).max() < 1e-5


@pytest.mark.parametrize("most_said", range(2, 10))
def test_the_consistency_index_is_the_deviation_of_the_most_inconsistent_rows(most_said: int) -> None:
    # Rezaei (2015): a_Bj = a_jW = a_BW for some j.
    found = best_worst([1, most_said, most_said], [most_said, most_said, 1], model="nonlinear")
    assert found.ksi == pytest.approx(consistency_index(most_said))
    assert found.consistency_ratio == pytest.approx(1.0)
    assert found.input_consistency_ratio == pytest.approx(1.0)


@pytest.mark.slow
@LAW
@given(drawn=rows())
def test_the_inconsistency_of_the_input_is_that_of_the_worst_chain(drawn: Rows) -> None:
    over, under = drawn
    direct = over.max()
    worst = max(abs(a * b - direct) for a, b in zip(over, under, strict=True))
    for model in MODELS:
        found = best_worst(over, under, model=model)
        assert found.input_consistency_ratio == pytest.approx(worst / (direct * direct - direct))


@every_model
def test_two_criteria_have_the_ratio_that_was_said_and_one_has_all_the_weight(model: str) -> None:
    np.testing.assert_allclose(best_worst([1, 4], [4, 1], model=model).weights, [0.8, 0.2], atol=SOLVED)
    assert best_worst([1], [1], model=model).weights.tolist() == [1.0]


@every_model
def test_fifteen_criteria_can_be_weighed(model: str) -> None:
    expected = np.arange(1.0, 16.0) / 120
    found = best_worst(15 / np.arange(1.0, 16.0), np.arange(1.0, 16.0), model=model)
    np.testing.assert_allclose(found.weights, expected, atol=SOLVED)


@every_model
def test_among_several_equals_the_best_and_the_worst_are_those_whose_judgements_of_each_other_agree(
    model: str,
) -> None:
    found = best_worst([1, 1, 2, 4], [4, 4, 2, 1], model=model)
    np.testing.assert_allclose(found.weights, np.array([4, 4, 2, 1]) / 11, atol=SOLVED)
    assert (found.best, found.worst) == (0, 3)
    # Only the second of the two is as far from the worst as the worst is said to be from the best.
    assert best_worst([1, 1, 4], [3, 4, 1], model=model).best == 1


@every_model
def test_where_all_are_equal_all_weigh_the_same(model: str) -> None:
    found = best_worst([1, 1, 1], [1, 1, 1], model=model)
    np.testing.assert_allclose(found.weights, np.full(3, 1 / 3), atol=SOLVED)
    assert found.consistency_ratio == pytest.approx(0.0, abs=SOLVED)
    assert found.input_consistency_ratio == 0.0
