"""What was computed, kept for everybody up to a number of bytes; equal computations at the same time are done once.

Kept values are frozen to the bottom, so one visitor cannot change what another one sees. They are few objects around large arrays
(about a hundred for an evaluation), so that Streamlit's collection after every run has little to walk.
"""

from __future__ import annotations

import sys
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import cache
from threading import Event, Lock
from typing import Any, TypeVar, cast

import numpy as np

from criteria.model.problem import Problem
from criteria.translation import language

Found = TypeVar("Found")
MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class _Kept:
    value: object
    size: int
    problem: Problem


@dataclass(frozen=True, slots=True)
class _About:
    """A problem that something is kept about: how many values, its own size, and what it is made of, which no value counts again.

    It holds the problem, so that no other thing can have the `id` of one of its parts.
    """

    problem: Problem
    size: int
    parts: frozenset[int]
    count: int = 0


class Cache:
    """Values by problem and question, the ones used last; what is over the limit is forgotten, least recently used first.

    limit: bytes in all, with the problems that the values are about. A value that alone is larger is handed over and not kept.
    A key holds the problem, known by its fingerprint; two problems of the same fingerprint are still told apart.
    """

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self._lock = Lock()
        self._kept: OrderedDict[Hashable, _Kept] = OrderedDict()
        self._problems: dict[Problem, _About] = {}
        self._under_way: dict[Hashable, Event] = {}
        self._size = 0

    @property
    def size(self) -> int:
        """How many bytes are kept."""
        return self._size

    def __len__(self) -> int:
        """Return how many values are kept."""
        return len(self._kept)

    def clear(self) -> None:
        """Forget everything."""
        with self._lock:
            self._kept.clear()
            self._problems.clear()
            self._size = 0

    def value(
        self, problem: Problem, question: Hashable, compute: Callable[[], Found], *, alone: bool = False
    ) -> Found:
        """Return what `compute` returns, computed once for equal problem and question in one language.

        Whoever asks while the same is being computed waits for it; where that fails, or its run is ended, they compute it themselves.
        alone: nobody waits here, since `compute` sees to it by itself that equal questions are answered once.
        """
        key = (problem, question, language())
        while True:
            with self._lock:
                kept = self._kept.get(key)
                if kept is not None:
                    self._kept.move_to_end(key)
                    return cast(Found, kept.value)
                if alone:
                    break
                under_way = self._under_way.get(key)
                if under_way is None:
                    self._under_way[key] = done = Event()
                    break
            under_way.wait()
        if alone:
            found = compute()
            self._keep(key, found, problem)
            return found
        try:
            found = compute()
            self._keep(key, found, problem)
            return found
        finally:
            with self._lock:
                del self._under_way[key]
            done.set()

    def kept(self, problem: Problem, question: Hashable) -> object:
        """Return what is kept of a question, None where nothing is: nothing is computed."""
        with self._lock:
            found = self._kept.get((problem, question, language()))
        return None if found is None else found.value

    def _keep(self, key: Hashable, value: object, problem: Problem) -> None:
        with self._lock:
            about = self._problems.get(problem)
        about = replace(about, count=0) if about else _About(problem, size_of(problem), made_of(problem))
        size = size_of(value, but=about.parts) + size_of(key, but=about.parts)
        if size + about.size > self.limit:
            return
        with self._lock:
            if key in self._kept:
                return
            self._kept[key] = _Kept(value, size, problem)
            about = self._problems.get(problem, about)
            self._size += size + (about.size if about.count == 0 else 0)
            self._problems[problem] = replace(about, count=about.count + 1)
            while self._size > self.limit:
                self._forget()

    def _forget(self) -> None:
        _key, old = self._kept.popitem(last=False)
        self._size -= old.size
        about = self._problems[old.problem]
        if about.count == 1:
            self._size -= about.size
            del self._problems[old.problem]
        else:
            self._problems[old.problem] = replace(about, count=about.count - 1)


def size_of(value: object, *, but: frozenset[int] = frozenset()) -> int:
    """Return how many bytes a value holds, all that it points to included; each thing counts once.

    but: what is counted elsewhere, by `id`.
    """
    seen = {id(None)}
    total, waiting = 0, [value]
    while waiting:
        one = waiting.pop()
        if id(one) not in seen and id(one) not in but:
            seen.add(id(one))
            total += sys.getsizeof(one)
            waiting.extend(_parts(one))
    return total


def made_of(problem: Problem) -> frozenset[int]:
    """Return the problem, its parts and theirs by `id`: what values about it point to."""
    parts = list(_parts(problem))
    return frozenset(map(id, [None, problem, *parts, *(inner for part in parts for inner in _parts(part))]))


def _parts(one: object) -> Iterable[object]:
    return _parts_of(type(one))(one)  # type: ignore[arg-type]  # types are hashable, whatever their own values are


@cache
def _parts_of(kind: type) -> Callable[[Any], Iterable[object]]:
    """Return how to find what a value of this type is made of: nothing for numbers, texts, functions and types."""
    if issubclass(kind, Mapping):
        return lambda one: [*one.keys(), *one.values()]
    if issubclass(kind, tuple | list | set | frozenset):
        return lambda one: one
    if issubclass(kind, np.ndarray):
        return lambda one: () if one.base is None else (one.base,)
    if is_dataclass(kind):
        names = [part.name for part in fields(kind)]
        return lambda one: [getattr(one, name) for name in names]
    return lambda _one: ()


SHARED = Cache(200 * MEGABYTE)  # the doors set the limit that the administrator names
