"""One part of the story: a sentence for its title, what stands behind it, and a table."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Part:
    """key: the same in every language.  title: a whole sentence or clause.  sentences: under it.

    heads, rows: the table, every cell as printed.  values: where the table can be drawn, a number for each row, as exact as it is known.
    people: the column that only people can fill in, -1 where there is none.
    """

    key: str
    title: str
    sentences: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    values: tuple[tuple[float, ...], ...] = ()
    people: int = -1
