"""What a page says that comes back to the server after a break."""

from __future__ import annotations

import pytest
from by_hand import BASE, PROBLEM

from criteria.ui import session
from criteria.ui.components.common.steady import begun_anew, note_return, read, with_kept


@pytest.fixture
def mine(monkeypatch: pytest.MonkeyPatch) -> session.Session:
    made = session.Session()
    monkeypatch.setattr(session, "session", lambda: made)
    return made


@pytest.mark.parametrize("said", [None, "resume", 1, ["kept"]])
def test_nonsense_is_nothing(said: object) -> None:
    assert read(said, "token") is None


def test_a_page_of_this_session_is_told_from_one_of_another() -> None:
    here = read({"token": "a", "moved": False, "kept": None}, "a")
    there = read({"token": "b", "moved": False, "kept": None}, "a")
    assert here is not None
    assert there is not None
    assert (here.same_session, there.same_session) == (True, False)
    assert not here.travelled


def test_the_unanswered_move_is_applied_and_the_panel_told(mine: session.Session) -> None:
    kept = {
        "problem": PROBLEM.id,
        "profile": BASE.profile,
        "points": {"price": 42.0, "nobody": 3, "speed": -1},
    }
    after = with_kept(PROBLEM, BASE, read({"token": "old", "kept": kept}, mine.token))
    assert after == BASE.with_importance("price", 42.0)
    assert mine.panel_revision == 1


@pytest.mark.parametrize(
    "other",
    [{"problem": "elsewhere"}, {"profile": "somebody"}, {"points": "all"}, {"points": {"price": 10**400}}],
)
def test_a_move_made_for_something_else_changes_nothing(
    mine: session.Session, other: dict[str, object]
) -> None:
    kept = {"problem": PROBLEM.id, "profile": BASE.profile, "points": {"price": 42.0}} | other
    assert with_kept(PROBLEM, BASE, read({"token": "old", "kept": kept}, mine.token)) == BASE


@pytest.mark.parametrize(("page", "told"), [("scenarios", True), ("open", True), ("shortlist", False)])
def test_a_page_that_began_anew_says_so_where_words_may_be_lost_and_until_it_is_left(
    mine: session.Session, page: str, told: bool
) -> None:
    mine.page = page
    note_return(read({"token": mine.token}, mine.token), page)
    assert not begun_anew()
    note_return(read({"token": "old"}, mine.token), page)
    note_return(None, page)  # the run that follows
    assert bool(begun_anew()) == told
    mine.page = "weights"
    assert not begun_anew()
