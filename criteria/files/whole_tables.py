"""A whole problem as tables of text, one for each part, and back: what a zip of CSV files and a workbook hold.

The tables are the JSON document cut into rows, so that a field added to the model is in them, and in their reader, at once. A cell
is plain text or a number; a text that could be taken for something else (a number, a formula, a list) stands in quotation marks, and
lists stand as JSON. A blank cell is the default of its field.
"""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from itertools import repeat

from criteria.errors import FileError
from criteria.files.document import problem_document_with, problem_from_document
from criteria.files.short_cells import fields_of, told_rows
from criteria.files.table.source.package import opened, part_bytes
from criteria.model.problem import Problem
from criteria.translation import translate as _

HEAD = "criteria-problem"  # the table with what the problem has once; it tells such a file from others
LONGEST = 30_000  # characters of a cell: a workbook holds 32,767
_LITERAL = re.compile(r"-?\d|[\[{\"'=+@\-\s＝＋－＠]|(?:true|false|null|nan|inf)\b", re.I)
_MORE = " …"

Rows = list[tuple[str, ...]]
Row = tuple[tuple[str, ...], tuple[str, ...]]  # the names of its columns, and what stands there
_CELLS = "performances"
_POINT = ("alternative", "criterion", "performance.likely")  # the columns of a cell with one number


def tables_of(problem: Problem) -> dict[str, Rows]:
    """Return the tables by name, each with its header; equal problems give equal tables."""
    document = json.loads(problem_document_with(problem, _CELLS, "[]"))
    once = {name: value for name, value in document.items() if not isinstance(value, list)}
    tables = {HEAD: _table([_written(once)])}
    for name, value in document.items():
        if isinstance(value, list) and (
            rows := list(_cells(problem)) if name == _CELLS else [_written(_columns(row)) for row in value]
        ):
            tables[name] = _table(rows)
    return tables


def problem_of_tables(tables: Mapping[str, Sequence[Sequence[str]]]) -> Problem:
    """Return the problem of tables; raise FileError with each finding where they are none, or contradict each other."""
    document: dict[str, object] = {"criteria": [], "alternatives": [], "performances": []}
    for name, rows in tables.items():
        try:
            found = [_value(row) for row in _rows_of(rows)]
        except (ValueError, RecursionError) as error:
            raise FileError(
                [
                    _(
                        "The table '{name}' has a cell that cannot be read: leave it as it was exported.",
                        name=name,
                    )
                ]
            ) from error
        if name != HEAD:
            document[name] = found
        elif len(found) == 1 and isinstance(found[0], dict):
            document |= found[0]
    return problem_from_document(json.dumps(document))


