"""Groups of criteria are made, renamed and dissolved, and no weight moves."""

from __future__ import annotations

import numpy as np
import pytest

import criteria
from criteria.errors import CriteriaError
from criteria.model.problem import Problem
from criteria.ui.components.evidence.group_acts import GROUP_ACTS


def done(problem: Problem, act: str, **fields: object) -> tuple[Problem, str]:
    return GROUP_ACTS[act].change(problem, fields.get)


def scores(problem: Problem) -> np.ndarray:
    return criteria.evaluate(problem, problem.base_scenario(), methods=()).scores


def test_a_group_is_made_renamed_and_dissolved(suppliers: Problem) -> None:
    parent = suppliers.leaves[0].parent
    members = [c.id for c in suppliers.tree.children(parent)][:2]
    made, said = done(suppliers, "make-group", name="Money", members=members)
    group = next(c for c in made.criteria if c.name == "Money")
    assert (said, [c.parent for c in made.criteria if c.id in members]) == (
        "group Money made",
        [group.id] * 2,
    )
    assert scores(made) == pytest.approx(scores(suppliers), abs=1e-12)
    named, said = done(made, "rename-group", group=group.id, **{f"name-{group.id}": "Cost"})
    assert (named.criterion(group.id).name, said) == ("Cost", "group Money renamed Cost")
    gone, said = done(named, "dissolve-group", group=group.id)
    assert said == "group Cost dissolved"
    assert [(c.id, c.parent) for c in gone.leaves] == [(c.id, c.parent) for c in suppliers.leaves]
    assert scores(gone) == pytest.approx(scores(suppliers), abs=1e-12)


def test_nothing_is_done_before_the_fields_say_what(suppliers: Problem) -> None:
    assert done(suppliers, "make-group", name="Money", members=[]) == (suppliers, "")
    assert done(suppliers, "make-group", members=[suppliers.leaves[0].id]) == (suppliers, "")
    assert done(suppliers, "rename-group", group="") == (suppliers, "")
    assert done(suppliers, "dissolve-group", group=suppliers.leaves[0].id) == (suppliers, "")
    with pytest.raises(CriteriaError, match="nothing"):
        done(suppliers, "make-group", name="Money", members=["nothing"])
