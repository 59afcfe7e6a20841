"""Text on its way into Markdown: read letter by letter, whatever it holds, and still readable without a reader of Markdown."""

from __future__ import annotations

import re

_JOINER = "\u2060"  # invisible: readers look for mail addresses and mentions after backslashes were taken back, so it must stand between
# Signs that begin or end mark-up anywhere; a colon or full stop that could be part of an address or an icon.
_SIGNS = re.compile(r"[\\`*_{}\[\]<>#!|~&$^@]|:(?=\S)|\.(?=[^\W\d])")
# At the beginning of a line: lists, headings, rules, numbers of a list.
_FIRST = re.compile(r"^(?:[-+=]|(\d{1,9})([.)]))")


def escaped(text: str) -> str:
    """Return the text on one line: no link, image, mention, mark-up, table, list, formula or HTML comes of it."""
    line = " ".join(text.split())
    line = _SIGNS.sub(lambda found: f"\\{found[0]}", line).replace("\\@", f"\\@{_JOINER}")
    return _FIRST.sub(lambda f: f"{f[1]}\\{f[2]}" if f[1] else f"\\{f[0]}", line)


def paragraphs(text: str) -> str:
    """Return a text of several lines likewise, each line a paragraph."""
    return "\n\n".join(escaped(line) for line in text.splitlines() if line.strip())


def web_link(title: str, address: str) -> str:
    """Return a link to an address of this software's own making; the empty text where it is not whole."""
    if not re.fullmatch(r"https?://[\w.:/?#%&=,+~*'()!;@-]+", address, re.ASCII):
        return ""
    return f"[{escaped(title)}](<{address}>)"
