"""A finding about the data, and the row of a check in the catalogue."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from criteria.model.problem import Problem


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found, in a sentence, and what to do about it, in another; with the things it is about, by identifier.

    check: the key of the check, filled in by the catalogue.  alternatives, criteria: identifiers, for links to the place.
    """

    said: str
    advice: str
    alternatives: tuple[str, ...] = ()
    criteria: tuple[str, ...] = ()
    check: str = ""

    @property
    def text(self) -> str:
        """Both sentences."""
        return f"{self.said} {self.advice}"


@dataclass(frozen=True, slots=True)
class Check:
    """One check. key: for ever, files may name it.  name: the question it answers.  find: yields findings of a problem."""

    key: str
    name: str
    find: Callable[[Problem], Iterator[Finding]]
