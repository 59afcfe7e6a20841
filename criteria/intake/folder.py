"""A folder of CSV files, one for each kind of thing, as the bundled case has them."""

from __future__ import annotations

from pathlib import Path

from criteria.errors import FileError, ProblemError
from criteria.intake.rows import (
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
)
from criteria.intake.settings import ProblemSettings
from criteria.intake.table import Table, number_or_unknown, read_table
from criteria.model.criterion import Criterion, Scale, Thresholds
from criteria.model.evidence import Performance, Source
from criteria.model.gates import Gate
from criteria.model.problem import Alternative, Problem, Profile, check_on_scale
from criteria.model.text import clean_text, id_from_name
from criteria.translation import translate as _

_ATTRIBUTE = "(candidate attribute "
_CANDIDATE_TEXTS = ("candidate_id", "name", "source_keys", "unsourced_marker_note")


def problem_from_folder(folder: Path, settings: ProblemSettings) -> Problem:
    """Return the problem of a folder; raise FileError with every finding."""
    findings: list[str] = []
    candidates, criteria_table, scores = (_needed(folder, name, findings) for name in ("candidates", "criteria", "scores"))
    if candidates is None or criteria_table is None or scores is None:
        raise FileError(findings)
    alternatives = _alternatives(candidates, settings, findings)
    criteria = _criteria(criteria_table, settings, findings)
    performances = _performances(scores, alternatives, criteria, findings)
    gates = _gates(_optional(folder, "gates", findings), criteria, settings, findings)
    profiles = _profiles(_optional(folder, "profiles", findings), criteria, findings)
    sources = _rows(_optional(folder, "sources", findings), SourceRow, findings)
    facts = _rows(_optional(folder, "facts", findings), FactRow, findings)
    glossary = _rows(_optional(folder, "glossary", findings), TermRow, findings)
    if findings:
        raise FileError(findings)
    return Problem(
        id=id_from_name(folder.name, set()),
        title=settings.title or folder.name,
        criteria=criteria,
        alternatives=alternatives,
        performances=performances,
        gates=gates,
        profiles=profiles,
        sources=tuple(
            Source(s.source_key, s.title, s.publisher, s.date, s.url, s.tier, after_case=s.asof == "post") for s in sources
        ),
        facts=tuple((f.subject, clean_text(f.category), clean_text(f.fact)) for f in facts),
        glossary=tuple((clean_text(t.term), clean_text(t.definition)) for t in glossary),
        notes=settings.notes,
        default_profile=settings.default_profile or (profiles[0].id if profiles else ""),
        default_method=settings.default_method,
    )


def _needed(folder: Path, name: str, findings: list[str]) -> Table | None:
    path = folder / f"{name}.csv"
    if not path.exists():
        findings.append(_("The file {file} is missing in the folder {folder}.", file=path.name, folder=folder.name))
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
        if _repeated(table, number, row.candidate_id, [a.id for a in alternatives], findings):
            continue
        if _repeated(table, number, row.name, [a.name for a in alternatives], findings):
            continue
        told = tuple((settings.attribute_name(k), v) for k, v in cells[number].items() if v and k not in _CANDIDATE_TEXTS)
        try:
            alternatives.append(Alternative(row.candidate_id, row.name, settings.short_names.get(row.candidate_id, ""), told))
        except ProblemError as error:
            findings.append(_at(table, number, error))
    if not alternatives and not findings:
        findings.append(_("{file}: there are no candidates; give one row for each below the header.", file=table.name))
    return tuple(alternatives)


