"""Values are frozen to the bottom, hashable, checked at construction; equal ones are equal everywhere."""

from __future__ import annotations

import dataclasses
import pickle
from collections.abc import Callable

import numpy as np
import pytest

import criteria
from criteria.errors import CriteriaError, ProblemError, ScenarioError, WeightsError
from criteria.model.criterion import Criterion, Scale, Thresholds
from criteria.model.evidence import Performance, Source
from criteria.model.gates import Gate, GateStatus
from criteria.model.importance import leaf_weights
from criteria.model.problem import Alternative, Problem, Profile
from criteria.model.scenario import ChangedCell, Scenario

VALUES = {
    "criterion": lambda: Criterion(
        "x", "X", scale=Scale(0, 10, ((0, "none"),)), thresholds=Thresholds(1, 2, 3)
    ),
    "alternative": lambda: Alternative("a", "A", attributes=(("country", "JP"),)),
    "performance": lambda: Performance(1, 2, 3, "A", "why", "source"),
    "gate": lambda: Gate("g", True, ">=", "x", 4),
    "profile": lambda: Profile("p", "P", (("x", 1.0),)),
    "source": lambda: Source("s", "Title"),
    "changed cell": lambda: ChangedCell("a", "x", 1, 2, 3),
    "scenario": lambda: Scenario(
        "p", "", "topsis", (("x", 1.0),), waived=("g",), changed=(ChangedCell("a", "x", 1, 2, 3),)
    ),
}


@pytest.mark.parametrize("make", VALUES.values(), ids=VALUES)
def test_a_value_is_frozen_hashable_and_equal_to_its_like(make: Callable[[], object]) -> None:
    value = make()
    assert value == make()
    assert hash(value) == hash(make())
    for field in dataclasses.fields(value):  # type: ignore[arg-type]
        with pytest.raises(dataclasses.FrozenInstanceError):
            setattr(value, field.name, None)
        hash(getattr(value, field.name))


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


def test_lists_given_to_a_scenario_leave_it_hashable() -> None:
    scenario = Scenario("p", "", "topsis", [("x", 1.0)])  # type: ignore[arg-type]
    assert hash(scenario) == hash(Scenario("p", "", "topsis", (("x", 1.0),)))


def test_nothing_in_an_evaluation_can_be_written_to(case: Problem) -> None:
    evaluation = criteria.evaluate(case, case.base_scenario(), methods=("wsm", "vikor"))
    arrays = {
        name: getattr(evaluation, name)
        for name in ("weights", "performances", "scores", "ranks", "contributions", "base_ranks")
    }
    arrays |= {f"details {k}": v for k, v in evaluation.details.items() if isinstance(v, np.ndarray)}
    arrays |= {f"method {k}": v for k, v in evaluation.method_ranks.items()}
    assert [name for name, array in arrays.items() if array.flags.writeable] == []
    for mapping in (
        evaluation.details,
        evaluation.method_ranks,
        evaluation.method_failures,
        evaluation.node_weights,
    ):
        with pytest.raises(TypeError):
            mapping["x"] = 1  # type: ignore[index]


def test_an_evaluation_is_hashable_and_equal_to_its_like(case: Problem) -> None:
    scenario = case.base_scenario()
    one, other = (criteria.evaluate(case, scenario, methods=()) for _ in range(2))
    assert one == other
    assert hash(one) == hash(other)
    assert one != criteria.evaluate(case, scenario.with_method("wsm"), methods=())


def test_a_blank_is_unknown_and_never_zero() -> None:
    blank = Performance()
    assert not blank.known
    assert blank.likely is None
    assert blank != Performance(likely=0.0)
    assert Performance(likely=0.0).known


def test_a_likely_value_alone_has_a_range_of_one_point() -> None:
    cell = Performance(likely=3.0)
    assert (cell.low, cell.high, cell.ranged) == (3.0, 3.0, False)
    assert Performance(2.0, 3.0, 3.0).ranged


WRONG: dict[str, tuple[Callable[[], object], str]] = {
    "low above likely": (lambda: Performance(3, 2, 4), "low 3 is above likely 2"),
    "likely above high": (lambda: Performance(1, 5, 4), "likely 5 is above high 4"),
    "range without likely": (lambda: Performance(1, None, 4), "without a likely value"),
    "nan": (lambda: Performance(likely=float("nan")), "not a finite number"),
    "infinite": (lambda: Performance(likely=float("inf")), "not a finite number"),
    "confidence": (lambda: Performance(likely=1.0, confidence="Z"), "confidence 'Z'"),
    "confidence of a blank": (lambda: Performance(confidence="Z"), "confidence 'Z'"),
    "scale upside down": (lambda: Scale(10, 0), "from 10 to 0"),
    "scale of one point": (lambda: Scale(1, 1), "from 1 to 1"),
    "endless scale": (lambda: Scale(0, float("inf")), "scale"),
    "thresholds out of order": (lambda: Thresholds(2, 1), "0 ≤ indifference"),
    "negative threshold": (lambda: Thresholds(-1), "0 ≤ indifference"),
    "id of a criterion": (lambda: Criterion("a.b", "X"), "'a.b' cannot be the identifier of a criterion"),
    "id for a formula": (lambda: Alternative("=a", "A"), "identifier of a candidate"),
    "no id": (lambda: Alternative("", "A"), "identifier of a candidate"),
    "long id": (lambda: Alternative("a" * 61, "A"), "up to 60"),
    "no name": (lambda: Criterion("x", " \u200b\n"), "A criterion has no name"),
    "gate without a number": (lambda: Gate("g", True, "==", "x"), "Gate 'g'"),
    "gate at nan": (lambda: Gate("g", True, ">=", "x", float("nan")), "Gate 'g'"),
    "gate with an unknown sign": (lambda: Gate("g", True, "!="), "Gate 'g'"),
    "negative profile": (lambda: Profile("p", "P", (("x", -1.0),)), "'x' is -1"),
    "endless profile": (lambda: Profile("p", "P", (("x", float("inf")),)), "'x' is inf"),
    "negative importance": (lambda: Scenario("p", "", "topsis", (("x", -3.0),)), "'x' is -3"),
    "importance that is nan": (lambda: Scenario("p", "", "topsis", (("x", float("nan")),)), "'x' is nan"),
    "blank rule": (lambda: Scenario("p", "", "topsis", (("x", 1.0),), blanks="zero"), "'zero' is no rule"),
    "changed cell": (lambda: ChangedCell("a", "x", 3, 2, 1), "low 3 is above likely 2"),
}


