"""An evaluation takes what the scenario says, fills blanks by its rule, and changes neither."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import numpy as np
import pytest

import criteria
from criteria.errors import CriteriaError, MethodError
from criteria.model.arrays import FloatArray
from criteria.model.criterion import Criterion, Scale
from criteria.model.evaluation import Evaluation
from criteria.model.evidence import Performance
from criteria.model.problem import Alternative, Problem
from criteria.model.scenario import ChangedCell, Scenario

SOME = ("topsis", "wsm", "vikor", "promethee_ii", "electre_i", "mairca")


def evaluate(problem: Problem, scenario: Scenario, methods: Iterable[str] = ()) -> Evaluation:
    return criteria.evaluate(problem, scenario, methods=methods)


@pytest.mark.parametrize("method", criteria.METHODS)
def test_one_candidate_alone_is_ranked_first_or_refused_in_words(case: Problem, method: str) -> None:
    scenario = case.base_scenario().with_method(method)
    for alternative in case.alternatives[1:]:
        scenario = scenario.with_set_aside(alternative.id)
    said = ""
    try:
        evaluation = evaluate(case, scenario)
    except MethodError as error:
        said = str(error)
    if said:
        assert said.endswith(".")
        return
    assert evaluation.ranks.tolist() == [1]
    assert np.all(np.isfinite(evaluation.scores))


def test_changed_cells_are_used_and_the_data_stay_as_they_are(case: Problem) -> None:
    cell = ChangedCell("aws", "ip-terms", 1, 2, 3)
    evaluation = evaluate(case, case.base_scenario().with_cell(cell))
    row, column = evaluation.position("aws"), case.column("ip-terms")
    assert evaluation.performances[row, column] == 2
    changed = evaluation.performance("aws", "ip-terms")
    assert (changed.low, changed.likely, changed.high) == (1, 2, 3)
    assert case.performance("aws", "ip-terms").likely == 5
    assert evaluate(case, case.base_scenario()).performance("aws", "ip-terms").likely == 5


def blanks() -> Problem:
    """Return three candidates under a benefit and a cost on declared scales, and one without a scale; one blank each."""
    rows = ((1.0, 5.0, 7.0), (None, 2.0, 3.0), (4.0, None, 5.0), (3.0, 9.0, None))
    return Problem(
        "b",
        "Blanks",
        (
            Criterion("x", "X", scale=Scale(0, 10)),
            Criterion("y", "Y", maximize=False, scale=Scale(-5, 20)),
            Criterion("z", "Z", maximize=False),
        ),
        tuple(Alternative(f"a{i}", f"A{i}") for i in range(4)),
        tuple(tuple(Performance(likely=v) for v in row) for row in rows),
        default_method="wsm",
    )


@pytest.mark.parametrize(
    ("rule", "filled"),
    [
        ("worst-known", (1.0, 9.0, 7.0)),
        ("median", (3.0, 5.0, 5.0)),
        ("worst", (0.0, 20.0, 7.0)),
        ("best", (10.0, -5.0, 3.0)),
    ],
)
def test_an_unknown_cell_stands_where_the_rule_says(rule: str, filled: tuple[float, float, float]) -> None:
    problem = blanks()
    used = evaluate(problem, problem.base_scenario().with_blanks(rule)).performances
    assert (used[1, 0], used[2, 1], used[3, 2]) == filled
    assert used[0].tolist() == [1.0, 5.0, 7.0]


def test_other_methods_give_their_ranks_or_say_why_not(
    case: Problem, make_flat: Callable[..., Problem]
) -> None:
    evaluation = criteria.evaluate(case, case.base_scenario())
    assert set(evaluation.method_ranks) | set(evaluation.method_failures) == set(criteria.METHODS)
    assert np.array_equal(evaluation.method_ranks["topsis"], evaluation.ranks)
    assert np.array_equal(
        evaluation.method_ranks["wsm"], evaluate(case, case.base_scenario().with_method("wsm")).ranks
    )
    negative = make_flat([[-1.0, 2.0], [3.0, 4.0], [2.0, 5.0]])
    found = criteria.evaluate(negative, negative.base_scenario().with_method("wsm"))
    assert "copras" in found.method_failures
    assert all(sentence.endswith(".") for sentence in found.method_failures.values())


def test_evaluating_changes_neither_problem_nor_scenario(case: Problem) -> None:
    scenario = case.base_scenario().with_cell(ChangedCell("aws", "ip-terms", 1, 2, 3))
    before = (repr(case), repr(scenario))
    criteria.evaluate(case, scenario, methods=SOME)
    assert (repr(case), repr(scenario)) == before


@pytest.mark.parametrize("method", criteria.METHODS)
@pytest.mark.filterwarnings("ignore::RuntimeWarning")
def test_very_large_performances_end_in_finite_scores_or_in_words(
    make_flat: Callable[..., Problem], method: str
) -> None:
    for rows in (
        [[1e308, 1.0], [-1e308, 2.0], [0.0, 3.0]],
        [[1e308, 1.0], [1e307, 2.0], [5.0, 3.0]],
        [[5e-324, 1.0], [0.0, 2.0]],
    ):
        problem = make_flat(rows)
        try:
            evaluation = evaluate(problem, problem.base_scenario().with_method(method))
        except CriteriaError:
            continue
        assert np.all(np.isfinite(evaluation.scores)), rows
        assert evaluation.ranks.min() == 1


def test_beside_the_method_in_use_nothing_compares_the_pairs_of_a_thousand_candidates() -> None:
    generator = np.random.default_rng(3)
    names = [f"C{j}" for j in range(30)]
    rows = [",".join(["Vendor", *names]), ",".join(["direction", *["max"] * 30])]
    rows += [",".join([f"V{i}", *map(str, generator.integers(1, 99, 30))]) for i in range(1_000)]
    problem = criteria.read_table("\n".join(rows).encode()).problem
    assert problem is not None
    evaluation = criteria.evaluate(problem, problem.base_scenario(), methods=("promethee_ii", "vikor"))
    assert tuple(evaluation.method_ranks) == ("vikor",)
    assert "takes minutes for 1\u202f000 of them" in evaluation.method_failures["promethee_ii"]


def test_whatever_the_weights_the_ranked_have_the_same_array_of_performances(case: Problem) -> None:
    base = case.base_scenario()
    leaf = case.leaves[0]
    aside = base.with_set_aside(criteria.evaluate(case, base, methods=()).alternatives[0].id)
    changed = base.with_cell(ChangedCell("aws", "ip-terms", 1, 2, 3))
    kept: list[FloatArray] = []
    for scenario in (base, aside, changed):
        first = criteria.evaluate(case, scenario, methods=())
        second = criteria.evaluate(case, scenario.with_importance(leaf.id, 77.0), methods=())
        assert first.performances is second.performances
        kept.append(first.performances)
    assert len({id(one) for one in kept}) == len(kept)
    assert kept[1].tolist() == kept[0][1:].tolist()
    assert not np.array_equal(kept[0], kept[2])
