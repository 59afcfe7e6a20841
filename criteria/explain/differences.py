"""How a scenario differs from its base case, in a sentence: one clause for each of its parts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from criteria.explain.numbers import percent, plain, range_text
from criteria.explain.verdict import names
from criteria.model.judgements import Member, Panel
from criteria.model.problem import Problem
from criteria.model.scenario import BLANK_RULES, Scenario
from criteria.model.scenario_parts import base_case, parts_that_differ
from criteria.ranking.catalogue import METHODS
from criteria.scaling.normalization import NORMALIZATIONS
from criteria.translation import translate as _


def differences(problem: Problem, scenario: Scenario) -> str:
    """Return what was changed from the base case; the empty text where nothing was."""
    told = [CLAUSES[part.key](problem, scenario) for part in parts_that_differ(problem, scenario)]
    clauses = "; ".join(clause for clause in told if clause)
    return _("Differs from the base case: {parts}.", parts=clauses) if clauses else ""


def _profile(problem: Problem, scenario: Scenario) -> str:
    if not scenario.profile:
        return _("all importances alike")
    return _("the importances of {profile}", profile=problem.profile(scenario.profile).name)


def _method(problem: Problem, scenario: Scenario) -> str:
    base = METHODS[problem.default_method].name
    return _("{method} instead of {base}", method=METHODS[scenario.method].name, base=base)


def _normalization(_problem: Problem, scenario: Scenario) -> str:
    return _("normalization by {name}", name=_(NORMALIZATIONS[scenario.normalization].name))


def _importances(problem: Problem, scenario: Scenario) -> str:
    before = dict(base_case(problem, scenario).importances)
    moved = [
        _points_moved(problem.criterion(name).label, before[name], points)
        for name, points in scenario.importances
        if points != before[name]
    ]
    return _("importance of {listed}", listed=names(moved))


def _blanks(_problem: Problem, scenario: Scenario) -> str:
    return _("missing ratings set to {rule}", rule=_(BLANK_RULES[scenario.blanks]))


def _waived(problem: Problem, scenario: Scenario) -> str:
    return _("waived: {listed}", listed=names([_gate_name(problem, gate) for gate in scenario.waived]))


def _set_aside(problem: Problem, scenario: Scenario) -> str:
    listed = [problem.alternatives[problem.row(identifier)].label for identifier in scenario.set_aside]
    return _("set aside: {listed}", listed=names(listed))


def _changed(problem: Problem, scenario: Scenario) -> str:
    listed = [
        _(
            "{candidate}, {criterion}",
            candidate=problem.alternatives[problem.row(c.alternative)].label,
            criterion=problem.criterion(c.criterion).label,
        )
        for c in scenario.changed
    ]
    return _("performance set by hand: {listed}", listed=names(listed))


def _uncertainty(problem: Problem, scenario: Scenario) -> str:
    now, before = scenario.uncertainty, problem.base_uncertainty
    told = []
    if now.spread != before.spread:
        told.append(
            _(
                "weights within ±{now} instead of ±{before}",
                now=percent(now.spread),
                before=percent(before.spread),
            )
        )
    if now.draws != before.draws:
        told.append(_("{now} draws instead of {before}", now=plain(now.draws), before=plain(before.draws)))
    if now.seed != before.seed:
        told.append(_("seed {now} instead of {before}", now=now.seed, before=before.seed))
    if now.distribution != before.distribution:
        told.append(_("the {name} distribution for ratings", name=now.distribution))
    if now.shared != before.shared:
        told.append(_("all ratings of a candidate moving together"))
    if now.by_source != before.by_source:
        told.append(_("ratings of one source moving together"))
    return _("robustness with {listed}", listed=names(told))


def _ranges(problem: Problem, scenario: Scenario) -> str:
    listed = [
        _("{criterion} {range}", criterion=problem.criterion(name).label, range=range_text(low, high))
        for name, low, high in scenario.ranges
    ]
    return _("own ranges of weights: {listed}", listed=names(listed))


def _panel(problem: Problem, scenario: Scenario) -> str:
    """Return whose judgements there are and how they are joined; who is being asked, and what is hidden, is no choice of figures."""
    told = []
    if scenario.panel.members:
        said = [_member_name(problem, member) for member in scenario.panel.members]
        told.append(_("judgements given by {listed}", listed=names(said)))
    if scenario.panel.join != Panel().join:
        told.append(_("the group joined by its judgements"))
    return "; ".join(told)


CLAUSES: Mapping[str, Callable[[Problem, Scenario], str]] = MappingProxyType(
    {
        "profile": _profile,
        "method": _method,
        "norm": _normalization,
        "w": _importances,
        "blanks": _blanks,
        "waive": _waived,
        "out": _set_aside,
        "set": _changed,
        "sure": _uncertainty,
        "within": _ranges,
        "judged": _panel,
    }
)


def _member_name(problem: Problem, member: Member) -> str:
    return member.name or next((p.name for p in problem.profiles if p.id == member.id), member.id)


def _gate_name(problem: Problem, identifier: str) -> str:
    gate = next(gate for gate in problem.gates if gate.id == identifier)
    return problem.criterion(gate.criterion).label if gate.criterion else gate.attribute


def _points_moved(criterion: str, old: float, new: float) -> str:
    """Return the old and the new points, with as many digits as it takes to tell them apart."""
    told = [plain(old), plain(new)] if plain(old) != plain(new) else [repr(old), repr(new)]
    return _("{criterion} {old} → {new}", criterion=criterion, old=told[0], new=told[1])
