"""Colours: told apart by colour-blind readers and in grey, seen on both grounds, and none that means two things."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest

from criteria.charts.colour_keys import LOST
from criteria.charts.palette import (
    CANDIDATE_COLOURS,
    GROUP_COLOURS,
    MUTED,
    SET_APART_BAR,
    SHIFTS,
    TONES,
    UNSPLIT,
    group_colour,
    variables,
)

# Machado, Oliveira & Fernandes (2009), "A physiologically-based model for simulation of color vision deficiency", IEEE TVCG 15 (6),
# table of matrices for severity 1.0, on linear RGB.
PROTANOPIA = np.array([
    [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998],
])  # fmt: skip
DEUTERANOPIA = np.array([
    [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881],
])  # fmt: skip
SIGHTS = {"trichromat": np.eye(3), "protanopia": PROTANOPIA, "deuteranopia": DEUTERANOPIA}
# IEC 61966-2-1 (sRGB), D65.
TO_XYZ = np.array([
    [0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041],
])  # fmt: skip
PACKAGE = Path(__file__).parents[2] / "criteria"
THEME = tomllib.loads((Path(__file__).parents[2] / ".streamlit/config.toml").read_text("utf-8"))["theme"]
NEIGHBOURS = [(g, (g + 1) % len(GROUP_COLOURS)) for g in range(len(GROUP_COLOURS))]


def linear(colour: str) -> np.ndarray:
    """Return linear RGB, 0 to 1, of a colour in six hexadecimal digits."""
    coded = np.array([int(colour[i : i + 2], 16) for i in (1, 3, 5)]) / 255
    return np.where(coded <= 0.04045, coded / 12.92, ((coded + 0.055) / 1.055) ** 2.4)


def lab(rgb: np.ndarray) -> np.ndarray:
    """Return CIE 1976 L*, a*, b* of linear RGB."""
    ratio = TO_XYZ @ np.clip(rgb, 0, 1) / (TO_XYZ @ np.ones(3))
    f = np.where(ratio > (6 / 29) ** 3, np.cbrt(ratio), ratio / (3 * (6 / 29) ** 2) + 4 / 29)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


def ciede2000(one: np.ndarray, other: np.ndarray) -> float:
    """Return the colour difference of Sharma, Wu & Dalal (2005), Color Research & Application 30 (1), with unit weights."""
    (l1, a1, b1), (l2, a2, b2) = one, other
    mean = (np.hypot(a1, b1) + np.hypot(a2, b2)) / 2
    stretch = 1.5 - 0.5 * np.sqrt(mean**7 / (mean**7 + 25.0**7))
    c1, c2 = np.hypot(a1 * stretch, b1), np.hypot(a2 * stretch, b2)
    h1, h2 = (np.degrees(np.arctan2(b, a * stretch)) % 360 for a, b in ((a1, b1), (a2, b2)))
    turn = 0.0 if c1 * c2 == 0 else (h2 - h1 + 180) % 360 - 180
    chroma, lightness = (c1 + c2) / 2, (l1 + l2) / 2
    hue = (h1 + h2) / 2
    if c1 * c2 == 0:
        hue = h1 + h2
    elif abs(h1 - h2) > 180:
        hue += 180 if h1 + h2 < 360 else -180
    waves = ((-0.17, 1, -30), (0.24, 2, 0), (0.32, 3, 6), (-0.20, 4, -63))
    t = 1 + sum(height * np.cos(np.radians(times * hue + shift)) for height, times, shift in waves)
    dl = (l2 - l1) / (1 + 0.015 * (lightness - 50) ** 2 / np.sqrt(20 + (lightness - 50) ** 2))
    dc = (c2 - c1) / (1 + 0.045 * chroma)
    dh = 2 * np.sqrt(c1 * c2) * np.sin(np.radians(turn / 2)) / (1 + 0.015 * chroma * t)
    bend = (
        -2
        * np.sqrt(chroma**7 / (chroma**7 + 25.0**7))
        * np.sin(np.radians(60 * np.exp(-(((hue - 275) / 25) ** 2))))
    )
    return float(np.sqrt(dl**2 + dc**2 + dh**2 + bend * dc * dh))


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of WCAG 2.2 between two colours, 1 to 21."""
    low, high = sorted(float(TO_XYZ[1] @ linear(colour)) + 0.05 for colour in (one, other))
    return high / low


def test_the_difference_is_the_one_of_the_published_test_data() -> None:
    for one, other, expected in (  # Sharma et al. (2005), table 1: five of its pairs
        ((50, 2.6772, -79.7751), (50, 0, -82.7485), 2.0425),
        ((50, 0, 0), (50, -1, 2), 2.3669),
        ((50, 2.4900, -0.0010), (50, -2.4900, 0.0010), 7.1792),
        ((50, 2.4900, -0.0010), (50, -2.4900, 0.0011), 7.2195),
        ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
    ):
        assert ciede2000(np.array(one), np.array(other)) == pytest.approx(expected, abs=6e-5)


@pytest.mark.parametrize("sight", sorted(SIGHTS))
@pytest.mark.parametrize("pair", NEIGHBOURS)
def test_neighbours_in_a_stacked_bar_are_told_apart(pair: tuple[int, int], sight: str) -> None:
    one, other = (lab(SIGHTS[sight] @ linear(GROUP_COLOURS[g])) for g in pair)
    assert ciede2000(one, other) >= 12
    assert abs(one[0] - other[0]) >= 5  # in grey, too


