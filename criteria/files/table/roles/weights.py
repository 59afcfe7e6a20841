"""The weights that a table gives: as points, or as a question where they say nothing."""

from __future__ import annotations

import re

from criteria.files.table.question import Choice
from criteria.files.table.roles.column import Column
from criteria.files.table.roles.headings import heading_of
from criteria.files.table.table import Table
from criteria.files.table.values.cells import Cell, CellReader, text_of
from criteria.files.table.values.column import NUMERIC
from criteria.files.table.values.lexicon import direction_word, folded
from criteria.files.table.values.marks import number_at
from criteria.files.table.values.weight_words import points_of_words, said_points, stated_points
from criteria.files.table.values.words import scale_of, word_form
from criteria.files.table.work import Work, listed, shown
from criteria.translation import translate as _
from criteria.translation import translate_count

EQUAL, WORDS = "equal", "words"
TIMES = re.compile(r"[x×✕]\s*(\d{1,4}(?:[.,]\d{1,3})?)|(\d{1,4}(?:[.,]\d{1,3})?)\s*[x×✕]", re.I)
_SHARE = 0.6  # of the names in a list of weights that the table must have


def with_weight_list(table: Table, said: dict[str, int], read: CellReader, work: Work) -> Table:
    """Return the table with the weights of a list that stands apart as a row of its own, where it has no weights itself."""
    if "weight" in said:
        return table
    names = [folded(heading_of(name).name) for name in table.names]
    for found in work.lists:
        known = sum(name in found.weights for name in names)
        if known > 1 and known >= _SHARE * len(found.weights):
            values = [found.weights.get(name, "") for name in names]
            work.notes.append(_("The weights are those of {where}.", where=found.where))
            table = table.with_row(_("Weight"), values, [read(value) for value in values])
            ways = [found.directions.get(name, "") for name in names]
            told = [way for way in ways if way != ""]
            if (
                "direction" not in said
                and told
                and all(direction_word(text_of(way)) is not None for way in told)
            ):
                work.notes.append(_("The directions are those of {where}.", where=found.where))
                table = table.with_row(_("Direction"), ways, [read(way) for way in ways])
            return table
    return table


def points_of(
    table: Table, criteria: list[Column], row: int | None, marks: frozenset[str], work: Work
) -> list[float] | None:
    """Return points for each criterion, None where the table gives no weights or they are still asked."""
    if row is None:
        given = [column.heading.weight for column in criteria]
        if (
            criteria
            and all(weight is not None for weight in given)
            and sum(weight or 0 for weight in given) > 0
        ):
            return [weight or 0.0 for weight in given]
        return None
    cells = [table.cells[row][column.position] for column in criteria]
    if work.answer("weights") == EQUAL:
        work.notes.append(_("All criteria begin equally important, as answered."))
        return None
    mark = next(iter(marks)) if len(marks) == 1 else "."
    points = [weight_of(cell, mark) for cell in cells]
    place, label = table.row_place(row), shown(table.labels[row])
    wrong = ""
    words = [
        text_of(table.raw(row, c.position))
        for c, p in zip(criteria, points, strict=True)
        if p is None and table.cells[row][c.position].kind == "text"
    ]
    if words and len(words) == len(cells):
        return _points_of_words(place, label, words, work)
    unknown = [column.name for column, point in zip(criteria, points, strict=True) if point is None]
    if words:
        wrong = translate_count(
            "A weight in {place} '{label}' is a word ({words}): give each weight as a number.",
            "Weights in {place} '{label}' are words ({words}): give each weight as a number.",
            len(words),
            place=place,
            label=label,
            words=listed(dict.fromkeys(words), 4),
        )
    elif unknown:
        wrong = translate_count(
            "The weight of {names} is blank or unknown in {place} '{label}': give it as a number (0 if it should not count).",
            "The weights of {names} are blank or unknown in {place} '{label}': give them as numbers (0 if they should not count).",
            len(unknown),
            names=listed(unknown),
            place=place,
            label=label,
        )
    elif any(point is not None and point < 0 for point in points):
        negative = [c.name for c, p in zip(criteria, points, strict=True) if p is not None and p < 0]
        wrong = translate_count(
            "The weight of {names} is negative in {place} '{label}': give a number of at least 0; directions have a row of their own.",
            "The weights of {names} are negative in {place} '{label}': give numbers of at least 0; directions have a row of their own.",
            len(negative),
            names=listed(negative),
            place=place,
            label=label,
        )
    elif not any(points):
        wrong = _(
            "All weights are 0 in {place} '{label}': give at least one criterion some weight.",
            place=place,
            label=label,
        )
    if wrong:
        work.ask("weights", "", wrong, (Choice(EQUAL, _("all criteria equally important")),))
        return None
    return [point or 0.0 for point in points]


def _points_of_words(place: str, label: str, words: list[str], work: Work) -> list[float] | None:
    """Return the points of weights in words as answered; what each counts is asked before."""
    known = points_of_words(words)
    answer = work.answer("weights")
    counted = known if answer == WORDS else stated_points(answer)
    forms = {word_form(word): value for word, value in (counted or {}).items()}
    if all(word_form(word) in forms for word in words) and any(forms[word_form(word)] for word in words):
        points = [forms[word_form(word)] for word in words]
        each = dict(sorted(zip(words, points, strict=True), key=lambda one: -one[1]))
        work.notes.append(_("The weights are counted as answered: {points}.", points=said_points(each)))
        return points
    apart = known is not None and len(set(known.values())) > 1
    example = said_points(known or _levels_of(words))
    text = (
        _("The weights in {place} '{label}' are words: do they count {points}, or otherwise?", place=place, label=label, points=example)
        if apart
        else _(
            "The weights in {place} '{label}' are words ({words}): say how much each word counts, such as {points}, or give numbers.",
            place=place, label=label, words=listed(dict.fromkeys(words), 6), points=example,
        )
    )  # fmt: skip
    work.ask(
        "weights",
        "",
        text,
        (
            *([Choice(WORDS, example)] if apart else []),
            Choice(EQUAL, _("all criteria equally important")),
        ),
        suggestion=WORDS if apart else "",
        why=_("the words have this order; how far apart they are is yours to say") if apart else "",
        example=example,
    )
    return None


def _levels_of(words: list[str]) -> dict[str, float]:
    """Return points in the order of the words where they have one (++ above +), otherwise in that of the sheet."""
    found = scale_of(words)
    levels = found[1] if found else {word: k for k, word in enumerate(dict.fromkeys(words), 1)}
    return {
        word: float(level)
        for word, level in sorted(levels.items(), key=lambda one: -one[1] if found else one[1])
    }


def weight_of(cell: Cell, mark: str) -> float | None:
    """Return the number of a weight, None where it is none; x3 and 3× are 3."""
    if cell.kind == "text" and (times := TIMES.fullmatch(cell.text.strip())):
        return number_at(times[1] or times[2], mark)
    if cell.kind not in NUMERIC or cell.kind == "range":
        return None
    if cell.value is not None and (not cell.parts or mark == "." or "." not in cell.parts[0]):
        return cell.value
    if not cell.parts:
        return None
    value = number_at(cell.parts[0], mark)
    other = number_at(cell.parts[0], "," if mark == "." else ".")
    return value if value is not None else other
