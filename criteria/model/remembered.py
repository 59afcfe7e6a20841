"""Results that are kept as long as the problem they are about, and no longer."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from threading import Lock
from typing import Concatenate, ParamSpec, TypeVar
from weakref import WeakKeyDictionary

from criteria.model.problem import Problem

Given = ParamSpec("Given")
Found = TypeVar("Found")
MOST = 16  # results about one problem; each is small beside it


def remembered(
    function: Callable[Concatenate[Problem, Given], Found],
) -> Callable[Concatenate[Problem, Given], Found]:
    """Return the function, which then computes once for equal problems and other arguments; these must be hashable.

    What is kept holds no problem alive: it goes with the last value that does.
    """
    kept: WeakKeyDictionary[Problem, dict[object, Found]] = WeakKeyDictionary()
    lock = Lock()

    @wraps(function)
    def found(problem: Problem, /, *given: Given.args, **named: Given.kwargs) -> Found:
        key = (given, tuple(sorted(named.items())))
        with lock:
            about = kept.get(problem, {})
            if key in about:
                return about[key]
        computed = function(problem, *given, **named)
        with lock:
            about = kept.setdefault(problem, {})
            about[key] = computed
            while len(about) > MOST:
                del about[next(iter(about))]  # the one that was computed first
        return computed

    return found
