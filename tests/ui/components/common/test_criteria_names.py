"""What criteria are called in menus: short, and told apart."""

from __future__ import annotations

from criteria.model.alternative import Alternative
from criteria.model.criterion import Criterion
from criteria.model.evidence import Performance
from criteria.model.problem import Problem
from criteria.ui.components.common.criteria_names import criterion_names

TREE = Problem(
    "tree",
    "Tree",
    (
        Criterion("a", "Cost"),
        Criterion("b", "Risk"),
        Criterion("a1", "Licence", "a"),
        Criterion("a2", "Other", "a"),
        Criterion("b1", "other", "b"),
    ),
    (Alternative("x", "X"),),
    (tuple(Performance(likely=1) for _leaf in range(3)),),
)


def test_a_name_stands_alone_unless_another_is_equal_but_for_its_case() -> None:
    assert criterion_names(TREE, ["a", "a1", "a2", "b1"]) == {
        "a": "Cost",
        "a1": "Licence",
        "a2": "Cost › Other",
        "b1": "Risk › other",
    }


def test_only_the_names_asked_for_are_compared() -> None:
    assert criterion_names(TREE, ["a1", "a2"]) == {"a1": "Licence", "a2": "Other"}


def test_groups_stand_before_all_where_asked() -> None:
    assert criterion_names(TREE, ["b", "a1"], with_parent=True) == {"b": "Risk", "a1": "Cost › Licence"}
