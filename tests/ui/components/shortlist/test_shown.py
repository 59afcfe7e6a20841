"""How many bars the shortlist shows, and who is folded away."""

from __future__ import annotations

import pytest

import criteria
from criteria.model.problem import Problem
from criteria.ui.components.shortlist import shown


@pytest.mark.parametrize(("everybody", "folded"), [(True, True), (False, False)])
def test_switches_show_all_and_fold_the_matched(
    case: Problem, monkeypatch: pytest.MonkeyPatch, *, everybody: bool, folded: bool
) -> None:
    values = {"all": everybody, "matched": folded}
    monkeypatch.setattr(shown.widgets, "widget_value", values.get)
    monkeypatch.setattr(shown.compute, "matched_by", lambda _evaluation: {"one": "other"})
    evaluation = criteria.evaluate(case, case.base_scenario(), methods=())
    limit, matched, hidden = shown.shown_with(evaluation)
    assert limit == (len(evaluation.ranked) if everybody else shown.SHOWN_AT_FIRST)
    assert matched == {"one": "other"}
    assert list(hidden) == (["one"] if folded else [])
