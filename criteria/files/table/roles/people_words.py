"""What several people said in words of one candidate: on one scale the words are numbers, whose mean counts; without one their order is asked."""

from __future__ import annotations

from collections.abc import Sequence

from criteria.files.table.question import LEFT_OUT
from criteria.files.table.roles.cells import ask_words
from criteria.files.table.roles.headings import heading_of
from criteria.files.table.table import Table
from criteria.files.table.values.cells import UNKNOWN_CELL, Cell, text_of
from criteria.files.table.values.column import read_column
from criteria.files.table.values.words import rates_by_several_scales, stated_order
from criteria.files.table.work import Work, shown
from criteria.model.text import capitalized
from criteria.translation import translate as _


def whose_columns(table: Table, people: Sequence[tuple[int, str]]) -> set[int]:
    """Return the columns that say whose each rating is. people: the rows that are put together, each with whose it is."""
    return {j for j in range(len(table.names)) if all(text_of(table.raw(i, j)) == who for i, who in people)}


def with_levels(
    table: Table, people: Sequence[tuple[int, str]], whose: set[int], marks: Sequence[str], work: Work
) -> None:
    """Put the level of each word in its place in the columns of words, and say so; ask for the order of words that rate and have none.

    people: the rows that are put together, each with whose it is.  whose: the columns that say this.  marks: the decimal mark of each column.
    """
    rows = [i for i, _who in people]
    for j, mark in enumerate(marks):
        if j in whose:
            continue
        cells = [table.cells[i][j] for i in rows]
        words = list(dict.fromkeys(cell.text for cell in cells if cell.kind == "text"))
        name = heading_of(table.names[j]).name
        answer = work.answer("order", name)
        if not words or answer == LEFT_OUT:
            continue
        reading = read_column(cells, mark, order=stated_order(answer))
        if reading.kind == "words" and not reading.strays:
            if reading.scale is not None:
                work.word_scales[name] = reading.scale
            levels = {
                float(k): Cell("number", (), float(k), point=float(k), comma=float(k))
                for k in reading.levels.values()
            }
            for i, triple in zip(rows, reading.values, strict=True):
                table.cells[i][j] = levels[triple[1]] if triple else UNKNOWN_CELL
            work.notes.append(
                _(
                    "{place} '{name}': the words are read as an ordered scale: {order}.",
                    place=capitalized(table.column_place(j)),
                    name=shown(name),
                    order=", ".join(f"{shown(word)} = {level}" for word, level in reading.levels.items()),
                )
            )
        elif reading.kind == "words" or rates_by_several_scales(words):
            ask_words(table.column_place(j), name, words, work)
