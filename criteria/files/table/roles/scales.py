"""The declared scale of a criterion and its thresholds: rows of the table, or the heading."""

from __future__ import annotations

import numpy as np

from criteria.files.table.roles.column import Column
from criteria.files.table.table import Table
from criteria.files.table.values.column import likely, read_column
from criteria.files.table.work import Work, shown
from criteria.translation import translate as _


def scale_of_column(
    table: Table, column: Column, said: dict[str, int], marks: list[str], work: Work
) -> tuple[float, float] | None:
    """Return the ends of the scale, None where none is declared; what is wrong with it is a finding."""
    low, high = (_at(table, said.get(kind), column.position, marks) for kind in ("scale_low", "scale_high"))
    place = table.column_place(column.position)
    if "points" in said:
        low, high = 0.0, _at(table, said["points"], column.position, marks)
        low = None if high is None else low
    if "scale" in said:
        cell = table.cells[said["scale"]][column.position]
        pair = read_column([cell], marks[column.position]).values
        low, high = (pair[0][0], pair[0][2]) if pair and pair[0] else (None, None)
    if (low is None) != (high is None):
        row = next(said[kind] for kind in ("scale_low", "scale_high") if kind in said)
        work.findings.append(
            _(
                "{file}, {row}, {column} '{name}': half a scale; give scale min and scale max, or neither.",
                file=work.file,
                row=table.row_place(row),
                column=place,
                name=shown(column.name),
            )
        )
        return None
    scale = (low, high) if low is not None and high is not None else column.heading.scale
    if scale is None:
        whole = column.reading.out_of
        scale = (0.0, whole[0]) if len(whole) == 1 and whole[0] > 0 else None
    if scale and not scale[0] < scale[1]:
        work.findings.append(
            _(
                "{file}, {column} '{name}': a scale must run from a lower to a higher number; it runs from {low:g} to {high:g}.",
                file=work.file,
                column=place,
                name=shown(column.name),
                low=scale[0],
                high=scale[1],
            )
        )
        return None
    beyond = [
        value[1]
        for value in column.reading.values
        if value and scale and not (scale[0] <= value[0] and value[2] <= scale[1])
    ]
    if scale and beyond:
        work.findings.append(
            _(
                "{file}, {column} '{name}': {value:g} lies beyond the scale from {low:g} to {high:g}.",
                file=work.file,
                column=place,
                name=shown(column.name),
                value=beyond[0],
                low=scale[0],
                high=scale[1],
            )
        )
    return scale


def thresholds_of(
    table: Table, column: Column, said: dict[str, int], marks: list[str]
) -> tuple[float | None, float | None, float | None]:
    """Return indifference, preference and veto of a criterion, None where the table gives none."""
    indifference, preference, veto = (
        _at(table, said.get(kind), column.position, marks) for kind in ("indifference", "preference", "veto")
    )
    return indifference, preference, veto


def _at(table: Table, row: int | None, column: int, marks: list[str]) -> float | None:
    if row is None:
        return None
    value = likely(table.cells[row][column], marks[column])
    return None if np.isnan(value) else value
