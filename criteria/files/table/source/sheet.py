"""Sheets of cells as found in a file, before anybody asks what they mean."""

from __future__ import annotations

from dataclasses import dataclass

from criteria.files.table.values.cells import Value

CELL_LIMIT = 3_000_000
SIZE_LIMIT = 20_000_000  # bytes of a file
EXPANDED_LIMIT = 150_000_000  # bytes that a packed file may unfold to
COLUMN_LIMIT = 5_000


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its name (empty for a text file), rows of cells, what is hidden, and how it was found.

    Rows may differ in length; rows and columns are counted from 0.
    notes: sentences on how the file was read. unfilled: cells whose formula has no stored value.
    """

    name: str
    rows: tuple[tuple[Value, ...], ...]
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    visible: bool = True
    notes: tuple[str, ...] = ()
    unfilled: frozenset[tuple[int, int]] = frozenset()

    @property
    def filled(self) -> int:
        """How many cells are not blank."""
        return sum(value != "" for row in self.rows for value in row)


@dataclass(frozen=True, slots=True)
class Source:
    """A file's name, as sentences call it, and its sheets."""

    file: str
    sheets: tuple[Sheet, ...]
