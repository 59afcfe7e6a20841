"""One palette for every chart and panel: hues that stay apart for colour-blind readers, in light and dark."""

from __future__ import annotations

# Blue, ochre, green, pink, slate, sienna, violet, sky: dark and light by turns, so that neighbours in a stacked bar stay apart in grey,
# and under protanopia and deuteranopia; each at 3:1 or better on the light and on the dark ground. `tests/charts/test_palette.py` computes it.
GROUP_COLOURS = ("#2f69b9", "#ad882e", "#127d5b", "#d068bb", "#5e6a75", "#c4795d", "#8051d7", "#5192a7")
# One series that stands for neither a criteria group, nor a candidate, nor a person.
UNSPLIT = "#54708f"
SET_APART_BAR = "rgba(154, 165, 180, 0.35)"
MUTED = "#8391a3"


def group_colour(position: int) -> str:
    """Return the colour of a criteria group by its position in the tree; beyond eight the colours come round again."""
    return GROUP_COLOURS[position % len(GROUP_COLOURS)]
