"""Many small cases as one test: what fails says with which case, and the runner is not told of thousands."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable, Iterable
from typing import Any


def each(**cases: Iterable[object]) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Return a decorator that calls a test once for each value of one argument, in one test; written as `@each(seed=range(9))`."""
    ((name, values),) = cases.items()
    values = list(values)
    assert values

    def loop(test: Callable[..., None]) -> Callable[..., None]:
        @functools.wraps(test)
        def run(**given: Any) -> None:
            for value in values:
                try:
                    test(**given, **{name: value})
                except BaseException as error:
                    error.add_note(f"with {name} = {value!r}")
                    raise

        signature = inspect.signature(test)
        kept = [parameter for parameter in signature.parameters.values() if parameter.name != name]
        run.__signature__ = signature.replace(parameters=kept)  # type: ignore[attr-defined]
        return run

    return loop
