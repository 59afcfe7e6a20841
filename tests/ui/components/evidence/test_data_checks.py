"""The findings on the page are those of the checks, with what to do; where there are none it says so."""

from __future__ import annotations

from dataclasses import replace

from by_hand import PROBLEM
from markupsafe import escape

from criteria.checks import CHECKS, findings_of
from criteria.model.problem import Problem
from criteria.ui.components.evidence.data_checks import found_markup


def test_every_finding_stands_with_its_question_and_its_advice() -> None:
    leaf = PROBLEM.leaves[0]
    odd = replace(leaf, maximize=not leaf.maximize, name="<b>Quality</b>")
    problem = replace(PROBLEM, criteria=tuple(odd if one.id == leaf.id else one for one in PROBLEM.criteria))
    found = findings_of(problem)
    assert found
    shown = found_markup(problem)
    for finding in found:
        for text in (CHECKS[finding.check].name, finding.said, finding.advice):
            assert str(escape(text)) in shown
    assert "<b>Quality" not in shown


def test_where_nothing_is_found_the_number_of_checks_is_told(case: Problem) -> None:
    assert findings_of(case) == ()
    assert f"{len(CHECKS)} checks were made, and nothing looks wrong." in found_markup(case)
