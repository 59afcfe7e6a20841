"""The parts of a score: they add up for every method, and they are what Shapley's conditions say."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import permutations
from math import factorial

import numpy as np
import pytest

import criteria
from criteria.model.evaluation import Evaluation
from criteria.model.importance import leaf_weights
from criteria.model.problem import Problem
from criteria.ranking.catalogue import METHODS
from criteria.ranking.contributions import (
    _circle,
    _circles,
    contributions,
    contributions_along,
    too_many_to_split,
)

BUNDLED = ("automotive-cloud", "fighter-aircraft", "telematics-suppliers")
SPLITTING = [key for key, row in criteria.METHODS.items() if row.splits]
# Not defined where only some of the criteria count, or where few candidates leave the ladder without rungs.
UNDEFINED = {
    ("fighter-aircraft", "simplified_probid"),
    ("telematics-suppliers", "simplified_probid"),
    ("fighter-aircraft", "cocoso"),
}


@pytest.mark.parametrize("name", BUNDLED)
@pytest.mark.parametrize("method", criteria.METHODS)
def test_contributions_add_up_to_the_score(
    evaluated: Callable[[str, str], Evaluation], name: str, method: str
) -> None:
    evaluation = evaluated(name, method)
    if not criteria.METHODS[method].splits or (name, method) in UNDEFINED:
        assert evaluation.contributions is None
        return
    assert evaluation.contributions is not None
    assert evaluation.contributions.shape == (len(evaluation.ranked), len(evaluation.groups))
    assert evaluation.contributions.sum(axis=1) == pytest.approx(evaluation.scores, abs=1e-9)


@pytest.mark.parametrize("profile", ["ip-legal", "finance-procurement"])
@pytest.mark.parametrize("method", ["topsis", "vikor", "wpm", "edas", "promethee_ii", "mabac"])
def test_they_add_up_under_every_profile(case: Problem, profile: str, method: str) -> None:
    evaluation = criteria.evaluate(case, case.base_scenario(profile).with_method(method), methods=())
    assert evaluation.contributions is not None
    assert evaluation.contributions.sum(axis=1) == pytest.approx(evaluation.scores, abs=1e-9)


def test_contributions_to_the_weighted_sum_are_the_weighted_positions_on_the_scale(case: Problem) -> None:
    scenario = case.base_scenario("cto-connected").with_method("wsm")
    evaluation = criteria.evaluate(case, scenario, methods=())
    weights = leaf_weights(case, scenario)
    assert evaluation.normalization == "scale"
    for i, row in enumerate(evaluation.ranked):
        expected = dict.fromkeys((g.id for g in case.groups), 0.0)
        for j, leaf in enumerate(case.leaves):
            value, scale = case.performances[row][j].likely, leaf.scale
            assert value is not None
            assert scale is not None
            share = (value - scale.low) / (scale.high - scale.low)
            expected[case.group_of(leaf.id).id] += weights[j] * (share if leaf.maximize else 1 - share)
        assert evaluation.contributions[i] == pytest.approx(list(expected.values()), abs=1e-12)
        assert evaluation.scores[i] == pytest.approx(sum(expected.values()), abs=1e-12)


def test_contributions_to_topsis_are_the_shapley_values_over_all_orders(case: Problem) -> None:
    scenario = case.base_scenario()
    evaluation = criteria.evaluate(case, scenario, methods=())
    weights = leaf_weights(case, scenario)
    flags = [leaf.maximize for leaf in case.leaves]
    groups = [g.id for g in case.groups]
    member = np.array([groups.index(case.group_of(leaf.id).id) for leaf in case.leaves])
    known: dict[frozenset[int], np.ndarray] = {frozenset(): np.zeros(len(evaluation.ranked))}

    def closeness(coalition: frozenset[int]) -> np.ndarray:
        if coalition not in known:
            kept = weights * np.isin(member, list(coalition))
            known[coalition] = criteria.score("topsis", evaluation.performances, kept, flags).values
        return known[coalition]

    expected = np.zeros((len(evaluation.ranked), len(groups)))
    orders = list(permutations(range(len(groups))))
    for order in orders:
        for place, g in enumerate(order):
            expected[:, g] += closeness(frozenset(order[: place + 1])) - closeness(frozenset(order[:place]))
    assert evaluation.contributions == pytest.approx(expected / len(orders), abs=1e-12)


@pytest.mark.parametrize("method", SPLITTING)
def test_a_group_without_importance_contributes_nothing(case: Problem, method: str) -> None:
    scenario = case.base_scenario().with_method(method).with_importance("commercial", 0)
    evaluation = criteria.evaluate(case, scenario, methods=())
    assert evaluation.contributions is not None
    place = [g.id for g in evaluation.groups].index("commercial")
    assert evaluation.contributions[:, place] == pytest.approx(0, abs=1e-12)
    assert evaluation.contributions.sum(axis=1) == pytest.approx(evaluation.scores, abs=1e-9)


@pytest.mark.parametrize("method", SPLITTING)
def test_with_no_group_counting_nothing_contributes(method: str) -> None:
    performances = np.array([[1.0, 2.0], [2.0, 1.0]])
    found = contributions(METHODS[method], performances, np.zeros(2), np.ones(2, dtype=bool), np.arange(2), 2)
    assert found is not None
    assert found.parts.tolist() == [[0.0, 0.0], [0.0, 0.0]]


@pytest.mark.parametrize("method", ["topsis", "vikor", "wpm", "edas", "aras", "wsm", "promethee_ii", "ram"])
def test_groups_that_are_alike_contribute_alike(make_flat: Callable[..., Problem], method: str) -> None:
    problem = make_flat([[1.0, 4.0, 1.0], [2.0, 1.0, 2.0], [5.0, 3.0, 5.0], [4.0, 4.0, 4.0]])
    parts = criteria.evaluate(problem, problem.base_scenario().with_method(method), methods=()).contributions
    assert parts is not None
    assert parts[:, 0] == pytest.approx(parts[:, 2], abs=1e-12)


@pytest.mark.parametrize("method", ["topsis", "vikor", "wpm"])
def test_beyond_twelve_groups_the_sampled_parts_still_add_up_and_are_the_same_each_time(
    make_flat: Callable[..., Problem], method: str
) -> None:
    values = np.random.default_rng(3).uniform(1, 9, (5, 14)).tolist()
    problem = make_flat(values)
    runs = [
        criteria.evaluate(problem, problem.base_scenario().with_method(method), methods=()) for _ in range(2)
    ]
    assert runs[0].contributions is not None
    assert runs[0].contributions.shape == (5, 14)
    assert runs[0].contributions.sum(axis=1) == pytest.approx(runs[0].scores, abs=1e-9)
    assert np.array_equal(runs[0].contributions, runs[1].contributions)


def test_sampled_parts_lie_near_the_exact_ones(
    make_flat: Callable[..., Problem], monkeypatch: pytest.MonkeyPatch
) -> None:
    from criteria.ranking import contributions as module

    values = np.random.default_rng(5).uniform(1, 9, (4, 6)).tolist()
    problem = make_flat(values)
    exact = criteria.evaluate(problem, problem.base_scenario(), methods=()).contributions
    monkeypatch.setattr(module, "EXACT_GROUPS", 3)
    sampled = criteria.evaluate(problem, problem.base_scenario(), methods=()).contributions
    assert not np.array_equal(exact, sampled)
    assert sampled == pytest.approx(exact, abs=0.12)


def test_sampled_parts_are_the_same_however_many_orders_memory_allows_at_once(
    make_flat: Callable[..., Problem], monkeypatch: pytest.MonkeyPatch
) -> None:
    from criteria.ranking import contributions as module

    monkeypatch.setattr(module, "EXACT_GROUPS", 3)
    problem = make_flat(np.random.default_rng(3).uniform(1, 9, (5, 6)).tolist())
    whole = criteria.evaluate(problem, problem.base_scenario(), methods=()).contributions
    for room in (1, 5 * 7 * 2 * 3):
        monkeypatch.setattr(module, "_AT_ONCE", room)
        parts = criteria.evaluate(problem, problem.base_scenario(), methods=()).contributions
        assert parts == pytest.approx(whole, abs=1e-12)


def test_up_to_twelve_criteria_the_parts_are_exact(make_flat: Callable[..., Problem]) -> None:
    # One unit more of the second and less of the first of two alike: over all 2^10 sets, by the definition.
    values = np.random.default_rng(8).uniform(1, 9, (3, 10)).tolist()
    evaluation = criteria.evaluate(
        make_flat(values), make_flat(values).base_scenario().with_method("topsis"), methods=()
    )
    assert evaluation.contribution_error == 0
    matrix = np.array(evaluation.performances)
    subsets = np.array([[bit == "1" for bit in f"{k:010b}"] for k in range(1024)])
    scores = np.zeros((1024, 3))
    flags = [leaf.maximize for leaf in evaluation.problem.leaves]
    scores[1:] = criteria.score(
        "topsis", matrix, evaluation.weights * subsets[1:], flags, normalization=evaluation.normalization
    ).values
    number, size = subsets @ (2 ** np.arange(10)[::-1]), subsets.sum(axis=1)
    assert np.array_equal(number, np.arange(1024))
    for g in range(10):
        without = np.flatnonzero(~subsets[:, g])
        share = np.array([factorial(int(k)) * factorial(9 - int(k)) / factorial(10) for k in size[without]])
        expected = share @ (scores[without + 2 ** (9 - g)] - scores[without])
        assert evaluation.contributions is not None
        assert evaluation.contributions[:, g] == pytest.approx(expected, abs=1e-12)


@pytest.mark.parametrize("most", [8_000_000, 300])  # whole circles, and circles begun at a few places
def test_sampled_parts_are_equal_for_equal_criteria_and_off_by_no_more_than_said(
    make_flat: Callable[..., Problem], monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    from criteria.ranking import contributions as module

    monkeypatch.setattr(module, "_MOST_SCORES", most)
    within = []
    for seed in range(12):
        values = np.random.default_rng(seed).uniform(1, 9, (4, 9))
        values[:, 8] = values[:, 0]
        problem = make_flat(values.tolist())
        monkeypatch.setattr(module, "EXACT_GROUPS", 12)
        exact = criteria.evaluate(problem, problem.base_scenario().with_method("topsis"), methods=())
        monkeypatch.setattr(module, "EXACT_GROUPS", 3)
        sampled = criteria.evaluate(problem, problem.base_scenario().with_method("topsis"), methods=())
        assert exact.contributions is not None
        assert sampled.contributions is not None
        assert sampled.contributions[:, 0].tolist() == sampled.contributions[:, 8].tolist()
        assert sampled.contribution_error > 0
        within += (
            (np.abs(sampled.contributions - exact.contributions) <= sampled.contribution_error)
            .ravel()
            .tolist()
        )
    assert np.mean(within) >= 0.95


def test_of_very_many_candidates_fewer_orders_are_drawn() -> None:
    assert _circles(20, 20) == (32, 20)
    assert _circles(200, 30) == (8, 30)
    assert _circles(1_000, 40) == (4, 40)
    assert _circles(2_000, 40) == (4, 12)
    assert _circles(10_000, 100) == (4, 2)
    assert _circles(100_000, 100) == (4, 2)


@pytest.mark.parametrize(("groups", "begun"), [(5, 5), (7, 2), (6, 3)])
def test_a_circle_gives_what_the_orders_round_it_give(groups: int, begun: int) -> None:
    worth = dict(enumerate(np.random.default_rng(groups).uniform(1, 9, 2**groups)))
    worth[0] = 0.0
    expected = np.zeros(groups)
    starts = sorted({k * groups // begun for k in range(begun)})
    orders = [[(s + way * k - (way < 0)) % groups for k in range(groups)] for s in starts for way in (1, -1)]
    for order in orders:
        so_far = 0
        for group in order:
            expected[group] += worth[so_far | 1 << group] - worth[so_far]
            so_far |= 1 << group
    counting, given = _circle(groups, begun)
    values = np.array([worth[int(row @ (1 << np.arange(groups)))] for row in counting])
    assert given @ values == pytest.approx(expected / len(orders), abs=1e-12)
    assert len(np.unique(counting, axis=0)) == len(counting)
    assert len(counting) <= groups * (groups - 1) + 1
    assert not counting.flags.writeable  # they are kept for the next move
    assert not given.flags.writeable


@pytest.mark.parametrize(("most", "calls"), [(4_000_000, (20, 30)), (0, (1, 8))])
def test_performances_too_large_to_be_kept_are_scaled_few_times(
    monkeypatch: pytest.MonkeyPatch, most: int, calls: tuple[int, int]
) -> None:
    from criteria.ranking import contributions as module

    monkeypatch.setattr(module, "MOST_OF_ONE", most)
    row = criteria.METHODS["topsis"]
    seen = []

    def kernel(performances: np.ndarray, weights: np.ndarray, *given: object, **named: object) -> np.ndarray:
        seen.append(len(weights))
        return row.kernel(performances, weights, *given, **named)

    values = np.random.default_rng(2).uniform(1, 9, (1_000, 14))
    weights, flags = np.full(14, 1 / 14), np.ones(14, dtype=np.bool_)
    watched = replace(row, kernel=kernel)
    found = module.contributions(watched, values, weights, flags, np.arange(14), 14, normalization="vector")
    assert found is not None
    assert calls[0] <= len(seen) <= calls[1], len(seen)


@pytest.mark.parametrize(
    ("alternatives", "groups", "split"),
    [(1_000, 5, True), (100, 17, True), (200, 17, False), (1_000, 10, False)],
)
def test_a_method_of_pairs_is_not_split_where_a_move_would_wait_for_it(
    alternatives: int, groups: int, split: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    called = []

    def kernel(
        performances: np.ndarray, weights: np.ndarray, _maximized: object, **_settings: object
    ) -> np.ndarray:
        called.append(len(weights))
        return np.broadcast_to(performances[:, 0], (*weights.shape[:-1], len(performances)))

    row = replace(METHODS["codas"], kernel=kernel)
    table = np.random.default_rng(3).uniform(1, 9, (alternatives, groups))
    asked = (table, np.full(groups, 1 / groups), np.ones(groups, dtype=np.bool_), np.arange(groups), groups)
    assert too_many_to_split(row, alternatives, groups) is not split
    assert (contributions(row, *asked) is not None) == bool(called) == split
    if not split:
        many = (table, np.full((2, groups), 1 / groups), *asked[2:])
        assert contributions_along(row, *many) is None
        assert not called
    assert not too_many_to_split(METHODS["topsis"], alternatives, groups)
