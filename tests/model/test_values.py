"""Values are frozen to the bottom, hashable, checked at construction; equal ones are equal everywhere."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

import numpy as np
import pytest

import criteria
from criteria.errors import CriteriaError
from criteria.model.criterion import Criterion, Scale, Thresholds
from criteria.model.evidence import Performance, Source
from criteria.model.gates import Gate
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
