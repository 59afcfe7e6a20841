"""What values of a scale mean, as lines of text to be edited: "8 = certified by a third party"."""

from __future__ import annotations

from math import isfinite

from criteria.errors import CriteriaError
from criteria.model.criterion import Scale
from criteria.model.text import cut, one_line
from criteria.translation import translate as _

Anchors = tuple[tuple[float, str], ...]


def anchor_lines(scale: Scale | None) -> str:
    """Return the anchors of a scale, a line for each value, empty where it has none."""
    return "\n".join(f"{at:.12g} = {one_line(words)}" for at, words in scale.anchors) if scale else ""


def anchors_in(typed: str, old: Scale | None, low: float, high: float) -> Anchors:
    """Return the anchors that the lines give, by value; those of the old scale to the last bit where its lines were left as they are.

    Raises CriteriaError for a line that does not begin with a value of the scale from low to high, and for a value given twice.
    """
    if old is not None and typed.strip() == anchor_lines(old).strip():
        return old.anchors
    found: dict[float, str] = {}
    for line in typed.splitlines():
        if not line.strip():
            continue
        value, sign, words = line.partition("=")
        at = _value(value)
        if not sign or at is None or not words.strip():
            raise CriteriaError(
                _("'{line}' is no anchor: write a value, = and what it means.", line=cut(line.strip(), 60))
            )
        if not low <= at <= high:
            raise CriteriaError(
                _(
                    "The anchor of {value:g} lies outside of the scale from {low:g} to {high:g}.",
                    value=at, low=low, high=high,
                )
            )  # fmt: skip
        if at in found:
            raise CriteriaError(_("Two anchors are given for {value:g}; give one.", value=at))
        found[at] = words.strip()
    return tuple(sorted(found.items()))


def _value(text: str) -> float | None:
    try:
        value = float(text.strip().replace(",", "."))
    except ValueError:
        return None
    return value if isfinite(value) else None