@pytest.mark.parametrize(("make", "words"), WRONG.values(), ids=WRONG)
def test_what_contradicts_itself_is_refused_in_words(make: Callable[[], object], words: str) -> None:
    with pytest.raises(CriteriaError) as caught:
        make()
    assert words in str(caught.value)


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


@pytest.mark.parametrize(
    ("low", "high", "status"),
    [(4, 6, "pass"), (5, 5, "pass"), (3, 4, "conditional"), (3, 3.9, "fail")],
)
def test_a_gate_is_conditional_when_the_range_straddles_its_threshold(
    low: float, high: float, status: str
) -> None:
    gate = Gate("g", True, ">=", "x", 4)
    assert gate.status(Performance(low, low, high)) == GateStatus(status)
    mirrored = Gate("g", True, "<=", "x", -4)
    assert mirrored.status(Performance(-high, -low, -low)) == GateStatus(status)


def test_an_unknown_performance_is_conditional_at_every_gate() -> None:
    assert Gate("g", True, ">=", "x", 4).status(Performance()) is GateStatus.CONDITIONAL


@pytest.mark.parametrize(("said", "status"), [("Yes ", "pass"), ("no", "fail"), ("partly", "conditional")])
def test_a_gate_on_an_attribute_reads_words(said: str, status: str) -> None:
    assert Gate("g", True, "==", attribute="Ties", asked="yes").attribute_status(said) == status


def test_verbs_return_new_values_and_leave_the_old(case: Problem) -> None:
    base = case.base_scenario()
    before = pickle.dumps(dataclasses.astuple(base))
    moved = (
        base.with_importance("ip", 1.0)
        .with_method("wsm", "minmax")
        .with_blanks("worst")
        .with_waived("g-lawful-na")
        .with_set_aside("aws")
        .with_cell(ChangedCell("aws", "ip-terms", 1, 2, 3))
        .with_profile(case, "ip-legal")
    )
    assert pickle.dumps(dataclasses.astuple(base)) == before
    assert moved != base
    assert moved.profile == "ip-legal"
    assert moved.importances == case.importances_of("ip-legal")
    back = (
        moved.with_profile(case, base.profile)
        .with_method(base.method)
        .with_blanks(base.blanks)
        .with_waived("g-lawful-na", waived=False)
        .with_set_aside("aws", set_aside=False)
        .without_cell("aws", "ip-terms")
    )
    assert back == base


def test_the_order_of_choices_does_not_matter(case: Problem) -> None:
    base = case.base_scenario()
    cells = [ChangedCell(a, "ip-terms", 1, 2, 3) for a in ("aws", "fujitsu")]
    one = base.with_set_aside("aws").with_set_aside("fujitsu").with_cell(cells[0]).with_cell(cells[1])
    other = (
        base.with_cell(cells[1])
        .with_cell(cells[0])
        .with_set_aside("fujitsu")
        .with_set_aside("aws")
        .with_set_aside("aws")
    )
    assert one == other
    assert hash(one) == hash(other)


def test_the_last_change_of_a_cell_counts(case: Problem) -> None:
    base = case.base_scenario()
    twice = base.with_cell(ChangedCell("aws", "ip-terms", 1, 2, 3)).with_cell(
        ChangedCell("aws", "ip-terms", 4, 4, 4)
    )
    assert twice == base.with_cell(ChangedCell("aws", "ip-terms", 4, 4, 4))


@pytest.mark.parametrize("points", [-1.0, float("nan"), float("inf")])
def test_an_importance_that_is_no_number_of_at_least_zero_is_refused(case: Problem, points: float) -> None:
    with pytest.raises(WeightsError, match="'ip' is"):
        case.base_scenario().with_importance("ip", points)


def test_an_importance_of_an_unknown_criterion_is_refused_briefly(case: Problem) -> None:
    with pytest.raises(ScenarioError) as caught:
        case.base_scenario().with_importance("x\x00" * 3000, 1.0)
    assert len(str(caught.value)) < 200
    assert "\x00" not in str(caught.value)


def test_whole_numbers_are_importances_too(case: Problem) -> None:
    assert case.base_scenario().with_importance("ip", 40) == case.base_scenario().with_importance("ip", 40.0)
    assert np.isclose(leaf_weights(case, case.base_scenario().with_importance("ip", 40)).sum(), 1.0)
