"""Which decimal mark the numbers of a column have: told by themselves, by the file, by their size, or left open."""

from __future__ import annotations

from collections.abc import Sequence

from criteria.files.table.values.cells import Cell
from criteria.files.table.values.marks import readings, telling_marks

_ALIKE = (
    10  # how many times numbers of one column are apart at most, where their size shows what their marks mean
)


def distinct(cells: Sequence[Cell]) -> dict[int, Cell]:
    """Return the cells that differ, by identity, in the order in which each comes first; a column says most things often."""
    return dict(zip(map(id, cells), cells, strict=True))


def told_by(cells: Sequence[Cell]) -> tuple[frozenset[str], str]:
    """Return what the numbers of a column tell of its decimal mark, as `telling_marks` does."""
    told: set[str] = set()
    example = ""
    for cell in distinct(cells).values():
        point, comma = cell.point, cell.comma
        if point is not None or comma is not None:
            if point is None or comma is None:
                told.add("," if point is None else ".")
            elif point != comma and not example:
                example = cell.parts[0]
        elif cell.parts:
            marks, one = telling_marks(cell.parts)
            told |= marks
            example = example or one
    return frozenset(told), example


def mark_told(
    cells: Sequence[Cell], told_by_cells: tuple[frozenset[str], str], file_marks: frozenset[str], answer: str
) -> tuple[str, str, str, tuple[str, str] | None]:
    """Return the decimal mark of a column by what `told_by` says, an example it decided, one it leaves open, and two that contradict each other."""
    told, example = told_by_cells
    if answer in (".", ","):
        return answer, example, "", None
    if len(told) == 2:
        cores = [part for cell in distinct(cells).values() for part in cell.parts]
        pair = {mark: next(core for core in cores if telling_marks([core])[0] == {mark}) for mark in told}
        return ".", "", "", (pair["."], pair[","])
    if told:
        return next(iter(told)), example, "", None
    if not example:
        return next(iter(file_marks)) if len(file_marks) == 1 else ".", "", "", None
    if len(file_marks) == 1 and not _other_size(cells, mark := next(iter(file_marks))):
        return mark, example, "", None
    return ".", "", example, None


def _other_size(cells: Sequence[Cell], mark: str) -> bool:
    """Whether the numbers that have one reading are as large as the others only under the other mark than the file's: 980 beside 1.250."""
    taken: list[float] = []
    turned: list[float] = []
    plain: list[float] = []
    for cell in distinct(cells).values():
        if cell.kind != "number":
            continue
        ways = dict(readings(cell.parts[0])) if cell.parts else {}
        if len(set(ways.values())) == 2:
            taken.append(abs(ways[mark]))
            turned.append(abs(ways["," if mark == "." else "."]))
        elif number := cell.value if cell.value is not None else next(iter(ways.values()), 0.0):
            plain.append(abs(number))
    return bool(plain) and bool(taken) and as_large(plain, turned) and not as_large(plain, taken)


def as_large(numbers: Sequence[float], others: Sequence[float]) -> bool:
    """Whether numbers are at most ten times smaller or larger than others."""
    return all(min(others) / _ALIKE <= number <= max(others) * _ALIKE for number in numbers)