@pytest.mark.parametrize("sight", sorted(SIGHTS))
def test_any_two_of_five_groups_are_told_apart(sight: str) -> None:
    """Groups between them may add nothing, so that any two can be neighbours."""
    seen = [lab(SIGHTS[sight] @ linear(colour)) for colour in GROUP_COLOURS[:5]]
    assert min(ciede2000(one, other) for one, other in combinations(seen, 2)) >= 12


@pytest.mark.parametrize("colour", [*GROUP_COLOURS, UNSPLIT])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_bar_is_seen_on_both_grounds(colour: str, theme: str) -> None:
    assert contrast(colour, THEME[theme]["backgroundColor"]) >= 3
    assert contrast(colour, THEME[theme]["sidebar"]["backgroundColor"]) >= 3


DRAWN = [
    *CANDIDATE_COLOURS,
    MUTED,
    SHIFTS,
    *(TONES[tone] for tone in sorted({*TONES} - {"paper", "ink", "night"})),
]


@pytest.mark.parametrize("colour", DRAWN)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_line_area_and_tone_is_seen_on_the_page(colour: str, theme: str) -> None:
    assert contrast(colour, THEME[theme]["backgroundColor"]) >= 3


def test_candidates_have_colours_that_are_told_apart() -> None:
    seen = [lab(linear(colour)) for colour in CANDIDATE_COLOURS]
    apart = [ciede2000(one, other) for k, one in enumerate(seen) for other in seen[:k]]
    assert min(apart) >= 9
    # Areas of the decision map lie beside each other with a white border between them.
    assert min(contrast(colour, TONES["paper"]) for colour in CANDIDATE_COLOURS) >= 3


def test_the_theme_has_the_colours_of_the_palette() -> None:
    assert THEME["chartCategoricalColors"] == list(GROUP_COLOURS)


def test_groups_have_colours_of_their_own_that_come_round_again() -> None:
    shown = [group_colour(g) for g in range(len(GROUP_COLOURS))]
    assert len({*shown, UNSPLIT}) == len(GROUP_COLOURS) + 1 == 9
    assert group_colour(8) == group_colour(0) != group_colour(1)


def test_a_lead_that_is_lost_has_no_candidates_colour() -> None:
    assert min(ciede2000(lab(linear(LOST)), lab(linear(colour))) for colour in CANDIDATE_COLOURS) >= 6


def imported(path: Path) -> Iterator[tuple[Path, str]]:
    """Yield what a module of the package imports from which other one of pages, components and charts."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(
            ("criteria.ui", "criteria.charts")
        ):
            folder = PACKAGE.parent.joinpath(*str(node.module).split("."))
            for name in (alias.name for alias in node.names):
                yield (
                    next(p for p in (folder / f"{name}.py", folder.with_suffix(".py"), folder) if p.exists()),
                    name,
                )


def painters(page: Path, *colours: str) -> list[str]:
    """Return the modules that a page is drawn by and that use one of some colours."""
    found, waiting = set(), [page]
    while waiting:
        one = waiting.pop()
        if one.suffix == ".py" and one not in found:
            found.add(one)
            waiting += [other for other, _name in imported(one)]
    return sorted(one.stem for one in found if {name for _other, name in imported(one)} & {*colours})


@pytest.mark.parametrize("page", sorted((PACKAGE / "ui/pages").glob("[a-z]*.py")), ids=lambda page: page.stem)
def test_no_page_has_colours_for_candidates_and_for_groups(page: Path) -> None:
    candidates, groups = painters(page, "candidate_colour"), painters(page, "group_colour", "parts_of")
    assert not (candidates and groups)
    assert bool(candidates) == (page.stem in ("robustness", "weights"))
    assert bool(groups) == (page.stem in ("shortlist", "evidence"))


def test_every_colour_is_one() -> None:
    for colour in (*GROUP_COLOURS, MUTED, UNSPLIT, SET_APART_BAR):
        assert re.fullmatch(r"#[0-9a-f]{6}", colour)


WRITTEN = sorted(
    path for path in PACKAGE.rglob("*") if path.suffix in (".py", ".css", ".js", ".html", ".typ")
)
COLOUR = re.compile(
    r"(?<![&\w])#(?:[0-9a-f]{8}|[0-9a-f]{6}|[0-9a-f]{3,4})(?![\w-])"  # as the web writes it
    r"|\b(?:rgb|hsl)a?\((?!colours|d\.)|\bluma\("
    r"|[\"'](?=[^\"']*[a-f])[0-9a-f]{6}[\"']|RGBColor\(",  # as offices write it
    re.IGNORECASE,
)


def test_no_colour_is_written_outside_the_palette() -> None:
    found = {
        f"{path.relative_to(PACKAGE)}:{number}": line.strip()[:80]
        for path in WRITTEN
        if path.name != "palette.py"
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if COLOUR.search(line)
    }
    assert not found, "give it a name in criteria/charts/palette.py"
    assert COLOUR.search("a { color: #FFF }")
    assert COLOUR.search("'rgba(1, 2, 3, 0.4)'")
    assert COLOUR.search('"#a1b2c3"')
    assert COLOUR.search('"E9EEF5"')
    assert COLOUR.search("RGBColor(0x1B, 0x24, 0x30)")
    assert COLOUR.search('fill: rgb("#54708f")')


def test_style_sheets_use_the_tones_of_the_palette_and_no_others() -> None:
    used = {
        name
        for path in WRITTEN
        for name in re.findall(r"var\(--c-([a-z]+)\)", path.read_text(encoding="utf-8"))
    }
    assert used
    assert used <= set(TONES)
    assert all(f"--c-{name}: {colour};" in variables() for name, colour in TONES.items())
