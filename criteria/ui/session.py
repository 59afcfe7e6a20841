"""The session of one browser tab: problem, scenario, and what was said between runs. Address and widgets have files of their own."""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field, replace
from datetime import datetime
from threading import Lock
from typing import Any
from weakref import WeakValueDictionary

import streamlit as st

from criteria.files.seal import Seal
from criteria.model.judgements import Member
from criteria.model.problem import Problem
from criteria.model.scenario import Scenario

_ENTRY = "criteria-session"

Address = dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class Own:
    """A problem of one's own.  table: the parameter of a link that carries it whole, empty where it is too large for one.

    token: under which it is kept in the store, empty where it is not.  version: which version of it.  said: why no link carries it.
    done: the corrections of this session, each in words and with the problem before it.  undone: those taken back, the latest last, each
    with the problem that it led to.
    """

    problem: Problem
    table: str = ""
    token: str = ""
    version: int = 0
    said: str = ""
    done: tuple[tuple[str, Problem], ...] = ()
    undone: tuple[tuple[str, Problem], ...] = ()


@dataclass(frozen=True, slots=True)
class Questions:
    """The questions of one person, as a link opens them.  own: whether the problem comes with them.  version: the one saved last.  way: in which the person is asked at first.

    saved: the answers that the store has.  said: why the latest answers are not in the store, or what happened to them.
    """

    token: str
    name: str
    member: str
    problem: Problem
    scenario: Scenario
    own: bool
    anonymous: bool
    way: str
    version: int
    saved: Member | None
    said: str = ""
    saved_at: datetime | None = None


@dataclass
class Session:
    """What one browser tab holds between runs.

    token: unlike that of every other session, so that what a page sends tells which session it was drawn by.
    written, settled: the address written or adopted last, and the scenario it stands for.
    anew: the page that came back from a session that was forgotten, until it is left.
    page: which page was drawn last.  arriving: whether it was opened from the menu, and its address is still to be written.
    arrivals: pages that were opened from the menu, each with the address written then; the history of the browser has an empty one before it.
    to_set: what widgets that will be drawn are to hold, by key: noted in callbacks, set when the run begins.
    to_do: what presses asked for, done by the run that follows, on whichever page.
    heard: what components sent since the last run, by component.
    places: where somebody is in a series of questions, by name.
    report: what the last import brought, a line for each person, until it is closed.
    opened: what was hidden and opened all the same, by name.
    stopped: the long computations that somebody ended.
    kept_told, kept_answers: the answers that this browser had open before, as it told them, and while they are offered.
    looks: what pages show without changing the scenario, by the parameter of the address.  shown: those written or adopted last.
    base: what the link of the page drawn last begins with, without parameters; empty where it is not known.
    to_test: the scenario whose firmness somebody asked to test.
    offered, taken: the change that the headline named last, and the one that was made last.
    owner: the key by which this browser finds what it saved, empty before it was told.
    saved: token, version, name and problem of the saved scenario that is open, None where none is.
    questions: those of the one person whose link was opened, None on every other page.
    saving: held while answers are saved.
    sealing: whether names and scores are hidden until the choices are sealed.  seal: what was sealed or handed over last.
    under_seal: token of the saved scenario whose choices are being sealed here, empty where none's are.
    unopened: why a short link could not be opened, until it is told.
    claims: what the provider says of who is signed in, empty before it was asked.  since: when it was first heard.  looked: whether the browser was asked for
    the link that led to the sign-in.
    decisions: what was said for the decision record, by problem and by field of `Decision`.
    brought: whose complete answers were brought in, by the round's token; those that were taken back later are not brought again.
    removed: token and name of the one that was deleted last, None where nothing can be taken back.
    revision: part of every widget key; raised when an address is adopted, so that no stale widget state survives.
    panel_revision: raised whenever importances change other than by the panel itself.
    played: whether the browser shows the bars of the panel's last move already.  moves: which move of the panel was answered last.
    headed: whether it shows the headline of that move as well.  letters: how many were sent.
    own: the problems of one's own, by identifier, each with how its link carries it.
    draft: what was handed over on the page for one's own table, before anybody uses it.
    to_read: what large tables wait for, each taking the draft before it.
    pages: the pages of the app by address, for links between them.
    """

    problem: Problem | None = None
    scenario: Scenario | None = None
    token: str = field(default_factory=lambda: secrets.token_hex(8))
    written: Address | None = None
    settled: Scenario | None = None
    notes: list[str] = field(default_factory=list)
    anew: str = ""
    page: str = ""
    arriving: bool = False
    arrivals: list[tuple[str, Address]] = field(default_factory=list)
    revision: int = 0
    panel_revision: int = 0
    acted: bool = False
    committed: bool = True
    played: bool = False
    moves: int = 0
    headed: bool = False
    letters: int = 0
    to_set: dict[str, object] = field(default_factory=dict)
    to_do: list[Any] = field(default_factory=list)
    heard: dict[str, object] = field(default_factory=dict)
    places: dict[str, int] = field(default_factory=dict)
    own: dict[str, Own] = field(default_factory=dict)
    draft: object = None
    to_read: list[Any] = field(default_factory=list)
    pages: Mapping[str, Any] = field(default_factory=dict)
    report: tuple[str, ...] = ()
    opened: set[str] = field(default_factory=set)
    stopped: set[object] = field(default_factory=set)
    kept_told: str = ""
    kept_answers: str = ""
    looks: dict[str, str] = field(default_factory=dict)
    shown: dict[str, str] = field(default_factory=dict)
    base: str = ""
    offered: object = None
    to_test: Scenario | None = None
    taken: object = None
    owner: str = ""
    saved: tuple[str, int, str, str] | None = None
    decisions: dict[str, dict[str, str]] = field(default_factory=dict)
    brought: dict[str, frozenset[str]] = field(default_factory=dict)
    removed: tuple[str, str] | None = None
    unopened: tuple[str, ...] = ()
    questions: Questions | None = None
    saving: Lock = field(default_factory=Lock)
    sealing: bool = False
    under_seal: str = ""
    seal: Seal | None = None
    claims: dict[str, Any] = field(default_factory=dict)
    since: float = 0.0
    looked: bool = False

    def seal_of(self, problem: str) -> Seal | None:
        """The seal of a problem's choices, None where there is none, or one of another problem."""
        return self.seal if self.seal is not None and self.seal.choices.problem == problem else None


