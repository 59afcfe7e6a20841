"""What is made once for all weights follows whatever else changes: must-haves waived, candidates set aside, ratings set by hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from criteria.model.evaluation import Evaluation
from criteria.model.problem import Problem
from criteria.model.scenario import ChangedCell, Scenario
from criteria.ranking.evaluate import evaluate
from criteria.ui.cache import SHARED
from criteria.ui.components.shortlist.candidate import portrait
from criteria.ui.components.shortlist.gates import gate_report
from criteria.ui.components.shortlist.ranking_table import ranking_table
from criteria.ui.markup import Markup

Shown = Callable[[Evaluation], Markup]
SHOWN: dict[str, Shown] = {
    "ranking_table": ranking_table,
    "gate_report": gate_report,
    "portrait": lambda evaluation: portrait(evaluation, "qualcomm"),
}


def waived(base: Scenario) -> Scenario:
    return base.with_waived("g-japan-residency")


def set_aside(base: Scenario) -> Scenario:
    return base.with_set_aside("qualcomm", set_aside=True)


def by_hand(base: Scenario) -> Scenario:
    # From conditional to passed, and no longer a rating with a source.
    return replace(base, changed=(ChangedCell("qualcomm", "reg-japan", 5.0, 5.0, 5.0, exact=True),))


@pytest.mark.parametrize("changed", [waived, set_aside, by_hand], ids=lambda act: act.__name__)
@pytest.mark.parametrize("shown", SHOWN.values(), ids=SHOWN)
def test_it_is_made_anew_for_other_must_haves_candidates_and_ratings(
    case: Problem, shown: Shown, changed: Callable[[Scenario], Scenario]
) -> None:
    base = evaluate(case, case.base_scenario(), methods=())
    other = evaluate(case, changed(case.base_scenario()), methods=())
    SHARED.clear()
    before, after = shown(base), shown(other)
    SHARED.clear()
    assert shown(other) == after != before
