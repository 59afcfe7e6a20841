"""Numbers as text that reads back as the same number."""

from __future__ import annotations


def exact(value: float) -> str:
    """Return the shortest text that reads back as exactly this number, without a needless '.0'."""
    text = repr(float(value))
    return text.removesuffix(".0")