def whole_zip(problem: Problem) -> bytes:
    """Return the tables as a packed folder of CSV files; the same bytes for equal problems."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, rows in tables_of(problem).items():
            info = zipfile.ZipInfo(f"{problem.id}/{name}.csv")
            info.compress_type = zipfile.ZIP_DEFLATED
            with (
                packed.open(info, "w") as binary,
                io.TextIOWrapper(binary, "utf-8-sig", newline="", write_through=False) as text,
            ):
                csv.writer(text, lineterminator="\r\n").writerows(rows)
    return out.getvalue()


def problem_from_whole_zip(file: str, content: bytes) -> Problem | None:
    """Return the problem of a packed folder that `whole_zip` wrote, None where it is another package; raises FileError."""
    with opened(file, content) as packed:
        names = {name.rpartition("/")[2]: name for name in packed.namelist() if name.endswith(".csv")}
        if f"{HEAD}.csv" not in names:
            return None
        tables = {}
        for name, inside in names.items():
            text = part_bytes(file, packed, inside).decode("utf-8-sig", "replace")
            try:
                tables[name.removesuffix(".csv")] = list(csv.reader(io.StringIO(text, newline="")))
            except csv.Error as error:
                raise FileError(
                    [_("{file}: {name} is no readable CSV file.", file=file, name=name)]
                ) from error
    return problem_of_tables(tables)


def _columns(row: object) -> dict[str, object]:
    """Return a row of the document as columns: of a value with named parts each part, of a pair its places, else one column."""
    if isinstance(row, list):
        return {str(k): value for k, value in enumerate(row, 1)}
    if not isinstance(row, dict):
        return {"value": row}
    columns: dict[str, object] = {}
    for name, value in row.items():
        if isinstance(value, dict) and value:
            columns |= {f"{name}.{part}": inner for part, inner in value.items()}
        else:
            columns[name] = value
    return columns


def _cells(problem: Problem) -> Iterator[Row]:
    """Yield the cells of which something is known. Most hold one number: a million of them take two seconds."""
    leaves = [_text(leaf.id) for leaf in problem.leaves]
    for alternative, numbers, told in told_rows(problem):
        name = _text(alternative.id)
        texts = zip(*told, strict=True) if told else repeat(())
        for leaf, known, said in zip(leaves, numbers, texts, strict=False):
            low, likely, high = known
            if low == likely == high and not said:
                yield _POINT, (name, leaf, repr(likely))
            elif fields := fields_of(known, said):
                names, values = _written({f"performance.{part}": value for part, value in fields.items()})
                yield (*_POINT[:2], *names), (name, leaf, *values)


def _written(row: Mapping[str, object]) -> Row:
    return tuple(row), tuple(_text(value) for value in row.values())


def _table(rows: Sequence[Row]) -> Rows:
    most = dict.fromkeys((name for names in dict.fromkeys(names for names, _t in rows) for name in names), 1)
    for names, texts in rows:
        if max(map(len, texts), default=0) > LONGEST:
            for name, text in zip(names, texts, strict=True):
                most[name] = max(most[name], len(_pieces(text)))
    heads = tuple(name + _MORE * k for name, count in most.items() for k in range(count))
    body = [texts if names == heads else _in_order(names, texts, most) for names, texts in rows]
    return [heads, *body]


def _in_order(names: Sequence[str], texts: Sequence[str], most: Mapping[str, int]) -> tuple[str, ...]:
    given = {name: _pieces(text) for name, text in zip(names, texts, strict=True)}
    return tuple(
        piece for name, count in most.items() for piece in [*given.get(name, []), *[""] * count][:count]
    )


def _text(value: object) -> str:
    if (
        isinstance(value, str)
        and value
        and value == value.strip()
        and value.isprintable()
        and not _LITERAL.match(value)
    ):
        return value
    return json.dumps(value, ensure_ascii=False)


def _pieces(text: str) -> list[str]:
    pieces = []
    while len(text) > LONGEST:
        at = LONGEST
        while at > 1 and (text[at - 1].isspace() or text[at].isspace()):
            at -= 1  # spreadsheets drop blanks at the ends of a cell
        pieces.append(text[:at])
        text = text[at:]
    return [*pieces, text]


def _rows_of(rows: Sequence[Sequence[str]]) -> list[dict[str, str]]:
    """Return the rows below the header by column; pieces of one long text are joined."""
    heads = list(rows[0]) if rows else []
    found = []
    for row in rows[1:]:
        joined: dict[str, str] = {}
        for head, cell in zip(heads, row, strict=False):
            name = head
            while name.endswith(_MORE):
                name = name.removesuffix(_MORE)
            if cell != "":
                joined[name] = joined.get(name, "") + cell
        if joined:
            found.append(joined)
    return found


def _value(row: dict[str, str]) -> object:
    values = {name: json.loads(cell) if _LITERAL.match(cell) else cell for name, cell in row.items()}
    if list(values) == ["value"]:
        return values["value"]
    if all(name.isdecimal() for name in values):
        return [values[name] for name in sorted(values, key=int)]
    found: dict[str, object] = {}
    for name, value in values.items():
        outer, dot, inner = name.partition(".")
        if dot:
            part = found.setdefault(outer, {})
            if not isinstance(part, dict):
                raise ValueError(outer)
            part[inner] = value
        else:
            found[name] = value
    return found
