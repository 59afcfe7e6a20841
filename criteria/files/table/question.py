"""What a reading says: roles with their reasons, and questions with choices and a suggestion."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

USED, ABOUT, LEFT_OUT, KEPT = "used", "about", "left out", "kept"


@dataclass(frozen=True, slots=True)
class Role:
    """What a row, column or cell is, and why.

    place: as the spreadsheet names it ("row 7", "column C").  name: what stands there.  role: candidate, criterion, directions,
    weights, units, total, heading, attribute ...  use: "used" (ranked), "about" (says something about the criteria), "kept" (beside
    the candidates, not ranked) or "left out".
    """

    place: str
    name: str
    role: str
    reason: str
    use: str


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer: what a program passes on, and what a person reads."""

    key: str
    label: str


@dataclass(frozen=True, slots=True)
class Question:
    """What the table leaves open.

    id: stable, made of kind and name ("direction:Price").  about: the name of what it is about.  suggestion: the key of a choice, or
    the empty text where nothing speaks for one; why: the reason of the suggestion.  essential: no ranking before it is answered.
    example: of an answer in one's own words, empty where only the choices are answers.
    """

    id: str
    kind: str
    about: str
    text: str
    choices: tuple[Choice, ...]
    suggestion: str = ""
    why: str = ""
    essential: bool = True
    example: str = ""


_MANY = 8  # questions that are alike, from which on they are asked as one
_OF_COLUMNS = frozenset(
    ("direction", "cells", "unit", "bounds")
)  # one answer may mean the same for several columns


def together(questions: Iterable[Question]) -> tuple[tuple[Question, ...], ...]:
    """Return the questions, those together that ask the same of many columns with the same choices, suggestion and reason; in their order."""
    groups: dict[object, list[Question]] = {}
    for question in questions:
        alike = (question.kind, question.choices, question.suggestion, question.why)
        groups.setdefault(alike if question.kind in _OF_COLUMNS else question.id, []).append(question)
    return tuple(
        part
        for group in groups.values()
        for part in ([tuple(group)] if len(group) >= _MANY else [(question,) for question in group])
    )
