"""How far a place is earned, in words: the ranks in 90 % of the draws, and who is not separated from the first."""

from __future__ import annotations

from criteria.robustness.evaluated.places import Place
from criteria.translation import translate as _


def ranks_text(place: Place) -> str:
    """Return the ranks in 90 % of the draws, as in "2–5"; one number where there is one."""
    if place.low == place.high:
        return str(place.low)
    return _("{best}–{worst}", best=place.low, worst=place.high)


def separation_text(place: Place, *, leads: bool) -> str:
    """Return that a candidate is not separated from the first; the empty text where it is, and for the first itself."""
    return "" if leads or place.separated else _("not separated from first")
