"""Each act makes the problem that its fields describe, and says what was done."""

from __future__ import annotations

import pytest

from criteria.errors import CriteriaError
from criteria.model.criterion import Scale
from criteria.model.problem import Problem
from criteria.ui.components.evidence.acts import ACTS
from criteria.ui.components.evidence.gate_acts import gate_words


def done(problem: Problem, act: str, **fields: object) -> tuple[Problem, str]:
    return ACTS[act].change(problem, fields.get)


def test_candidates_come_get_names_and_go(suppliers: Problem) -> None:
    more, said = done(suppliers, "add-candidate", name="Nova")
    assert (more.alternatives[-1].name, said) == ("Nova", "candidate Nova added")
    key = more.alternatives[-1].id
    named, _said = done(more, "rename-candidate", candidate=key, name="Nova Ltd")
    assert (named.alternatives[-1].id, named.alternatives[-1].name) == (key, "Nova Ltd")
    fewer, _said = done(named, "remove-candidate", candidate=key)
    assert fewer == suppliers
    assert done(suppliers, "add-candidate", name=" ") == (suppliers, "")


def test_a_criterion_comes_with_direction_scale_thresholds_and_a_first_rating(suppliers: Problem) -> None:
    rated = suppliers.alternatives[2].id
    fields = {
        "name": "Noise",
        "way": "min",
        "unit": "dB",
        "low": 0,
        "high": 90,
        "indifference": 1,
        "preference": 3,
    }
    more, said = done(suppliers, "add-criterion", rated=rated, rating=40, **fields)
    made = more.leaves[-1]
    assert (made.name, made.maximize, made.unit, said) == ("Noise", False, "dB", "criterion Noise added")
    assert made.scale is not None
    assert (made.scale.low, made.scale.high, made.thresholds.preference) == (0, 90, 3)
    assert more.performance(rated, made.id).likely == 40
    assert done(suppliers, "add-criterion", name="Noise")[0] == suppliers  # nothing is known under it yet
    with pytest.raises(CriteriaError, match="both ends"):
        done(suppliers, "add-criterion", name="Noise", rated=rated, rating=40, low=0)


def test_a_criterion_is_changed_in_what_was_changed_alone(suppliers: Problem) -> None:
    old = suppliers.leaves[0]
    scale, bounds = old.scale, old.thresholds
    fields: dict[str, object] = {
        f"name-{old.id}": old.name,
        f"way-{old.id}": "min" if old.maximize else "max",
        f"group-{old.id}": old.parent,
        f"unit-{old.id}": old.unit,
        f"low-{old.id}": scale.low if scale else None,
        f"high-{old.id}": scale.high if scale else None,
        f"indifference-{old.id}": bounds.indifference,
        f"preference-{old.id}": bounds.preference,
        f"veto-{old.id}": bounds.veto,
    }
    turned, said = done(suppliers, "change-criterion", criterion=old.id, **fields)
    assert turned.criterion(old.id).maximize is not old.maximize
    assert turned.criterion(old.id).scale == old.scale
    assert said == f"direction of {old.label} changed"
    fewer, _said = done(suppliers, "remove-criterion", criterion=old.id)
    assert old.id not in [leaf.id for leaf in fewer.leaves]


def test_anchors_are_changed_where_the_scale_is(suppliers: Problem) -> None:
    old = next(leaf for leaf in suppliers.leaves if leaf.scale is not None)
    assert old.scale is not None
    given: dict[str, object] = {
        f"name-{old.id}": old.name,
        f"way-{old.id}": "max" if old.maximize else "min",
        f"group-{old.id}": old.parent,
        f"unit-{old.id}": old.unit,
        f"low-{old.id}": old.scale.low,
        f"high-{old.id}": old.scale.high,
        f"indifference-{old.id}": old.thresholds.indifference,
        f"preference-{old.id}": old.thresholds.preference,
        f"veto-{old.id}": old.thresholds.veto,
        f"anchors-{old.id}": f"{old.scale.high:g} = the best there is",
    }
    changed, said = done(suppliers, "change-criterion", criterion=old.id, **given)
    assert said == f"anchors of {old.label} changed"
    made = changed.criterion(old.id).scale
    assert made == Scale(old.scale.low, old.scale.high, ((old.scale.high, "the best there is"),))
    given |= {f"low-{old.id}": None, f"high-{old.id}": None}
    with pytest.raises(CriteriaError, match="both ends of the scale"):
        done(suppliers, "change-criterion", criterion=old.id, **given)


def test_a_must_have_is_set_and_removed_in_words(suppliers: Problem) -> None:
    leaf = suppliers.leaves[0]
    more, said = done(suppliers, "set-gate", criterion=leaf.id, operator=">=", threshold=96.5, hard=True)
    gate = more.gates[-1]
    assert (gate.hard, gate.threshold) == (True, 96.5)
    unit = f" {leaf.unit}" if leaf.unit else ""
    assert gate_words(more, gate) == f"{leaf.label} must be at least 96.5{unit}"
    assert said == f"must-have set: {gate_words(more, gate)}"
    assert done(more, "remove-gate", gate=gate.id)[0] == suppliers
