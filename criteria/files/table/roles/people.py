"""Several people's ratings of one candidate, in rows or columns of their own: asked, and put together as mean and range."""

from __future__ import annotations

from collections.abc import Sequence

from criteria.files.table.question import USED, Choice
from criteria.files.table.roles.joined import written
from criteria.files.table.roles.people_words import whose_columns, with_levels
from criteria.files.table.table import Table
from criteria.files.table.values.cells import UNKNOWN_CELL, Cell, text_of
from criteria.files.table.values.column import NUMERIC, likely
from criteria.files.table.values.lexicon import MEAN_WORDS, PEOPLE_WORDS, folded
from criteria.files.table.work import Work, listed, shown
from criteria.translation import translate as _

MEAN, APART = "mean", "apart"
Group = list[tuple[int, str]]  # rows of one candidate, each with whose it is


def with_people(table: Table, said: dict[str, int], marks: Sequence[str], work: Work) -> Table:
    """Return the table with one row for each candidate where several people rated each, once it is answered that they did.

    said: rows about the criteria.  marks: the decimal mark of each column.  The likely value is the mean, the range goes from the lowest
    to the highest, also of words on one scale; a column in other words joins what they said.
    """
    open_rows = [i for i in range(len(table.labels)) if i not in said.values()]
    groups = _by_heads(table, open_rows) or _by_column(table, open_rows)
    answer = work.answer("people")
    whose: set[int] = set()
    if len(groups) < 2:
        return table
    averages = {i for rows in groups.values() for i, who in rows if folded(who) in MEAN_WORDS}
    groups = {name: [row for row in rows if row[0] not in averages] for name, rows in groups.items()}
    for i in sorted(averages):
        work.leave_out(
            table.row_place(i), table.labels[i], "result", _("it is the average of those beside it")
        )
    if answer not in (MEAN, APART):
        _ask(table, groups, work)
    if answer == MEAN:
        people = [row for rows in groups.values() for row in rows]
        whose = whose_columns(table, people)
        with_levels(table, people, whose, marks, work)
        for j in sorted(whose):
            work.leave_out(
                table.column_place(j), table.names[j], "identifier", _("it says whose each rating is")
            )
    gone = set(averages)
    for name, rows in groups.items():
        if answer != MEAN:
            for i, who in rows:
                if table.labels[i] == name:
                    table.labels[i] = f"{name} ({who})"
            continue
        first = rows[0][0]
        table.cells[first] = [
            _joined([table.cells[i][j] for i, _who in rows], mark) for j, mark in enumerate(marks)
        ]
        table.labels[first] = name
        for i, _who in rows[1:]:
            gone.add(i)
            work.role(
                table.row_place(i),
                table.labels[i],
                "rating",
                _("it is part of '{name}'", name=shown(name)),
                USED,
            )
    if answer == MEAN:
        work.notes.append(
            _(
                "The ratings of {people} are put together: the likely value is their mean, the range goes from the lowest to the highest.",
                people=listed(dict.fromkeys(who for rows in groups.values() for _i, who in rows), 6),
            )
        )
    return table.without(gone, whose)


def _by_heads(table: Table, rows: list[int]) -> dict[str, Group]:
    """Return the rows under each heading, where the same names stand under every heading: Vendor A with Ann and Bob, Vendor B too."""
    found: dict[str, Group] = {}
    for i in rows:
        group = table.over[i]
        if not group or not table.labels[i].startswith(f"{group} "):
            return {}
        found.setdefault(group, []).append((i, table.labels[i][len(group) + 1 :]))
    people = [{folded(who) for _i, who in group} for group in found.values()]
    same = all(len(names) > 1 and names == people[0] for names in people)
    return found if len(found) > 1 and same else {}


def _by_column(table: Table, rows: list[int]) -> dict[str, Group]:
    """Return the rows of each name that stands there several times, where a column says whose each row is, or every name does so."""
    found: dict[str, list[int]] = {}
    for i in rows:
        found.setdefault(folded(table.labels[i]), []).append(i)
    if len(found) == len(rows) or len(found) < 2 or "" in found:
        return {}
    always = min(map(len, found.values())) > 1
    for j, head in enumerate(table.names):
        whose = folded(head) in PEOPLE_WORDS
        if not (always or whose) or not all(
            table.cells[i][j].kind in ("text", "date", "blank", *(("number",) if whose else ())) for i in rows
        ):
            continue
        said = {key: [text_of(table.raw(i, j)) for i in group] for key, group in found.items()}
        if all(
            "" not in names and len({folded(who) for who in names}) == len(names) for names in said.values()
        ):
            return {
                table.labels[group[0]]: list(zip(group, said[key], strict=True))
                for key, group in found.items()
            }
    if not always:
        return {}
    return {table.labels[group[0]]: [(i, table.row_place(i)) for i in group] for group in found.values()}


def _ask(table: Table, groups: dict[str, Group], work: Work) -> None:
    # Without a word whose they are, rows of one name may be variants as well.
    told = not all(who == table.row_place(i) for group in groups.values() for i, who in group)
    name, rows = max(groups.items(), key=lambda group: len(group[1]))
    work.ask(
        "people",
        "",
        _(
            "'{name}' appears {count} times ({people}): several people's ratings of one candidate, or candidates of their own?",
            name=shown(name),
            count=len(rows),
            people=listed((who for _i, who in rows), 4),
        ),
        (
            Choice(MEAN, _("ratings of one candidate: take mean and range")),
            Choice(APART, _("candidates of their own")),
        ),
        suggestion=MEAN if told else "",
        why=_("each row is said to be another person's") if told else "",
    )


def _joined(cells: list[Cell], mark: str) -> Cell:
    numbers = [number for number in (likely(cell, mark) for cell in cells) if number == number]
    others = [cell for cell in cells if cell.kind not in (*NUMERIC, "blank", "unknown")]
    if others:
        texts = list(dict.fromkeys(cell.text for cell in cells if cell.text))
        return others[0] if len(texts) == 1 else Cell("text", text=" / ".join(texts))
    if not numbers:
        return UNKNOWN_CELL
    parts = (min(numbers), sum(numbers) / len(numbers), max(numbers))
    shown_unit = next((cell for cell in cells if cell.unit or cell.currency), cells[0])
    ends = tuple(written(number, mark) for number in parts)
    return Cell("range", ends, None, shown_unit.unit, shown_unit.currency, " – ".join(ends), "likely")
