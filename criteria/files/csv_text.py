"""Every CSV file that goes out: text that a spreadsheet opens well and never executes, and the way back from its guard.

A cell or heading that would begin a formula gets an apostrophe in front, and so does one in which apostrophes stand before such
a sign: taking one apostrophe away gives back each text as it was.
"""

from __future__ import annotations

import csv
import io
import math
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd


# What a spreadsheet may take for the beginning of a formula. Some take the full-width signs of Japanese and Chinese keyboards too.
_FORMULA = re.compile("'*[=+@\\-\t\r\n＝＋－＠]")


def csv_text(table: pd.DataFrame) -> str:
    """Return a table as CSV text, a byte-order mark in front, whose cells and headings no spreadsheet takes for a formula."""
    safe = table.rename(columns=guarded).map(guarded)
    return "\ufeff" + str(safe.to_csv(index=False, lineterminator="\r\n"))


def csv_of_columns(columns: Mapping[str, Sequence[object]]) -> str:
    """Return columns of one length as `csv_text` does."""
    return csv_of_rows(list(columns), zip(*columns.values(), strict=True))


def csv_of_rows(heads: Sequence[str], rows: Iterable[Iterable[object]]) -> str:
    """Return rows as `csv_text` does, without the library for tables: numbers in full, empty where there is no value or nan."""
    return _written(
        heads,
        (
            [None if isinstance(cell, float) and math.isnan(cell) else guarded(cell) for cell in row]
            for row in rows
        ),
    )


def _written(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(map(guarded, heads))
    writer.writerows(rows)
    return "\ufeff" + out.getvalue()


def guarded(value: object) -> object:
    """Return text that would begin a formula with an apostrophe in front, anything else as it is."""
    return f"'{value}" if isinstance(value, str) and _FORMULA.match(value) else value


def unguarded(value: object) -> object:
    """Return text without the apostrophe that `guarded` puts in front, anything else as it is."""
    is_text = isinstance(value, str) and value.startswith("'") and _FORMULA.match(value) is not None
    return str(value)[1:] if is_text else value
