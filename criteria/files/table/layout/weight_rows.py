"""Whether a row called Weight holds the weights of the columns, or is a criterion: what each candidate weighs."""

from __future__ import annotations

import re
from math import fsum

from criteria.files.table.values.about import about_label
from criteria.files.table.values.cells import Cell, CellReader, Value, text_of
from criteria.files.table.values.lexicon import (
    ALTERNATIVE_WORDS,
    CRITERION_STEMS,
    CRITERION_WORDS,
    folded,
    has_stem,
)

WEIGHTS, MASS, OPEN = "weights", "mass", "open"
MASS_WORDS = frozenset(("weight", "wt", "wt.", "gewicht", "poids", "peso"))
_MASSES = frozenset(
    [
        "kg",
        "kgs",
        "g",
        "gr",
        "gram",
        "grams",
        "mg",
        "t",
        "to",
        "ton",
        "tons",
        "tonne",
        "tonnes",
        "tonnen",
        "lb",
        "lbs",
        "oz",
        "pound",
        "pounds",
        "kilo",
        "kilos",
    ]
)
_NUMBERED = re.compile(
    r"(?:[ckfxq]|crit|criterion|criteria|kriterium|critère|criterio|基準|評価項目|attribute|factor)[\s_.-]?\d{1,3}"
)


def weight_row(
    row: tuple[Value, ...],
    heads: list[str],
    labels: list[str],
    names: int,
    corner: str,
    read: CellReader,
) -> str:
    """Return what a row called Weight, Gewicht, Poids or Peso holds: weights, mass, or open where the sheet shows neither.

    heads: the header, whose cell at `names` is the corner.  labels: of all rows.  Units of mass decide; then which of rows and columns
    have the names of criteria, and whether the numbers are shares of one whole.
    """
    beside = [j for j in range(len(row)) if j != names]
    if any(_of_mass(row, heads, j, read) for j in beside):
        return MASS
    columns = [j for j in beside if not about_label(heads[j])]
    rows_named, others, heads_named = named_lines(heads, labels, names)
    if not heads_named and any(about_label(heads[j]) == "weight" for j in beside):
        return MASS  # the weights have a column of their own
    whole = shares([read(row[j]) for j in columns])
    if not heads_named and rows_named and (corner in CRITERION_WORDS or mostly(rows_named, others)):
        return OPEN if whole or corner in ALTERNATIVE_WORDS else MASS
    numbered = all(_NUMBERED.fullmatch(folded(heads[j])) for j in columns)
    if heads_named > rows_named or numbered or corner in ALTERNATIVE_WORDS or (whole and not rows_named):
        return WEIGHTS
    return OPEN


def named_lines(heads: list[str], labels: list[str], names: int) -> tuple[int, int, int]:
    """Return how many rows have the name of a criterion, of how many rows, and how many columns have; Weight itself tells nothing."""
    others = [label for label in labels if label and folded(label) not in MASS_WORDS]
    titles = [head for j, head in enumerate(heads) if j != names and not about_label(head)]
    rows = sum(has_stem(label, CRITERION_STEMS) for label in others)
    return rows, len(others), sum(has_stem(head, CRITERION_STEMS) for head in titles)


def mostly(named: int, of: int) -> bool:
    """Whether so many lines have the name of a criterion that it is no chance."""
    return named >= 2 and named * 2 >= of


def shares(cells: list[Cell]) -> bool:
    """Whether numbers are shares of one whole: they add up to 1 or 100, or all are percentages."""
    given = [cell for cell in cells if cell.kind == "number"]
    if not given or any(cell.value is None and not cell.parts for cell in given):
        return False
    if all("%" in cell.unit for cell in given):
        return True
    try:
        total = fsum(
            cell.value if cell.value is not None else float(cell.parts[0].replace(",", ".")) for cell in given
        )
    except ValueError:
        return False
    return any(abs(total - whole) <= 0.011 * whole for whole in (1, 100))


def _of_mass(row: tuple[Value, ...], heads: list[str], j: int, read: CellReader) -> bool:
    """Whether a cell is a mass, or names a unit of mass in a column of units."""
    if about_label(heads[j]) == "unit":
        return text_of(row[j]).strip("()[] .").casefold() in _MASSES
    return read(row[j]).unit.strip(" .").casefold() in _MASSES
