"""Who is chosen is looked at in the drawer, compared with another one, and gone when it is closed."""

from __future__ import annotations

import pytest

import criteria
from criteria.explain.numbers import percent
from criteria.model.problem import Problem
from criteria.ui import looks, session, widgets
from criteria.ui.components.shortlist import drawer
from criteria.ui.components.shortlist.pair import LEADER, RUNNER_UP

Mine = session.Session


@pytest.fixture
def mine(case: Problem, monkeypatch: pytest.MonkeyPatch) -> Mine:
    """Return a session of the bundled case whose widgets hold what was noted for them."""
    mine = Mine(problem=case, scenario=case.base_scenario())
    monkeypatch.setattr(session, "session", lambda: mine)
    monkeypatch.setattr(widgets, "key", lambda name: name)
    monkeypatch.setattr(widgets, "widget_value", mine.to_set.get)
    return mine


@pytest.fixture
def order(case: Problem) -> list[str]:
    found = criteria.evaluate(case, case.base_scenario(), methods=())
    return [found.alternatives[i].id for i in found.order]


def held(mine: Mine) -> tuple[str, ...]:
    assert mine.problem is not None
    assert mine.scenario is not None
    return drawer.looked_at(criteria.evaluate(mine.problem, mine.scenario, methods=()))


def test_the_drawer_is_closed_until_a_candidate_is_chosen(mine: Mine, order: list[str]) -> None:
    evaluation = criteria.evaluate(mine.problem, mine.scenario, methods=())
    assert held(mine) == ()
    assert drawer.candidate_of(evaluation) == order[0]
    assert "open" not in drawer.title_of(evaluation)
    assert drawer.comparison(evaluation) == ""
    drawer.put("look", LEADER)  # the leader is a choice as well
    assert held(mine) == (order[0],)
    drawer.close()
    assert held(mine) == ()
    assert not mine.looks


def test_who_stands_in_the_other_menu_changes_places(mine: Mine, order: list[str]) -> None:
    drawer.put("against", RUNNER_UP)
    assert held(mine) == (order[0], order[1])
    drawer.put("look", order[1])  # the runner-up, chosen in the first menu
    assert held(mine) == (order[1], order[0])
    assert mine.looks == {"look": order[1], "against": order[0]}
    drawer.put("against", order[1])
    assert held(mine) == (order[0], order[1])
    drawer.put("against", order[4])
    assert held(mine) == (order[0], order[4])
    drawer.put("against", drawer.NOBODY)
    assert held(mine) == (order[0],)


def test_the_two_beside_the_bars_open_in_the_drawer(mine: Mine, order: list[str]) -> None:
    drawer.compare("first", "second")
    assert held(mine) == (order[0], order[1])
    looks.note("first", order[6], LEADER)
    drawer.compare("first", "second")
    assert held(mine) == (order[6], order[1])


def test_the_comparison_has_every_criterion_with_its_weight(mine: Mine, order: list[str]) -> None:
    drawer.compare("first", "second")
    evaluation = criteria.evaluate(mine.problem, mine.scenario, methods=())
    shown = drawer.comparison(evaluation)
    weights = dict(zip((leaf.id for leaf in evaluation.problem.leaves), evaluation.weights, strict=True))
    assert shown.count("<tr>") == 1 + len(evaluation.problem.leaves)
    for leaf in evaluation.problem.leaves:
        assert leaf.label.replace("&", "&amp;") in shown
        assert percent(float(weights[leaf.id])) in shown
    assert drawer.title_of(evaluation).count('data-looked="' + " ".join(order[:2])) == 1


def test_who_is_not_ranked_is_looked_at_and_not_compared(mine: Mine, case: Problem) -> None:
    mine.scenario = case.base_scenario().with_set_aside("aws")
    drawer.put("look", "aws")
    drawer.put("against", RUNNER_UP)
    evaluation = criteria.evaluate(case, mine.scenario, methods=())
    assert held(mine)[0] == "aws"
    assert "is set aside and not ranked" in drawer.comparison(evaluation)
    drawer.put("look", "microsoft-azure")
    drawer.put("against", "microsoft-azure")  # nobody to change places with but oneself
    assert "Choose two different candidates." not in drawer.comparison(evaluation)


@pytest.mark.parametrize("told", ["nobody", ":runner-up", ""])
def test_a_link_that_names_nobody_opens_nothing(told: str, mine: Mine) -> None:
    mine.looks["look"] = told
    assert held(mine) == ()


def test_with_nobody_ranked_a_choice_is_noted_all_the_same(mine: Mine, case: Problem) -> None:
    for alternative in case.alternatives:
        assert mine.scenario is not None
        mine.scenario = mine.scenario.with_set_aside(alternative.id)
    drawer.put("look", "aws")
    assert mine.looks == {"look": "aws"}
