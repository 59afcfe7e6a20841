"""One column while its table is understood."""

from __future__ import annotations

from dataclasses import dataclass

from criteria.files.table.roles.headings import Heading
from criteria.files.table.values.column import ColumnReading


@dataclass
class Column:
    """A column under way: its heading, its reading, which way is better if that is said, and by what."""

    position: int
    heading: Heading
    reading: ColumnReading
    maximize: bool | None = None
    said_by: str = ""

    @property
    def name(self) -> str:
        """What the heading calls it."""
        return self.heading.name
