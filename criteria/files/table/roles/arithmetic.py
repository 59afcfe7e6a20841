"""Whether one line of numbers follows from others: their sum, average, weighted sum, largest or smallest."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from criteria.files.table.values.cells import Cell
from criteria.model.arrays import FloatArray

_RELATIVE = 1e-6
_LEAST = 2  # lines that something must follow from
WIDEST_SLACK = 0.5  # no number shows less than its whole part


def last_digit(texts: list[str]) -> float:
    """Return half a unit of the last decimal that the numbers show, 0 where none shows decimals."""
    places = [
        len(text.rstrip("%").replace(",", ".").rpartition(".")[2])
        for text in texts
        if "." in text or "," in text
    ]
    return 0.5 * 10.0 ** -max(places) if places else 0.5 if texts else 0.0


def slack_of(cells: Sequence[Cell]) -> float:
    """Return how far a rounded result may be from the exact one: half its last digit where it shows decimals, otherwise 0."""
    texts = [cell.parts[0] for cell in cells if cell.kind == "number" and cell.parts]
    return last_digit(texts) if any("." in text or "," in text for text in texts) else 0.0


def follows(line: FloatArray, others: FloatArray, slack: float) -> str:
    """Return how a line (n,) follows from the others (k, n), column by column: sum, mean, or the empty text.

    Blank cells are nan.  slack: the rounding of the line's numbers.  At least two others must have numbers.
    """
    known = np.isfinite(line)
    if not known.any() or len(others) < _LEAST:
        return ""
    given = others[:, known]
    if (np.isfinite(given).sum(axis=0) < _LEAST).any():
        return ""
    sums = np.nansum(given, axis=0)
    counts = np.isfinite(given).sum(axis=0)
    for name, wanted in (("sum", sums), ("mean", sums / counts)):
        if _alike(line[known], wanted, slack):
            return name
    return ""


def is_extreme(line: FloatArray, others: FloatArray, *, highest: bool) -> bool:
    """Whether a line holds the largest (or smallest) of the others in every column."""
    known = np.isfinite(line)
    if not known.any() or not len(others) or not np.isfinite(others[:, known]).any(axis=0).all():
        return False
    wanted = (np.nanmax if highest else np.nanmin)(others[:, known], axis=0)
    return _alike(line[known], wanted, 0.0)


def is_beyond(line: FloatArray, others: FloatArray) -> bool:
    """Whether a line is at least as large as all others in every column."""
    known = np.isfinite(line)
    return bool(known.any()) and bool(
        np.all(np.nan_to_num(others[:, known], nan=-np.inf) <= line[known] + 1e-12)
    )


def is_weighted_sum(line: FloatArray, others: FloatArray, weights: FloatArray, slack: float) -> bool:
    """Whether a line (n,) is the sum of the others (k, n) times weights (k,), perhaps divided by the weights' sum or by 100."""
    known = np.isfinite(line)
    if known.sum() < _LEAST or len(others) < _LEAST or not np.isfinite(weights).all() or weights.sum() <= 0:
        return False
    total = np.nansum(others[:, known] * weights[:, None], axis=0)
    return any(_alike(line[known], total / divisor, slack) for divisor in (1.0, weights.sum(), 100.0))


def is_ranking(line: FloatArray) -> bool:
    """Whether numbers are ranks: whole, from 1, none above their count."""
    known = line[np.isfinite(line)]
    return (
        len(known) > 1
        and bool(np.all(known == np.floor(known)))
        and known.min() == 1
        and known.max() <= len(known)
    )


def _alike(line: FloatArray, wanted: FloatArray, slack: float) -> bool:
    return bool(np.all(np.abs(line - wanted) <= slack * 1.001 + _RELATIVE * np.abs(wanted) + 1e-12))