def _criteria(table: Table, settings: ProblemSettings, findings: list[str]) -> tuple[Criterion, ...]:
    criteria: list[Criterion] = []
    cells = {row.number: row.cells for row in table.rows}
    rows = list(checked_rows(table, CriterionRow, findings))
    parents = {row.parent for _number, row in rows}
    for number, row in rows:
        if _repeated(table, number, row.id, [c.id for c in criteria], findings):
            continue
        if row.direction == "" and row.id not in parents:
            findings.append(
                _("{file}, row {row}, column 'direction': say max or min for '{name}'.", file=table.name, row=number, name=row.name)
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
            findings.append(_at(table, number, error))
    if not criteria and not findings:
        findings.append(_("{file}: there are no criteria; give one row for each below the header.", file=table.name))
    return tuple(criteria)


def _scale(row: CriterionRow, cells: dict[str, str]) -> Scale | None:
    if row.scale_min is None or row.scale_max is None:
        return None
    # Anchors are given at tenths of a 0-10 rating; on a scale in real units the text itself names the value.
    anchors = []
    for name, text in cells.items():
        if name.startswith("anchor_") and name[7:].isdigit() and text:
            at = float(name[7:])
            leading = text.split()[0]
            on_rating = (row.scale_min, row.scale_max) == (0.0, 10.0)
            if not on_rating and not leading.replace(".", "", 1).isdigit():
                continue
            anchors.append((at if on_rating else float(leading), text))
    return Scale(row.scale_min, row.scale_max, tuple(sorted(anchors)))


def _performances(
    table: Table, alternatives: tuple[Alternative, ...], criteria: tuple[Criterion, ...], findings: list[str]
) -> tuple[tuple[Performance, ...], ...]:
    candidates = {a.id: a for a in alternatives}
    parents = {c.parent for c in criteria}
    by_id = {c.id: c for c in criteria if c.id not in parents}
    cells: dict[tuple[str, str], Performance] = {}
    for number, row in checked_rows(table, ScoreRow, findings):
        place = (row.candidate, row.criterion)
        if row.candidate not in candidates:
            findings.append(_unknown(table, number, "candidate", row.candidate))
        elif row.criterion not in by_id:
            findings.append(_unknown(table, number, "criterion", row.criterion))
        elif place in cells:
            findings.append(
                _("{file}, row {row}: {candidate} has a row for {criterion} already; keep one of them.",
                  file=table.name, row=number, candidate=row.candidate, criterion=row.criterion)
            )
        else:
            try:
                cell = Performance(row.low, row.likely, row.high, row.confidence.strip().upper(), row.rationale, row.source_key)
                check_on_scale(candidates[row.candidate], by_id[row.criterion], cell)
                cells[place] = cell
            except ProblemError as error:
                findings.append(
                    _("{file}, row {row} ({candidate}, {criterion}): {reason}",
                      file=table.name, row=number, candidate=row.candidate, criterion=row.criterion, reason=error)
                )
    blank = Performance()
    order = _leaves_in_order(criteria)
    return tuple(tuple(cells.get((a.id, leaf), blank) for leaf in order) for a in alternatives)


def _leaves_in_order(criteria: tuple[Criterion, ...], parent: str = "") -> list[str]:
    found: list[str] = []
    parents = {c.parent for c in criteria}
    for criterion in criteria:
        if criterion.parent == parent:
            found.extend(_leaves_in_order(criteria, criterion.id) if criterion.id in parents else [criterion.id])
    return found


def _gates(
    table: Table | None, criteria: tuple[Criterion, ...], settings: ProblemSettings, findings: list[str]
) -> tuple[Gate, ...]:
    gates: list[Gate] = []
    if table is None:
        return ()
    known = {c.id for c in criteria}
    for number, row in checked_rows(table, GateRow, findings):
        of_attribute = row.criterion.startswith(_ATTRIBUTE)
        if not of_attribute and row.criterion not in known:
            findings.append(_unknown(table, number, "criterion", row.criterion))
            continue
        try:
            threshold = 0.0 if of_attribute else number_or_unknown(row.threshold)
        except ValueError:
            threshold = None
        if threshold is None:
            findings.append(
                _("{file}, row {row}, column '{column}': '{text}' is not a number; write digits with a point for decimals, or leave it blank.",
                  file=table.name, row=number, column="threshold", text=clean_text(row.threshold, 60))
            )
            continue
        try:
            gates.append(
                Gate(
                    id=row.gate_id,
                    hard=row.type == "hard",
                    operator=row.operator,
                    criterion="" if of_attribute else row.criterion,
                    threshold=threshold,
                    attribute=settings.attribute_name(row.criterion.removeprefix(_ATTRIBUTE).rstrip(") ")) if of_attribute else "",
                    asked=row.threshold if of_attribute else "",
                    rationale=row.rationale,
                    source=row.source_key,
                )
            )
        except ProblemError as error:
            findings.append(_at(table, number, error))
    return tuple(gates)


def _profiles(table: Table | None, criteria: tuple[Criterion, ...], findings: list[str]) -> tuple[Profile, ...]:
    """Return the profiles with their local weights in points of 100, so that they read as per cent of their group."""
    if table is None:
        return ()
    known = {c.id for c in criteria}
    points: dict[str, list[tuple[str, float]]] = {}
    heads: dict[str, ProfileRow] = {}
    for number, row in checked_rows(table, ProfileRow, findings):
        if row.criterion not in known:
            findings.append(_unknown(table, number, "criterion", row.criterion))
            continue
        heads.setdefault(row.profile_id, row)
        if row.local_weight is not None:
            points.setdefault(row.profile_id, []).append((row.criterion, round(100 * row.local_weight, 10)))
    profiles = []
    for identifier, head in heads.items():
        try:
            profiles.append(
                Profile(identifier, head.profile_name, tuple(points.get(identifier, ())), head.kind, head.note, head.decision_rule)
            )
        except ProblemError as error:
            findings.append(_("{file}: {reason}", file=table.name, reason=error))
    return tuple(profiles)


def _repeated(table: Table, number: int, name: str, taken: list[str], findings: list[str]) -> bool:
    if name.casefold() not in {other.casefold() for other in taken}:
        return False
    findings.append(
        _("{file}, row {row}: '{name}' stands in an earlier row already; give each a name of its own.",
          file=table.name, row=number, name=clean_text(name, 60))
    )
    return True


def _unknown(table: Table, number: int, column: str, name: str) -> str:
    return _("{file}, row {row}, column '{column}': there is no {column} '{name}'.", file=table.name, row=number, column=column, name=clean_text(name, 60))


def _at(table: Table, number: int, error: ProblemError) -> str:
    return _("{file}, row {row}: {reason}", file=table.name, row=number, reason=error)
