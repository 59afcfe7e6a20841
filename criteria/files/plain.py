"""One plain CSV of one's own: the candidates in the first column, one column for each criterion.

Up to five rows below the header may say more about the criteria, told by the word in their first cell: direction (max or
min), weight, unit, scale min, scale max.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from criteria.errors import FileError, ProblemError
from criteria.files.settings import ProblemSettings
from criteria.files.table import Row, Table, number_or_unknown, per_cent, read_table
from criteria.model.alternative import Alternative
from criteria.model.criterion import Criterion, Scale
from criteria.model.evidence import Performance
from criteria.model.problem import EQUAL_IMPORTANCE, Problem
from criteria.model.profile import Profile
from criteria.model.text import clean_text, id_from_name
from criteria.translation import translate as _

_ABOUT = {
    "direction": "direction", "objective": "direction", "goal": "direction",
    "weight": "weight", "weights": "weight", "importance": "weight",
    "unit": "unit", "units": "unit",
    "scale min": "scale_min", "scale_min": "scale_min", "scale max": "scale_max", "scale_max": "scale_max",
}  # fmt: skip
_DIRECTIONS = {
    **dict.fromkeys(("max", "maximize", "maximise", "maximum", "benefit", "higher", "1", "+1", "↑"), True),
    **dict.fromkeys(("min", "minimize", "minimise", "minimum", "cost", "lower", "-1", "↓"), False),
}


def problem_from_table(path: Path, settings: ProblemSettings, *, name: str) -> Problem:
    """Return the problem of a plain CSV file; raise FileError with every finding."""
    table = read_table(path)
    if len(table.columns) < 2:
        raise FileError(
            [
                _(
                    "{file}: there are no criteria; give one column for each after the candidates' names.",
                    file=table.name,
                )
            ]
        )
    about, candidates = _split(table)
    if not candidates:
        raise FileError(
            [_("{file}: there are no candidates; give one row for each below the header.", file=table.name)]
        )
    findings: list[str] = []
    criteria = _criteria(table, about, settings, findings)
    weights = _weights(table, about, findings)
    alternatives = _alternatives(table, candidates, settings, findings)
    performances = tuple(_performances(table, row, criteria, findings) for row in candidates)
    if findings:
        raise FileError(findings)
    profiles: tuple[Profile, ...] = ()
    if weights:
        points = tuple((c.id, w) for c, w in zip(criteria, weights, strict=True))
        profiles = (Profile("given", _("Weights of the file"), points),)
    return Problem(
        id=id_from_name(name, set()),
        title=settings.title or name,
        criteria=criteria,
        alternatives=alternatives,
        performances=performances,
        profiles=profiles,
        notes=(*settings.notes, *_assumptions(about)),
        default_profile="given" if weights else "",
        default_method=settings.default_method,
    )


def _split(table: Table) -> tuple[Mapping[str, Row], list[Row]]:
    """Return the rows that say something about the criteria, by what they say, and the candidates' rows."""
    first = table.columns[0]
    about: dict[str, Row] = {}
    candidates: list[Row] = []
    for row in table.rows:
        kind = _ABOUT.get(row.cells[first].casefold())
        if kind and kind not in about and not candidates:
            about[kind] = row
        else:
            candidates.append(row)
    return about, candidates


def _assumptions(about: Mapping[str, Row]) -> list[str]:
    notes = []
    if "direction" not in about:
        notes.append(_("The file has no direction row: more is taken to be better under every criterion."))
    if "weight" not in about:
        notes.append(_("The file has no weight row: all criteria begin equally important."))
    return notes


def _criteria(
    table: Table, about: Mapping[str, Row], settings: ProblemSettings, findings: list[str]
) -> tuple[Criterion, ...]:
    criteria: list[Criterion] = []
    for column in table.columns[1:]:
        said = {kind: row.cells[column] for kind, row in about.items()}
        maximize = True
        if "direction" in about:
            word = said["direction"].casefold()
            if word not in _DIRECTIONS:
                findings.append(
                    _(
                        "{file}, row {row}, column '{column}': '{text}' is no direction; write max or min.",
                        file=table.name,
                        row=about["direction"].number,
                        column=column,
                        text=clean_text(word, 60),
                    )
                )
            maximize = _DIRECTIONS.get(word, True)
        try:
            criteria.append(
                Criterion(
                    id=id_from_name(column, {c.id for c in criteria}),
                    name=column,
                    maximize=maximize,
                    unit=said.get("unit", ""),
                    scale=_scale(table, about, column, findings),
                    short_name=settings.short_names.get(column, ""),
                )
            )
        except ProblemError as error:
            findings.append(
                _("{file}, column '{column}': {reason}", file=table.name, column=column, reason=error)
            )
    return tuple(criteria)


