"""The headline of a move is answered to the page that holds the session, and to nobody else; nothing of the session changes by it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import fields

import pytest

from criteria.model.problem import Problem
from criteria.ui import session, workspace
from criteria.ui.components.common.live import about
from criteria.ui.components.shortlist.headline import headline_of
from criteria.ui.server import headlines
from criteria.ui.server.headlines import answer
from tests.ui.server.conftest import Ask


@pytest.fixture
def mine(case: Problem) -> Iterator[session.Session]:
    """Return a session that shows the case on the shortlist."""
    one = session.Session(problem=case, scenario=case.base_scenario(), page="shortlist", panel_revision=3)
    session._TABS[one.token] = one
    yield one
    del session._TABS[one.token]


def asked(mine: session.Session, **points: float) -> dict[str, str] | None:
    return answer(mine.token, str(mine.panel_revision), json.dumps(points))


def test_it_is_what_the_page_would_draw_and_changes_nothing(mine: session.Session, case: Problem) -> None:
    scenario = case.base_scenario().with_importance("ip", 60)
    before = {one.name: getattr(mine, one.name) for one in fields(mine)}
    found = asked(mine, ip=60)
    assert found is not None
    with session.within(session.Session()):
        assert found == {"html": str(headline_of(case, scenario)), "of": about(case, case.base_scenario())}
    assert 'data-importance="' in found["html"]  # a change is offered, and noted by the page alone
    assert {one.name: getattr(mine, one.name) for one in fields(mine)} == before
    assert found != asked(mine, ip=10)


def test_an_offer_that_was_taken_can_be_taken_back(mine: session.Session, case: Problem) -> None:
    from criteria.ui.components.shortlist.offered_change import Offer

    with session.within(mine):
        headline_of(case, case.base_scenario())
        offer = session.session().offered
    assert isinstance(offer, Offer)
    mine.offered = offer
    found = asked(mine, **{offer.change.criterion: offer.change.then})
    assert found is not None
    assert "Take it back" in found["html"]
    assert mine.taken is None


@pytest.mark.parametrize(
    "told",
    [
        {"page": "weights"},
        {"sealing": True},
        {"problem": None},
        {"scenario": None},
        {"panel_revision": 4},
        {"method": "electre_iii"},
    ],
)
def test_it_is_left_to_the_page_where_something_else_is_shown(
    mine: session.Session, told: dict[str, object]
) -> None:
    revision = str(mine.panel_revision)
    for name, value in told.items():
        if name == "method":
            assert mine.scenario is not None
            mine.scenario = mine.scenario.with_method(str(value))
        else:
            setattr(mine, name, value)
    assert answer(mine.token, revision, "{}") is None


@pytest.mark.parametrize(
    "points", ["", "{", "3", "[]", '"ip"', "null", "[" * 100_000, '{"ip":' + "1" * 9_000 + "}"]
)
def test_what_are_no_points_is_no_question(mine: session.Session, points: str) -> None:
    assert answer(mine.token, "3", points) is None


def test_what_the_page_would_not_take_counts_for_nothing(mine: session.Session) -> None:
    plain = asked(mine)
    for sent in ('{"ip": "many"}', '{"nobody": 3}', '{"ip": -1}', '{"ip": 1e400}', '{"ip": true}'):
        assert answer(mine.token, "3", sent) == plain


def test_where_nothing_counts_the_page_says_so(mine: session.Session, case: Problem) -> None:
    assert asked(mine, **{one.id: 0.0 for one in case.criteria}) is None


def test_with_sign_in_only_who_may_look_is_answered(
    mine: session.Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    space = workspace.Workspace("Team", frozenset(), frozenset({"ann@example.com"}), 8.0, ("",))
    monkeypatch.setattr(workspace, "workspace", lambda: space)
    assert asked(mine) is None
    mine.claims = {"is_logged_in": True, "email": "bob@example.com"}
    assert asked(mine) is None
    import time

    mine.claims, mine.since = {"is_logged_in": True, "email": "ann@example.com"}, time.time()
    assert asked(mine) is not None
    mine.since -= 9 * 3600
    assert asked(mine) is None


def test_a_session_that_ended_is_known_to_nobody(case: Problem) -> None:
    import gc

    one = session.Session(problem=case, scenario=case.base_scenario(), page="shortlist")
    session._TABS[one.token] = one
    token = one.token
    assert answer(token, "0", "{}") is not None
    del one
    gc.collect()
    assert session.tab_of(token) is None
    assert answer(token, "0", "{}") is None


def test_over_the_wire_nobody_is_answered_without_a_session(ask: Ask) -> None:
    found = ask("/headline?points=%7B%7D")
    assert (found.status, found.body) == (404, b"null")
    assert found.headers["cache-control"] == "no-store"
    assert "content-security-policy" in found.headers
    assert (
        ask("/headline?points=%7B%7D", X_Criteria_Session="0123456789abcdef", X_Criteria_Revision="0").status
        == 404
    )
    assert ask("/headline", method="POST", body=b"{}").status == 405
    assert ask("/headline?points=%7B%7D", Origin="https://elsewhere.example").status == 403
    assert ask("/headline?points=" + "1" * 100_000).status == 414


def test_the_way_there_is_the_one_that_the_browser_goes() -> None:
    from pathlib import Path

    from criteria.ui.components.shortlist import panel_code

    code = Path(panel_code.__file__).with_name("headline_ahead.js").read_text(encoding="utf-8").lower()
    assert f"{headlines.ADDRESS}?points=" in code
    for name in (headlines.SESSION, headlines.REVISION):
        assert f'"{name}"' in code
    assert [route.path for route in headlines.routes("/criteria/")] == ["/criteria/headline"]
