"""The threats to first place are the figures of the page Robustness and of the headline, the largest first."""

from __future__ import annotations

from dataclasses import replace

import pytest
from by_hand import BASE, PROBLEM, evaluated, robust

import criteria
from criteria.model.problem import Problem
from criteria.robustness.evaluated.figures import acceptability_of, instability_of
from criteria.robustness.evaluated.summary import robustness_of
from criteria.robustness.evaluated.threats import threats_of
from criteria.ui import compute


@pytest.mark.parametrize("method", ["topsis", "wsm"])
def test_they_are_what_the_table_of_the_page_says(case: Problem, method: str) -> None:
    scenario = case.base_scenario().with_method(method)
    evaluation = criteria.evaluate(case, scenario, methods=())
    first = float(compute.agreement(case, scenario).first[evaluation.order[0]])
    shares = {
        "weights": acceptability_of(evaluation, "around"),
        "evidence": acceptability_of(evaluation, "evidence"),
    }
    table = instability_of(evaluation, first, shares)
    found = threats_of(evaluation, robustness_of(evaluation))
    assert {what: one.share for what, one in found} == pytest.approx(
        {what: one.share for what, one in table.items()}
    )
    assert [one.share for _what, one in found] == sorted((one.share for _what, one in found), reverse=True)


def test_what_cannot_be_varied_is_no_threat() -> None:
    still = replace(robust(), spread=0.0, evidence=None)
    assert {what for what, _found in threats_of(evaluated(), still)} <= {"method", "normalization"}


def test_a_count_of_methods_is_a_share_of_the_families() -> None:
    evaluation = criteria.evaluate(PROBLEM, BASE, methods=())
    found = dict(threats_of(evaluation, replace(robust(), methods=20, first_under=(15, 5, 0))))
    assert found["method"].share == pytest.approx(0.25)
    assert found["method"].draws == 0
