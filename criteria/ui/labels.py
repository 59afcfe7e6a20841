"""Text from strangers on its way to the screen: the one place that makes it harmless."""

from __future__ import annotations

import re
from html import escape
from urllib.parse import urlsplit


def text(value: object) -> str:
    """Return the value as HTML that shows it letter by letter."""
    return escape(str(value), quote=True)


def web_address(url: str) -> str:
    """Return the address, escaped, if it leads to a web page; the empty text for anything else."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return text(url) if parts.scheme in ("http", "https") and parts.netloc else ""


def option(value: str, limit: int = 60) -> str:
    """Return the value for a menu: one line, cut with an ellipsis."""
    line = " ".join(value.split())
    return line if len(line) <= limit else line[: limit - 1] + "…"


_JOINER = "\u2060"  # a word joiner: nothing to be seen, but no Markdown either


def label(value: str, limit: int = 160) -> str:
    """Return the value for the label of a widget, where Streamlit reads Markdown: no links, images, icons, colours, formulas.

    An invisible sign is put where such things begin, and the dollar sign is the wide one; a stray asterisk can still make
    text slanted.
    """
    shown = option(value, limit)
    for sign in (":", "@", "]", "!", "`", "<", "&"):
        shown = shown.replace(sign, sign + _JOINER)
    return re.sub(r"(?i)(www)\.", rf"\1{_JOINER}.", shown).replace("$", "\uff04")
