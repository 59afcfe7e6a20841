"""Which rows of a bill are totals and taxes: by their words alone, or by words and numbers where the words may be those of a line."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import numpy as np

from criteria.files.table.grid import Grid
from criteria.files.table.layout.bill_words import ABOUT_TOTALS, TOTAL_STEMS
from criteria.files.table.values.about import bare
from criteria.files.table.values.cells import text_of
from criteria.files.table.values.lexicon import SUM_WORDS, folded, has_stem
from criteria.model.arrays import FloatArray

_SHARE = 0.001  # how far a total may be from what is added up


def total_rows(
    grid: Grid,
    rows: Sequence[int],
    quantity: int,
    money: Sequence[int],
    values: Mapping[tuple[int, int], float],
) -> set[int]:
    """Return which rows are totals. rows: those with prices.  values: by row and column, nan where there is no number.

    A row with a quantity of its own is one where it is called a total and nothing else, or where its quantity, or all its money, is the sum
    of the lines above it or of those since the last total: 'Total station' is a line. So is a row without one, unless all its words are those of
    totals and taxes, as in 'VAT 20 %': 'Provisional sum' lacks a quantity.
    """
    # What holds a number is no label: of a hundred offers only the words are looked at.
    labels = {
        i: [
            text_of(value)
            for j, value in enumerate(grid.rows[i])
            if value != "" and not ((number := values.get((i, j))) is not None and number == number)
        ]
        for i in rows
    }
    named = {i for i in rows if any(map(_closes, labels[i]))}
    alone = {i for i in named if any(map(_closes_alone, labels[i]))}
    if not any(values[i, quantity] == values[i, quantity] for i in named) and named == alone:
        return named
    found: set[int] = set()
    whole = section = np.zeros((2, len(money) + 1))
    lines = of_section = 0
    for i in rows:
        number, given = values[i, quantity], np.array([values[i, j] for j in (quantity, *money)])
        if i in named and (
            (number != number and i in alone)
            or any(folded(bare(label)) in SUM_WORDS for label in labels[i])
            or _adds_up(given, whole, lines)
            or _adds_up(given, section, of_section)
        ):
            found.add(i)
            section, of_section = np.zeros_like(whole), 0
        elif number == number:
            both = np.nan_to_num(np.vstack([given, given * number]))
            whole, section = whole + both, section + both
            lines, of_section = lines + 1, of_section + 1
    return found


def _adds_up(given: FloatArray, sums: FloatArray, lines: int) -> bool:
    """Whether a row's quantity is the first of the sums, or each of its prices that of the prices or of the amounts; both for a single line."""
    alike = np.isclose(given, sums, rtol=_SHARE, atol=0.0) & (given != 0)
    known = np.isfinite(given[1:])
    quantity, money = bool(alike[0, 0]), bool((alike[0, 1:] | alike[1, 1:])[known].all())
    if given[0] != given[0]:
        return lines > 0 and money and bool(known.any())
    return quantity and money if lines < 2 else quantity or (money and bool(known.any()))


def _closes(text: str) -> bool:
    return folded(bare(text)) in SUM_WORDS or has_stem(text, TOTAL_STEMS)


def _closes_alone(text: str) -> bool:
    """Whether all words of a label are those of totals, taxes and what is said about them."""
    words = [word for word in re.split(r"[\W\d]+", folded(bare(text))) if word]
    return _closes(text) and all(
        word in SUM_WORDS or word in ABOUT_TOTALS or has_stem(word, TOTAL_STEMS) for word in words
    )


def out_of_proportion(given: Sequence[float], totals: Sequence[float]) -> bool:
    """Whether what a sheet gives as totals stands in no one proportion to the totals worked out, as it would before and after a tax."""
    ratios = [one / total for one, total in zip(given, totals, strict=True) if one == one and total > 0]
    return len(ratios) > 1 and max(ratios) - min(ratios) > 2 * _SHARE * max(map(abs, ratios))
