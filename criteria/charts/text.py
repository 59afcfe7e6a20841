"""Names in charts: plotly reads a little HTML, so text from strangers is escaped, shortened and kept on one line."""

from __future__ import annotations

from html import escape

from criteria.model.text import cut, one_line


def plain_label(text: str, limit: int = 30) -> str:
    """Return a label that plotly shows letter by letter."""
    return escape(cut(one_line(text), limit), quote=False)


def strong(label: str) -> str:
    """Return a label in bold, in plotly's own words."""
    return f"<b>{label}</b>"


def lifted(text: str, lines: int) -> str:
    """Return a text with so many blank lines under it, in plotly's own words."""
    return "<br>".join([text, *lines * ["\u00a0"]])


def hover(*parts: str) -> str:
    """Return what stands beside the pointer: the parts under each other, in plotly's own words, without the name of the trace."""
    return "<br>".join(parts) + "<extra></extra>"
