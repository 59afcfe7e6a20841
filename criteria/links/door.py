"""How long an address may be before anything of it is read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from urllib.parse import quote_plus

from criteria.translation import translate as _

PARAMETER_DOOR = 100  # parameters; Streamlit drops an address of more than 1,000 whole, without a word
ADDRESS_DOOR = 8_000  # characters; proxies commonly refuse addresses of a little more than that


def length_of(query: Mapping[str, Sequence[str]]) -> int:
    """Return how many characters the parameters take in an address; stops counting where there are far too many."""
    length = 0
    for name, values in query.items():
        for value in values:
            plain = len(name) + len(value) + 2
            length += plain if plain > ADDRESS_DOOR else _written(name) + _written(value) + 2
            if length > ADDRESS_DOOR:
                return length
    return length


def _written(text: str) -> int:
    # Half of a surrogate pair, as a command line can hold it, is a sign like any other.
    return len(quote_plus(text, errors="replace"))


def too_long(query: Mapping[str, Sequence[str]]) -> str:
    """Return what to say of an address that is too long to be read, or has too many parts; the empty text for any other."""
    if length_of(query) > ADDRESS_DOOR:
        return _(
            "The link is longer than {limit} characters; nothing of it was applied. Ask its sender for the file instead.",
            limit=ADDRESS_DOOR,
        )
    if sum(map(len, query.values())) > PARAMETER_DOOR:
        return _(
            "The link has more than {limit} parts; nothing of it was applied. Ask its sender for the link again.",
            limit=PARAMETER_DOOR,
        )
    return ""
