"""The criteria tree by itself."""

from __future__ import annotations

import pytest

from criteria.errors import ProblemError, ScenarioError
from criteria.model.criterion import Criterion
from criteria.model.tree import DEPTH_LIMIT, CriteriaTree

TREE = CriteriaTree(
    (
        Criterion("z", "Z"),
        Criterion("g", "G"),
        Criterion("y", "Y", "h"),
        Criterion("h", "H", "g"),
        Criterion("x", "X", "g"),
    )
)


def test_leaves_stand_in_the_order_in_which_the_tree_is_read() -> None:
    assert [leaf.id for leaf in TREE.leaves] == ["z", "y", "x"]
    assert [TREE.column(leaf.id) for leaf in TREE.leaves] == [0, 1, 2]


def test_what_lies_below_a_node_is_found_at_any_depth() -> None:
    assert [node.id for node in TREE.below("g")] == ["h", "y", "x"]
    assert TREE.below("z") == ()
    assert [node.id for node in TREE.children("")] == ["z", "g"]
    assert TREE.group_of("y").id == "g"
    assert TREE.group_of("z").id == "z"


def test_what_is_not_there_is_said() -> None:
    with pytest.raises(ScenarioError, match="no criterion 'q'"):
        TREE.node("q")
    with pytest.raises(ScenarioError, match="that is scored"):
        TREE.column("g")
    assert "g" in TREE
    assert "q" not in TREE
    assert not TREE.scored("g")


def test_a_tree_that_leads_nowhere_is_refused() -> None:
    with pytest.raises(ProblemError, match="not a criterion"):
        CriteriaTree((Criterion("x", "X", "nobody"),))
    with pytest.raises(ProblemError, match="in a circle"):
        CriteriaTree((Criterion("z", "Z"), Criterion("x", "X", "y"), Criterion("y", "Y", "x")))
    deep = tuple(Criterion(f"c{k}", f"C{k}", f"c{k - 1}" if k else "") for k in range(DEPTH_LIMIT + 1))
    with pytest.raises(ProblemError, match="levels deep"):
        CriteriaTree(deep)
    assert len(CriteriaTree(deep[:-1]).leaves) == 1
