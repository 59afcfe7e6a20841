"""What `check` prints: what was understood of a problem, line by line."""

from __future__ import annotations

from collections.abc import Sequence

from criteria.checks.finding import Finding
from criteria.files.table.question import ABOUT, KEPT, LEFT_OUT
from criteria.files.table.reading import Reading
from criteria.files.table.work import listed
from criteria.model.importance import leaf_weights
from criteria.model.number import percent
from criteria.model.problem import Problem
from criteria.translation import translate as _
from criteria.translation import translate_count


def problem_line(problem: Problem, findings: Sequence[Finding] = ()) -> str:
    """Return the size of a problem in one line, and how many things there are to look at."""
    size = _(
        "{title}: {candidates} candidates, {criteria} criteria, {gates} gates, {profiles} profiles, {unknown} of {cells} cells unknown.",
        title=problem.title,
        candidates=len(problem.alternatives),
        criteria=len(problem.leaves),
        gates=len(problem.gates),
        profiles=len(problem.profiles),
        unknown=int((~problem.performances.known).sum()),
        cells=problem.performances.known.size,
    )
    verdict = (
        translate_count("{count} thing to look at.", "{count} things to look at.", len(findings))
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
        _(
            "Criterion '{name}' ({place}): {reason}{weight}",
            name=role.name,
            place=role.place,
            reason=role.reason,
            weight=weights.get(role.name, ""),
        )
        for role in reading.roles
        if role.role == "criterion"
    ]
    lines += [
        _(
            "{place} '{name}': {role}",
            place=role.place[:1].upper() + role.place[1:],
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
            place=role.place[:1].upper() + role.place[1:],
            name=role.name,
            role=role.role,
            reason=role.reason,
        )
        for role in reading.roles
        if role.use in (KEPT, LEFT_OUT) and role.name not in said
    ]
    return lines


def _weights(problem: Problem | None) -> dict[str, str]:
    if problem is None:
        return {}
    weights = leaf_weights(problem, problem.base_scenario())
    return {
        leaf.name: _(
            ", weight {share}{unit}",
            share=percent(float(weight)),
            unit=_(", in {unit}", unit=leaf.unit) if leaf.unit else "",
        )
        for leaf, weight in zip(problem.leaves, weights, strict=True)
    }
