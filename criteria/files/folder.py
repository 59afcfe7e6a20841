"""A folder of CSV files, one for each kind of thing, as the bundled case has them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from criteria.errors import FileError, ProblemError
from criteria.files.csv_rows import Table, read_table
from criteria.files.findings import in_row, is_repeated
from criteria.files.folder_cells import read_performances
from criteria.files.folder_judgements import read_gates, read_profiles
from criteria.files.judgements import JudgementRow, as_answers, read_judgements
from criteria.files.rows import (
    AnyRow,
    CandidateRow,
    CriterionRow,
    FactRow,
    GateRow,
    ProfileRow,
    ScoreRow,
    SourceRow,
    TermRow,
    checked_rows,
    unread_columns,
)
from criteria.files.settings import ProblemSettings
from criteria.model.alternative import Alternative
from criteria.model.criterion import Criterion, Scale, Thresholds
from criteria.model.evidence import Source
from criteria.model.performance_table import PerformanceTable
from criteria.model.problem import Problem
from criteria.model.text import clean_text, id_from_name
from criteria.translation import translate as _

_CANDIDATE_TEXTS = ("candidate_id", "name", "source_keys", "unsourced_marker_note")


def problem_from_folder(folder: Path, settings: ProblemSettings) -> Problem:
    """Return the problem of a folder; raise FileError with every finding."""
    findings: list[str] = []
    candidates, criteria_table, scores = (
        _needed(folder, name, findings) for name in ("candidates", "criteria", "scores")
    )
    if candidates is None or criteria_table is None or scores is None:
        raise FileError(findings)
    alternatives = _alternatives(candidates, settings, findings)
    criteria = _criteria(criteria_table, settings, findings)
    named = {row.cells.get("id", "") for row in criteria_table.rows}
    performances = read_performances(scores, alternatives, criteria, named, findings)
    asked = _optional(folder, "gates", findings)
    weighed = _optional(folder, "profiles", findings)
    gates = read_gates(asked, criteria, settings, findings)
    profiles = read_profiles(weighed, criteria, findings)
    judged = _optional(folder, "judgements", findings)
    known = {profile.id for profile in profiles}
    answers = as_answers(read_judgements(judged, criteria, findings, members=known)) if judged else ()
    told = {name: _optional(folder, name, findings) for name in ("sources", "facts", "glossary")}
    sources = _rows(told["sources"], SourceRow, findings)
    facts = _rows(told["facts"], FactRow, findings)
    glossary = _rows(told["glossary"], TermRow, findings)
    if findings:
        raise FileError(findings)
    unread = [
        unread_columns(candidates, CandidateRow, read=set(candidates.columns) - set(_CANDIDATE_TEXTS)),
        unread_columns(
            criteria_table, CriterionRow, read=[name for name in criteria_table.columns if _is_anchor(name)]
        ),
        unread_columns(scores, ScoreRow),
        unread_columns(asked, GateRow),
        unread_columns(weighed, ProfileRow),
        unread_columns(judged, JudgementRow),
        unread_columns(told["sources"], SourceRow),
        unread_columns(told["facts"], FactRow),
        unread_columns(told["glossary"], TermRow),
    ]
    return Problem(
        id=id_from_name(folder.name, set()),
        title=settings.title or folder.name,
        criteria=criteria,
        alternatives=alternatives,
        performances=PerformanceTable.of(performances),
        gates=gates,
        profiles=profiles,
        answers=answers,
        sources=tuple(
            Source(s.source_key, s.title, s.publisher, s.date, s.url, s.tier, after_case=s.asof == "post")
            for s in sources
        ),
        facts=tuple((f.subject, clean_text(f.category), clean_text(f.fact), f.source_key) for f in facts),
        glossary=tuple((clean_text(t.term), clean_text(t.definition)) for t in glossary),
        notes=(*settings.notes, *_not_read(unread)),
        default_profile=settings.default_profile or (profiles[0].id if profiles else ""),
        default_method=settings.default_method,
    )


def _not_read(columns: list[str]) -> tuple[str, ...]:
    """Return the note that names the columns of which nothing is kept, by file; no note where there are none."""
    named = "; ".join(filter(None, columns))
    return (
        (_("Columns that are not read, and of which nothing is shown: {columns}.", columns=named),)
        if named
        else ()
    )


def _needed(folder: Path, name: str, findings: list[str]) -> Table | None:
    path = folder / f"{name}.csv"
    if not path.exists():
        findings.append(
            _("The file {file} is missing in the folder {folder}.", file=path.name, folder=folder.name)
        )
        return None
    return _optional(folder, name, findings)


def _optional(folder: Path, name: str, findings: list[str]) -> Table | None:
    path = folder / f"{name}.csv"
    if not path.exists():
        return None
    try:
        return read_table(path)
    except FileError as error:
        findings.extend(error.findings)
        return None


def _rows(table: Table | None, kind: type[AnyRow], findings: list[str]) -> list[AnyRow]:
    return [row for _number, row in checked_rows(table, kind, findings)] if table else []


def _alternatives(table: Table, settings: ProblemSettings, findings: list[str]) -> tuple[Alternative, ...]:
    alternatives: list[Alternative] = []
    cells = {row.number: row.cells for row in table.rows}
    for number, row in checked_rows(table, CandidateRow, findings):
        if is_repeated(table, number, row.candidate_id, [a.id for a in alternatives], findings):
            continue
        if is_repeated(table, number, row.name, [a.name for a in alternatives], findings):
            continue
        told = tuple(
            (settings.attribute_name(k), v)
            for k, v in cells[number].items()
            if v and k not in _CANDIDATE_TEXTS
        )
        try:
            alternatives.append(
                Alternative(row.candidate_id, row.name, settings.short_names.get(row.candidate_id, ""), told)
            )
        except ProblemError as error:
            findings.append(in_row(table, number, error))
    if not alternatives and not findings:
        findings.append(
            _("{file}: there are no candidates; give one row for each below the header.", file=table.name)
        )
    return tuple(alternatives)


def _criteria(table: Table, settings: ProblemSettings, findings: list[str]) -> tuple[Criterion, ...]:
    criteria: list[Criterion] = []
    cells = {row.number: row.cells for row in table.rows}
    rows = list(checked_rows(table, CriterionRow, findings))
    parents = {row.parent for _number, row in rows}
    for number, row in rows:
        if is_repeated(table, number, row.id, [c.id for c in criteria], findings):
            continue
        if (row.scale_min is None) != (row.scale_max is None):
            findings.append(
                _(
                    "{file}, row {row}: '{name}' has half a scale; give scale_min and scale_max, or neither.",
                    file=table.name,
                    row=number,
                    name=clean_text(row.name, 60),
                )
            )
        if row.direction == "" and row.id not in parents:
            findings.append(
                _(
                    "{file}, row {row}, column 'direction': say max or min for '{name}'.",
                    file=table.name,
                    row=number,
                    name=row.name,
                )
            )
        try:
            criteria.append(
                Criterion(
                    id=row.id,
                    name=row.name,
                    parent=row.parent,
                    maximize=row.direction != "min",
                    unit=row.unit,
                    scale=_scale(row, cells[number]),
                    thresholds=Thresholds(row.indifference_q, row.preference_p, row.veto_v),
                    why=row.why,
                    measured=row.how_measured,
                    short_name=settings.short_names.get(row.id, ""),
                )
            )
        except ProblemError as error:
            findings.append(in_row(table, number, error))
    if not criteria and not findings:
        findings.append(
            _("{file}: there are no criteria; give one row for each below the header.", file=table.name)
        )
    return tuple(criteria)


def _is_anchor(column: str) -> bool:
    return column.startswith("anchor_") and column[7:].isdecimal()


def _scale(row: CriterionRow, cells: Mapping[str, str]) -> Scale | None:
    if row.scale_min is None or row.scale_max is None:
        return None
    # Anchors are given at tenths of a 0-10 rating; on a scale in real units the text itself names the value.
    anchors = []
    for name, text in cells.items():
        if _is_anchor(name) and text:
            at = float(name[7:])
            leading = text.split()[0]
            on_rating = (row.scale_min, row.scale_max) == (0.0, 10.0)
            if not on_rating and not leading.replace(".", "", 1).isdecimal():
                continue
            anchors.append((at if on_rating else float(leading), text))
    return Scale(row.scale_min, row.scale_max, tuple(sorted(anchors)))
