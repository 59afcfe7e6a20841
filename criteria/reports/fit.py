"""How much room a text takes, estimated to the safe side, so that nothing is cut and nothing runs into anything else."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from criteria.model.text import ELLIPSIS

LINE = 1.25  # height of a line in font sizes
FULL_WIDTH_LINE = 1.5  # of one with full-width signs: their fonts are taller
_LONGEST_WORD, _STEP = (
    18,
    6,
)  # letters without a break that a narrow column may hold; where longer words may be broken
_NARROW = set("iljtf.,:;|'!()[]/ I·-–")
_WIDE = set("mwMWQO@%&—…")


def text_width(text: str) -> float:
    """Return the width of a line of text in font sizes: full-width signs 1, letters by three classes, all a little generous."""
    return sum(_sign_width(sign) for sign in text)


@lru_cache(maxsize=8192)
def _sign_width(sign: str) -> float:
    if unicodedata.combining(sign) or sign == "\u2060":
        return 0.0
    if unicodedata.east_asian_width(sign) in "WF":
        return 1.02
    if sign in _NARROW:
        return 0.36
    if sign in _WIDE:
        return 0.95
    return 0.69 if sign.isupper() else 0.58


def lines_needed(text: str, width: float) -> int:
    """Return how many lines a text takes in a width given in font sizes; words that are too long are broken, full-width text anywhere."""
    lines = 0
    for paragraph in text.split("\n") or [""]:
        lines += 1
        used = 0.0
        for word in _pieces(paragraph):
            seen = text_width(word.rstrip())
            if used and used + seen > width:
                lines, used = lines + 1, 0.0
            broken = int(seen // width) if seen > width > 0 else 0  # a word longer than the line
            lines += broken
            used += text_width(word) - broken * width
    return lines


def _pieces(paragraph: str) -> list[str]:
    """Return what a line may be broken between: words with the space behind them, and full-width signs one by one."""
    pieces, word = [], ""
    for sign in paragraph:
        if unicodedata.east_asian_width(sign) in "WF":
            pieces += [word, sign] if word else [sign]
            word = ""
            continue
        word += sign
        if sign == " ":
            pieces.append(word)
            word = ""
    return [*pieces, word] if word else pieces


def line_height(text: str) -> float:
    """Return the height of a line of this text in font sizes."""
    return FULL_WIDTH_LINE if any(unicodedata.east_asian_width(sign) in "WF" for sign in text) else LINE


def breakable(text: str) -> str:
    """Return the text with invisible places to break inside of words that are longer than a narrow column."""
    return " ".join(
        "\u200b".join(word[k : k + _STEP] for k in range(0, len(word), _STEP))
        if len(word) > _LONGEST_WORD
        else word
        for word in text.split(" ")
    )


def fitting_size(text: str, width: float, height: float, sizes: Sequence[float]) -> float:
    """Return the largest of the sizes (descending) at which a text fits into a box, the smallest where none does. All in points."""
    for size in sizes:
        if lines_needed(text, width / size) * size * line_height(text) <= height:
            return size
    return sizes[-1]


def shortened(text: str, width: float) -> str:
    """Return the text, with an ellipsis in its middle where it is wider than so many font sizes: names often differ at their ends."""
    if text_width(text) <= width:
        return text
    half = (width - text_width(ELLIPSIS)) / 2
    start, end = _first_signs(text, half), _first_signs(text[::-1], half)[::-1]
    while end and unicodedata.combining(end[0]):  # of a letter that is cut off
        end = end[1:]
    return start.rstrip() + ELLIPSIS + end.lstrip()


def _first_signs(text: str, width: float) -> str:
    used = 0.0
    for k, sign in enumerate(text):
        used += _sign_width(sign)
        if used > width:
            return text[:k]
    return text


def told_apart(names: Sequence[str], width: float) -> list[str]:
    """Return the names, shortened where they are wider than so many font sizes, and no two of different names alike.

    Those that differ in the middle alone show what is there; where that is not enough, a number follows.
    """
    found = [shortened(name, width) for name in names]
    for alike in _alike(names, found):
        common = _common([names[k] for k in alike])
        for k in alike:
            start = _first_signs(names[k][:common], width / 4).rstrip()
            found[k] = start + ELLIPSIS + _from(names[k][common:], width * 3 / 4 - text_width(ELLIPSIS))
    for alike in _alike(names, found):
        for number, k in enumerate(alike, start=1):
            found[k] = shortened(names[k], width - text_width(f" ({number})")) + f" ({number})"
    return found


def _from(text: str, width: float) -> str:
    """Return the beginning of a text, with an ellipsis where it is wider."""
    if text_width(text) <= width:
        return text
    return _first_signs(text, width - text_width(ELLIPSIS)).rstrip() + ELLIPSIS


def _common(texts: Sequence[str]) -> int:
    """Return how many signs texts begin with that are the same in all of them."""
    return next(
        (k for k, signs in enumerate(zip(*texts, strict=False)) if len(set(signs)) > 1), min(map(len, texts))
    )


def _alike(names: Sequence[str], found: Sequence[str]) -> list[list[int]]:
    """Return the places of different names that came out alike."""
    at: dict[str, list[int]] = {}
    for k, short in enumerate(found):
        at.setdefault(short, []).append(k)
    return [alike for alike in at.values() if len({names[k] for k in alike}) > 1]


def row_heights(
    rows: Sequence[Sequence[str]], widths: Sequence[float], size: float, pad: float
) -> list[float]:
    """Return the height of each row of a table in points.  widths: of the columns without their padding; pad: above and below together."""
    return [
        pad
        + size
        * max(
            lines_needed(cell, width / size) * line_height(cell)
            for cell, width in zip(row, widths, strict=True)
        )
        for row in rows
    ]
