"""What a column's heading says besides its name: which way is better, a unit, a scale, a weight."""

from __future__ import annotations

import re
from dataclasses import dataclass

from criteria.files.table.values.about import known_unit
from criteria.files.table.values.legend import Legend, legend_of
from criteria.files.table.values.lexicon import direction_word, folded

_ARROWS = {
    "↑": True,
    "▲": True,
    "⬆": True,
    "⇧": True,
    "⇑": True,
    "↓": False,
    "▼": False,
    "⬇": False,
    "⇩": False,
    "⇓": False,
}
_BRACKET = re.compile(r"[(\[（]([^()\[\]（）]*)[)\]）]")
_SCALE = re.compile(
    r"(?:scale|skala|échelle|escala|rating|points?|score)?\s*:?\s*(-?\d{1,3})\s*(?:-|–|—|to|bis|à|a|\.\.|…|〜|~)\s*(\d{1,4})\s*(?:points?|pts|scale|skala|点)?",
    re.I,
)
_POINTS = re.compile(
    r"(?:max\.?\s*|out of\s*|/\s*)?([1-9]\d{0,3})\s*(?:points?|pts\.?|punkte|pkt\.?|puntos|点)(?:\s*max\.?)?",
    re.I,
)
_OUT_OF = re.compile(r"(?:/|out of|sur|von|sobre)\s*(5|6|10|20|50|100)", re.I)
_WEIGHT = re.compile(r"(?:weight|w|gewicht|poids|peso|重み)?\s*[:=]?\s*(\d{1,3}(?:[.,]\d+)?)\s*%", re.I)
_WEIGHT_NAMED = re.compile(r"(?:weight|w|gewicht|poids|peso|重み)\s*[:=]?\s*(\d{1,4}(?:[.,]\d+)?)", re.I)
_TAIL = re.compile(
    r"\s*(?:[-–—:,;]|\.\s)\s*((?:the\s+)?(?:lower|higher|less|more|fewer|smaller|larger|bigger)\s+(?:is|the)\s+better|niedriger ist besser|höher ist besser|lower better|higher better)\s*$",
    re.I,
)
_SHORT = frozenset(("min", "max", "min.", "max."))


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading taken apart. maximize: None where it does not say; brief: it says so by (min) or (max) only, which may be minutes.

    legend: the scale that it explains in words.  out_of: it says of how many points a mark is, as (/20) does.  points: it says how many points there are to win, which are its scale and its weight.
    """

    name: str
    maximize: bool | None = None
    unit: str = ""
    scale: tuple[float, float] | None = None
    weight: float | None = None
    brief: bool = False
    points: bool = False
    out_of: bool = False
    legend: Legend | None = None


def heading_of(text: str) -> Heading:
    """Return what a heading says."""
    given = text
    maximize: bool | None = None
    for arrow, better in _ARROWS.items():
        if arrow in text:
            maximize = better
            text = text.replace(arrow, " ")
    if match := _TAIL.search(text):
        maximize = direction_word(match[1].removeprefix("the ")) if maximize is None else maximize
        text = text[: match.start()]
    unit, scale, weight, brief, points, out_of = "", None, None, False, False, False
    for match in list(_BRACKET.finditer(text)):
        inner = match[1].strip()
        taken = True
        said = [direction_word(part) for part in re.split(r"\s*[,;/]\s*", inner)] if inner else []
        if not inner:
            pass
        elif any(word is not None for word in said):
            maximize = next(word for word in said if word is not None) if maximize is None else maximize
            brief = folded(inner) in _SHORT
            rest = [
                part for part, word in zip(re.split(r"\s*[,;/]\s*", inner), said, strict=True) if word is None
            ]
            unit = unit or (rest[0] if rest and known_unit(rest[0]) else "")
        elif found := _SCALE.fullmatch(inner):
            low, high = float(found[1]), float(found[2])
            scale, taken = ((low, high), True) if low < high and high <= 1000 else (None, False)
        elif found := _POINTS.fullmatch(inner):
            scale, weight, points = (0.0, float(found[1])), float(found[1]), True
        elif (found := _OUT_OF.fullmatch(inner)) and scale is None:
            scale, out_of, taken = (0.0, float(found[1])), True, False
        elif found := _WEIGHT.fullmatch(inner) or _WEIGHT_NAMED.fullmatch(inner):
            weight = float(found[1].replace(",", "."))
        elif known_unit(inner):
            unit = unit or inner
        else:
            taken = False
        if taken:
            text = text.replace(match[0], " ", 1)
    name = " ".join(text.split())
    if name != " ".join(given.split()):
        name = name.strip(" -–—:,;")
    return Heading(name or given, maximize, unit, scale, weight, brief, points, out_of, legend_of(given))
