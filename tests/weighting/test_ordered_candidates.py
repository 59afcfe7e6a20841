"""Weights from an order of candidates: against areas by hand, plain rejection, and a linear program written another way."""

from __future__ import annotations

import tracemalloc
from itertools import combinations, pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from criteria.errors import WeightsError
from criteria.weighting import ordered_candidates
from criteria.weighting.ordered_candidates import contradiction

LAW = settings(max_examples=60, deadline=None, derandomize=True, database=None)
NAN = np.nan
SAMPLING = 0.015  # three standard errors of a share of 10,000 draws


def test_two_criteria_are_read_off_a_line() -> None:
    # a = w, b = 1 - w: a before b holds from w = 1/2 to 1; their middle is 3/4. c = 0.7 everywhere: first for w < 0.7.
    found = ordered_candidates([[1, 0], [0, 1], [0.7, 0.7]], [1, 2, NAN])
    assert found.weights == pytest.approx([0.75, 0.25], abs=0.005)
    assert found.firsts == pytest.approx([0.6, 0.0, 0.4], abs=SAMPLING)
    assert found.ahead[0, 1] == 1
    assert found.ahead[0, 2] == pytest.approx(0.6, abs=SAMPLING)
    # b is behind c wherever a is ahead of b: only a against c is open.
    assert found.next_pair == (0, 2)


def test_an_order_of_unit_vectors_gives_the_rank_order_centroid() -> None:
    # Candidate i is worth w_i: the order of candidates is that of the weights, whose centre is known (Barron & Barrett 1996).
    found = ordered_candidates(np.eye(3), [1, 2, 3])
    assert found.weights == pytest.approx(np.array([11, 5, 2]) / 18, abs=0.005)
    assert found.firsts.tolist() == [1, 0, 0]
    assert found.next_pair is None


@pytest.mark.parametrize("seed", range(4))
def test_the_figures_are_those_of_plain_rejection(seed: int) -> None:
    random = np.random.default_rng(seed)
    values = random.random((6, 4))
    liked = random.dirichlet(np.ones(4))
    known = random.permutation(6)[:4]
    places = np.full(6, NAN)
    places[known] = np.argsort(np.argsort(-(values[known] @ liked))) + 1
    whole = np.random.default_rng(seed + 100).dirichlet(np.ones(4), 400_000)
    scores = whole @ values.T
    in_order = sorted(known, key=lambda i: places[i])
    fit = np.all([scores[:, a] >= scores[:, b] for a, b in pairwise(in_order)], axis=0)
    assert fit.sum() > 2_000, "too few to compare with"
    found = ordered_candidates(values, places)
    shares = np.bincount(scores[fit].argmax(axis=1), minlength=6) / fit.sum()
    assert found.firsts == pytest.approx(shares, abs=0.03)
    assert found.weights == pytest.approx(whole[fit].mean(axis=0), abs=0.012)
    told = scores[fit]
    for i, j in combinations(range(6), 2):
        if i not in known and j not in known:
            assert np.isnan(found.ahead[i, j])
            continue
        assert found.ahead[i, j] == pytest.approx(np.mean(told[:, i] > told[:, j]), abs=0.03)
    if found.next_pair is not None:
        i, j = found.next_pair
        assert 0.5 <= found.ahead[i, j] <= 0.95
        assert not np.isnan(places[[i, j]]).all()


@LAW
@given(st.integers(0, 10**6), st.integers(3, 5), st.integers(2, 5))
def test_weights_give_the_order_or_a_contradiction_is_named_that_holds(seed: int, m: int, n: int) -> None:
    random = np.random.default_rng(seed)
    values = random.integers(0, 6, (m, n)) / 5
    places = random.permutation(m) + 1.0
    pairs = contradiction(values, places)
    possible = widest(values, [(i, j) for i in range(m) for j in range(m) if places[i] < places[j]]) > 1e-9
    assert (pairs == ()) == possible
    if possible:
        scores = values @ ordered_candidates(values, places, draws=500).weights
        assert list(np.argsort(places)) == list(np.argsort(-scores, kind="stable"))
        return
    assert all(places[i] < places[j] for i, j in pairs)
    assert widest(values, pairs) <= 1e-9
    for left_out in pairs:  # none of them can be left out
        rest = [pair for pair in pairs if pair != left_out]
        assert not rest or widest(values, rest) > 1e-9
    with pytest.raises(WeightsError, match=r"^No weights give this order: "):
        ordered_candidates(values, places)


