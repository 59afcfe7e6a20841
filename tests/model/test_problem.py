"""A problem holds together, and has one hash and one fingerprint however it is given."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

import numpy as np
import pytest

from criteria.errors import ProblemError
from criteria.model.criterion import Criterion, Scale
from criteria.model.evidence import Performance
from criteria.model.gates import Gate
from criteria.model.problem import Alternative, Problem, Profile


def test_problems_that_are_equal_have_one_hash_and_fingerprint(case: Problem) -> None:
    again = dataclasses.replace(case)
    assert again is not case
    assert again == case
    assert (hash(again), again.fingerprint) == (hash(case), case.fingerprint)
    assert len({again, case}) == 1


@pytest.mark.parametrize(("one", "other"), [(0.0, -0.0), (1, 1.0), (np.float64(1.0), 1.0)])
def test_the_same_number_in_another_dress_makes_the_same_problem(
    make_flat: Callable[..., Problem], one: float, other: float
) -> None:
    first, second = make_flat([[one, 5.0], [3.0, 4.0]]), make_flat([[other, 5.0], [3.0, 4.0]])
    assert first == second
    assert hash(first) == hash(second)
    assert first.fingerprint == second.fingerprint


@pytest.mark.parametrize(
    "change",
    [
        lambda p: {"performances": p.performances.with_cells({(0, 0): Performance(likely=9.0)})},
        lambda p: {"alternatives": (Alternative("z", "A0"), *p.alternatives[1:])},
        lambda p: {"criteria": (dataclasses.replace(p.criteria[0], maximize=False), *p.criteria[1:])},
        lambda p: {"gates": (Gate("g", True, ">=", "c0", 1.0),)},
        lambda p: {"profiles": (Profile("p", "P", (("c0", 1.0),)),)},
        lambda p: {"default_method": "wsm"},
    ],
    ids=["performance", "candidate", "direction", "gate", "profile", "method"],
)
def test_the_fingerprint_follows_what_figures_depend_on(
    make_flat: Callable[..., Problem], change: Callable[[Problem], dict[str, object]]
) -> None:
    problem = make_flat([[1.0, 2.0], [3.0, 4.0]])
    other = dataclasses.replace(problem, **change(problem))
    assert other != problem
    assert other.fingerprint != problem.fingerprint


def test_the_fingerprint_does_not_follow_names(make_flat: Callable[..., Problem]) -> None:
    problem = make_flat([[1.0, 2.0], [3.0, 4.0]])
    renamed = dataclasses.replace(
        problem, title="Other", alternatives=(Alternative("a0", "Other"), *problem.alternatives[1:])
    )
    assert renamed != problem
    assert renamed.fingerprint == problem.fingerprint


def test_lists_given_to_a_problem_cannot_be_changed_afterwards() -> None:
    cells = [[Performance(likely=1.0)]]
    problem = Problem("p", "P", [Criterion("x", "X")], [Alternative("a", "A")], cells)  # type: ignore[arg-type]
    cells[0][0] = Performance(likely=7.0)
    assert problem.performance("a", "x").likely == 1.0
    assert isinstance(problem.criteria, tuple)
    assert all(isinstance(row, tuple) for row in problem.performances)


def problem_of(
    criteria_: tuple[Criterion, ...], alternatives: tuple[Alternative, ...], **more: object
) -> Problem:
    cells = tuple(
        tuple(Performance(likely=1.0) for c in criteria_ if c.id not in {d.parent for d in criteria_})
        for _ in alternatives
    )
    return Problem("p", "P", criteria_, alternatives, cells, **more)  # type: ignore[arg-type]


A, X = (Alternative("a", "A"),), (Criterion("x", "X"),)
UNSOUND: dict[str, tuple[Callable[[], object], str]] = {
    "no criteria": (lambda: problem_of((), A), "no criteria"),
    "no candidates": (lambda: problem_of(X, ()), "no candidates"),
    "criterion twice": (lambda: problem_of((*X, Criterion("X", "other")), A), "two of the criterion 'X'"),
    "candidate twice": (lambda: problem_of(X, (*A, Alternative("b", "a"))), "two of the candidate 'a'"),
    "unknown parent": (lambda: problem_of((Criterion("x", "X", "up"),), A), "parent 'up', which is not a criterion"),
    "circle": (
        lambda: problem_of((*X, Criterion("p", "P", "q"), Criterion("q", "Q", "p")), A),
        "circle",
    ),
    "own parent": (lambda: problem_of((*X, Criterion("p", "P", "p")), A), "circle"),
    "circle with a leaf": (lambda: problem_of((Criterion("p", "P", "q"), Criterion("q", "Q", "p"), Criterion("r", "R", "q")), A), "circle"),
    "gate on nothing": (lambda: problem_of(X, A, gates=(Gate("g", True, ">=", "y", 1),)), "Gate 'g' asks about 'y'"),
    "profile of nothing": (lambda: problem_of(X, A, profiles=(Profile("p", "P", (("y", 1.0),)),)), "weighs 'y'"),
    "default profile": (lambda: problem_of(X, A, default_profile="q"), "no profile 'q'"),
    "cells": (lambda: Problem("p", "P", X, A, ((Performance(), Performance()),)), "one cell for each of 1 candidates and 1 criteria"),
    "nothing known": (lambda: Problem("p", "P", X, A, ((Performance(),),)), "Nothing is known under 'X'"),
    "beyond the scale": (
        lambda: Problem("p", "P", (Criterion("x", "X", scale=Scale(0, 10)),), A, ((Performance(5, 9, 12),),)),
        "12 lies beyond the scale from 0 to 10",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("make", "words"), UNSOUND.values(), ids=UNSOUND)
def test_a_problem_that_does_not_hold_together_is_refused(make: Callable[[], object], words: str) -> None:
    with pytest.raises(ProblemError) as caught:
        make()
    assert words in str(caught.value)
