"""Whether a scenario fits a problem: everything it names is there, every cell lies on its scale."""

from __future__ import annotations

from criteria.errors import ScenarioError
from criteria.model.judgements import WHOLE, Answers, Panel
from criteria.model.number import percent_to
from criteria.model.problem import Problem
from criteria.model.scenario import ChangedCell, Scenario
from criteria.model.text import clean_text
from criteria.model.weight_ranges import WeightRange
from criteria.translation import translate as _


def check_scenario(problem: Problem, scenario: Scenario) -> None:
    """Raise ScenarioError if a scenario names anything that the problem does not have."""
    if [identifier for identifier, _points in scenario.importances] != [c.id for c in problem.criteria]:
        raise ScenarioError(_("The scenario's importances do not belong to this problem's criteria."))
    if scenario.profile:
        problem.profile(scenario.profile)
    gates = {gate.id for gate in problem.gates}
    for gate in scenario.waived:
        if gate not in gates:
            raise ScenarioError(_("There is no gate '{id}' in this problem.", id=gate))
    for alternative in scenario.set_aside:
        problem.row(alternative)
    check_ranges(problem, scenario.ranges)
    check_panel(problem, scenario.panel)
    for cell in scenario.changed:
        check_cell(problem, cell)


def check_ranges(problem: Problem, ranges: tuple[WeightRange, ...]) -> None:
    """Raise ScenarioError where ranges cannot hold together: of a group and of what is below it, or with lower ends beyond 100 %."""
    ranged = {criterion for criterion, _low, _high in ranges}
    for criterion in ranged:
        group = problem.criterion(criterion)
        inside = next((node for node in problem.tree.below(criterion) if node.id in ranged), None)
        if inside is not None:
            raise ScenarioError(
                _(
                    "'{group}' and '{criterion}' below it both have a range of their own; keep one of the two.",
                    group=group.label,
                    criterion=inside.label,
                )
            )
    least = sum(low for _criterion, low, _high in ranges)
    if least > 1 + 1e-9:
        raise ScenarioError(
            _(
                "The lower ends of the weights' ranges sum to {sum}; give ranges whose lower ends sum to at most 100%.",
                sum=percent_to(least, 0),
            )
        )
    whole = {node.id for node in problem.children("")}
    most = sum(high for _criterion, _low, high in ranges)
    if whole <= ranged and most < 1 - 1e-9:
        raise ScenarioError(
            _(
                "Every group has a range, and the upper ends sum to {sum}; give ranges whose upper ends sum to at least 100%.",
                sum=percent_to(most, 0),
            )
        )


def check_cell(problem: Problem, cell: ChangedCell) -> None:
    """Raise ScenarioError if a changed cell is none of the problem's, or lies beyond its scale."""
    scale = problem.leaves[problem.column(cell.criterion)].scale
    name = problem.alternatives[problem.row(cell.alternative)].name
    for value in (cell.low, cell.high):
        if value is not None and scale is not None and not scale.contains(value):
            raise ScenarioError(
                _(
                    "{alternative}, {criterion}: {value:g} lies beyond the scale from {low:g} to {high:g}.",
                    alternative=name,
                    criterion=cell.criterion,
                    value=value,
                    low=scale.low,
                    high=scale.high,
                )
            )


def check_panel(problem: Problem, panel: Panel) -> None:
    """Raise ScenarioError if a judgement is about anything but two children of its node."""
    for member in panel.members:
        for answers in member.answers:
            check_answers(problem, answers)
        for node, _way in member.ways:
            if node:
                problem.criterion(node)


def check_answers(problem: Problem, answers: Answers) -> None:
    """Raise ScenarioError if answers are about anything but children of their node, or candidates where these are asked about."""
    if answers.way in WHOLE:
        for judgement in answers.judgements:
            problem.row(judgement.first)
        return
    node = answers.node
    here = problem.criterion(node).label if node else _("the whole")
    children = {child.id for child in problem.children(node)}
    if not children:
        raise ScenarioError(_("'{node}' has no criteria below it to weigh.", node=here))
    for judgement in answers.judgements:
        names = [judgement.first, *([judgement.second] if judgement.question == "ratio" else [])]
        wrong = next((name for name in names if name not in children), None)
        if wrong is not None or len(set(names)) < len(names):
            raise ScenarioError(
                _(
                    "'{name}' is not one of the criteria to be weighed under '{node}': {known}.",
                    name=clean_text(wrong or judgement.first, 60),
                    node=here,
                    known=", ".join(sorted(children)),
                )
                if wrong is not None
                else _(
                    "'{name}' is compared with itself; leave that out.", name=clean_text(judgement.first, 60)
                )
            )
