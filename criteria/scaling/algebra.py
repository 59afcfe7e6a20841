"""The algebra library's own threads, kept to one: the products here are small, and to share one out takes longer than to compute it.

Where the other processors are busy it takes many times longer: every product waits for its last thread.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import lru_cache
from threading import Lock

from threadpoolctl import ThreadpoolController


@lru_cache(maxsize=1)
def _library() -> ThreadpoolController:
    return ThreadpoolController()


class _Inside:
    """How many are inside `one_thread` now, and what ends the limit that the first of them set for the process."""

    def __init__(self) -> None:
        self.lock = Lock()
        self.count = 0
        self.limit = ExitStack()


_inside = _Inside()


@contextmanager
def one_thread() -> Iterator[None]:
    """Let the algebra library compute on the calling thread alone. The limit ends when the last of all that are inside leaves."""
    with _inside.lock:
        if _inside.count == 0:
            _inside.limit.enter_context(_library().limit(limits=1, user_api="blas"))
        _inside.count += 1
    try:
        yield
    finally:
        with _inside.lock:
            _inside.count -= 1
            if _inside.count == 0:
                _given_up()
                _inside.limit.close()


def _given_up() -> None:
    """Let this thread end a limit that another one set: the library belongs to whoever set it first."""
    for library in _library().lib_controllers:
        if give_up := getattr(library, "clear_controlling_thread", None):
            give_up(force=True)
