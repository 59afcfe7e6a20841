"""What the cells of the criteria leave open: units, bounds, words, cells that are no numbers. One sentence a column."""

from __future__ import annotations

from collections.abc import Sequence

from criteria.files.table.question import Choice
from criteria.files.table.roles.column import Column
from criteria.files.table.roles.unit_questions import ask_unit
from criteria.files.table.table import Table
from criteria.files.table.values.cells import text_of
from criteria.files.table.values.marks import readings
from criteria.files.table.work import Work, listed, shown
from criteria.model.text import capitalized, first_few
from criteria.translation import translate as _
from criteria.translation import translate_count

_EXAMPLES = 3


def ask_about_cells(
    table: Table, column: Column, candidates: list[int], other_units: Sequence[str], work: Work
) -> None:
    """Add the questions and notes that the cells of one criterion give rise to. other_units: those that a column beside it gives them."""
    reading = column.reading
    place, name = table.column_place(column.position), shown(column.name)
    if reading.resolved:
        value = next(
            (value for mark, value in readings(reading.resolved.lstrip()) if mark == reading.mark), None
        )
        given = {"place": capitalized(place), "name": name, "text": reading.resolved, "value": value or 0.0}
        work.notes.append(
            _("{place} '{name}': {text} is read as {value:.12g}, as answered.", **given)
            if work.answer("numbers", column.name) or work.answer("numbers")
            else _("{place} '{name}': {text} is read as {value:.12g}, as the other numbers show.", **given)
        )
    ask_unit(table, column, other_units, work)
    _ask_strays(table, column, candidates, work)
    _ask_bounds(table, column, candidates, work)
    _say_words(table, column, work)
    if reading.errors:
        cells = _cells(table, column, candidates, reading.errors)
        work.notes.append(
            translate_count(
                "{place} '{name}': {cells} holds an error or a formula without a value, and counts as unknown.",
                "{place} '{name}': {cells} hold an error or a formula without a value, and count as unknown.",
                len(reading.errors),
                place=capitalized(place),
                name=name,
                cells=cells,
            )
        )
    if reading.ranges:
        work.notes.append(
            translate_count(
                "{place} '{name}': {count} range is read as low to high, with the middle as the likely value.",
                "{place} '{name}': {count} ranges are read as low to high, with the middle as the likely value.",
                reading.ranges,
                place=capitalized(place),
                name=name,
            )
        )
    if reading.converted:
        work.notes.append(
            _(
                "{place} '{name}': {unit} are converted to {other}.",
                place=capitalized(place),
                name=name,
                unit=reading.converted[0],
                other=reading.converted[1],
            )
        )
    if reading.multiplied:
        work.notes.append(
            _(
                "{place} '{name}': multiples such as '{text}' are written out.",
                place=capitalized(place),
                name=name,
                text=shown(reading.multiplied),
            )
        )
    if reading.aside:
        work.notes.append(
            _(
                "{place} '{name}': what stands in brackets behind a number is left out, as in '{text}'.",
                place=capitalized(place),
                name=name,
                text=shown(reading.aside),
            )
        )
    if reading.accounting:
        work.notes.append(
            _(
                "{place} '{name}': numbers such as {text} are read as negative.",
                place=capitalized(place),
                name=name,
                text=shown(reading.accounting),
            )
        )


def _ask_strays(table: Table, column: Column, candidates: list[int], work: Work) -> None:
    reading, place = column.reading, table.column_place(column.position)
    wrong = sorted([*reading.strays, *reading.dates])
    if not wrong:
        return
    texts = list(dict.fromkeys(text_of(table.raw(candidates[k], column.position)) for k in wrong))
    where = first_few([table.row_place(candidates[k]) for k in wrong], _EXAMPLES)
    if work.answer("cells", column.name) == "unknown":
        work.notes.append(_unknown(place, column, texts))
        return
    given = {"place": place, "name": shown(column.name), "texts": listed(texts, _EXAMPLES), "where": where}
    if reading.kind == "words":
        text = translate_count(
            "{texts} in {place} '{name}' ({where}) has no place in the order of the other words: give it one, or say that it is unknown.",
            "{texts} in {place} '{name}' ({where}) have no place in the order of the other words: give them one, or say that they are unknown.",
            len(texts),
            **given,
        )
    elif reading.dates and not reading.strays:
        text = translate_count(
            "{texts} in {place} '{name}' ({where}) is a date among numbers, which spreadsheets make of entries such as 7-9: write the number, or say that it is unknown.",
            "{texts} in {place} '{name}' ({where}) are dates among numbers, which spreadsheets make of entries such as 7-9: write the numbers, or say that they are unknown.",
            len(texts),
            **given,
        )
    else:
        text = translate_count(
            "{texts} in {place} '{name}' ({where}) cannot be read as a number: write a number, leave the cell blank, or say that it is unknown.",
            "{texts} in {place} '{name}' ({where}) cannot be read as numbers: write numbers, leave the cells blank, or say that they are unknown.",
            len(texts),
            **given,
        )
    work.ask(
        "cells",
        column.name,
        text,
        (Choice("unknown", _("unknown")),),
        suggestion="unknown",
        why=_("the other cells of the column are numbers"),
    )


