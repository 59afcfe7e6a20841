"""Whatever somebody hands over as one file: a table, which may leave something open, or a whole problem."""

from __future__ import annotations

from criteria.errors import FileError
from criteria.files.document import problem_from_document
from criteria.files.folder.packed import problem_from_zip
from criteria.files.record.package import problem_from_record
from criteria.files.table.reading import Reading, read_table
from criteria.files.table.source.package import opened, part_bytes
from criteria.files.table.source.workbook import sheets_of_workbook
from criteria.files.table.work import Progress, untold
from criteria.files.whole_tables import HEAD, problem_from_whole_zip, problem_of_tables
from criteria.model.problem import Problem
from criteria.translation import translate as _

_DOCUMENT_MARK = b'"criteria-problem"'
_HEAD = 2_000  # bytes among which a document names its kind


def read_given(name: str, content: bytes, *, progress: Progress = untold) -> Reading | Problem:
    """Return the reading of a table (CSV, TSV, XLSX, ODS, pasted text), or the problem of a JSON document, of a packed folder, or of a
    decision record, board pack or workbook of this software.

    name: what sentences call the file.  progress: told how far the reading of a table is.  Raises FileError with what is wrong where it cannot be read at all.
    """
    head = content[:_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n")
    if head[:1] == b"{" and _DOCUMENT_MARK in head:
        return problem_from_document(content)
    if not content.strip(b"\xef\xbb\xbf \t\r\n\x00"):
        raise FileError([_("{file} is empty: there is nothing to read.", file=name)])
    if content[:4] == b"PK\x03\x04":
        for reader in (problem_from_record, problem_from_zip, problem_from_whole_zip, problem_from_workbook):
            if (problem := reader(name, content)) is not None:
                return problem
    return read_table(content, name=name, progress=progress)


def problem_from_workbook(file: str, content: bytes) -> Problem | None:
    """Return the problem of a workbook that holds all of one, None where it is another; raise FileError with each finding."""
    with opened(file, content) as packed:
        book = "xl/workbook.xml"
        if book not in packed.namelist() or HEAD.encode() not in part_bytes(file, packed, book):
            return None
    sheets = sheets_of_workbook(file, content)
    return problem_of_tables(
        {
            sheet.name: [[repr(v) if isinstance(v, float) else str(v) for v in row] for row in sheet.rows]
            for sheet in sheets
        }
    )
