"""Whatever somebody hands over as one file: a table, which may leave something open, or a whole problem."""

from __future__ import annotations

from criteria.errors import FileError
from criteria.files.document import problem_from_document
from criteria.files.folder_zip import problem_from_zip
from criteria.files.table.reading import Reading, read_table
from criteria.model.problem import Problem
from criteria.translation import translate as _

_DOCUMENT_MARK = b'"criteria-problem"'
_HEAD = 2_000  # bytes among which a document names its kind


def read_given(name: str, content: bytes) -> Reading | Problem:
    """Return the reading of a table (CSV, TSV, XLSX, ODS, pasted text), or the problem of a JSON document or of a packed folder.

    name: what sentences call the file.  Raises FileError with what is wrong where it cannot be read at all.
    """
    head = content[:_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n")
    if head[:1] == b"{" and _DOCUMENT_MARK in head:
        return problem_from_document(content)
    if not content.strip(b"\xef\xbb\xbf \t\r\n\x00"):
        raise FileError([_("{file} is empty: there is nothing to read.", file=name)])
    if content[:4] == b"PK\x03\x04" and (problem := problem_from_zip(name, content)) is not None:
        return problem
    return read_table(content, name=name)
