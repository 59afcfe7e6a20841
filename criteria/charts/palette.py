"""Every colour of the product, in charts, panels, style sheets and workbooks: hues that stay apart for colour-blind readers, in light and dark."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

# Blue, ochre, green, pink, slate, sienna, violet, sky: dark and light by turns, so that neighbours in a stacked bar stay apart in grey,
# and under protanopia and deuteranopia, the first five in any order; each at 3:1 or better on the light and on the dark ground. `tests/charts/test_palette.py` computes it.
GROUP_COLOURS = ("#2f69b9", "#ad882e", "#127d5b", "#ca71a8", "#5e6a75", "#c4795d", "#8051d7", "#5192a7")
# One series that stands for neither a criteria group, nor a candidate, nor a person.
UNSPLIT = "#54708f"
MUTED = "#8391a3"
SET_APART_BAR = MUTED  # hatched, so that it is no group's
SHIFTS = MUTED  # what was, beside what is
CLEAR = "rgba(0,0,0,0)"
# Never so full that the digits on it, in the ink of the theme, fall below 4.5:1.
HEAT = ((0.0, "rgba(84, 112, 143, 0.04)"), (1.0, "rgba(84, 112, 143, 0.7)"))
# Candidates: sixteen colours, each at 3:1 or better on the light and on the dark ground; the first eight stay apart for colour-blind readers.
CANDIDATE_COLOURS = (
    "#2f72b7", "#d4683c", "#16a085", "#b56399", "#b0821f", "#3f97c9", "#7b8a35", "#6f7f98",
    "#20748e", "#ab5118", "#1a7c73", "#dd5d65", "#7c653e", "#a444cf", "#5e6f60", "#a06f68",
)  # fmt: skip
# What a colour stands for, by the name of its variable in the style sheets: `--c-good`.
TONES: Mapping[str, str] = MappingProxyType(
    {
        "good": "#16845f",
        "bad": "#c9402c",
        "warn": "#bd8118",
        "careful": "#b97d14",  # a headline to be careful with
        "calm": "#7d8ca6",  # nothing to do about it
        "info": "#2f72b7",  # also the first of a pair
        "other": "#d4683c",  # the second of a pair
        "paper": "#ffffff",
        "ink": "#1b2430",
        "night": "#0d1218",  # ink on the primary colour of the dark theme
    }
)
# Cells of the workbook and its bars.
SHEET_COLOURS: Mapping[str, str] = MappingProxyType(
    {"input": "#fff7d6", "blank": "#8a5a00", "by hand": "#a11d1d", "note": "#5a6472", "bar": "#1f5fa8"}
)
# What is printed or projected on white, the deck and the page: letters, lines, and the heads of tables.
PRINT_COLOURS: Mapping[str, str] = MappingProxyType(
    {
        "ink": "#1b2430",
        "quiet": "#5a6472",
        "rule": "#c9d1db",
        "head": "#e9eef5",
        "paper": "#ffffff",
        "bar": UNSPLIT,
    }
)


def group_colour(position: int, groups: int = len(GROUP_COLOURS)) -> str:
    """Return the colour of a criteria group by its position in the tree, one quiet colour for all where there are more than eight.

    groups: how many there are. No colour stands for two of them; what is drawn in colours then is in `parts`.
    """
    return GROUP_COLOURS[position % len(GROUP_COLOURS)] if groups <= len(GROUP_COLOURS) else UNSPLIT


def faded(colour: str, opacity: float) -> str:
    """Return a colour of six hexadecimal digits as one that lets the ground through.  opacity: 0 to 1."""
    red, green, blue = (int(colour[k : k + 2], 16) for k in (1, 3, 5))
    return f"rgba({red}, {green}, {blue}, {opacity:.3g})"


def variables() -> str:
    """Return the tones as variables of the whole page, components included; the style sheets have no colours of their own."""
    told = "".join(f"--c-{name}: {colour};" for name, colour in TONES.items())
    return f":root {{ {told} }}\n"


def ink_on(colour: str) -> str:
    """Return the ink, light or dark, that stands out more on a ground of this colour. Source: WCAG 2.2, relative luminance."""
    light, dark = TONES["paper"], TONES["night"]
    return (
        light
        if _luminance(colour) < ((_luminance(light) + 0.05) * (_luminance(dark) + 0.05)) ** 0.5 - 0.05
        else dark
    )


def _luminance(colour: str) -> float:
    coded = [int(colour[k : k + 2], 16) / 255 for k in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in coded]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
