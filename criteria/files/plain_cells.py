"""The ratings of a document that are numbers and nothing else, read at once: a million of them take a second, not twenty."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from criteria.model.arrays import FloatArray
from criteria.model.criterion import Criterion
from criteria.model.frozen import frozen_inside

_NUMBERS = {"low": 0, "likely": 1, "high": 2}


@frozen_inside
@dataclass(frozen=True, slots=True)
class PlainCells:
    """numbers: (m, n, 3), low, likely and high of the plain ratings, nan elsewhere.  rest: the ratings that need a closer
    look, as JSON."""

    numbers: FloatArray
    rest: str


def plain_cells(cells: object, rows: Sequence[str], columns: Sequence[str]) -> PlainCells | None:
    """Return the ratings of a document, None where one of them can only be refused: a closer look says why.

    cells: what stands in the document, whatever it is.  rows, columns: identifiers of candidates and scored criteria.
    """
    row, column = ({name: i for i, name in enumerate(names)} for names in (rows, columns))
    numbers = np.full((len(rows), len(columns), 3), np.nan)
    flat = numbers.reshape(-1, 3)
    places, found, rest = set(), [], []
    for cell in cells if isinstance(cells, list) else ():
        given = cell.get("performance") if isinstance(cell, dict) and len(cell) == 3 else None
        if not isinstance(given, dict):
            return None
        try:
            place = row[cell["alternative"]] * len(columns) + column[cell["criterion"]]
        except (KeyError, TypeError):
            return None
        if place in places:
            return None
        places.add(place)
        if given.keys() <= _NUMBERS.keys() and _is_number(given):
            likely = given["likely"]
            found.append((place, given.get("low", likely), likely, given.get("high", likely)))
        else:
            rest.append(cell)
    if found:
        at = np.array(found, dtype=np.float64)
        flat[at[:, 0].astype(np.int64)] = at[:, 1:]
    return PlainCells(numbers, json.dumps(rest)) if isinstance(cells, list) else None


def _is_number(given: Mapping[str, object]) -> bool:
    return "likely" in given and all(value.__class__ is float for value in given.values())


def leaves_of(criteria: tuple[Criterion, ...]) -> list[str]:
    """Return the identifiers of the scored criteria in the order of the tree, each group followed by its children."""
    children: dict[str, list[str]] = {}
    for criterion in criteria:
        children.setdefault(criterion.parent, []).append(criterion.id)
    waiting, leaves, seen = list(reversed(children.get("", []))), [], set[str]()
    while waiting:
        node = waiting.pop()
        if node in seen:
            break  # a circle or a double name; the problem refuses either in a sentence
        seen.add(node)
        below = children.get(node, [])
        waiting += reversed(below)
        leaves += [] if below else [node]
    return leaves
