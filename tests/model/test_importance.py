"""From importances to weights: every node takes its share of its parent's, whatever the tree and the numbers."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import criteria
from criteria.errors import WeightsError
from criteria.model.importance import (
    leaf_weights,
    node_weights,
    weights_of_many_points,
    weights_of_points,
)
from criteria.model.problem import Problem

LAW = settings(max_examples=100, deadline=None, derandomize=True, database=None)
TREE = {"g": "", "h": "", "a": "g", "b": "g", "c": "h", "d": "h", "k": "h", "e": "k", "f": "k", "z": ""}
points = st.one_of(st.just(0.0), st.floats(0, 100), st.floats(0, 1e9))


def weighed(problem: Problem, importances: dict[str, float]) -> dict[str, float]:
    return node_weights(problem, problem.base_scenario().with_importances(importances))


@LAW
@given(st.fixed_dictionaries(dict.fromkeys(TREE, points)))
def test_weights_sum_to_one_and_a_group_is_the_sum_of_its_children(
    make_tree_once: Problem, importances: dict[str, float]
) -> None:
    problem = make_tree_once
    scenario = problem.base_scenario().with_importances(importances)
    said = ""
    try:
        nodes = node_weights(problem, scenario)
    except WeightsError as error:
        said = str(error)
    if said:
        assert "All importances are 0" in said
        leaves = [n for n in TREE if n not in TREE.values()]
        chains = [(leaf, TREE[leaf], TREE.get(TREE[leaf], "")) for leaf in leaves]
        assert all(any(importances[n] == 0 for n in chain if n) for chain in chains)
        return
    assert set(nodes) == set(TREE)
    assert all(np.isfinite(w) and 0 <= w <= 1 + 1e-12 for w in nodes.values())
    for group in set(TREE.values()):
        below = sum(nodes[node] for node, parent in TREE.items() if parent == group)
        assert below == pytest.approx(nodes[group] if group else 1.0, abs=1e-12)
    weights = leaf_weights(problem, scenario)
    assert weights.sum() == pytest.approx(1.0, abs=1e-12)
    assert not weights.flags.writeable
    assert weights == pytest.approx([nodes[leaf.id] for leaf in problem.leaves], abs=1e-12)


@pytest.fixture(scope="module")
def make_tree_once() -> Problem:
    from criteria.model.criterion import Criterion
    from criteria.model.evidence import Performance
    from criteria.model.problem import Alternative

    leaves = [n for n in TREE if n not in TREE.values()]
    cells = tuple(tuple(Performance(likely=v) for _ in leaves) for v in (1.0, 2.0))
    return Problem(
        "t",
        "T",
        tuple(Criterion(n, n, p) for n, p in TREE.items()),
        (Alternative("a", "A"), Alternative("b", "B")),
        cells,
    )


def test_equal_points_share_equally(make_tree: Callable[[dict[str, str]], Problem]) -> None:
    problem = make_tree({"g": "", "h": "", "a": "g", "b": "g", "c": "h"})
    assert weighed(problem, {}) == pytest.approx({"g": 0.5, "h": 0.5, "a": 0.25, "b": 0.25, "c": 0.5})


def test_a_group_whose_children_all_count_nothing_leaves_its_share_to_the_others(
    make_tree: Callable[[dict[str, str]], Problem],
) -> None:
    problem = make_tree({"g": "", "h": "", "a": "g", "b": "g", "c": "h"})
    assert weighed(problem, {"a": 0, "b": 0}) == pytest.approx({"g": 0, "h": 1, "a": 0, "b": 0, "c": 1})


@pytest.mark.parametrize("zeros", [("g", "h"), ("a", "b", "c"), ("g", "c"), ("a", "b", "h")])
def test_importances_that_are_all_zero_are_refused_in_a_sentence(
    make_tree: Callable[[dict[str, str]], Problem], zeros: tuple[str, ...]
) -> None:
    problem = make_tree({"g": "", "h": "", "a": "g", "b": "g", "c": "h"})
    with pytest.raises(WeightsError, match="give at least one criterion some importance"):
        weighed(problem, dict.fromkeys(zeros, 0.0))


@pytest.mark.parametrize("size", [5e-324, 1e-300, 1e8, 1e9])
def test_only_ratios_of_points_count_however_small_or_large(
    make_tree: Callable[[dict[str, str]], Problem], size: float
) -> None:
    problem = make_tree({"a": "", "b": "", "c": ""})
    assert weighed(problem, dict.fromkeys("abc", size)) == pytest.approx(dict.fromkeys("abc", 1 / 3))


def test_the_tiniest_importance_still_counts_alone(make_tree: Callable[[dict[str, str]], Problem]) -> None:
    problem = make_tree({"a": "", "b": "", "c": ""})
    assert weighed(problem, {"a": 5e-324, "b": 0, "c": 0}) == {"a": 1, "b": 0, "c": 0}


@pytest.mark.parametrize("depth", [2, 50])
def test_trees_may_be_deep(make_tree: Callable[[dict[str, str]], Problem], depth: int) -> None:
    parents = (
        {"n0": ""}
        | {f"n{i}": f"n{i - 1}" for i in range(1, depth)}
        | {"x": f"n{depth - 1}", "y": f"n{depth - 1}"}
    )
    problem = make_tree(parents)
    assert leaf_weights(problem, problem.base_scenario().with_importance("x", 150)) == pytest.approx(
        [0.75, 0.25]
    )
    assert problem.group_of("x").id == "n0"
    assert criteria.evaluate(
        problem, problem.base_scenario().with_method("topsis"), methods=()
    ).ranks.tolist() == [2, 1]


@pytest.mark.parametrize("profile", ["cto-connected", "ip-legal", "finance-procurement", "group"])
def test_a_profile_is_the_base_of_its_scenario(case: Problem, profile: str) -> None:
    scenario = case.base_scenario(profile)
    assert scenario.importances == case.importances_of(profile)
    assert leaf_weights(case, scenario).sum() == pytest.approx(1.0, abs=1e-12)


def test_without_a_profile_all_criteria_are_equally_important(case: Problem) -> None:
    scenario = case.base_scenario("")
    assert {points for _name, points in scenario.importances} == {50.0}


def test_a_tree_too_deep_to_be_meant_is_refused(make_tree: Callable[[dict[str, str]], Problem]) -> None:
    parents = {"n0": ""} | {f"n{i}": f"n{i - 1}" for i in range(1, 2000)}
    with pytest.raises(criteria.CriteriaError, match="levels deep"):
        make_tree(parents)


@LAW
@given(st.lists(st.fixed_dictionaries(dict.fromkeys(TREE, points)), min_size=1, max_size=5))
def test_many_sets_of_points_weigh_as_each_by_itself(
    make_tree_once: Problem, many: list[dict[str, float]]
) -> None:
    problem = make_tree_once
    names = [node.id for node in problem.criteria]
    found = weights_of_many_points(problem, np.array([[points[name] for name in names] for points in many]))
    for points, row in zip(many, found, strict=True):
        try:
            expected = weights_of_points(problem, points)
        except WeightsError:
            assert np.isnan(row[[names.index(group.id) for group in problem.groups]]).all()
        else:
            assert row == pytest.approx([expected[name] for name in names], rel=1e-12, abs=1e-300)
