"""The cells of one column read together: one decimal mark, one unit, one scale of words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from operator import attrgetter

from criteria.files.table.values.cells import Cell
from criteria.files.table.values.marks import number_at
from criteria.files.table.values.multiples import left_out, multiple, of_money, plain_unit
from criteria.files.table.values.units import ratio
from criteria.files.table.values.words import (
    OrderedWords,
    rates_by_several_scales,
    scale_of,
    scale_of_most,
    word_form,
)

Triple = tuple[float, float, float]  # low, likely, high
_kind = attrgetter("kind")
NUMERIC = ("number", "range", "bound", "outof", "stars")


@dataclass
class ColumnReading:
    """A column as read. kind: numbers, words, text, dates or blank.

    values: low, likely, high of each cell, None where unknown.  mark: the decimal mark used.  open_mark: a number that can be read
    two ways, where nothing decides.  mixed_marks: numbers of both conventions.  strays: positions of cells that are neither number nor
    unknown.  currencies, units: those found, the commonest first.  clash: two units or currencies that cannot be turned into one another.
    """

    kind: str = "blank"
    values: list[Triple | None] = field(default_factory=list)
    mark: str = "."
    resolved: str = ""
    open_mark: str = ""
    mixed_marks: tuple[str, str] | None = None
    strays: list[int] = field(default_factory=list)
    bounds: list[int] = field(default_factory=list)
    dates: list[int] = field(default_factory=list)
    errors: list[int] = field(default_factory=list)
    ranges: int = 0
    unit: str = ""
    clash: tuple[str, ...] = ()
    half_unit: str = ""
    converted: tuple[str, str] | None = None
    multiplied: str = ""
    bare_multiple: bool = False
    accounting: str = ""
    aside: str = ""
    scale: OrderedWords | None = None
    levels: dict[str, int] = field(default_factory=dict)
    out_of: tuple[float, ...] = ()


def read_column(
    cells: Sequence[Cell],
    mark: str,
    *,
    order: Sequence[str] = (),
    bounds_as_values: bool = False,
    beside: frozenset[str] = frozenset(),
) -> ColumnReading:
    """Return what the cells of a column say under one decimal mark.

    order: words of a scale as stated, lowest first; several of one level are joined by =.  bounds_as_values: '<5' counts as 5.  beside: words of other columns, whose scale
    the words are on where one has all.
    """
    found = ColumnReading(mark=mark)
    kinds = Counter(map(_kind, cells))
    numbers, texts = sum(kinds[kind] for kind in NUMERIC), kinds["text"]
    if numbers + texts + kinds["date"] == 0:
        # Signs such as + and - alone are unknown or a scale; where nothing else stands they say nothing.
        found.kind = "blank" if not kinds["unknown"] and not kinds["error"] else "numbers"
        found.values = [None] * len(cells)
        found.errors = [i for i, cell in enumerate(cells) if cell.kind == "error"]
        return found
    if kinds["date"] > numbers + texts:
        found.kind = "dates"
        return found
    stated = {word_form(w): k + 1 for k, level in enumerate(order) for w in (level, *level.split("="))}
    if texts >= numbers or any(word_form(cell.text) in stated for cell in cells if stated and cell.text):
        _read_words(found, cells, stated, beside)
        if found.kind != "text" or texts > numbers:
            return found
        found = ColumnReading(mark=mark)  # as many numbers as words: the words are what is odd
    found.kind = "numbers"
    _read_numbers(found, cells, bounds_as_values)
    return found


def _read_words(
    found: ColumnReading, cells: Sequence[Cell], stated: dict[str, int], beside: frozenset[str]
) -> None:
    texts = {
        cell.text
        for cell in cells
        if cell.kind == "text"
        or (cell.kind == "unknown" and word_form(cell.text) in ("-", "--", "–", "none"))
    }
    numbers = {
        cell.text or (f"{cell.value:g}" if cell.value is not None else "")
        for cell in cells
        if cell.kind in NUMERIC
    }
    levels: dict[str, int] = {}
    if stated:
        levels = {text: stated[word_form(text)] for text in texts if word_form(text) in stated}
        found.strays = [i for i, cell in enumerate(cells) if cell.kind == "text" and cell.text not in levels]
        found.kind = "words"
    else:
        own = texts | numbers
        joint = scale_of(own | beside) if beside else None
        scale = (joint[0], {word: joint[1][word] for word in own}) if joint else scale_of(own)
        scale = scale or scale_of(
            {t for t in texts if word_form(t) not in ("none", "-", "--", "–")} | numbers
        )
        if scale is None and not numbers and not rates_by_several_scales(texts):
            scale = scale_of_most(texts, [cell.text for cell in cells])
        found.kind = "words" if scale else "text"
        if scale:
            found.scale, levels = scale
            found.strays = [
                i for i, cell in enumerate(cells) if cell.kind == "text" and cell.text not in levels
            ]
    found.levels = dict(sorted(levels.items(), key=lambda item: item[1]))
    key = [cell.text or (f"{cell.value:g}" if cell.value is not None else "") for cell in cells]
    found.values = [(float(levels[k]),) * 3 if k in levels else None for k in key]
    found.errors = [i for i, cell in enumerate(cells) if cell.kind == "error"]


def _read_numbers(found: ColumnReading, cells: Sequence[Cell], bounds_as_values: bool) -> None:
    """Read the cells that differ, each once, and say of every cell what was read.

    The first unit, currency or length of a scale is named where several are; a cell that is wrong is told by its position.
    """
    keys = list(map(id, cells))
    different = dict(zip(keys, cells, strict=True))
    dressed = {key: cell for key, cell in different.items() if not cell.bare and cell.kind in NUMERIC}
    times = Counter(keys) if dressed else Counter()
    money = of_money(cell for cell in dressed.values() if cell.unit)
    units: Counter[tuple[str, str]] = Counter()
    for key, cell in dressed.items():
        units[cell.currency, plain_unit(cell, money)] += times[key]
    main = max((unit for unit in units if unit != ("", "")), key=lambda unit: units[unit], default=("", ""))
    found.unit = " ".join(part for part in (main[0], main[1]) if part).replace(" /", "/")
    strange: list[str] = []
    plain_values: list[float] = []
    multiplied: list[float] = []
    values: dict[int, Triple | None] = {}
    wrong: dict[int, list[int]] = {}  # where a cell goes that is no number
    kept = {"text": found.strays, "date": found.dates, "error": found.errors}
    bounds = set()
    side = attrgetter("point" if found.mark == "." else "comma")
    for key, cell in different.items():
        number = side(cell)
        if number is not None:
            plain_values.append(number)
            values[key] = (number, number, number)
            continue
        values[key] = None
        if cell.kind in kept:
            wrong[key] = kept[cell.kind]
        if cell.kind not in NUMERIC:
            continue
        if cell.bare:
            wrong[key] = found.strays
            continue
        if cell.kind == "bound":
            bounds.add(key)
            if not bounds_as_values:
                continue
        triple = _triple(cell, found.mark)
        if triple is None:
            wrong[key] = found.strays
            continue
        if cell.kind == "outof" and (whole := number_at(cell.parts[1], found.mark)) is not None:
            found.out_of = tuple(dict.fromkeys((*found.out_of, whole)))
        factor = _factor(found, cell, main, strange, money)
        found.ranges += times[key] * (cell.form == "between")
        if cell.form in ("accounting", "aside"):
            setattr(found, cell.form, getattr(found, cell.form) or cell.text)
        if multiple(cell, money) != 1:
            multiplied.append(triple[1] * factor)
        elif cell.unit == "":
            plain_values.append(triple[1])
        values[key] = triple if factor == 1 else tuple(value * factor for value in triple)  # type: ignore[assignment]
    found.values = list(map(values.__getitem__, keys))
    for i, key in enumerate(keys) if wrong or bounds else ():
        if key in bounds:
            found.bounds.append(i)
        if key in wrong:
            wrong[key].append(i)
    # A percentage beside 0.95: nobody can know whether 95 % or 0.95 % is meant.
    if main[1] == "%" and plain_values and all(abs(value) <= 1 for value in plain_values):
        found.half_unit = main[1]
    found.bare_multiple = left_out(multiplied, plain_values)
    found.clash = tuple(dict.fromkeys((found.unit, *strange))) if strange else ()


def _factor(
    found: ColumnReading, cell: Cell, main: tuple[str, str], strange: list[str], money: bool
) -> float:
    factor = multiple(cell, money)
    if factor != 1.0:
        found.multiplied = found.multiplied or cell.text
    unit = plain_unit(cell, money)
    if cell.currency and main[0] and cell.currency != main[0]:
        strange.append(cell.currency)
        return factor
    if unit and unit != main[1]:
        other = ratio(unit, main[1]) if main[1] else None
        if other is None:
            strange.append(unit)
        else:
            if other != 1.0 and found.converted is None:
                found.converted = (unit, main[1])
            factor *= other
    return factor


def _triple(cell: Cell, mark: str) -> Triple | None:
    """Return low, likely and high of a cell; None where its text is no number under this mark."""
    if cell.kind == "stars" or (cell.value is not None and not cell.parts):
        return None if cell.value is None else (cell.value, cell.value, cell.value)
    first = number_at(cell.parts[0], mark)
    if len(cell.parts) == 1 and cell.kind in ("number", "bound"):
        return None if first is None else (first, first, first)
    numbers = [first, *(number_at(part, mark) for part in cell.parts[1:])]
    given = [number for number in numbers if number is not None]
    if len(given) < len(numbers):
        return None
    if cell.kind in ("number", "bound", "outof"):
        return given[0], given[0], given[0]
    if cell.form == "around":
        middle, half = given
        return middle - half, middle, middle + half
    if cell.form == "likely":
        low, middle, high = given
        return (low, middle, high) if low <= middle <= high else None
    low, high = given
    return (low, (low + high) / 2, high) if low <= high else None


def likely(cell: Cell, mark: str) -> float:
    """Return the likely value of a cell, nan where it holds no number."""
    number = cell.value if cell.value is not None else cell.point if mark == "." else cell.comma
    if number is not None:
        return number
    triple = _triple(cell, mark) if cell.kind in NUMERIC and not cell.bare else None
    return float("nan") if triple is None else triple[1]


def likely_values(cells: Sequence[Cell], mark: str) -> list[float]:
    """Return the likely value of each cell of a column, nan where it holds no number."""
    keys = list(map(id, cells))
    known = {key: likely(cell, mark) for key, cell in zip(keys, cells, strict=True)}
    return list(map(known.__getitem__, keys))
