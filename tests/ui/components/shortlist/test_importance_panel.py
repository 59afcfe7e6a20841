"""What the panel of sliders sends: points of this problem's criteria, and nothing else."""

from __future__ import annotations

from contextlib import nullcontext

import pytest
from by_hand import BASE, PROBLEM

from criteria.ui import session
from criteria.ui.components.shortlist import importance_panel as panel
from criteria.ui.components.shortlist.importance_panel import moved


def sent(**more: object) -> dict[str, object]:
    return {"revision": 3, "count": 1, "committed": True, "points": {"price": 35}} | more


def test_points_reach_the_scenario_with_whether_the_slider_was_let_go() -> None:
    assert moved(PROBLEM, BASE, sent(), 3) == (BASE.with_importance("price", 35), True)
    assert moved(PROBLEM, BASE, sent(committed=False), 3) == (BASE.with_importance("price", 35), False)


@pytest.mark.parametrize(
    "move",
    [None, "x", sent(revision=2), sent(points=None), sent(points={"nobody": 3}), sent(points={"price": -1}),
     sent(points={"price": float("nan")}), sent(points={"price": "9"}), sent(points={"price": 1.1e9})],
)  # fmt: skip
def test_anything_else_changes_nothing(move: object) -> None:
    assert moved(PROBLEM, BASE, move, 3)[0] == BASE


@pytest.mark.parametrize("played", [True, False])
def test_the_headline_of_a_move_that_is_played_back_is_found_before_anything_is_drawn(
    played: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    found: list[object] = []
    mine = session.Session(problem=PROBLEM, scenario=BASE, panel_revision=3)
    monkeypatch.setattr(session, "session", lambda: mine)
    monkeypatch.setattr(session, "unbroken", lambda: nullcontext({panel.KEY: {"move": sent(played=played)}}))
    monkeypatch.setattr(panel.compute, "known_firmness", lambda _problem, scenario: found.append(scenario))
    panel._arrived()
    assert found == ([BASE.with_importance("price", 35)] if played else [])
    assert mine.scenario == BASE.with_importance("price", 35)  # whichever run comes next, of whichever page
    assert mine.acted


@pytest.mark.parametrize("held", [{}, {panel.KEY: None}, {panel.KEY: {"move": sent(revision=2)}}])
def test_what_is_no_move_changes_nothing_when_it_arrives(
    held: dict[str, object], monkeypatch: pytest.MonkeyPatch
) -> None:
    mine = session.Session(problem=PROBLEM, scenario=BASE, panel_revision=3)
    monkeypatch.setattr(session, "session", lambda: mine)
    monkeypatch.setattr(session, "unbroken", lambda: nullcontext(held))
    panel._arrived()
    assert mine.scenario == BASE
