"""The items of one part of a link: limited in number, each told once, read strictly."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator

from criteria.model.text import clean_text
from criteria.translation import translate as _

ITEM_LIMIT = 2_000  # of one part; an address of 8,000 characters has room for fewer
# Digits of other scripts are none: they look like numbers and other software reads them otherwise.
NUMBER = r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]{1,3})?"
_NUMBER = re.compile(NUMBER)
_WHOLE = re.compile(r"[0-9]{1,9}")
_UNSEEN = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")


def items(
    text: str, notes: list[str], *, parted_by: str = ",", key: Callable[[str], str] = lambda part: part
) -> Iterator[tuple[str, str]]:
    """Yield each item of a part with its key. Of items with one key the last counts.

    Items told again, items with characters that cannot be seen, and items beyond the limit are named in a note and left out.
    """
    found: dict[str, str] = {}
    given = [part for part in text.split(parted_by, ITEM_LIMIT)[:ITEM_LIMIT] if part]
    for part in given:
        if unseen(part):
            notes.append(
                _(
                    "'{part}' in the link has characters that cannot be seen; it was left out. Ask its sender for the link again.",
                    part=quoted(part),
                )
            )
            continue
        name = key(part)
        if name in found:
            notes.append(told_again(name))
        found[name] = part
    if text.count(parted_by) >= ITEM_LIMIT:
        notes.append(
            _("A part of the link has more than {limit} items; those beyond were left out.", limit=ITEM_LIMIT)
        )
    yield from found.items()


def told_again(name: str) -> str:
    """Return the note on what a link says twice: everywhere the last counts."""
    return _("The link gives '{name}' more than once; the last was used.", name=quoted(name))


def unseen(text: str) -> bool:
    """Whether a text has characters that cannot be seen: zero-width ones, marks of direction, controls."""
    return not text.isprintable() and any(unicodedata.category(c) in _UNSEEN for c in text)


def number_in(text: str) -> float:
    """Return the number that a text is; raise ValueError for anything else, such as digits of other scripts, nan or 1_000."""
    if not _NUMBER.fullmatch(text):
        raise ValueError(text)
    return float(text)


def whole_in(text: str) -> int:
    """Return the whole number of at most nine digits that a text is; raise ValueError for anything else."""
    if not _WHOLE.fullmatch(text):
        raise ValueError(text)
    return int(text)


def quoted(text: str) -> str:
    """Return text from a link, short and clean enough for a note."""
    return clean_text(text, 40)
