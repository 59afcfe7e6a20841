"""Scaled performances that are kept: every move of a weight, and every method that votes, asks for those of the same performances."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from functools import wraps
from threading import Lock
from typing import Concatenate, ParamSpec

import numpy as np

from criteria.model.arrays import FloatArray

Given = ParamSpec("Given")
# bytes of performances up to which they are known by what they hold
SMALL = 32_000
# bytes of larger ones, which are known as the very array, where nobody can write to it
MOST_OF_ONE = 4_000_000
_MOST = 64_000_000  # bytes in all


class _Kept:
    """What was found of performances, used last, up to `_MOST` bytes with the performances."""

    def __init__(self) -> None:
        self.size = 0
        self._found: OrderedDict[Hashable, tuple[FloatArray | None, FloatArray, int]] = OrderedDict()
        self._lock = Lock()

    def __len__(self) -> int:
        return len(self._found)

    def get(self, key: Hashable) -> FloatArray | None:
        """Return what was found, None where nothing is kept."""
        with self._lock:
            if key not in self._found:
                return None
            self._found.move_to_end(key)
            return self._found[key][1]

    def put(self, key: Hashable, performances: FloatArray, values: FloatArray) -> None:
        """Keep what was found, and large performances: an array that lives keeps its place in memory, and is known by it.

        Small ones are in the key, and not held: they may be a view of something large.
        """
        size = performances.nbytes + values.nbytes
        held = performances if performances.nbytes > SMALL else None
        with self._lock:
            if key in self._found:
                return
            self._found[key] = (held, values, size)
            self.size += size
            while self.size > _MOST:
                self.size -= self._found.popitem(last=False)[1][2]


_kept = _Kept()


def kept(
    function: Callable[Concatenate[FloatArray, Given], FloatArray],
) -> Callable[Concatenate[FloatArray, Given], FloatArray]:
    """Return the function, which then computes once for equal performances (..., m, n) and settings; what it returns is read-only."""

    @wraps(function)
    def found(performances: FloatArray, /, *given: Given.args, **named: Given.kwargs) -> FloatArray:
        known = _known_by(performances)
        if known is None:
            return function(performances, *given, **named)
        key = (function, known, *map(_hashable, given), *map(_hashable, sorted(named.items())))
        values = _kept.get(key)
        if values is None:
            values = function(performances, *given, **named)
            values.setflags(write=False)
            _kept.put(key, performances, values)
        return values

    return found


def _known_by(performances: FloatArray) -> Hashable:
    """Return what these performances are known by; None where nothing is to be kept of them."""
    if performances.nbytes <= SMALL:
        return performances.shape, performances.tobytes()
    lasting = not performances.flags.writeable and performances.base is None
    return id(performances) if lasting and performances.nbytes <= MOST_OF_ONE else None


def _hashable(setting: object) -> Hashable:
    if isinstance(setting, np.ndarray):
        return setting.dtype.str, setting.shape, setting.tobytes()
    return tuple(map(_hashable, setting)) if isinstance(setting, tuple | list) else setting
