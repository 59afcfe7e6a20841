"""What is kept for everybody: bounded by bytes, told apart by problem, scenario and language, computed once at a time."""

from __future__ import annotations

import gettext
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from threading import Barrier, Event

import numpy as np
import pytest

from criteria.errors import CriteriaError
from criteria.model.problem import Problem
from criteria.ranking.evaluate import evaluate
from criteria.translation import in_language
from criteria.ui import compute
from criteria.ui.cache import Cache, made_of, size_of


def never() -> object:
    raise AssertionError("computed again")


def test_what_was_computed_is_handed_out_again(case: Problem) -> None:
    cache = Cache(10_000_000)
    first = cache.value(case, "one", lambda: [1])
    assert cache.value(case, "one", never) is first
    assert cache.value(case, "two", lambda: [2]) == [2]
    assert cache.value(case.with_title("Another"), "one", lambda: [3]) == [3]


def test_what_is_kept_can_be_looked_at_without_computing(case: Problem) -> None:
    cache = Cache(10_000_000)
    assert cache.kept(case, "one") is None
    first = cache.value(case, "one", lambda: [1])
    assert cache.kept(case, "one") is first
    assert cache.kept(case.with_title("Another"), "one") is None


def test_two_hundred_scenarios_stay_within_the_bytes(case: Problem) -> None:
    base, leaf = case.base_scenario(), case.leaves[0].id
    one = size_of(evaluate(case, base, methods=()), but=made_of(case))
    limit = size_of(case) + 20 * one
    cache = Cache(limit)
    kept = []
    for points in range(200):
        scenario = base.with_importance(leaf, points + 0.5)
        cache.value(case, scenario, lambda s=scenario: evaluate(case, s, methods=()))
        assert cache.size <= limit
        kept.append(len(cache))
    assert 5 < kept[-1] < 40
    assert max(kept[50:]) - min(kept[50:]) <= 3  # it neither grows nor empties
    cache.value(case, scenario, never)  # the last one is there
    assert cache.value(case, base.with_importance(leaf, 0.5), lambda: "again") == "again"  # the first is not


def test_used_ones_stay_longer(case: Problem) -> None:
    size = size_of(np.zeros(1000)) + 2000
    cache = Cache(size_of(case) + 3 * size)
    for name in ("a", "b"):
        cache.value(case, name, lambda: np.zeros(1000))
    for name in ("c", "d", "e"):
        cache.value(case, "a", never)
        cache.value(case, name, lambda: np.zeros(1000))
    cache.value(case, "a", never)


def test_what_is_larger_than_all_of_it_is_handed_over_and_not_kept(case: Problem) -> None:
    cache = Cache(size_of(case) + 1_000)
    assert cache.value(case, "x", lambda: np.zeros(1_000)).shape == (1_000,)
    assert (len(cache), cache.size) == (0, 0)


def test_the_problems_count_and_go_with_their_last_value(case: Problem, suppliers: Problem) -> None:
    cache = Cache(size_of(case) + size_of(suppliers) + 10_000)
    cache.value(case, "x", lambda: 1)
    with_one = cache.size
    cache.value(suppliers, "x", lambda: 1)
    assert cache.size > with_one + size_of(suppliers) > size_of(case) + size_of(suppliers)
    cache.limit = size_of(suppliers) + 5_000
    cache.value(suppliers, "y", lambda: 2)
    assert cache.size <= cache.limit
    cache.clear()
    assert cache.size == len(cache) == 0


def test_equal_computations_at_the_same_time_are_done_once(case: Problem) -> None:
    cache, begun, count = Cache(10_000_000), Event(), []

    def slow() -> object:
        count.append(1)
        begun.wait(5)
        return object()

    with ThreadPoolExecutor(8) as pool:
        asked = [pool.submit(cache.value, case, "x", slow) for _ in range(8)]
        begun.set()
        assert len({id(one.result(10)) for one in asked}) == 1
    assert count == [1]


def test_a_failure_is_nobody_elses(case: Problem) -> None:
    cache, both = Cache(10_000_000), Barrier(2, timeout=5)
    turns = [CriteriaError("no"), 7]

    def once() -> object:
        turn = turns.pop(0)
        if isinstance(turn, Exception):
            both.wait()
            raise turn
        return turn

    with ThreadPoolExecutor(2) as pool:
        first = pool.submit(cache.value, case, "x", once)
        second = pool.submit(lambda: (both.wait(), cache.value(case, "x", once))[1])
        with pytest.raises(CriteriaError):
            first.result(10)
        assert second.result(10) == 7
    assert cache.value(case, "x", never) == 7


def test_readers_of_two_languages_do_not_share(case: Problem) -> None:
    cache = Cache(10_000_000)
    cache.value(case, "x", lambda: "in English")
    with in_language(gettext.NullTranslations()):
        assert cache.value(case, "x", lambda: "in another") == "in another"


def test_sizes_count_arrays_with_what_they_are_views_of_and_each_thing_once() -> None:
    @dataclass(frozen=True)
    class Holds:
        one: object
        other: object

    array = np.zeros(10_000)
    assert 80_000 < size_of(array) < 81_000
    assert 80_000 < size_of(Holds(array[:5], array)) < 81_000
    assert 160_000 < size_of({"a": array, "b": (array.copy(),)}) < 161_000


def test_the_pages_share_one(case: Problem) -> None:
    scenario = case.base_scenario()
    assert compute.evaluated(case, scenario) is compute.evaluated(case, scenario)
    assert compute.robust(case, scenario) is compute.robust(case, scenario)


def test_what_sees_to_its_own_sharing_makes_nobody_wait_and_is_kept_once(case: Problem) -> None:
    cache = Cache(10_000_000)
    together = Barrier(2, timeout=10)

    def computed() -> str:
        together.wait()
        return "x" * 1_000

    with ThreadPoolExecutor(2) as pool:
        asked = [pool.submit(lambda: cache.value(case, "x", computed, alone=True)) for _turn in range(2)]
        assert {each.result(10) for each in asked} == {"x" * 1_000}
    size = cache.size
    assert cache.value(case, "x", never, alone=True) == "x" * 1_000
    other = Cache(10_000_000)
    other.value(case, "x", lambda: "x" * 1_000)
    assert other.size == size
