"""What follows from a scenario: the way to first place."""

from __future__ import annotations

from contextlib import nullcontext
from types import SimpleNamespace

import pytest
from by_hand import PROBLEM, evaluated

from criteria.ranking.evaluate import evaluate
from criteria.ui import session
from criteria.ui.components.shortlist import fill as module
from criteria.ui.components.shortlist.fill import path_to_first
from criteria.ui.pages import shortlist as page


def test_nobody_set_apart_has_a_way_to_first_here() -> None:
    assert path_to_first(evaluated(), "dogwood") == "It is set aside and not ranked."


def test_a_method_of_the_library_leaves_it_to_the_page_that_may_take_longer() -> None:
    scenario = PROBLEM.base_scenario().with_method("electre_ii")
    said = path_to_first(evaluate(PROBLEM, scenario, methods=()), "ash")
    assert "the Robustness page computes it on request" in said


@pytest.mark.parametrize(
    ("played", "shown", "order"),
    [
        (
            False,
            False,
            ["early", "panel", "show bars", "bars", "sent", "headline", "show shares", "shares", "table"],
        ),
        (
            True,
            False,
            ["headline", "early", "sent", "panel", "show bars", "bars", "show shares", "shares", "table"],
        ),
        (True, True, ["early", "panel", "headline", "show bars", "show shares", "table"]),
    ],
)
def test_what_the_browser_does_not_show_yet_comes_first(
    played: bool, shown: bool, order: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []

    def note(place: object, name: str, word: str) -> None:
        monkeypatch.setattr(place, name, lambda *_all, **_more: said.append(word))

    mine = session.Session(
        played=played, headed=shown, looks={}, problem=PROBLEM, scenario=PROBLEM.base_scenario()
    )
    monkeypatch.setattr(session, "session", lambda: mine)
    monkeypatch.setattr(page, "taken_up", lambda _problem, scenario: scenario)
    monkeypatch.setattr(page.address, "write_address", lambda: None)
    monkeypatch.setattr(module, "fill_drawer", lambda *_all: None)
    for name in ("on_paper", "about_link", "gate_report"):
        monkeypatch.setattr(module, name, lambda *_all: None)
    monkeypatch.setattr(module.pair, "by_group", lambda *_all: None)
    note(module, "importance_panel", "panel")
    note(module.compute, "let_it_be_sent", "sent")
    for name, word in {
        "bars": "show bars",
        "headline": "headline",
        "shares": "show shares",
        "table": "table",
    }.items():
        note(module, f"show_{name}", word)
    live = SimpleNamespace(send=said.append, run=nullcontext)
    unseen = SimpleNamespace(html=lambda _shown: None, seen=False)
    names = ("plane", "slopes", "heading", "paper", "arrival", "groups", "gates", "drawer", "relation")
    told = SimpleNamespace(tell=lambda *_all: None)
    page.follow_weights.__wrapped__(SimpleNamespace(live=live, **dict.fromkeys(names, unseen)), told)  # type: ignore[attr-defined]
    assert said == order


@pytest.mark.parametrize(("bars", "whole"), [(20, False), (21, True)])
def test_the_table_is_whole_where_all_candidates_are_asked_for(
    bars: int, monkeypatch: pytest.MonkeyPatch, *, whole: bool
) -> None:
    asked: list[bool] = []
    monkeypatch.setattr(module, "shown_with", lambda _evaluation: (bars, {}, ()))
    monkeypatch.setattr(module, "ranking_table", lambda *_all, whole: asked.append(whole))
    monkeypatch.setattr(module.drawer, "looked_at", lambda _evaluation: ())
    slot = SimpleNamespace(html=lambda _shown: None)
    module.show_table(SimpleNamespace(table=slot), evaluated(), None)  # type: ignore[arg-type]
    assert asked == [whole]
