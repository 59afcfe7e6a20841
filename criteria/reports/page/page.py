"""The page set by typst: what is said comes in as data, and grows smaller, then shorter, until it fits one sheet."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from types import MappingProxyType
from typing import TypeVar

import typst

from criteria.charts.palette import PRINT_COLOURS
from criteria.errors import CriteriaError
from criteria.explain import counted
from criteria.explain.story import Part, story
from criteria.reports.fit import breakable
from criteria.reports.leaving import Leaving
from criteria.translation import language_code
from criteria.translation import translate as _

PAPERS: Mapping[str, float] = MappingProxyType(
    {"a4": 8.5, "a3": 12.5}
)  # the paper, and its letters in points
_FONT = "Noto Sans JP"  # Latin, Greek, Cyrillic, Japanese; shipped beside this file, under its own licence
_COVERED = re.compile("[\u0000-\u052f\u1e00-\u20cf\u2100-\u2bff\u3000-\u30ff\u4e00-\u9fff\uff00-\uffef]*")
_NOT_SHOWN = ("paper", "size", "fonts", "colours", "lang", "link")
# The size of the letters against the paper's, and how many rows bars, must-haves and checks have: each takes less room than the one before.
_TRIES = (
    (1.3, 20, 14, 10),
    (1.15, 20, 14, 10),
    (1.0, 20, 10, 8),
    (0.95, 20, 10, 7),
    (0.9, 20, 8, 7),
    (0.85, 16, 6, 5),
    (0.8, 12, 5, 4),
    (0.76, 12, 4, 4),
    (0.72, 10, 3, 3),
    (0.62, 8, 2, 2),
)
_BARS, _TABLES = (20, 16, 12), ((14, 10), (10, 8), (8, 7), (6, 5), (4, 4))
Choice = TypeVar("Choice")


def one_page(leaving: Leaving, *, paper: str = "a4") -> bytes:
    """Return the page of an evaluation as the bytes of a PDF; the same bytes for the same values.  paper: a key of PAPERS.

    1. The largest letters are chosen with which all parts fit.
    2. A column that has room left over gets more rows: the bars first, then the tables beside them.
    """
    parts = {part.key: part for part in story(leaving.evaluation, leaving.robustness)}

    @cache
    def sheet(scale: float, bars: int, gates: int, checks: int, shares: int) -> bytes:
        """Return the page set so, empty where it takes more than one.  bars and shares stand on the left, gates and checks on the right."""
        content = _set(_told(leaving, parts, paper, scale, (bars, gates, checks, shares)))
        return content if pages_of(content) == 1 else b""

    chosen = _first_that_fits(_TRIES, lambda tried: sheet(*tried, tried[2]))
    if chosen is None:
        raise CriteriaError(
            _("The texts of this scenario are too long for one page; shorten names and notes.")
        )
    scale, bars, gates, checks = chosen
    shares = gates
    more = [count for count in _BARS if count > bars]
    bars = _first_that_fits(more, lambda count: sheet(scale, count, gates, checks, shares)) or bars
    longer = [rows for rows in _TABLES if rows[0] > gates]
    gates, checks = _first_that_fits(longer, lambda rows: sheet(scale, bars, *rows, shares)) or (
        gates,
        checks,
    )
    return sheet(scale, bars, gates, checks, shares)


def _first_that_fits(choices: Sequence[Choice], fitting: Callable[[Choice], object]) -> Choice | None:
    """Return the first of these that fits, by halving: each takes less room than the one before. None where not even the last does."""
    first, last = 0, len(choices)
    while first < last:
        middle = (first + last) // 2
        first, last = (first, middle) if fitting(choices[middle]) else (middle + 1, last)
    return choices[first] if first < len(choices) else None


def pages_of(content: bytes) -> int:
    """Return how many pages a PDF of ours has."""
    found = re.search(rb"/Type\s*/Pages\b[^>]*?/Count\s+(\d+)", content, re.S)
    return int(found[1]) if found else 0


def _told(
    leaving: Leaving, parts: Mapping[str, Part], paper: str, scale: float, rows: tuple[int, int, int, int]
) -> str:
    face = leaving.face
    verdict = parts["verdict"]
    shown = verdict.rows[: rows[0]]
    sentences = list(verdict.sentences)
    if len(shown) < len(verdict.rows):
        sentences.append(counted.candidates_in_workbook(len(verdict.rows) - len(shown)))
    gates = _cut(parts["gates"], rows[1], columns=(0, 1, 3))
    values = {
        "paper": paper,
        "size": PAPERS[paper] * scale,
        "fonts": [_FONT],
        "colours": dict(PRINT_COLOURS),
        "lang": language_code(),
        "title": face.title,
        "said": face.said,
        "foot": face.foot,
        "open": _("Open this scenario"),
        "link": face.link if face.link.startswith(("https://", "http://")) else "",
        "settings": " · ".join(
            _("{name}: {value}", name=name, value=value)
            for name, value in face.settings
            if value != face.link
        ),
        "verdict": {
            "rows": [list(row[:3]) for row in shown],
            "values": [value[0] for value in verdict.values[: len(shown)]],
            "sentences": sentences,
        },
        "runner-up": _plain(parts["runner-up"]),
        "change": _cut(parts["change"], rows[3]),
        "gates": gates,
        "next": _cut(parts["next"], rows[2]),
    }
    told = {name: value if name in _NOT_SHOWN else _with_breaks(value) for name, value in values.items()}
    return json.dumps(told, ensure_ascii=False)


def _with_breaks(value: object) -> object:
    """Return what is shown, with places to break inside of long words: one would run over the next column otherwise."""
    if isinstance(value, str):
        return breakable(value)
    if isinstance(value, Mapping):
        return {name: _with_breaks(inner) for name, inner in value.items()}
    return [_with_breaks(inner) for inner in value] if isinstance(value, list) else value


def _plain(part: Part) -> dict[str, object]:
    return {
        "title": part.title,
        "sentences": list(part.sentences),
        "heads": list(part.heads),
        "rows": [list(row) for row in part.rows],
    }


def _cut(part: Part, limit: int, *, columns: Sequence[int] = ()) -> dict[str, object]:
    """Return a part with so many rows at most, the rest counted, and with these columns (all where none are named)."""
    chosen = list(columns) or list(range(len(part.heads)))
    rows = [[row[k] for k in chosen] for row in part.rows[:limit]]
    if len(part.rows) > limit:
        more = _("{count} more in the workbook", count=len(part.rows) - limit)
        rows.append([more, *[""] * (len(chosen) - 1)])
    return _plain(part) | {"rows": rows, "heads": [part.heads[k] for k in chosen] if part.heads else []}


def _set(data: str) -> bytes:
    """Return the PDF.  Fonts of the machine are looked through only for signs that ours does not have: that takes half a second."""
    fonts = _fonts(system=_COVERED.fullmatch(data) is None)
    source = files("criteria.reports.page").joinpath("page.typ").read_bytes()
    made = typst.compile(source, sys_inputs={"data": data}, font_paths=fonts, format="pdf")
    assert isinstance(made, bytes)
    return made


@lru_cache(maxsize=2)
def _fonts(*, system: bool) -> typst.Fonts:
    place = str(files("criteria.reports.page").joinpath("fonts"))
    return typst.Fonts(include_system_fonts=system, font_paths=[place])
