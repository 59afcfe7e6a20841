"""The path to first holds when it is entered: missing ratings, must-haves, steps and rounding included."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from by_hand import BASE, BIRCH, CEDAR, PROBLEM, evaluated

import criteria
from criteria.model.evaluation import Evaluation
from criteria.model.gates import Gate
from criteria.model.scenario import ChangedCell
from criteria.robustness.evaluated.figures import path_to_first_of
from criteria.robustness.evaluated.tried_path import _within


def leader_with(evaluation: Evaluation, position: int, values: dict[int, float]) -> list[str]:
    scenario = evaluation.scenario
    for j, value in values.items():
        leaf = evaluation.problem.leaves[j].id
        scenario = scenario.with_cell(
            ChangedCell(evaluation.alternatives[position].id, leaf, value, value, value)
        )
    after = criteria.evaluate(evaluation.problem, scenario, methods=())
    return [after.alternatives[i].label for i in after.leaders]


def test_a_value_lies_beyond_the_tie_and_is_the_one_that_is_printed() -> None:
    # Birch lacks 0.06: quality 7 would be level with Ash, so 7.01 is said; price 20 → -10 is beyond its scale.
    found = path_to_first_of(evaluated(), BIRCH)
    assert found.single[[0, 2]].tolist() == pytest.approx([7.01, np.nan], nan_ok=True)
    assert leader_with(evaluated(), BIRCH, {0: 7.0}) == ["Ash", "Birch"]
    assert leader_with(evaluated(), BIRCH, {0: 7.01}) == ["Birch"]


def test_a_missing_rating_stands_elsewhere_once_the_candidate_changes() -> None:
    # Birch's speed is at 8, and Cedar's stand-in, the median of 7, 8 and 9, rises with it to 9: Ash 0.74, Birch at most 0.72.
    assert np.isnan(path_to_first_of(evaluated(), BIRCH).single[1])
    # Cedar's own: 0.51 + 0.02 s > 0.74 at 11.5, beyond the scale.
    assert np.isnan(path_to_first_of(evaluated(), CEDAR).single[1])


def test_a_value_that_fails_a_must_have_is_no_way() -> None:
    # Ash at 7 in quality and 10 in speed has 0.74; Birch would need more than 7 in quality, which a must-have of at most 7 forbids.
    scenario = BASE.with_set_aside("dogwood").with_cell(ChangedCell("ash", "quality", 7, 7, 7))
    scenario = scenario.with_cell(ChangedCell("ash", "speed", 10, 10, 10))
    for hard, needed in ((False, 7.01), (True, np.nan)):
        gated = replace(PROBLEM, gates=(Gate("modest", hard, "<=", "quality", threshold=7.0),))
        found = path_to_first_of(criteria.evaluate(gated, scenario, methods=()), BIRCH)
        assert found.single[0] == pytest.approx(needed, nan_ok=True)


@pytest.mark.parametrize("method", ["topsis", "vikor", "promethee_ii"])
def test_every_value_of_a_path_puts_the_candidate_first_alone(method: str) -> None:
    evaluation = criteria.evaluate(PROBLEM, BASE.with_method(method), methods=())
    for position in evaluation.order[1:]:
        found = path_to_first_of(evaluation, position)
        name = [evaluation.alternatives[position].label]
        for j in np.flatnonzero(np.isfinite(found.single)):
            assert leader_with(evaluation, position, {int(j): float(found.single[j])}) == name
        if found.combined is not None:
            moved = np.flatnonzero(found.combined != evaluation.performances[position])
            assert (
                leader_with(evaluation, position, {int(j): float(found.combined[j]) for j in moved}) == name
            )


def test_a_printed_value_of_a_combination_lies_beyond_the_one_found_but_not_beyond_the_scale() -> None:
    assert _within(5.0, 6.234, 10.0, 1) == 6.3
    assert _within(5.0, 3.766, 0.0, 1) == 3.7
    assert _within(5.0, 9.96, 9.97, 1) == 9.97
