"""What people ask and weigh: gates.csv and profiles.csv."""

from __future__ import annotations

from criteria.errors import ProblemError
from criteria.files.csv_rows import Table, number_or_unknown, per_cent
from criteria.files.findings import in_row, unknown_name
from criteria.files.rows import GateRow, ProfileRow, checked_rows
from criteria.files.settings import ProblemSettings
from criteria.model.criterion import Criterion
from criteria.model.gates import Gate
from criteria.model.profile import Profile
from criteria.model.text import clean_text
from criteria.translation import translate as _

_ATTRIBUTE = "(candidate attribute "


def read_gates(
    table: Table | None, criteria: tuple[Criterion, ...], settings: ProblemSettings, findings: list[str]
) -> tuple[Gate, ...]:
    """Return the gates of a table; none where there is no table."""
    gates: list[Gate] = []
    if table is None:
        return ()
    known = {c.id for c in criteria}
    for number, row in checked_rows(table, GateRow, findings):
        of_attribute = row.criterion.startswith(_ATTRIBUTE)
        if not of_attribute and row.criterion not in known:
            findings.append(unknown_name(table, number, "criterion", row.criterion))
            continue
        try:
            threshold = 0.0 if of_attribute else number_or_unknown(row.threshold)
        except ValueError:
            threshold = None
        if threshold is None:
            findings.append(
                _(
                    "{file}, row {row}, column '{column}': '{text}' is not a number; write digits with a point for decimals, or leave it blank.",
                    file=table.name,
                    row=number,
                    column="threshold",
                    text=clean_text(row.threshold, 60),
                )
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
                    attribute=settings.attribute_name(row.criterion.removeprefix(_ATTRIBUTE).rstrip(") "))
                    if of_attribute
                    else "",
                    asked=row.threshold if of_attribute else "",
                    rationale=row.rationale,
                    source=row.source_key,
                )
            )
        except ProblemError as error:
            findings.append(in_row(table, number, error))
    return tuple(gates)


def read_profiles(
    table: Table | None, criteria: tuple[Criterion, ...], findings: list[str]
) -> tuple[Profile, ...]:
    """Return the profiles with their local weights in points of 100, so that they read as per cent of their group."""
    if table is None:
        return ()
    known = {c.id for c in criteria}
    points: dict[str, list[tuple[str, float]]] = {}
    heads: dict[str, ProfileRow] = {}
    for number, row in checked_rows(table, ProfileRow, findings):
        if row.criterion not in known:
            findings.append(unknown_name(table, number, "criterion", row.criterion))
            continue
        heads.setdefault(row.profile_id, row)
        if row.criterion in [name for name, _points in points.get(row.profile_id, [])]:
            findings.append(
                _(
                    "{file}, row {row}: profile '{profile}' weighs '{criterion}' in an earlier row already; keep one of them.",
                    file=table.name,
                    row=number,
                    profile=clean_text(row.profile_id, 60),
                    criterion=row.criterion,
                )
            )
        elif row.local_weight is not None:
            points.setdefault(row.profile_id, []).append((row.criterion, per_cent(row.local_weight)))
    profiles = []
    for identifier, head in heads.items():
        try:
            profiles.append(
                Profile(
                    identifier,
                    head.profile_name,
                    tuple(points.get(identifier, ())),
                    head.kind,
                    head.note,
                    head.decision_rule,
                )
            )
        except ProblemError as error:
            findings.append(_("{file}: {reason}", file=table.name, reason=error))
    return tuple(profiles)
