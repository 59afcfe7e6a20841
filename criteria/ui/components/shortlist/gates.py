"""Gates one can see through: who is set apart and why, who is conditional, and what happens if a gate is waived."""

from __future__ import annotations

from criteria.explain.gate_rules import gate_rule
from criteria.explain.numbers import in_full
from criteria.model.evaluation import Evaluation
from criteria.model.gates import GateStatus
from criteria.model.problem import Problem
from criteria.model.scenario import Scenario
from criteria.model.standing import GateResult, SetApart, Standing, standing_at
from criteria.translation import translate as _
from criteria.ui import compute, widgets
from criteria.ui.components.common.blocks import caption, listed
from criteria.ui.components.common.choices import choose_waived
from criteria.ui.components.shortlist.ranking_table import standing_pill
from criteria.ui.markup import NOTHING, Markup, markup

_RULE_LIMIT = 55  # characters of a rule in a menu


def gate_report(evaluation: Evaluation) -> Markup:
    """Return who stands apart, who is conditional and who comes with a warning, with reasons."""
    scenario = evaluation.scenario
    question = (gate_report, scenario.waived, scenario.set_aside, scenario.changed)
    parts = [_apart(evaluation, entry) for entry in evaluation.set_apart]
    parts += compute.kept_for(evaluation.problem, question, lambda: _of_the_ranked(evaluation))
    if not parts:
        return listed([_("Every candidate meets every must-have.")])
    soft = any(not gate.hard for gate in evaluation.problem.gates)
    return listed(parts) + (caption(_("Soft: no candidate is set aside for it.")) if soft else NOTHING)


def _of_the_ranked(evaluation: Evaluation) -> tuple[Markup, ...]:
    """Return a line for each gate that some of the ranked do not simply pass; no weight changes it."""
    parts = []
    for standing in (Standing.CONDITIONAL, Standing.WARNING, Standing.TO_CHECK):
        parts += _grouped(evaluation, standing)
    waived = [
        result for result in evaluation.gate_results if result.waived and result.status is not GateStatus.PASS
    ]
    parts += [
        _line([_label(evaluation, r.alternative)], standing_pill(Standing.WAIVED), r.reason)
        for r in waived
        if r.gate.hard
    ]
    return tuple(parts)


def _apart(evaluation: Evaluation, entry: SetApart) -> Markup:
    label = _label(evaluation, entry.alternative)
    rank = _("Would rank {rank}.", rank=entry.rank) if entry.rank is not None else ""
    if entry.by_hand:
        reason = " ".join([_("Set aside by hand."), *(r.reason for r in entry.failed)])
        return _line([label], standing_pill(Standing.SET_ASIDE), f"{reason} {rank}")
    reason = " ".join(_missed(result) for result in entry.failed)
    return _line([label], standing_pill(Standing.FAIL), f"{reason} {rank}")


def _missed(result: GateResult) -> str:
    """Return why a gate is failed, and by how much where that is a number."""
    if result.margin is None or result.margin >= 0:
        return result.reason
    return _("{reason} Misses by {margin}.", reason=result.reason, margin=in_full(round(-result.margin, 9)))


def _grouped(evaluation: Evaluation, standing: Standing) -> list[Markup]:
    """Return one line for each gate with the ranked candidates that stand so at it."""
    lines = []
    ranked = {alternative.id for alternative in evaluation.alternatives}
    for gate in evaluation.problem.gates:
        found = [
            r
            for r in evaluation.gate_results
            if r.gate == gate and standing_at(r) is standing and r.alternative in ranked
        ]
        if found:
            where = "; ".join(f"{_label(evaluation, r.alternative)} {r.found}" for r in found)
            lines.append(
                _line(
                    [_label(evaluation, r.alternative) for r in found],
                    standing_pill(standing),
                    f"{gate_rule(evaluation.problem, gate)}. {where}.",
                )
            )
    return lines


def _line(labels: list[str], mark: Markup, reason: str) -> Markup:
    return markup(
        "<b>{names}</b> {mark}<small>{reason}</small>",
        names=", ".join(labels),
        mark=mark,
        reason=reason,
    )


def _label(evaluation: Evaluation, alternative: str) -> str:
    return evaluation.problem.alternatives[evaluation.problem.row(alternative)].label


def gate_choices(problem: Problem, scenario: Scenario) -> Scenario:
    """Draw the lists of waived gates and of candidates set aside by hand; return the scenario they make."""
    rules = {gate.id: gate_rule(problem, gate, limit=_RULE_LIMIT) for gate in problem.gates}
    if rules:
        scenario = choose_waived(problem, scenario, rules, key="waived")
    labels = {alternative.id: alternative.label for alternative in problem.alternatives}
    aside = widgets.several(
        _("Candidates set aside by hand"),
        labels,
        present=scenario.set_aside,
        key=widgets.key("set-aside"),
        moves=_with_set_aside,
    )
    return _with_set_aside(problem, scenario, aside)


def _with_set_aside(problem: Problem, scenario: Scenario, aside: list[str]) -> Scenario:
    chosen, present = frozenset(aside), frozenset(scenario.set_aside)
    for alternative in problem.alternatives:
        if (alternative.id in chosen) != (alternative.id in present):
            scenario = scenario.with_set_aside(alternative.id, set_aside=alternative.id in chosen)
    return scenario
