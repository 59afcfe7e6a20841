"""Names, labels and identifiers are text from strangers: limited in length, free of control characters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from criteria.errors import ProblemError
from criteria.translation import translate as _

NAME_LIMIT = 120
TEXT_LIMIT = 2_000
ID_LIMIT = 60
ELLIPSIS = "…"
_ID = re.compile(r"[^\W_][\w-]*")  # letters and digits of any script, underscore and hyphen


def clean_text(text: str, limit: int = TEXT_LIMIT) -> str:
    """Return the text without control characters and needless space, cut at the limit with an ellipsis; lines stay lines."""
    # The only space in a printable text is the plain one. Nearly every text is clean, and many are cleaned at each move of a slider.
    if len(text) <= limit and text.isprintable() and "  " not in text and text == text.strip(" "):
        return text
    kept = "".join(character for character in text if _shown(character))
    lines = (" ".join(line.split()) for line in kept.splitlines())
    joined = "\n".join(line for line in lines if line)
    return joined if len(joined) <= limit else joined[: limit - 1] + ELLIPSIS  # data: to the letter as ever


def cut(text: str, limit: int) -> str:
    """Return the text, cut at the limit with an ellipsis where it is longer."""
    return text if len(text) <= limit else text[: limit - 1].rstrip() + ELLIPSIS


def cut_in_the_middle(text: str, limit: int) -> str:
    """Return the text, an ellipsis in its middle where it is longer: for texts that differ at their end."""
    half = (limit - 1) // 2
    return text if len(text) <= limit else f"{text[:half]}{ELLIPSIS}{text[-half:]}"


def capitalized(text: str) -> str:
    """Return the text with a capital as its first letter, the rest as it is: what begins a sentence."""
    return text[:1].upper() + text[1:]


def first_few(texts: Sequence[str], most: int) -> str:
    """Return the first of the texts, divided by commas, and an ellipsis where there are more."""
    return ", ".join(texts[:most]) + (f" {ELLIPSIS}" if len(texts) > most else "")


def one_line(text: str) -> str:
    """Return the text with its lines joined, for places that have room for one line only."""
    return " ".join(text.split())


def _shown(character: str) -> bool:
    # Cc: control, Cs: lone surrogates, Cf: invisible marks that can turn the reading direction of a line.
    return character.isspace() or unicodedata.category(character) not in ("Cc", "Cs", "Cf")


def checked_name(name: str, what: str) -> str:
    """Return the cleaned name; raise ProblemError if nothing is left of it."""
    cleaned = clean_text(name, NAME_LIMIT)
    if not cleaned:
        raise ProblemError(_("A {what} has no name: give it one.", what=what))
    return cleaned


def checked_id(identifier: str, what: str) -> str:
    """Return the identifier if a link can carry it; raise ProblemError otherwise."""
    if len(identifier) > ID_LIMIT or not _ID.fullmatch(identifier):
        raise ProblemError(
            _(
                "'{id}' cannot be the identifier of a {what}: use up to {limit} letters, digits, '-' and '_', "
                "beginning with a letter or digit.",
                id=clean_text(identifier, ID_LIMIT),
                what=what,
                limit=ID_LIMIT,
            )
        )
    return identifier


def id_from_name(name: str, taken: set[str]) -> str:
    """Return a short identifier made from the name that is not among those taken."""
    words = re.sub(r"[^\w]+", "-", unicodedata.normalize("NFKC", name).casefold().replace("_", "-")).strip(
        "-"
    )
    stem = words[: ID_LIMIT - 4].strip("-") or "item"
    candidate, number = stem, 1
    while candidate in taken or not _ID.fullmatch(candidate):
        number += 1
        candidate = f"{stem}-{number}" if _ID.fullmatch(stem) else f"item-{number}"
    return candidate
