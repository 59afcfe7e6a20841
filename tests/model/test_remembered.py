"""What is remembered goes with its problem, and holds none alive."""

from __future__ import annotations

import gc
import weakref

from by_hand import PROBLEM

from criteria.model.problem import Problem
from criteria.model.remembered import MOST, remembered


def test_equal_problems_and_arguments_are_computed_once() -> None:
    asked: list[tuple[str, int]] = []

    @remembered
    def told(problem: Problem, number: int, *, word: str = "") -> str:
        asked.append((problem.title, number))
        return f"{problem.title} {number} {word}"

    again = PROBLEM.with_title("Another").with_title(PROBLEM.title)
    assert told(PROBLEM, 1) == told(again, 1) == f"{PROBLEM.title} 1 "
    assert told(PROBLEM, 1, word="a") != told(PROBLEM, 1, word="b")
    assert (
        told(PROBLEM.with_title("Another"), 1) == "Another 1 "
    )  # of the same fingerprint, yet another problem
    assert asked == [(PROBLEM.title, 1)] * 3 + [("Another", 1)]


def test_a_problem_that_nobody_holds_is_gone_with_all_that_was_found() -> None:
    @remembered
    def of(problem: Problem) -> frozenset[str]:
        return frozenset({problem.title})

    passing = PROBLEM.with_title("Passing")
    result, problem = weakref.ref(of(passing)), weakref.ref(passing)
    assert result() is not None
    del passing
    gc.collect()
    assert problem() is None
    assert result() is None


def test_of_one_problem_only_so_many_results_are_kept() -> None:
    asked: list[int] = []

    @remembered
    def of(problem: Problem, number: int) -> int:
        asked.append(number)
        return number

    for number in [*range(MOST + 1), MOST, 0]:
        of(PROBLEM, number)
    assert asked == [*range(MOST + 1), 0]
