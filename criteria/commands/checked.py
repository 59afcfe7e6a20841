"""What `check` prints: what was understood of a problem, line by line."""

from __future__ import annotations

from collections.abc import Sequence

from criteria.checks.finding import Finding
from criteria.explain import counted
from criteria.files.table.question import ABOUT, KEPT, LEFT_OUT, Role
from criteria.files.table.reading import Reading
from criteria.files.table.work import listed
from criteria.model.importance import leaf_weights
from criteria.model.number import percent
from criteria.model.problem import Problem
from criteria.model.text import capitalized
from criteria.translation import translate as _
from criteria.translation import translate_count


def problem_line(problem: Problem, findings: Sequence[Finding] = ()) -> str:
    """Return the size of a problem in one line, and how many things there are to look at."""
    size = _(
        "{title}: {candidates}, {criteria}, {gates}, {profiles}, {unknown} of {cells} cells unknown.",
        title=problem.title,
        candidates=counted.candidates(len(problem.alternatives)),
        criteria=counted.criteria(len(problem.leaves)),
        gates=translate_count("{count} gate", "{count} gates", len(problem.gates)),
        profiles=translate_count("{count} profile", "{count} profiles", len(problem.profiles)),
        unknown=int((~problem.performances.known).sum()),
        cells=problem.performances.known.size,
    )
    verdict = (
        translate_count("{count} finding to review.", "{count} findings to review.", len(findings))
        if findings
        else _("Nothing is wrong.")
    )
    return f"{size} {verdict} " + _("Data {fingerprint}.", fingerprint=problem.fingerprint)


def finding_lines(findings: Sequence[Finding]) -> list[str]:
    """Return a line for each finding: what, where, and what to do."""
    return [_("Look at: {finding}", finding=finding.text) for finding in findings]


def understood_lines(reading: Reading) -> list[str]:
    """Return what was understood of a table: candidates, criteria with place and direction, what speaks about them."""
    lines = []
    if reading.sheet:
        lines.append(_("Sheet: {sheet}", sheet=reading.sheet))
    candidates = [role for role in reading.roles if role.role == "candidate"]
    if candidates:
        lines.append(_("Candidates: {names}", names=listed((role.name for role in candidates), 30)))
    weights = _weights(reading.problem)
    lines += [
        _criterion_line(role, *weights.get(role.name, ("", "")))
        for role in reading.roles
        if role.role == "criterion"
    ]
    lines += [
        _(
            "{place} '{name}': {role}",
            place=capitalized(role.place),
            name=role.name,
            role=role.role,
        )
        for role in reading.roles
        if role.use == ABOUT and role.name
    ]
    said = " ".join(reading.notes)
    lines += [
        _(
            "{place} '{name}': {role} ({reason})",
            place=capitalized(role.place),
            name=role.name,
            role=role.role,
            reason=role.reason,
        )
        for role in reading.roles
        if role.use in (KEPT, LEFT_OUT) and role.name not in said
    ]
    return lines


def _criterion_line(role: Role, weight: str, unit: str) -> str:
    """Return what was understood of one criterion; weight and unit are empty where the table leaves something open."""
    values = {"name": role.name, "place": role.place, "reason": role.reason, "weight": weight, "unit": unit}
    if not weight:
        return _("Criterion '{name}' ({place}): {reason}", **values)
    if not unit:
        return _("Criterion '{name}' ({place}): {reason}, weight {weight}", **values)
    return _("Criterion '{name}' ({place}): {reason}, weight {weight}, in {unit}", **values)


def _weights(problem: Problem | None) -> dict[str, tuple[str, str]]:
    """Return weight and unit of each criterion, by its name."""
    if problem is None:
        return {}
    weights = leaf_weights(problem, problem.base_scenario())
    return {
        leaf.name: (percent(float(weight)), leaf.unit)
        for leaf, weight in zip(problem.leaves, weights, strict=True)
    }
