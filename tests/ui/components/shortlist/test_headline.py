"""The headline of a scenario: the same whoever asks for it."""

from __future__ import annotations

import pytest
from by_hand import PROBLEM

from criteria.errors import CriteriaError
from criteria.model.problem import Problem
from criteria.ui import compute, session
from criteria.ui.components.shortlist.headline import differing, headline, headline_of


@pytest.fixture(autouse=True)
def _mine(monkeypatch: pytest.MonkeyPatch) -> None:
    mine = session.Session()
    monkeypatch.setattr(session, "session", lambda: mine)


def test_it_is_made_of_what_is_known_at_once(case: Problem) -> None:
    scenario = case.base_scenario().with_importance("ip", 60)
    evaluation, found = compute.evaluated(case, scenario), compute.robust(case, scenario)
    assert found is not None
    whole = headline(evaluation, found)
    assert headline_of(case, scenario) == whole
    assert "importance of IP protection" in whole or "IP protection" in differing(evaluation)
    assert headline(evaluation, None) != whole


def test_where_there_is_no_ranking_it_says_so(case: Problem) -> None:
    nothing = case.base_scenario().with_importances({one.id: 0.0 for one in case.criteria})
    with pytest.raises(CriteriaError):
        headline_of(case, nothing)


def test_the_base_case_says_that_nothing_is_changed() -> None:
    assert differing(compute.evaluated(PROBLEM, PROBLEM.base_scenario())) == "The base case, nothing changed."
