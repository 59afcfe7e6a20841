"""The menus of the comparison stand for whoever leads at the moment, until a candidate is chosen."""

from __future__ import annotations

import pytest

import criteria
from criteria.model.problem import Problem
from criteria.ui import widgets
from criteria.ui.components.shortlist import pair


def menus(monkeypatch: pytest.MonkeyPatch, first: str | None, second: str | None) -> None:
    values = {"first": first, "second": second}
    monkeypatch.setattr(widgets, "widget_value", values.get)


def test_leader_and_runner_up_follow_the_ranking(case: Problem, monkeypatch: pytest.MonkeyPatch) -> None:
    menus(monkeypatch, None, pair.RUNNER_UP)
    evaluation = criteria.evaluate(case, case.base_scenario(), methods=())
    best, second = (evaluation.alternatives[k].id for k in evaluation.order[:2])
    assert (pair.chosen(evaluation, "first"), pair.chosen(evaluation, "second")) == (best, second)
    without = criteria.evaluate(case, case.base_scenario().with_set_aside(best), methods=())
    assert pair.chosen(without, "first") == second
    assert without.position(best) is None


def test_who_is_not_ranked_or_chosen_twice_is_not_compared(
    case: Problem, monkeypatch: pytest.MonkeyPatch
) -> None:
    evaluation = criteria.evaluate(case, case.base_scenario().with_set_aside("aws"), methods=())
    menus(monkeypatch, "aws", None)
    assert "is set aside and not ranked" in pair.by_group(evaluation)
    first, other = (evaluation.alternatives[k].id for k in evaluation.order[:2])
    menus(monkeypatch, first, first)
    assert "Choose two different candidates." in pair.by_group(evaluation)
    menus(monkeypatch, first, other)
    assert case.criterion("ip").label in pair.by_group(evaluation)
