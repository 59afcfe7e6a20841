"""How far a computation is: its loops tell the share done to whoever listens. Where nobody does, that costs next to nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeVar

Thing = TypeVar("Thing")
Told = Callable[[float], None]  # the share done, between 0 and 1; never less than what was told before

# Who listens, and which part of the whole the loop under way is: from where to where.
_PART: ContextVar[tuple[Told, float, float] | None] = ContextVar("part", default=None)


@contextmanager
def heard_by(listener: Told) -> Iterator[None]:
    """Tell a listener how far the computation inside is. A thread that it starts tells nothing."""
    furthest = 0.0

    def told(share: float) -> None:
        nonlocal furthest
        if share > furthest:
            furthest = share
            listener(share)

    before = _PART.set((told, 0.0, 1.0))
    try:
        yield
    finally:
        _PART.reset(before)


@contextmanager
def part(begin: float, end: float) -> Iterator[None]:
    """Let what is inside count as the part from `begin` to `end`, between 0 and 1, of what is under way: when it ends, so much is done."""
    outer = _PART.get()
    if outer is None:
        yield
        return
    told, low, high = outer
    before = _PART.set((told, low + begin * (high - low), low + end * (high - low)))
    try:
        yield
    finally:
        _PART.reset(before)
    told(low + end * (high - low))


def stepped(things: Iterable[Thing], count: int) -> Iterator[Thing]:
    """Yield the things; to make each of them and to work on it is an equal part of what is under way.  count: how many there are."""
    outer = _PART.get()
    if outer is None or count < 2:
        yield from things
        return
    told, low, high = outer
    waiting, width = iter(things), (high - low) / max(count, 1)
    for done in range(count):
        _PART.set((told, low + done * width, low + (done + 1) * width))
        try:
            thing = next(waiting)
        except StopIteration:
            break
        yield thing
        told(low + (done + 1) * width)
    _PART.set(outer)  # whoever leaves before the end is in a `part` that sees to this
