"""Runs that compute take turns: a few at a time, what somebody waits for with a hand on a slider before everything else.

A processor does not do more work for more threads that want it at once: all of them end late. Here a run waits, which costs nothing, until
it is its turn; what a move shows first goes before what follows from it, unless that has waited for longer by a moment, and both go in the order in which they came. A run that a newer
act of its session has taken the place of ends as soon as its turn comes.
"""

from __future__ import annotations

import heapq
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from threading import Lock, local

AT_ONCE = 2  # runs that compute: what numpy does for one leaves the interpreter to another
PATIENCE = (
    0.15  # seconds by which what is urgent goes before what is not and came earlier: nobody waits for ever
)
LONG = 0.25  # seconds after which a run no longer counts: reading a large table holds nobody up
FIRST, LATER = 0, 1


class _Mine(local):
    """What one run has: whether it is its turn, when that is due at the latest, and its number."""

    held = False
    due = 0.0
    number = 0


class Turns:
    """So many places, and those who wait for one: whose turn is due first, of those the one who came first."""

    def __init__(self, places: int) -> None:
        self._places = places
        self._taken: dict[int, float] = {}  # the number of each run that computes, and since when
        self._waiting: list[tuple[float, int, Lock]] = []
        self._guard = Lock()

    def take(self, due: float, number: int) -> None:
        """Take a place, or wait for one: before those whose turn is due later."""
        mine = Lock()
        mine.acquire()
        with self._guard:
            heapq.heappush(self._waiting, (due, number, mine))
            self._hand_on()
        while not mine.acquire(timeout=LONG):  # whoever gives a place back opens it
            with self._guard:
                self._hand_on()

    def take_at_once(self, number: int) -> None:
        """Take a place though none may be free: for a run that others may be waiting for, and that must not wait for them."""
        with self._guard:
            self._taken[number] = time.monotonic()

    def give_back(self, number: int) -> None:
        """Hand the place on to whoever waits."""
        with self._guard:
            self._taken.pop(number, None)
            self._hand_on()

    def waits(self, due: float) -> bool:
        """Return whether somebody waits whose turn is due before this."""
        with self._guard:
            return bool(self._waiting) and self._waiting[0][0] < due

    def _hand_on(self) -> None:
        now = time.monotonic()
        while self._waiting:
            if len(self._taken) >= self._places:
                self._taken = {number: since for number, since in self._taken.items() if now - since < LONG}
                if len(self._taken) >= self._places:
                    return
            _due, number, lock = heapq.heappop(self._waiting)
            self._taken[number] = now
            lock.release()


_turns = Turns(AT_ONCE)
_mine = _Mine()
_numbers = count()


@contextmanager
def turn(urgency: int = LATER) -> Iterator[None]:
    """Do the work inside when it is one's turn; inside of a turn, at once."""
    if _mine.held:
        yield
        return
    _mine.number = next(_numbers)
    _mine.due = _due(urgency)
    _turns.take(_mine.due, _mine.number)
    _mine.held = True
    try:
        yield
    finally:
        _mine.held = False
        _turns.give_back(_mine.number)


def rest_for(seconds: float) -> None:
    """Wait, so that what was drawn so far leaves; what follows is less urgent, and others have their turn meanwhile."""
    held = _mine.held
    if held:
        _mine.held = False
        _turns.give_back(_mine.number)
    time.sleep(seconds)
    if held:
        _mine.due = _due(LATER)
        _turns.take(_mine.due, _mine.number)
        _mine.held = True


def let_urgent_pass() -> None:
    """Let others go before whose turn is due before one's own, as that of somebody who has a hand on a slider."""
    if _mine.held and _turns.waits(_mine.due):
        _turns.give_back(_mine.number)
        _turns.take(_mine.due, _mine.number)


def _due(urgency: int) -> float:
    return time.monotonic() + PATIENCE * urgency


@contextmanager
def given_back() -> Iterator[None]:
    """Let others have their turn while this run waits for something that is computed elsewhere."""
    if not _mine.held:
        yield
        return
    _mine.held = False
    _turns.give_back(_mine.number)
    try:
        yield
    finally:
        _turns.take_at_once(_mine.number)
        _mine.held = True
