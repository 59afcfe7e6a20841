"""The separator of a text table, told by the table itself, and its rows."""

from __future__ import annotations

import csv
import io
import re

from criteria.errors import FileError
from criteria.files.table.source.sheet import CELL_LIMIT, COLUMN_LIMIT, Sheet
from criteria.files.table.values.cells import cell_of
from criteria.model.number import grouped
from criteria.model.text import clean_text
from criteria.translation import translate as _

_SEPARATORS = (",", ";", "\t", "|")
_SHOWN = {",": "','", ";": "';'", "\t": _("tab"), "|": "'|'"}
_NAMED = re.compile(r'\s*"?sep=(.|\\t)"?[;,\t]*\s*', re.I)
_SAMPLE = 60  # rows that tell the separator
_WIDE = 300  # cells of a row that do: a line of a million is refused by its number, after this


def sheet_of_text(file: str, text: str) -> Sheet:
    """Return the rows of a text table; raise FileError where it is empty or its quotation marks do not close."""
    first, _newline, rest = text.lstrip("\n\r").partition("\n")
    named = _NAMED.fullmatch(first.rstrip("\r"))
    if named:
        separator = "\t" if named[1] == "\\t" else named[1]
        # The line itself stays a row, so that row numbers are those a text editor shows.
        return Sheet("", ((), *_cut(file, rest, separator)))
    lines = [line for line in text.splitlines() if line.strip()]
    if not any(line.strip(',;|\t "') for line in lines):
        raise FileError([_("{file} is empty: give a header row and at least one candidate.", file=file)])
    if markdown := _markdown(lines):
        return Sheet("", markdown)
    text, tail = _without_tails(text, lines)
    separator = _separator(text)
    notes: tuple[str, ...] = ()
    if tail:
        notes = (_("Empty columns behind every row (separated by {mark}) are left out.", mark=_SHOWN[tail]),)
    return Sheet("", _cut(file, text, separator), notes=notes)


def _separator(text: str) -> str:
    """Return the mark that cuts the rows most evenly into cells that are numbers or words without other marks."""
    best, chosen = -1.0, ","
    for separator in _SEPARATORS:
        rows = []
        try:
            for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator):
                if any(cell.strip() for cell in row):
                    rows.append(row)
                if len(rows) >= _SAMPLE:
                    break
        except csv.Error:
            pass
        if not rows:
            continue
        widths = [len(row) for row in rows]
        wide = [width for width in widths if width > 1]
        if not wide:
            continue
        usual = max(set(wide), key=lambda width: (wide.count(width), width))
        even = widths.count(usual) / len(rows)
        cells = [cell.strip() for row in rows if len(row) == usual for cell in row[:_WIDE]]
        clean = sum(
            not cell
            or cell_of(cell).kind != "text"
            or not any(other in cell for other in _SEPARATORS if other != separator)
            for cell in cells
        ) / len(cells)
        numbers = sum(cell_of(cell).kind not in ("text", "blank") for cell in cells) / len(cells)
        score = even * clean + 0.3 * numbers + 0.2 * len(wide) / len(rows)
        if score > best + 1e-9:
            best, chosen = score, separator
    return chosen


def _without_tails(text: str, lines: list[str]) -> tuple[str, str]:
    """Return the text without empty columns of another separator behind each row, and that separator."""
    for mark in (";", "\t", ","):
        inside = [line.rstrip().rstrip(mark) for line in lines]
        if all(line.rstrip().endswith(mark * 2) for line in lines) and not any(
            mark in line for line in inside
        ):
            return "\n".join(line.rstrip().rstrip(mark) for line in text.splitlines()), mark
    return text, ""


def _markdown(lines: list[str]) -> tuple[tuple[str, ...], ...] | None:
    """Return the rows of a table drawn with bars, as Markdown and databases print it; None where it is none."""
    rows = [line.strip() for line in lines]
    if len(rows) < 3 or not all(
        row.startswith("|") and row.endswith("|") for row in rows if not row.startswith("+")
    ):
        return None
    cut = [row.strip("|").split("|") for row in rows if not row.startswith("+")]
    return tuple(
        tuple(cell.strip() for cell in row)
        for row in cut
        if not all(re.fullmatch(r"\s*:?-+:?\s*", cell) for cell in row)
    )


def _cut(file: str, text: str, separator: str) -> tuple[tuple[str, ...], ...]:
    rows: list[tuple[str, ...]] = []
    count = 0
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        for row in reader:
            count += len(row)
            if count > CELL_LIMIT or len(row) > COLUMN_LIMIT:
                raise FileError([too_many(file)])
            rows.append(tuple(map(str.strip, row)))
    except csv.Error as error:
        if separator == "\t":  # as pasted: quotation marks are letters there
            return tuple(tuple(cell.strip() for cell in line.split("\t")) for line in text.splitlines())
        raise FileError(
            [
                _(
                    "{file}, row {row}: this is not a readable CSV row ({reason}).",
                    file=file,
                    row=len(rows) + 1,
                    reason=clean_text(str(error), 100),
                )
            ]
        ) from error
    return tuple(rows)


def too_many(file: str) -> str:
    """Return the sentence that a table is too large to be one."""
    return _(
        "{file} has more cells than can be read ({cells} at most, in {columns} columns): keep the rows and columns of the decision.",
        file=file,
        cells=grouped(CELL_LIMIT),
        columns=grouped(COLUMN_LIMIT),
    )
