"""A language for tests: every text stands in brackets, so that what nobody translated stands out."""

from __future__ import annotations

import gettext
import re
from functools import cache
from pathlib import Path

from babel.messages.extract import extract_from_dir

PACKAGE = Path(__file__).parents[1] / "criteria"
MARKERS = {"_", "translate", "later"}
PAIRS = {"translate_count", "later_count"}
KEYWORDS = {**dict.fromkeys(MARKERS), **dict.fromkeys(PAIRS, (1, 2))}


@cache
def extracted() -> frozenset[str | tuple[str, ...]]:
    """Return what translators are given: templates, and pairs of singular and plural."""
    found = extract_from_dir(PACKAGE, [("**.py", "python")], keywords=KEYWORDS, comment_tags=())
    return frozenset(message for _file, _line, message, _comments, _context in found)


class Bracketed(gettext.NullTranslations):
    """A language in which every text stands in brackets; texts that nobody extracted are remembered."""

    def __init__(self, code: str = "ja") -> None:
        super().__init__()
        self.strangers: set[str] = set()
        self.code = code

    def info(self) -> dict[str, str]:
        return {"language": self.code}

    def gettext(self, message: str) -> str:
        if message and message not in extracted():
            self.strangers.add(message)
        return f"⟦{message}⟧"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        if (msgid1, msgid2) not in extracted():
            self.strangers.add(msgid1)
        return f"⟦{msgid1 if n == 1 else msgid2}⟧"


def outside(text: str) -> str:
    """Return what is left of a text without all that stands in brackets, one in another included."""
    while True:
        left = re.sub(r"⟦[^⟦⟧]*⟧", " ", text)
        if left == text:
            return left
        text = left
