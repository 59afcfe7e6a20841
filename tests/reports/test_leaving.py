"""What leaves with a scenario: the page's figures of firmness, and a face that says them."""

from __future__ import annotations

import pytest
from by_hand import BASE, PROBLEM

from criteria.errors import CriteriaError
from criteria.explain.verdict import verdict
from criteria.reports.leaving import leaving
from criteria.robustness.evaluated.summary import robustness_of

GIVEN = {"day": "2026-11-27", "link": "https://example.org/?v=1", "version": "0", "methods": ()}


def test_the_face_says_what_the_page_says() -> None:
    found = leaving(PROBLEM, BASE, **GIVEN)
    said = verdict(found.evaluation, robustness_of(found.evaluation))
    assert (found.face.headline, found.face.caution) == (said.headline, said.caution)
    assert found.problem == PROBLEM
    assert "changed scenario" in found.face.foot  # it fills the blank by the median
    assert "base case" in leaving(PROBLEM, PROBLEM.base_scenario(), **GIVEN).face.foot


def test_a_saved_scenario_goes_by_its_name() -> None:
    found = leaving(PROBLEM, BASE, name="Board", **GIVEN)
    assert "· Board ·" in found.face.foot
    assert dict(found.face.settings)["Scenario"].startswith("Board. ")


def test_a_method_without_figures_at_once_is_said_to_be_untested() -> None:
    found = leaving(PROBLEM, BASE.with_method("electre_iii"), **GIVEN)
    assert found.robustness is None


def test_where_nobody_can_be_ranked_nothing_leaves() -> None:
    nobody = BASE
    for alternative in PROBLEM.alternatives:
        nobody = nobody.with_set_aside(alternative.id)
    with pytest.raises(CriteriaError, match="No candidate is left"):
        leaving(PROBLEM, nobody, **GIVEN)
