"""What the colours of a chart stand for, where its bars cannot carry their names."""

from __future__ import annotations

from dataclasses import dataclass

from criteria.charts.palette import MUTED, SHIFTS, TONES, UNSPLIT, faded
from criteria.translation import translate as _

LOST = TONES["bad"]  # a lead that is lost; no candidate has this colour


@dataclass(frozen=True, slots=True)
class KeyEntry:
    """A colour, or a line where it is one, and what it stands for."""

    label: str
    colour: str
    line: bool = False


def rank_colour(rank: int, ranks: int) -> str:
    """Return the colour of a rank, from dark for the first, 0, to light for the last."""
    return faded(UNSPLIT, 1 - 0.93 * rank / max(1, ranks - 1))


def rank_key(ranks: int) -> tuple[KeyEntry, ...]:
    """Return what the colours of ranks stand for: the first three, the one in the middle, and the last."""
    shown = sorted({rank for rank in (0, 1, 2, ranks // 2, ranks - 1) if 0 <= rank < ranks})
    return tuple(KeyEntry(_("Rank {rank}", rank=rank + 1), rank_colour(rank, ranks)) for rank in shown)


def tornado_key() -> tuple[KeyEntry, ...]:
    """Return what the colours of a tornado stand for."""
    return (
        KeyEntry(_("Towards the low end of the range"), SHIFTS),
        KeyEntry(_("Towards the high end"), UNSPLIT),
        KeyEntry(_("Lead lost at that end"), LOST),
    )


def interval_key() -> tuple[KeyEntry, ...]:
    """Return what the colours of stability intervals stand for."""
    return (
        KeyEntry(_("The leader stays first"), faded(UNSPLIT, 0.35)),
        KeyEntry(_("The whole order stays"), faded(UNSPLIT, 0.9)),
        KeyEntry(_("Weight now"), MUTED, line=True),
    )
