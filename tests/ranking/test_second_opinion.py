"""The second opinion: every ranking that scikit-criteria can compute, on every bundled problem."""

from __future__ import annotations

import subprocess
import sys
from functools import cache
from pathlib import Path

import numpy as np
import pytest

import criteria
from criteria.errors import CriteriaError, MethodError
from criteria.model.evaluation import Evaluation
from criteria.model.problem import Problem
from criteria.ranking.catalogue import METHODS
from criteria.ranking.matrix import offered_normalizations
from criteria.ranking.second_opinion import COMPARED

FOLDERS = sorted(path for path in (Path(__file__).parents[2] / "data").iterdir() if path.is_dir())


@cache
def bundled(folder: Path) -> Problem:
    return criteria.load_problem(folder)


CASES = [
    pytest.param(folder, method, name, id=f"{folder.name}-{method}-{name}")
    for folder in FOLDERS
    for method in COMPARED
    for name in offered_normalizations(bundled(folder), METHODS[method])
]
# It has no declared scales: these two measure by who is present, and say so.
OTHER_CONVENTION = {("vikor", "scale"), ("moora_reference_point", "scale")}


def worst_of_scale(evaluation: Evaluation) -> np.ndarray:
    """Return where a rating stands at the worst end of its scale."""
    ends = [
        np.nan if leaf.scale is None else leaf.scale.low if leaf.maximize else leaf.scale.high
        for leaf in evaluation.problem.leaves
    ]
    return evaluation.performances == np.array(ends)


@pytest.mark.parametrize(("folder", "method", "normalization"), CASES)
def test_scores_and_order_agree_or_the_convention_is_named(
    folder: Path, method: str, normalization: str
) -> None:
    problem = bundled(folder)
    try:
        evaluation = criteria.evaluate(
            problem, problem.base_scenario().with_method(method, normalization), methods=[]
        )
    except CriteriaError:
        pytest.skip("the method refuses the data")
    worst_position_is_zero = normalization == "minmax" or bool(
        normalization == "scale" and np.any(worst_of_scale(evaluation))
    )
    if method in ("wpm", "waspas") and worst_position_is_zero:
        # It takes no zeros, and the worst position is one.
        with pytest.raises(MethodError, match="gives no score by W"):
            criteria.second_opinion(evaluation)
        return
    found = criteria.second_opinion(evaluation)
    assert found.version.startswith("0.")
    assert found.largest_difference == np.max(np.abs(found.scores - evaluation.scores))
    if (method, normalization) in OTHER_CONVENTION:
        assert "present" in " ".join(found.conventions)
    else:
        assert found.largest_difference < 1e-12
        assert found.same_order
        assert found.ranks.tolist() == evaluation.ranks.tolist()


@pytest.mark.parametrize("method", sorted(set(METHODS) - set(COMPARED)))
def test_a_method_that_it_does_not_define_as_here_is_answered_in_a_sentence(method: str) -> None:
    problem = bundled(FOLDERS[0])
    evaluation = criteria.evaluate(problem, problem.base_scenario().with_method(method), methods=[])
    with pytest.raises(MethodError, match="There is no second opinion on"):
        criteria.second_opinion(evaluation)


def test_nobody_can_change_what_it_says() -> None:
    problem = bundled(FOLDERS[0])
    found = criteria.second_opinion(criteria.evaluate(problem, problem.base_scenario(), methods=[]))
    for array in (found.scores, found.ranks):
        with pytest.raises(ValueError, match="read-only"):
            array[0] = 0


def test_the_library_is_imported_only_when_it_is_asked() -> None:
    code = "import sys, criteria; sys.exit('skcriteria' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