def _scale(table: Table, about: Mapping[str, Row], column: str, findings: list[str]) -> Scale | None:
    low, high = (
        _number(table, about[kind], column, findings) if kind in about else None
        for kind in ("scale_min", "scale_max")
    )
    if (low is None) != (high is None):
        findings.append(
            _(
                "{file}, row {row}, column '{column}': half a scale; give scale min and scale max, or neither.",
                file=table.name,
                row=next(about[kind].number for kind in ("scale_min", "scale_max") if kind in about),
                column=column,
            )
        )
    return None if low is None or high is None else Scale(low, high)


def _weights(table: Table, about: Mapping[str, Row], findings: list[str]) -> list[float]:
    """Return the points of each criterion; shares of 1 become per cent, so that a slider can move them."""
    if "weight" not in about:
        return []
    row, points = about["weight"], []
    for column in table.columns[1:]:
        value = _number(table, row, column, findings)
        if value is not None and value < 0:
            findings.append(
                _(
                    "{file}, row {row}, column '{column}': the weight {value:g} is negative; give a number of at least 0.",
                    file=table.name,
                    row=row.number,
                    column=column,
                    value=value,
                )
            )
            value = 0.0
        points.append(0.0 if value is None else value)
    if points and 0 < max(points) <= 1:
        points = [per_cent(value) for value in points]
    return points if any(points) else [EQUAL_IMPORTANCE] * len(points)


def _alternatives(
    table: Table, rows: list[Row], settings: ProblemSettings, findings: list[str]
) -> tuple[Alternative, ...]:
    first = table.columns[0]
    alternatives: list[Alternative] = []
    where: dict[str, int] = {}
    for row in rows:
        name = clean_text(row.cells[first])
        if not name:
            findings.append(
                _(
                    "{file}, row {row}: the candidate has no name in the first column.",
                    file=table.name,
                    row=row.number,
                )
            )
            continue
        if name.casefold() in where:
            findings.append(
                _(
                    "{file}, row {row}: '{name}' stands in row {first} already; give each candidate a name of its own.",
                    file=table.name,
                    row=row.number,
                    name=clean_text(name, 60),
                    first=where[name.casefold()],
                )
            )
            continue
        where[name.casefold()] = row.number
        identifier = id_from_name(name, {a.id for a in alternatives})
        alternatives.append(Alternative(identifier, name, settings.short_names.get(name, "")))
    return tuple(alternatives)


def _performances(
    table: Table, row: Row, criteria: tuple[Criterion, ...], findings: list[str]
) -> tuple[Performance, ...]:
    cells = []
    for column, criterion in zip(table.columns[1:], criteria, strict=False):
        value = _number(table, row, column, findings)
        scale = criterion.scale
        if value is not None and scale is not None and not scale.contains(value):
            findings.append(
                _(
                    "{file}, row {row}, column '{column}': {value:g} lies beyond the scale from {low:g} to {high:g}.",
                    file=table.name,
                    row=row.number,
                    column=column,
                    value=value,
                    low=scale.low,
                    high=scale.high,
                )
            )
        cells.append(Performance(likely=value))
    return tuple(cells)


def _number(table: Table, row: Row, column: str, findings: list[str]) -> float | None:
    text = row.cells[column]
    try:
        return number_or_unknown(text, decimal_comma=table.decimal_comma)
    except ValueError:
        findings.append(
            _(
                "{file}, row {row}, column '{column}': '{text}' is not a number; write digits with a point for decimals, or leave it blank.",
                file=table.name,
                row=row.number,
                column=column,
                text=clean_text(text, 60),
            )
        )
        return None
