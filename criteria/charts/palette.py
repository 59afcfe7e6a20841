"""One palette for every chart and panel: hues that stay apart for colour-blind readers, in light and dark."""

from __future__ import annotations

# Blue, green, amber, purple, slate, vermilion, sky, olive: after Okabe & Ito (2008), toned to one lightness.
GROUP_COLOURS = ("#2f72b7", "#16a085", "#e0a030", "#b56399", "#7d8ca6", "#d4683c", "#5fb0de", "#8a9a3f")
UNSPLIT = "#2f72b7"
SET_APART_BAR = "rgba(154, 165, 180, 0.35)"
MUTED = "#8391a3"


def group_colour(position: int) -> str:
    """Return the colour of a criteria group by its position in the tree; beyond eight the colours come round again."""
    return GROUP_COLOURS[position % len(GROUP_COLOURS)]
