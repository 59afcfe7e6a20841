"""What a reading says: roles with their reasons, and questions with choices and a suggestion."""

from __future__ import annotations

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
