"""What a change would do to the ranking."""

from __future__ import annotations

from dataclasses import replace

from criteria.explain.effect import effect_sentence
from criteria.model.gates import Gate
from criteria.model.problem import Problem
from criteria.ranking.evaluate import evaluate


def test_who_would_be_set_aside_is_named(suppliers: Problem) -> None:
    before = evaluate(suppliers, suppliers.base_scenario(), methods=())
    leader = before.alternatives[before.order[0]]
    leaf = next(c for c in suppliers.leaves if c.maximize and suppliers.performance(leader.id, c.id).known)
    high = suppliers.performance(leader.id, leaf.id).high
    assert high is not None
    gated = suppliers.with_gate(Gate("g-new", True, ">=", leaf.id, high + 0.01))
    after = evaluate(gated, gated.base_scenario(), methods=())
    said = effect_sentence(before, after)
    assert (
        f"{leader.label} would be set aside." in said or leader.label in said.split(" would be set aside.")[0]
    )
    assert "would change from 1 " in said


def test_the_same_ranking_stays(suppliers: Problem) -> None:
    before = evaluate(suppliers, suppliers.base_scenario(), methods=())
    said = effect_sentence(before, before)
    assert said.startswith("The order stays: 1 ")


def test_a_candidate_that_is_removed_is_not_called_set_aside(suppliers: Problem) -> None:
    before = evaluate(suppliers, suppliers.base_scenario(), methods=())
    last = before.alternatives[before.order[-1]]
    without = suppliers.without_alternative(last.id)
    after = evaluate(without, replace(without.base_scenario()), methods=())
    assert "set aside" not in effect_sentence(before, after)


def test_another_name_is_no_other_order(suppliers: Problem) -> None:
    before = evaluate(suppliers, suppliers.base_scenario(), methods=())
    leader = before.alternatives[before.order[0]]
    renamed = suppliers.with_alternative_renamed(leader.id, "Renamed")
    after = evaluate(renamed, renamed.base_scenario(), methods=())
    assert effect_sentence(before, after).startswith("The order stays: 1 Renamed, ")
