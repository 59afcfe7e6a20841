"""Workbooks (XLSX, ODS) as sheets: stored values of formulas, merged heads filled, hidden rows and columns known."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from datetime import date, time, timedelta
from xml.etree import ElementTree

import python_calamine

from criteria.errors import FileError
from criteria.files.table.source.package import (
    Extent,
    check_extent,
    damaged,
    extent_of,
    ods_cells,
    opened,
    part_bytes,
)
from criteria.files.table.source.sheet import CELL_LIMIT, Sheet
from criteria.files.table.values.cells import Value

_SHEETS = 200


def sheets_of_workbook(file: str, content: bytes) -> tuple[Sheet, ...]:
    """Return the sheets of a workbook; raise FileError where it is damaged, protected or too large."""
    extents: dict[str, Extent] = {}
    with opened(file, content) as packed:
        names = set(packed.namelist())
        if "content.xml" in names:
            if ods_cells(file, part_bytes(file, packed, "content.xml")) > CELL_LIMIT:
                check_extent(file, CELL_LIMIT, 2)
        else:
            extents = _extents(file, packed, names)
        for name in names:
            if name.endswith("sharedStrings.xml"):
                part_bytes(file, packed, name)  # unfolds to what it says
    try:
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
        return tuple(
            _sheet(book, meta, extents.get(meta.name, Extent()))
            for meta in book.sheets_metadata[:_SHEETS]
            if "WorkSheet" in str(meta.typ)
        )
    except (python_calamine.CalamineError, OSError, ValueError, OverflowError, KeyError, IndexError) as error:
        raise FileError([damaged(file)]) from error
    except BaseException as error:
        if type(error).__name__ == "PanicException":  # the reader gave up; it says so in its own way
            raise FileError([damaged(file)]) from error
        raise


def _sheet(
    book: python_calamine.CalamineWorkbook, meta: python_calamine.SheetMetadata, extent: Extent
) -> Sheet:
    sheet = book.get_sheet_by_name(meta.name)
    rows = [tuple(map(_value, row)) for row in sheet.to_python(skip_empty_area=False)]
    merged = tuple((a[0], a[1], b[0], b[1]) for a, b in (sheet.merged_cell_ranges or ()))
    rows = _with_merged_numbers(rows, merged)
    for i in {i for i, _j in extent.errors if i < len(rows)}:  # the reader of cells leaves them blank
        rows[i] = tuple(extent.errors.get((i, j), value) for j, value in enumerate(rows[i]))
    return Sheet(
        meta.name,
        tuple(rows),
        frozenset(extent.hidden_rows),
        frozenset(extent.hidden_columns),
        "Visible" in str(meta.visible),
        unfilled=frozenset(extent.unfilled),
    )


def _with_merged_numbers(
    rows: list[tuple[Value, ...]], merged: tuple[tuple[int, int, int, int], ...]
) -> list[tuple[Value, ...]]:
    """Return the rows with a number that stands once over several rows of a column in each of them."""
    for top, left, bottom, right in merged:
        if (
            left == right
            and bottom < len(rows)
            and left < len(rows[top])
            and isinstance(rows[top][left], float)
        ):
            for i in range(top + 1, bottom + 1):
                row = (*rows[i], *[""] * (left + 1 - len(rows[i])))
                rows[i] = (*row[:left], rows[top][left], *row[left + 1 :])
    return rows


def _value(value: object) -> Value:
    if value.__class__ is float:
        return value
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, bool | date | time | timedelta):
        return value
    return float(value)  # type: ignore[arg-type]


def _extents(file: str, packed: zipfile.ZipFile, names: set[str]) -> dict[str, Extent]:
    """Return the extent of each sheet by its name, each checked against the limit of cells."""
    found: dict[str, Extent] = {}
    targets = _targets(file, packed, names)
    for part in sorted(names):
        if re.fullmatch(r"xl/worksheets/[^/]+\.xml", part):
            extent = extent_of(file, part_bytes(file, packed, part))
            check_extent(file, extent.rows, extent.columns)
            found[targets.get(part, part)] = extent
    return found


def _targets(file: str, packed: zipfile.ZipFile, names: set[str]) -> dict[str, str]:
    """Return the sheet's name for each part of the workbook that holds one."""
    if not {"xl/workbook.xml", "xl/_rels/workbook.xml.rels"} <= names:
        return {}
    try:
        book = ElementTree.fromstring(_plain_xml(file, packed, "xl/workbook.xml"))
        links = ElementTree.fromstring(_plain_xml(file, packed, "xl/_rels/workbook.xml.rels"))
    except ElementTree.ParseError as error:
        raise FileError([damaged(file)]) from error
    parts = {
        link.get("Id"): posixpath.normpath(
            posixpath.join("xl", link.get("Target", "").lstrip("/").removeprefix("xl/"))
        )
        for link in links
    }
    found = {}
    for node in book.iter():
        if node.tag.endswith("}sheet"):
            key = next((value for name, value in node.attrib.items() if name.endswith("}id")), "")
            if key in parts:
                found[parts[key]] = node.get("name", "")
    return found


def _plain_xml(file: str, packed: zipfile.ZipFile, name: str) -> bytes:
    xml = part_bytes(file, packed, name)
    if b"<!ENTITY" in xml or b"<!DOCTYPE" in xml:
        raise FileError([damaged(file)])
    return xml
