"""A scenario that does not fit its problem is refused in words."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest

import criteria
from criteria.errors import CriteriaError
from criteria.model.evaluation import Evaluation
from criteria.model.problem import Problem
from criteria.model.scenario import ChangedCell, Scenario


def evaluate(problem: Problem, scenario: Scenario, methods: Iterable[str] = ()) -> Evaluation:
    return criteria.evaluate(problem, scenario, methods=methods)


STRANGERS: dict[str, Callable[[Scenario], Scenario]] = {
    "method": lambda s: s.with_method("magic"),
    "gate": lambda s: s.with_waived("g-none"),
    "candidate": lambda s: s.with_set_aside("nobody"),
    "profile": lambda s: Scenario(s.problem, "nobody", s.method, s.importances),
    "cell's candidate": lambda s: s.with_cell(ChangedCell("nobody", "ip-terms", 1, 1, 1)),
    "cell's criterion": lambda s: s.with_cell(ChangedCell("aws", "ip", 1, 1, 1)),
    "cell beyond the scale": lambda s: s.with_cell(ChangedCell("aws", "ip-terms", 1, 2, 11)),
    "importances": lambda s: Scenario(s.problem, s.profile, s.method, s.importances[1:]),
    "normalization": lambda s: s.with_method("topsis", "magic"),
}


@pytest.mark.parametrize("make", STRANGERS.values(), ids=STRANGERS)
def test_a_scenario_that_does_not_fit_the_problem_is_refused_in_words(
    case: Problem, make: Callable[[Scenario], Scenario]
) -> None:
    with pytest.raises(CriteriaError) as caught:
        evaluate(case, make(case.base_scenario()))
    assert str(caught.value)[-1] in ".?"
