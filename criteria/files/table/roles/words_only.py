"""Lines of words among candidates that are rated in numbers: remarks beside each vendor's score, an owner, a source; no candidates."""

from __future__ import annotations

from criteria.files.table.roles.products import raw_name
from criteria.files.table.table import Table
from criteria.files.table.values.column import NUMERIC
from criteria.files.table.values.lexicon import REMARK_WORDS, folded
from criteria.files.table.values.words import scale_of
from criteria.files.table.work import Work
from criteria.translation import translate as _

_MOST = 0.5  # of the other rows that must be rated in numbers, or on a scale of words that the line's words are not on


def without_words(table: Table, said: dict[str, int], work: Work) -> Table:
    """Return the table without rows that hold nothing but words where the others are rated; each is noted.

    Only of a sheet with criteria in rows, whose columns of words are no candidates, or below a second line of heads: a candidate in a row
    of its own that has words for numbers is asked about. said: rows about the criteria.
    """
    if not table.grid.turned and not any(table.over):
        return table
    rows = [i for i in range(len(table.labels)) if i not in said.values()]
    gone: set[int] = set()
    for i in rows:
        cells = [cell for cell in table.cells[i] if cell.kind != "blank"]
        if not cells or any(cell.kind in NUMERIC for cell in cells):
            continue
        if folded(_own(table, i)) in REMARK_WORDS:
            gone.add(i)
            work.leave_out(table.row_place(i), table.labels[i], "remark", _("it holds remarks"))
        elif table.grid.turned and _strange(table, i, [k for k in rows if k != i]):
            gone.add(i)
            work.leave_out(
                table.row_place(i), table.labels[i], "text", _("it holds words, and the others are rated")
            )
    left = table.without(gone, ())
    _name_alone(left, said if left is table else {})
    return left


def _own(table: Table, i: int) -> str:
    """Return the name of a row without the heading over it."""
    group, label = table.over[i], table.labels[i]
    return label[len(group) :].strip() if group and label.startswith(f"{group} ") else label


def _strange(table: Table, i: int, others: list[int]) -> bool:
    """Whether all words of a row stand where most of the others hold numbers, or words of a scale that these are not on."""
    for j, cell in enumerate(table.cells[i]):
        if cell.kind in ("blank", "unknown"):
            continue
        given = [c for c in (table.cells[k][j] for k in others) if c.kind not in ("blank", "unknown")]
        words = [c.text for c in given if c.kind == "text"]
        numbers = sum(c.kind in NUMERIC for c in given)
        scaled = bool(words) and scale_of(words) is not None and scale_of([*words, cell.text]) is None
        if not given or not (numbers > _MOST * len(given) or scaled):
            return False
    return any(cell.kind == "text" for cell in table.cells[i])


def _name_alone(table: Table, said: dict[str, int]) -> None:
    """Give a row that alone stands under its heading the heading's name: Vendor A with nothing but a score is Vendor A."""
    count: dict[str, int] = {}
    for i, group in enumerate(table.over):
        count[group] = count.get(group, 0) + (i not in said.values())
    for i, group in enumerate(table.over):
        if group and count[group] == 1 and raw_name(_own(table, i)) and group not in table.labels:
            table.labels[i] = group
