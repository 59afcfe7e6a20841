"""How a scenario differs from its base case, in a sentence."""

from __future__ import annotations

from criteria.explain.numbers import plain
from criteria.explain.verdict import names
from criteria.model.judgements import Member
from criteria.model.problem import Problem
from criteria.model.scenario import BLANK_RULES, Scenario
from criteria.ranking.catalogue import METHODS
from criteria.scaling.normalization import NORMALIZATIONS
from criteria.translation import translate as _


def differences(problem: Problem, scenario: Scenario) -> str:
    """Return what was changed from the base case of the scenario's profile; the empty text where nothing was."""
    base = problem.base_scenario(scenario.profile)
    before = dict(base.importances)
    parts = []
    moved = [
        _points_moved(problem.criterion(name).label, before[name], points)
        for name, points in scenario.importances
        if points != before[name]
    ]
    if moved:
        parts.append(_("importance of {listed}", listed=names(moved)))
    if scenario.method != base.method:
        parts.append(
            _(
                "{method} instead of {base}",
                method=METHODS[scenario.method].name,
                base=METHODS[base.method].name,
            )
        )
    if scenario.normalization:
        parts.append(_("normalization by {name}", name=NORMALIZATIONS[scenario.normalization].name))
    if scenario.waived:
        parts.append(
            _("waived: {listed}", listed=names([_gate_name(problem, gate) for gate in scenario.waived]))
        )
    if scenario.set_aside:
        listed = [problem.alternatives[problem.row(identifier)].label for identifier in scenario.set_aside]
        parts.append(_("set aside: {listed}", listed=names(listed)))
    if scenario.changed:
        listed = [
            _(
                "{candidate}, {criterion}",
                candidate=problem.alternatives[problem.row(c.alternative)].label,
                criterion=problem.criterion(c.criterion).label,
            )
            for c in scenario.changed
        ]
        parts.append(_("performance set by hand: {listed}", listed=names(listed)))
    if scenario.blanks != base.blanks:
        parts.append(_("unknown cells at {rule}", rule=_(BLANK_RULES[scenario.blanks])))
    if scenario.panel.members:
        said = [_member_name(problem, member) for member in scenario.panel.members]
        parts.append(_("judgements given by {listed}", listed=names(said)))
    return _("Differs from the base case: {parts}.", parts="; ".join(parts)) if parts else ""


def _member_name(problem: Problem, member: Member) -> str:
    return member.name or next((p.name for p in problem.profiles if p.id == member.id), member.id)


def _gate_name(problem: Problem, identifier: str) -> str:
    gate = next(gate for gate in problem.gates if gate.id == identifier)
    return problem.criterion(gate.criterion).label if gate.criterion else gate.attribute


def _points_moved(criterion: str, old: float, new: float) -> str:
    """Return the old and the new points, with as many digits as it takes to tell them apart."""
    told = [plain(old), plain(new)] if plain(old) != plain(new) else [repr(old), repr(new)]
    return _("{criterion} {old} → {new}", criterion=criterion, old=told[0], new=told[1])
