"""Which end of a scale is the best, where a sheet says so: '1 = very good, 6 = insufficient', 'Scale: 1 (best) to 5 (worst)'."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from criteria.files.table.values.lexicon import LEGEND_WORDS, folded
from criteria.files.table.values.words import SCALES

_PAIR = re.compile(r"(?<![\d.,])(\d{1,3})\s*(?:=|:|–|—|\()\s*([^\d=:;,/|()…]{2,40})")
_WORST = frozenset(["worst", "lowest", "very bad", "terrible", "insufficient", "unsatisfactory", "inadequate", "schlechteste", "schlechtester", "am schlechtesten", "sehr mangelhaft", "pire", "insuffisant", "très insuffisant", "peor", "insuficiente", "deficiente", "最低", "最悪", "非常に悪い"])  # fmt: skip
_BEST = frozenset(["best", "highest", "very good", "perfect", "ideal", "optimal", "top", "beste", "bester", "am besten", "meilleur", "très bien", "mejor", "muy bien", "sobresaliente", "最高", "最良", "非常に良い"])  # fmt: skip
_LENGTH = 300
_EDGE = 40  # rows at either end of a sheet that are looked through


@dataclass(frozen=True, slots=True)
class Legend:
    """A scale in numbers as a sheet explains it: its ends, and whether the lower end is the best."""

    low: float
    high: float
    low_is_best: bool

    @property
    def said(self) -> str:
        """How a sentence writes the best number."""
        return f"{self.low if self.low_is_best else self.high:g}"


def legend_of(text: str) -> Legend | None:
    """Return the scale that a text explains by the words for its numbers, None where it explains none."""
    if len(text) > _LENGTH:
        return None
    return legend_of_pairs((float(number), word) for number, word in _PAIR.findall(text))


def legend_of_pairs(pairs: Iterable[tuple[float, str]]) -> Legend | None:
    """Return the scale of numbers with their words, None where the words do not tell which end is the best."""
    known = {number: share for number, word in pairs if (share := _worth(word)) is not None}
    if len(known) < 2:
        return None
    low, high = min(known), max(known)
    return None if known[low] == known[high] else Legend(low, high, known[low] > known[high])


def legend_on(rows: Sequence[Sequence[object]]) -> Legend | None:
    """Return the scale that a sheet explains above, below or beside its table: in one cell, in a row that begins so, or row by row."""
    edges = [*rows[:_EDGE], *rows[_EDGE:][-_EDGE:]]
    for row in edges:
        texts = [str(value) for value in row[:_EDGE] if value != ""]
        begins = bool(texts) and folded(texts[0]) in LEGEND_WORDS
        if (len(texts) == 1 or begins) and (found := legend_of("; ".join(texts))):
            return found
    return legend_of_rows(edges)


def legend_of_rows(rows: Sequence[Sequence[object]]) -> Legend | None:
    """Return the scale explained in rows of their own: a number, then its word, and nothing else."""
    pairs = []
    for row in rows:
        filled = [value for value in row if value != ""]
        if len(filled) == 2 and isinstance(filled[1], str):
            number = filled[0] if isinstance(filled[0], float) else _whole(filled[0])
            if number is not None:
                pairs.append((number, filled[1]))
    return legend_of_pairs(pairs)


def _whole(value: object) -> float | None:
    return float(value) if isinstance(value, str) and re.fullmatch(r"\d{1,3}", value) else None


def _worth(word: str) -> float | None:
    """Return how good a word is, from 0 (worst) to 1 (best); None where no scale of words has it."""
    form = folded(word.strip(" .)”\"'"))
    if form in _BEST:
        return 1.0
    if form in _WORST:
        return 0.0
    for scale in SCALES:
        if scale.valued and len(scale.levels) > 2:
            for k, level in enumerate(scale.levels):
                if form in level:
                    return k / (len(scale.levels) - 1)
    return None
