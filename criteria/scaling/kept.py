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
SMALL = 32_000  # bytes of performances up to which they are known by what they hold
MOST_OF_ONE = (
    4_000_000  # bytes of larger ones, which are known as the very array, where nobody can write to it
)
_MOST = 64_000_000  # bytes in all

_kept: OrderedDict[Hashable, tuple[FloatArray, FloatArray]] = (
    OrderedDict()
)  # performances, and what was found
_lock = Lock()


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
        with _lock:
            if key in _kept:
                _kept.move_to_end(key)
                return _kept[key][1]
        values = function(performances, *given, **named)
        values.setflags(write=False)
        with _lock:
            # The performances are held as well: an array that lives keeps its place in memory, and is known by it.
            _kept[key] = (performances, values)
            size = sum(one.nbytes + other.nbytes for one, other in _kept.values())
            while size > _MOST:
                size -= sum(array.nbytes for array in _kept.popitem(last=False)[1])
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