_TABS: WeakValueDictionary[str, Session] = WeakValueDictionary()  # by token; those that ended are gone
_IN_CALLBACK: ContextVar[Session | None] = ContextVar("in_callback", default=None)


@contextmanager
def unbroken() -> Iterator[Mapping[str, Any]]:
    """Do what a callback does to its end; yields what widgets hold, by key.

    Streamlit ends a run for a newer act wherever the run reads or writes the state of its session, in a callback as well: what the
    callback was to do is then never done, although the widget shows it. Inside of this nothing is such a place.
    """
    held: Mapping[str, Any] = st.session_state.to_dict()  # reads everything at once, which ends no run
    within = _IN_CALLBACK.set(held.get(_ENTRY) or session())
    try:
        yield held
    finally:
        _IN_CALLBACK.reset(within)


def session() -> Session:
    """Return this tab's session."""
    within = _IN_CALLBACK.get()
    if within is not None:
        return within
    try:
        mine: Session = st.session_state[_ENTRY]
    except KeyError:
        mine = st.session_state[_ENTRY] = Session()
        _TABS[mine.token] = mine
    return mine


def tab_of(token: str) -> Session | None:
    """Return the session of this token, as it stands, None where this server has none: it ended, or is another server's."""
    return _TABS.get(token)


@contextmanager
def within(mine: Session) -> Iterator[None]:
    """Answer on behalf of a session outside of its runs. What is written to it there is lost: it goes on meanwhile."""
    within = _IN_CALLBACK.set(replace(mine))
    try:
        yield
    finally:
        _IN_CALLBACK.reset(within)


def still_waiting() -> None:
    """Let Streamlit end this run if nobody waits for it any more: it does so where a run reads the state of its session."""
    session()


def present() -> tuple[Problem, Scenario]:
    """Return the problem and scenario as they stand."""
    mine = session()
    assert mine.problem is not None
    assert mine.scenario is not None
    return mine.problem, mine.scenario


def keep(problem: Problem, scenario: Scenario) -> None:
    """Make this the scenario of the session."""
    mine = session()
    if problem is not mine.problem:
        replaced()
        mine.notes, mine.settled = [], None  # equal choices on other data are another address
    mine.problem, mine.scenario = problem, scenario


def act() -> None:
    """Note that a widget started this run; the callback of every widget that moves the scenario or the view."""
    with unbroken():
        session().acted = True


def act_is_done() -> None:
    """Note that this run has taken up what a widget sent; said early, for a run may be ended by the next act at any time."""
    session().acted = False


def panel_moved(count: int, *, committed: bool, played: bool, headed: bool = False) -> None:
    """Note whether the panel's last move is finished (a slider let go) or under way (a slider being dragged), and what shows its bars.

    count: which move it was.  played: whether the browser plays its bars back; a run that follows no new move has to draw them itself.  headed: the headline as well.
    """
    mine = session()
    mine.played = played and count != mine.moves
    mine.committed, mine.headed, mine.moves = committed, headed and mine.played, count


def importances_replaced() -> None:
    """Tell the panel that the importances are no longer those it sent."""
    session().panel_revision += 1


def widgets_replaced() -> None:
    """Forget what widgets hold: their values were changed by other means."""
    session().revision += 1


def replaced() -> None:
    """Forget what widgets and panel hold: the whole scenario is another one."""
    widgets_replaced()
    importances_replaced()


def say(name: str, value: object) -> None:
    """Leave word for the run that follows; for callbacks."""
    session().heard[name] = value


def heard(name: str) -> object:
    """Return what a component sent since the last run, once; None where it sent nothing."""
    return session().heard.pop(name, None)


def place(name: str) -> int | None:
    """Return where somebody is in a series of questions, None where it was not begun."""
    return session().places.get(name)


def set_report(lines: tuple[str, ...]) -> None:
    """Note what an import brought, a line for each person; nothing takes the note away."""
    session().report = lines


def open_hidden(name: str) -> None:
    """Show what is hidden under this name from now on."""
    session().opened.add(name)


def set_place(name: str, position: int) -> None:
    """Note where somebody is in a series of questions."""
    session().places[name] = position
