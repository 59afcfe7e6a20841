"""A scenario carried over to a corrected problem."""

from __future__ import annotations

from criteria.model.alternative import Alternative
from criteria.model.problem import Problem
from criteria.ui.components.evidence.corrected import carried, correction


def test_what_still_means_something_is_carried_over(suppliers: Problem) -> None:
    gone, stays = suppliers.leaves[0].id, suppliers.leaves[1].id
    scenario = suppliers.base_scenario().with_importances({gone: 77, stays: 33})
    moved = carried(suppliers, suppliers.without_criterion(gone), scenario)
    points = dict(moved.importances)
    assert points[stays] == 33
    assert gone not in points


def test_the_same_criteria_and_candidates_keep_the_scenario_whole(suppliers: Problem) -> None:
    scenario = suppliers.base_scenario().with_method("wsm")
    renamed = suppliers.with_alternative_renamed(suppliers.alternatives[0].id, "Other")
    assert carried(suppliers, renamed, scenario) == scenario
    more = suppliers.with_alternative(Alternative("nova", "Nova"))
    assert carried(suppliers, more, scenario).method == "wsm"


def test_a_correction_without_reason_or_name_says_so() -> None:
    assert correction("x added", "", "") == "Corrected: x added. Reason: not given. By an unnamed person."