def _unknown(place: str, column: Column, texts: list[str]) -> str:
    return translate_count(
        "{place} '{name}': {texts} counts as unknown, as answered.",
        "{place} '{name}': {texts} count as unknown, as answered.",
        len(texts),
        place=capitalized(place),
        name=shown(column.name),
        texts=listed(texts, _EXAMPLES),
    )


def _ask_bounds(table: Table, column: Column, candidates: list[int], work: Work) -> None:
    reading = column.reading
    if not reading.bounds:
        return
    place = table.column_place(column.position)
    bounds = list(dict.fromkeys(text_of(table.raw(candidates[k], column.position)) for k in reading.bounds))
    texts = listed(bounds, _EXAMPLES)
    answer = work.answer("bounds", column.name)
    if answer:
        work.notes.append(
            translate_count(
                "{place} '{name}': {texts} is taken at the bound, as answered.",
                "{place} '{name}': {texts} are taken at the bound, as answered.",
                len(bounds),
                place=capitalized(place),
                name=shown(column.name),
                texts=texts,
            )
            if answer == "bound"
            else _unknown(place, column, bounds)
        )
        return
    work.ask(
        "bounds",
        column.name,
        translate_count(
            "{texts} in {place} '{name}' gives a bound, not a value: give a value or a range from low to high, or say that the bound or unknown is meant.",
            "{texts} in {place} '{name}' give bounds, not values: give values or ranges from low to high, or say that the bounds or unknown are meant.",
            len(bounds),
            texts=texts,
            place=place,
            name=shown(column.name),
        ),
        (Choice("bound", _("take the bound")), Choice("unknown", _("unknown"))),
    )


def _say_words(table: Table, column: Column, work: Work) -> None:
    reading, place = column.reading, table.column_place(column.position)
    if reading.kind != "words":
        return
    order = ", ".join(f"{shown(word)} = {level}" for word, level in reading.levels.items())
    if (
        reading.scale is not None
        and reading.scale.valued
        and column.maximize is False
        and column.said_by != "answer"
    ):
        work.ask(
            "order",
            column.name,
            _(
                "{place} '{name}' is to be minimized, but its words say themselves what is better ({order}): say which order is meant, such as worst < best.",
                place=capitalized(place),
                name=shown(column.name),
                order=order,
            ),
            (),
            example="worst < best",
        )
        return
    work.notes.append(
        _(
            "{place} '{name}': the words are read as an ordered scale: {order}.",
            place=capitalized(place),
            name=shown(column.name),
            order=order,
        )
    )


def ask_order(table: Table, column: Column, candidates: list[int], work: Work) -> None:
    """Ask for the order of the words of a criterion that holds no numbers."""
    texts = list(
        dict.fromkeys(cell.text for cell in table.column(column.position, candidates) if cell.kind == "text")
    )
    ask_words(table.column_place(column.position), column.name, texts, work)


def ask_words(place: str, name: str, words: list[str], work: Work) -> None:
    """Ask for the order of words that a column holds, unless it is asked already."""
    if any((question.kind, question.about) == ("order", shown(name)) for question in work.questions):
        return
    work.ask(
        "order",
        name,
        _(
            "{place} '{name}' holds words without a known order ({texts}): give numbers, or the order of the words from worst to best, those of one level joined by =.",
            place=capitalized(place),
            name=shown(name),
            texts=listed(words, 6),
        ),
        (Choice("left out", _("leave the column out")),),
        example="low < medium = fair < good = high",
    )


def _cells(table: Table, column: Column, candidates: list[int], positions: list[int]) -> str:
    return first_few([table.grid.cell_place(candidates[k], column.position) for k in positions], _EXAMPLES)
