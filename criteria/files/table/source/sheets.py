"""The one door for files: a path, bytes, pasted text or a data frame, as sheets."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from criteria.errors import FileError
from criteria.files.table.source.dialect import sheet_of_text, too_many
from criteria.files.table.source.dmsy import is_dmsy, sheet_of_dmsy
from criteria.files.table.source.encoding import decoded
from criteria.files.table.source.formats import foreign_bytes, foreign_text
from criteria.files.table.source.package import opened, part_bytes
from criteria.files.table.source.sheet import CELL_LIMIT, SIZE_LIMIT, Sheet, Source
from criteria.files.table.source.workbook import sheets_of_workbook
from criteria.files.table.values.cells import Value
from criteria.model.text import clean_text
from criteria.translation import translate as _

if TYPE_CHECKING:
    import pandas as pd


def source_of(given: Path | str | bytes | pd.DataFrame, name: str = "") -> Source:
    """Return the sheets of what was given: a path, the bytes of a file, or a data frame.

    name: what sentences call the file where it has no name of its own. Raises FileError where it cannot be read.
    """
    if isinstance(given, bytes | bytearray):
        return source_of_bytes(name or _("The table"), bytes(given))
    if not isinstance(
        given, str | Path
    ):  # the library of data frames is large: who gives a file need not wait for it
        return Source(name or _("The table"), (_sheet_of_frame(given),))
    path = Path(given)
    file = clean_text(path.name, 80)
    try:
        with path.open("rb") as stream:  # a device has no size, and no end
            content = stream.read(SIZE_LIMIT + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise FileError(
            [_("{file} cannot be read: {reason}.", file=file, reason=clean_text(str(reason), 200))]
        ) from error
    return source_of_bytes(file, content)


def source_of_bytes(file: str, content: bytes) -> Source:
    """Return the sheets of a file's bytes; raise FileError where it cannot be read."""
    file = clean_text(file, 80)
    if len(content) > SIZE_LIMIT:
        raise FileError([_too_large(file)])
    if named := foreign_bytes(file, content):
        raise FileError([named])
    if content[:4] == b"PK\x03\x04":
        return Source(file, _packed(file, content))
    text, encoding = decoded(file, content)
    if is_dmsy(text):
        return Source(file, (sheet_of_dmsy(file, text),))
    if named := foreign_text(file, text):
        raise FileError([named])
    sheet = sheet_of_text(file, text)
    if encoding:
        said = _(
            "The file is not in Unicode; it was read as {encoding}. Should letters look wrong, save it as UTF-8.",
            encoding=encoding,
        )
        sheet = Sheet("", sheet.rows, notes=(*sheet.notes, said))
    return Source(file, (sheet,))


def _packed(file: str, content: bytes) -> tuple[Sheet, ...]:
    with opened(file, content) as packed:
        names = [name for name in packed.namelist() if not name.endswith("/")]
        if any(name in ("[Content_Types].xml", "content.xml") or name.startswith("xl/") for name in names):
            return sheets_of_workbook(file, content)
        tables = [
            name
            for name in names
            if name.casefold().endswith((".csv", ".tsv", ".txt")) and "__MACOSX" not in name
        ]
        if not tables:
            raise FileError(
                [
                    _(
                        "{file} is a packed file without a table in it: pack CSV files, or give a workbook.",
                        file=file,
                    )
                ]
            )
        sheets = []
        for name in tables[:50]:
            inner = source_of_bytes(name.rpartition("/")[2], part_bytes(file, packed, name))
            sheets.append(
                Sheet(
                    clean_text(name.rpartition("/")[2], 80), inner.sheets[0].rows, notes=inner.sheets[0].notes
                )
            )
        return tuple(sheets)


def _sheet_of_frame(frame: pd.DataFrame) -> Sheet:
    """Return a data frame as a sheet: its column names above, its index in front unless that only counts."""
    import pandas as pd

    if frame.shape[0] * frame.shape[1] > CELL_LIMIT:
        raise FileError([too_many(_("The table"))])
    counted = isinstance(frame.index, pd.RangeIndex)
    if not counted:
        frame = frame.reset_index()
        if frame.columns[0] in ("index", "level_0"):
            frame = frame.rename(columns={frame.columns[0]: ""})
    levels = frame.columns.nlevels
    heads = [
        tuple(str(name if levels == 1 else name[level]).strip() for name in frame.columns)
        for level in range(levels)
    ]
    if levels > 1:
        heads = [
            tuple("" if i and head[i] == head[i - 1] else word for i, word in enumerate(head))
            if k < levels - 1
            else head
            for k, head in enumerate(heads)
        ]
    columns = [[_of_frame(value) for value in frame.iloc[:, j].tolist()] for j in range(frame.shape[1])]
    return Sheet("", (*heads, *(tuple(row) for row in zip(*columns, strict=True))))


def _of_frame(value: object) -> Value:
    if value is None or type(value).__name__ in ("NAType", "NaTType"):
        return ""
    if isinstance(value, bool):
        return value
    if isinstance(value, int | float):
        number = float(value)
        return "" if number != number else number
    if hasattr(value, "date") and callable(value.date):
        return value.date()
    return str(value).strip()


def _too_large(file: str) -> str:
    return _(
        "{file} is larger than {limit} MB: remove what is not needed.",
        file=file,
        limit=SIZE_LIMIT // 1_000_000,
    )
