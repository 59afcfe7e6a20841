"""profiles.csv: whose weights the problem brings, one criterion of a profile a row."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from pydantic import BeforeValidator, Field

from criteria.errors import ProblemError
from criteria.files.csv_rows import Table, per_cent
from criteria.files.csv_text import csv_of_rows
from criteria.files.findings import unknown_name
from criteria.files.rows import FileRow, Word, checked_rows, number
from criteria.model.criterion import Criterion
from criteria.model.problem import Problem
from criteria.model.profile import Profile
from criteria.model.text import clean_text
from criteria.translation import translate as _

Share = Annotated[Annotated[float, Field(ge=0)] | None, BeforeValidator(number)]


class ProfileRow(FileRow):
    """A row of profiles.csv: the weight of one criterion within its group, and how far it may go; shares, 0.07 for 7 %."""

    profile_id: Word
    profile_name: Word
    kind: str = "profile"
    criterion: Word
    local_weight: Share = None
    weight_low: Share = None
    weight_high: Share = None
    decision_rule: str = ""
    note: str = ""


def read_profiles(
    table: Table | None, criteria: tuple[Criterion, ...], findings: list[str]
) -> tuple[Profile, ...]:
    """Return the profiles with their local weights in points of 100, so that they read as per cent of their group."""
    if table is None:
        return ()
    known = {c.id for c in criteria}
    points: dict[str, list[tuple[str, float]]] = {}
    ranges: dict[str, list[tuple[str, float, float]]] = {}
    heads: dict[str, ProfileRow] = {}
    for line, row in checked_rows(table, ProfileRow, findings):
        if row.criterion not in known:
            findings.append(unknown_name(table, line, "criterion", row.criterion))
            continue
        heads.setdefault(row.profile_id, row)
        if row.criterion in [name for name, _points in points.get(row.profile_id, [])]:
            findings.append(
                _(
                    "{file}, row {row}: profile '{profile}' weighs '{criterion}' in an earlier row already; keep one of them.",
                    file=table.name,
                    row=line,
                    profile=clean_text(row.profile_id, 60),
                    criterion=row.criterion,
                )
            )
            continue
        if row.local_weight is not None:
            points.setdefault(row.profile_id, []).append((row.criterion, per_cent(row.local_weight)))
        if (row.weight_low is None) != (row.weight_high is None):
            findings.append(
                _(
                    "{file}, row {row}: '{criterion}' has half a range; give weight_low and weight_high, or neither.",
                    file=table.name,
                    row=line,
                    criterion=row.criterion,
                )
            )
        elif row.weight_low is not None and row.weight_high is not None:
            ends = per_cent(row.weight_low), per_cent(row.weight_high)
            ranges.setdefault(row.profile_id, []).append((row.criterion, *ends))
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
                    tuple(ranges.get(identifier, ())),
                )
            )
        except ProblemError as error:
            findings.append(_("{file}: {reason}", file=table.name, reason=error))
    return tuple(profiles)


def profiles_text(problem: Problem) -> str:
    """Return the profiles as CSV text; one that weighs nothing has a row without a weight."""
    return csv_of_rows(list(ProfileRow.model_fields), _rows(problem))


def _rows(problem: Problem) -> Iterator[list[object]]:
    for profile in problem.profiles:
        points = dict(profile.importances)
        ranges = {name: (low, high) for name, low, high in profile.ranges}
        for name in dict.fromkeys((*points, *ranges)) or [problem.criteria[0].id]:
            yield [
                profile.id, profile.name, profile.kind, name, _share(points.get(name)), *map(_share, ranges.get(name, (None, None))),
                profile.rule, profile.note,
            ]  # fmt: skip


def _share(points: float | None) -> float | None:
    return None if points is None else points / 100
