"""Weights in words: how many points each word of a scale of importance counts, or those that a person states."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from criteria.files.table.values.words import OrderedWords, scale_of, word_form

Levels = tuple[frozenset[str], ...]  # from the lowest to the highest


def _levels(text: str) -> Levels:
    return tuple(frozenset(word_form(word) for word in level.split(",")) for level in text.split(";"))


# Each scale begins at 0: what is out of scope, or not important, does not count.
_MOSCOW = _levels(
    "won't,won’t,wont,w,won't have,wird nicht; could,could have,c,nice to have,nice-to-have,kann,peut,podría; should,should have,s,soll,sollte,devrait,debería; must,must have,must-have,m,muss,doit,debe"
)
_IMPORTANCE = _levels(
    "not important,unimportant,not at all important,irrelevant,not relevant,won't,won’t,unwichtig,nicht wichtig,pas important,no importante,重要でない;"
    "very low,slightly important,less important,low importance,nice to have,nice-to-have,could,could have,optional,minor,weniger wichtig,wünschenswert,kann,sehr gering,sehr niedrig,très faible,peu important,souhaitable,muy bajo,poco importante,deseable,あまり重要でない;"
    "low,gering,niedrig,faible,bajo,baja,低;"
    "medium,moderate,moderately important,somewhat important,should,should have,neutral,normal,average,mittel,soll,sollte,moyen,moyenne,assez important,medio,media,中,普通;"
    "high,important,hoch,wichtig,élevé,élevée,fort,alto,alta,importante,major,高,重要;"
    "very high,very important,key,sehr hoch,sehr wichtig,très élevé,très important,muy alto,muy importante,非常に重要;"
    "must,must have,must-have,critical,essential,mandatory,required,crucial,vital,extremely important,muss,zwingend,unverzichtbar,kritisch,essentiel,critique,indispensable,obligatoire,obligatorio,esencial,crítico,imprescindible,必須"
)
_STATED = re.compile(r"\s*(.+?)\s*[=:]\s*(\d{1,6}(?:\.\d{1,3})?)\s*")


def points_of_words(words: Iterable[str]) -> dict[str, float] | None:
    """Return the points of each word, in the order of the points; None where the words are on no known scale together.

    High, Medium and Low are 3, 2 and 1; Must, Should, Could and Won't 3, 2, 1 and 0; mixed words of importance stand on one scale from 0 to 6.
    """
    every = list(dict.fromkeys(words))
    found = scale_of(every)
    if found is not None and not found[0].valued and not _of_extent(found[0]):
        return _in_order({word: float(level) for word, level in found[1].items()})
    for levels in (_MOSCOW, _IMPORTANCE):
        points = {word: k for word in every for k, level in enumerate(levels) if word_form(word) in level}
        if len(points) == len(every) and every:
            return _in_order({word: float(k) for word, k in points.items()})
    return None


def stated_points(text: str) -> dict[str, float] | None:
    """Return the points that a person states as 'high = 5, low = 1', by the word as scales have it; None where the text states none."""
    parts = [_STATED.fullmatch(part) for part in re.split(r"[;,]", text) if part.strip()]
    if not parts or None in parts:
        return None
    return {word_form(part[1]): float(part[2]) for part in parts if part}


def said_points(points: Mapping[str, float]) -> str:
    """Return points as a person reads and writes them: high = 3, low = 1."""
    return ", ".join(f"{word} = {value:g}" for word, value in points.items())


def _of_extent(scale: OrderedWords) -> bool:
    """Whether a scale is one of sizes, money or frequency, whose words say nothing of importance."""
    return any(word in scale.levels[-1] for word in ("large", "always", "$$$$"))


def _in_order(points: dict[str, float]) -> dict[str, float]:
    return dict(sorted(points.items(), key=lambda one: -one[1]))
