"""One CSV file as rows of text that remember where they stand."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass
from math import isfinite
from pathlib import Path

from criteria.errors import FileError
from criteria.files.place import SIZE_LIMIT, content_of, too_large
from criteria.model.frozen import frozen_inside
from criteria.model.text import clean_text
from criteria.translation import translate as _

_UNKNOWN = ("", "-", "–", "?", "n/a", "na", "nan", "unknown", "null", "none")


@frozen_inside
@dataclass(frozen=True, slots=True)
class Row:
    """The cells of one row by column name, and its number in the file, counted from 1 as a spreadsheet does."""

    number: int
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Table:
    """A file's name, its column names in order, and its rows."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


def read_table(path: Path) -> Table:
    """Return the file's rows; raise FileError if it is missing, empty, too large, not UTF-8, or has ragged rows."""
    return table_from(path.name, content_of(path))


def table_from(file: str, content: bytes) -> Table:
    """Return the rows of a file that was handed over as bytes; raise FileError as `read_table` does."""
    if len(content) > SIZE_LIMIT:
        raise FileError([too_large(file)])
    records = _records(file, content)
    header = tuple(clean_text(cell) for cell in records[0][1])
    while header and not header[-1]:
        header = header[:-1]
    findings = _header_findings(file, header)
    rows = []
    for number, cells in records[1:]:
        if any(cell.strip() for cell in cells[len(header) :]):
            findings.append(
                _(
                    "{file}, row {row}: {found} cells, but {wanted} columns; a comma inside a text needs quotation marks around it.",
                    file=file,
                    row=number,
                    found=len(cells),
                    wanted=len(header),
                )
            )
        padded = [*cells, *([""] * len(header))][: len(header)]
        rows.append(Row(number, {name: cell.strip() for name, cell in zip(header, padded, strict=True)}))
    if findings:
        raise FileError(findings)
    return Table(file, header, tuple(rows))


def _records(file: str, content: bytes) -> list[tuple[int, list[str]]]:
    text = _text(file, content)
    first = text.lstrip().splitlines()[0] if text.strip() else ""
    if not first.strip(',;\t "'):
        raise FileError([_("{file} is empty: give a header row and at least one candidate.", file=file)])
    delimiter = max((",", ";", "\t"), key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    records = []
    try:
        for cells in reader:
            # A quoted cell may span lines: the row's number is that of its last line.
            place = reader.line_num
            records += [(place, cells)] if any(cell.strip() for cell in cells) else []
    except csv.Error as error:
        raise FileError(
            [
                _(
                    "{file}, row {row}: this is not a readable CSV row ({reason}).",
                    file=file,
                    row=reader.line_num,
                    reason=error,
                )
            ]
        ) from error
    return records


def _text(file: str, content: bytes) -> str:
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        try:
            text = content.decode("utf-16")
        except UnicodeDecodeError as error:
            raise FileError([_not_utf8(file, 1)]) from error
        return _without_nulls(file, text)
    if content[:4] == b"PK\x03\x04":
        raise FileError(
            [
                _(
                    "{file} is a workbook, not a CSV file: save the sheet as 'CSV UTF-8' and open that.",
                    file=file,
                )
            ]
        )
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise FileError([_not_utf8(file, content[: error.start].count(b"\n") + 1)]) from error
    return _without_nulls(file, text)


def _without_nulls(file: str, text: str) -> str:
    if "\x00" in text:
        raise FileError([_("{file} is not a text file: save it as 'CSV UTF-8'.", file=file)])
    return text


def _not_utf8(file: str, row: int) -> str:
    return _(
        "{file}, row {row}: the text is not encoded as UTF-8. Save the file as 'CSV UTF-8' and try again.",
        file=file,
        row=row,
    )


def _header_findings(file: str, header: tuple[str, ...]) -> list[str]:
    findings = []
    for position, name in enumerate(header, start=1):
        if not name:
            findings.append(_("{file}, row 1: column {column} has no name.", file=file, column=position))
        elif name.casefold() in {other.casefold() for other in header[: position - 1]}:
            findings.append(
                _(
                    "{file}, row 1: two columns are named '{name}'; give each a name of its own.",
                    file=file,
                    name=name,
                )
            )
    return findings


def number_or_unknown(text: str) -> float | None:
    """Return the number a cell holds, None for a blank or a word for unknown; raise ValueError for anything else."""
    if text.strip().casefold() in _UNKNOWN:
        return None
    plain = text.strip().replace("\u2212", "-").replace("\u00a0", "")
    if "_" in plain:  # Python reads 1_000, a spreadsheet does not
        raise ValueError
    value = float(plain)
    if not isfinite(value):
        raise ValueError
    return value


def per_cent(share: float) -> float:
    """Return a share in points of 100, rounded to twelve significant digits: 0.07 is 7, not 7.000000000000001."""
    return float(f"{100 * share:.12g}")