def widest(values: np.ndarray, pairs: object) -> float:
    """Return the widest margin by which weights keep all pairs, as a linear program in the dual: the least of the largest mean difference."""
    rows = np.array([values[i] - values[j] for i, j in pairs])  # type: ignore[attr-defined]
    k, n = rows.shape
    # Minimize t over mixtures λ of the pairs with (λ · rows)_j <= t for all j: the value of the game is the margin.
    found = linprog(
        np.append(np.zeros(k), 1.0),
        A_ub=np.column_stack([rows.T, -np.ones(n)]),
        b_ub=np.zeros(n),
        A_eq=[[*np.ones(k), 0.0]],
        b_eq=[1.0],
        bounds=[(0, None)] * k + [(None, None)],
    )
    return float(found.fun)


def test_a_contradiction_names_the_pairs() -> None:
    names = ["A", "B", "F"]
    with pytest.raises(WeightsError) as dominated:
        ordered_candidates([[0.2, 0.3], [0.5, 0.1], [0.2, 0.4]], [1, 2, 3], names=names)
    assert str(dominated.value) == (
        "No weights give this order: F is rated at least as high as A on every criterion, and is placed after it."
    )
    # a before b needs w > 1/2, c before d needs w < 1/4.
    with pytest.raises(WeightsError) as two:
        ordered_candidates([[1, 0], [0, 1], [0, 1 / 4], [3 / 4, 0]], [1, 2, 3, 4], names=list("abcd"))
    assert str(two.value) == "No weights give this order: a before b contradicts c before d."
    # Of these three any two hold together; all three ask for w1 >= w2 >= w3 and 2 w3 >= w1 + w2, which only equal weights meet.
    with pytest.raises(WeightsError) as three:
        ordered_candidates(
            [[0.7, 0.4, 0.4], [0.4, 0.7, 0.4], [0.4, 0.4, 0.7], [0.5, 0.5, 0.5]],
            [1, 2, 3, 4],
            names=list("abcd"),
        )
    assert str(three.value) == (
        "No weights give this order: a before b contradicts these together: b before c, c before d."
    )


def test_those_in_one_place_are_not_put_in_order() -> None:
    values = [[1.0, 0.0], [0.0, 1.0], [0.1, 0.1]]
    together = ordered_candidates(values, [1, 1, 2])
    assert together.weights == pytest.approx([0.5, 0.5], abs=0.01)
    assert together.next_pair in ((0, 1), (1, 0))


@pytest.mark.parametrize(
    ("values", "places"),
    [
        ([[1, 0], [0, 1]], [1, 1]),
        ([[1, 0], [0, 1]], [1, NAN]),
        ([[1, NAN], [0, 1]], [1, 2]),
        ([[1, 0]], [1, 2]),
    ],
)
def test_what_is_no_order_is_refused(values: object, places: object) -> None:
    with pytest.raises(WeightsError):
        ordered_candidates(values, places)  # type: ignore[arg-type]


def test_equal_answers_have_equal_figures_and_many_criteria_are_drawn_too() -> None:
    random = np.random.default_rng(8)
    values = random.random((16, 17))
    places = np.full(16, NAN)
    places[:7] = np.argsort(np.argsort(-(values[:7] @ random.dirichlet(np.ones(17) * 4)))) + 1
    found = ordered_candidates(values, places)
    scores = values @ found.weights
    assert np.all(np.diff(scores[np.argsort(places)[:7]]) < 0)
    assert found.firsts.sum() == pytest.approx(1)
    ordered_candidates.__globals__["_drawn_before"].cache_clear()
    assert ordered_candidates(values, places).weights.tolist() == found.weights.tolist()


@pytest.mark.slow
def test_a_thousand_candidates_take_little_memory() -> None:
    values = np.random.default_rng(3).random((1_000, 12))
    order = np.argsort(-(values @ np.arange(1, 13.0)))[:7]
    places = np.full(1_000, NAN)
    places[order] = np.arange(1, 8)
    tracemalloc.start()
    found = ordered_candidates(values, places)
    _now, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 150e6
    assert found.firsts.sum() == pytest.approx(1)
    assert np.isnan(found.ahead).sum() == 993**2
    known = np.ix_(order, np.arange(1_000))
    assert found.ahead[known] + found.ahead.T[known] == pytest.approx(1)
    assert found.next_pair is not None
    assert set(found.next_pair) & set(order.tolist())


def test_a_contradiction_among_a_thousand_places_is_a_few_pairs_that_need_each_other() -> None:
    random = np.random.default_rng(4)
    values = random.random((1_000, 5))
    places = np.empty(1_000)
    places[np.argsort(-(values @ random.dirichlet(np.ones(5))))] = np.arange(1_000)
    assert contradiction(values, places) == ()
    order = np.argsort(places)
    places[order[100]], places[order[700]] = places[order[700]], places[order[100]]
    against = contradiction(values, places)
    assert 1 <= len(against) <= 6
    assert all(places[i] < places[j] for i, j in against)
