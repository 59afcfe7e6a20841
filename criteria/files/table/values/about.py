"""What the label of a row or column says: directions, weights, units, a scale, thresholds."""

from __future__ import annotations

import re
from collections.abc import Sequence

from criteria.files.table.values.lexicon import (
    DIRECTION_LABELS,
    SCALE_HIGH_LABELS,
    SCALE_LOW_LABELS,
    THRESHOLD_LABELS,
    UNIT_LABELS,
    WEIGHT_LABELS,
    folded,
)
from criteria.files.table.values.units import CURRENCIES, FAMILIES

# Weight (kg) is what a thing weighs.
_MASS = re.compile(
    r"[(\[（]\s*(?:kg|mg|g|t|lbs?|oz|tons?|tonnes?|pounds?|grams?|kilos?|kilograms?|tonnen?|gramm|grammes?)\s*[)\]）]\s*$",
    re.I,
)
# Weight in %, Gewichtung in Prozent, poids en %: weights all the same.
_SHARE = re.compile(
    r"\s*[(\[（]?\s*(?:in|en|as|als)?\s*(?:%|percent|per cent|pct|prozent|pourcents?|por ciento|％)\s*[)\]）]?$"
)
_BRACKET = re.compile(r"\s*[(\[（][^()\[\]（）]*[)\]）]\s*$")
_SCALE_LABELS = frozenset(
    ("scale", "rating scale", "scoring scale", "skala", "échelle", "escala", "尺度", "range of scale")
)
_LETTERS = frozenset("qpvw")


def bare(text: str) -> str:
    """Return a label without a remark in brackets at its end."""
    return _BRACKET.sub("", text).strip() or text


def about_label(text: str) -> str:
    """Return what a label announces: direction, weight, unit, scale_low, scale_high, scale, a threshold, or the empty text.

    The letters q, p, v and w announce something only together with their numbers, and are left to the caller.
    """
    for word in (folded(text),) if _MASS.search(text) else (folded(text), folded(bare(text))):
        if word in _LETTERS:
            return ""
        for labels, kind in (
            (DIRECTION_LABELS, "direction"),
            (WEIGHT_LABELS, "weight"),
            (UNIT_LABELS, "unit"),
            (SCALE_LOW_LABELS, "scale_low"),
            (SCALE_HIGH_LABELS, "scale_high"),
            (_SCALE_LABELS, "scale"),
        ):
            if word in labels:
                return kind
        if word in THRESHOLD_LABELS:
            return THRESHOLD_LABELS[word]
    return "weight" if _SHARE.sub("", folded(text)) in WEIGHT_LABELS else ""


def known_unit(text: str) -> bool:
    """Whether a text is a unit as people put it behind a name: EUR, %, ms, km/h, kEUR, points."""
    word = folded(text).strip("()[] ")
    if not word or len(word) > 20:
        return False
    units = {unit for family in FAMILIES for unit in family}
    parts = [part.strip() for part in re.split(r"[/·]|\bper\b|\bpro\b|\bpar\b|\bpor\b", word)]
    first = parts[0]
    return any(
        candidate in units or candidate in CURRENCIES or candidate in _OTHER
        for candidate in (
            first,
            first.removeprefix("k"),
            first.removeprefix("m"),
            first.removeprefix("mio "),
            first.rstrip("."),
        )
    ) or bool(
        re.fullmatch(r"[a-zµ°%]{1,5}(?:/[a-z0-9²³]{1,8})?[²³]?", word) and ("/" in word or word[-1] in "²³%")
    )


_OTHER = frozenset(
    [
        "%",
        "‰",
        "points",
        "point",
        "pts",
        "pt",
        "score",
        "stars",
        "rating",
        "years",
        "year",
        "months",
        "hours",
        "count",
        "number",
        "units",
        "unit",
        "pieces",
        "pcs",
        "items",
        "users",
        "countries",
        "req/s",
        "rps",
        "tps",
        "mach",
        "seats",
        "people",
        "employees",
        "fte",
        "hp",
        "ps",
        "kw",
        "nm",
        "n",
        "db",
        "°c",
        "°f",
        "c",
        "k",
        "bar",
        "v",
        "a",
        "ah",
        "mpg",
        "gco2",
        "g/km",
        "punkte",
        "stück",
        "stunden",
        "personen",
        "mitarbeiter",
        "länder",
        "nombre",
        "points",
        "unités",
        "heures",
        "personnes",
        "países",
        "puntos",
        "horas",
        "unidades",
        "万円",
        "億円",
        "百万円",
        "千円",
        "円",
        "%",
        "点",
        "人",
        "日",
        "時間",
        "件",
        "台",
        "年",
        "秒",
        "分",
        "社",
        "国",
        "万台",
        "keur",
        "kusd",
        "meur",
        "musd",
        "teur",
        "mio",
        "t€",
        "k€",
        "m€",
        "k$",
        "m$",
        "tsd",
        "mio.",
        "mrd.",
        "bn",
        "lakh",
        "crore",
        "index",
        "grade",
        "level",
    ]
)


def unit_cells(texts: Sequence[str]) -> bool:
    """Whether all texts are units, most of them in brackets or known."""
    given = [text for text in texts if text]
    return len(given) > 0 and all(
        (text.startswith(("(", "[")) and text.endswith((")", "]"))) or known_unit(text) for text in given
    )
