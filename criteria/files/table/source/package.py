"""What a packed file holds, looked through within bounds before anybody unfolds it: XML parts, their extent, what is hidden."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from criteria.errors import FileError
from criteria.files.table.source.sheet import CELL_LIMIT, EXPANDED_LIMIT
from criteria.translation import translate as _

_CHUNK = 1 << 16
_PARTS = 5_000
_ERRORS = 100_000  # cells that are told to hold one; those beyond are blank


class TooLargeError(Exception):
    """A packed file unfolds to more than can be read."""


def damaged(file: str) -> str:
    """Return the sentence that a file cannot be opened; a ZIP is none that a spreadsheet could mend."""
    if file.casefold().endswith(".zip"):
        return _(
            "{file} is damaged: not all of it can be unpacked. Ask for it again, or download it again.",
            file=file,
        )
    return _(
        "{file} is damaged or no workbook: open it in a spreadsheet, save it afresh and try again.", file=file
    )


def opened(file: str, content: bytes, damaged: Callable[[str], str] = damaged) -> zipfile.ZipFile:
    """Return the packed file; raise FileError where it is damaged, protected, or would unfold to too much.

    damaged: the sentence that it cannot be opened, from the file's name.
    """
    try:
        packed = zipfile.ZipFile(io.BytesIO(content))
        parts = packed.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, EOFError) as error:
        raise FileError([damaged(file)]) from error
    if len(parts) > _PARTS or sum(part.file_size for part in parts) > EXPANDED_LIMIT:
        raise FileError([unfolds(file)])
    if any(part.flag_bits & 1 for part in parts):
        raise FileError([_("{file} is protected by a password: save it without one.", file=file)])
    return packed


def part_bytes(file: str, packed: zipfile.ZipFile, name: str) -> bytes:
    """Return one part; its stated size was checked, and no more than that is read."""
    try:
        return packed.read(name)
    except (
        KeyError,
        zipfile.BadZipFile,
        ValueError,
        NotImplementedError,
        OSError,
        EOFError,
        RuntimeError,
    ) as error:
        raise FileError([damaged(file)]) from error
    except Exception as error:  # zlib.error and the like have no common parent
        raise FileError([damaged(file)]) from error


def unfolds(file: str) -> str:
    """Return the sentence that a packed file would become too large."""
    if file.casefold().endswith(".zip"):
        return _(
            "{file} unfolds to more than {limit} MB: pack only what belongs to it.",
            file=file,
            limit=EXPANDED_LIMIT // 1_000_000,
        )
    return _(
        "{file} unfolds to more than {limit} MB: keep the sheet of the decision and remove the rest.",
        file=file,
        limit=EXPANDED_LIMIT // 1_000_000,
    )


@dataclass
class Extent:
    """How far the cells of a sheet reach, which rows and columns are hidden, which formulas have no stored value, which cells hold errors."""

    rows: int = 0
    columns: int = 0
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    unfilled: set[tuple[int, int]] = field(default_factory=set)
    zeros: set[tuple[int, int]] = field(default_factory=set)  # formulas whose stored value is 0
    errors: dict[tuple[int, int], str] = field(default_factory=dict)  # #DIV/0! and the like, as stored
    formulas: int = 0


_VALUED = re.compile(rb"""<(?:\w+:)?f[\s/>]|\bt\s*=\s*["']e["']""")
_DIGITS = "0123456789"
_REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")


def place(reference: str) -> tuple[int, int] | None:
    """Return row and column, from 0, of a reference such as B7."""
    match = _REFERENCE.fullmatch(reference)
    if not match:
        return None
    column = 0
    for letter in match[1]:
        column = 26 * column + ord(letter) - 64
    return int(match[2]) - 1, column - 1


def extent_of(file: str, xml: bytes) -> Extent:
    """Return the extent of an XLSX sheet; raise FileError where it is no XML or reaches too far to be a table."""
    found = Extent()
    state: dict[str, object] = {"cell": "", "formula": False, "value": None, "error": False}
    columns: set[str] = set()
    rows: set[str] = set()

    def start(name: str, given: dict[str, str]) -> None:
        tag = name.rpartition(":")[2] if ":" in name else name
        if tag == "c":
            reference = given.get("r", "")
            column = reference.rstrip(_DIGITS)
            columns.add(column)
            rows.add(reference[len(column) :])
            state["cell"] = reference
            state["formula"], state["value"], state["error"] = False, None, given.get("t") == "e"
        elif tag == "f":
            state["formula"] = True
        elif tag == "v":
            state["value"] = ""
        elif tag == "row":
            if given.get("hidden") in ("1", "true") and given.get("r", "").isdecimal():
                found.hidden_rows.add(int(given["r"][:8]) - 1)
        elif tag == "col" and given.get("hidden") in ("1", "true"):
            first, last = int(given.get("min", "1")), int(given.get("max", "1"))
            found.hidden_columns.update(range(first - 1, min(last, first + 500)))

    def text(data: str) -> None:
        if isinstance(state["value"], str):
            state["value"] += data

    def end(name: str) -> None:
        if not (state["error"] or state["formula"]) or name.rpartition(":")[2] != "c":
            return
        cell = place(str(state["cell"]))
        if cell is None:
            return
        if state["error"] and isinstance(state["value"], str):
            if len(found.errors) < _ERRORS:
                found.errors[cell] = state["value"][:20] if state["value"].startswith("#") else "#VALUE!"
        elif state["formula"]:
            found.formulas += 1
            value = state["value"]
            if value is None or value == "":
                found.unfilled.add(cell)
            elif value == "0":
                found.zeros.add(cell)
            state["value"] = None

    # Most sheets hold neither formulas nor errors, and what stands in their cells needs no look.
    valued = b"\0" in xml or _VALUED.search(xml) is not None
    _parse(file, xml, start, text if valued else None, end if valued else None)
    for spot in (place(column + row) for column, row in _far(columns, rows)):
        if spot:
            found.rows, found.columns = max(found.rows, spot[0] + 1), max(found.columns, spot[1] + 1)
    if found.formulas > 1 and len(found.zeros) == found.formulas:
        # A program wrote the formulas and never worked them out: it stored 0 for each.
        found.unfilled |= found.zeros
    return found


def _far(columns: set[str], rows: set[str]) -> Iterator[tuple[str, str]]:
    """Yield references that reach as far as all of these columns and rows do."""
    yield from ((column, "1") for column in columns)
    yield from (("A", row) for row in rows)


def ods_cells(file: str, xml: bytes) -> int:
    """Return how many cells the fullest table of an ODS document reaches over, repeated ones counted."""
    most = 0
    state = {"repeat": 1, "row": 0, "cells": 0, "filled": False}

    def number(given: dict[str, str], name: str) -> int:
        text = given.get(name, "1")
        return int(text) if text.isdecimal() and len(text) < 12 else 1

    def start(name: str, given: dict[str, str]) -> None:
        if name == "table:table":
            state.update(cells=0)
        elif name == "table:table-row":
            state.update(repeat=number(given, "table:number-rows-repeated"), row=0, filled=False)
        elif name in ("table:table-cell", "table:covered-table-cell"):
            repeat = number(given, "table:number-columns-repeated")
            filled = any(key.startswith("office:") for key in given)
            state["filled"] = state["filled"] or filled
            # Blank cells behind the last filled one are no cells.
            state["row"] = state["row"] + repeat if filled else state["row"]

    def end(name: str) -> None:
        nonlocal most
        if name == "table:table-row" and state["filled"]:
            state["cells"] += state["row"] * state["repeat"]
            most = max(most, state["cells"])

    _parse(file, xml, start, lambda _data: None, end)
    return most


def _parse(file: str, xml: bytes, start: object, text: object, end: object) -> None:
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = start  # type: ignore[assignment]
    parser.CharacterDataHandler = text  # type: ignore[assignment]
    parser.EndElementHandler = end  # type: ignore[assignment]

    def refuse(*_given: object) -> None:
        raise TooLargeError

    parser.EntityDeclHandler = refuse  # no workbook declares entities; XML bombs do
    try:
        for piece in _pieces(xml):
            parser.Parse(piece, False)
        parser.Parse(b"", True)
    except (expat.ExpatError, TooLargeError, ValueError, RecursionError) as error:
        raise FileError([damaged(file)]) from error


def _pieces(xml: bytes) -> Iterator[bytes]:
    for at in range(0, len(xml), _CHUNK):
        yield xml[at : at + _CHUNK]


def check_extent(file: str, rows: int, columns: int) -> None:
    """Raise FileError where a sheet reaches over more cells than can be a table."""
    from criteria.files.table.source.dialect import too_many

    if rows * columns > CELL_LIMIT:
        raise FileError([too_many(file)])
