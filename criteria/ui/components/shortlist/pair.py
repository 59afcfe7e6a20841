"""Which candidates are looked at: two against each other, one closely; by default those who lead at the moment."""

from __future__ import annotations

from criteria.explain.head_to_head import head_to_head
from criteria.model.evaluation import Evaluation
from criteria.model.problem import Problem
from criteria.translation import translate as _
from criteria.ui import widgets
from criteria.ui.components.common.blocks import caption
from criteria.ui.components.shortlist.versus import criterion_differences, group_differences
from criteria.ui.markup import Markup

LEADER, RUNNER_UP = ":leader", ":runner-up"  # no identifier begins with a colon
_PLACES = {LEADER: 0, RUNNER_UP: 1}


def choose_pair(problem: Problem) -> None:
    """Draw the two menus of the comparison."""
    _menu(problem, _("First"), "first", LEADER)
    _menu(problem, _("Second"), "second", RUNNER_UP)


def choose_one(problem: Problem, clicked: str) -> None:
    """Draw the menu of the candidate looked at closely; a clicked bar sets it."""
    if clicked in {alternative.id for alternative in problem.alternatives}:
        widgets.set_widget_value("look", clicked)
    _menu(problem, _("Candidate"), "look", LEADER)


def _menu(problem: Problem, title: str, name: str, first: str) -> None:
    names = {LEADER: _("The leader"), RUNNER_UP: _("The runner-up")}
    names = {first: names[first]} | {a.id: a.name for a in problem.alternatives}
    widgets.menu(title, names, key=widgets.key(name), label_visibility="collapsed")


def chosen(evaluation: Evaluation, name: str) -> str:
    """Return the identifier of the candidate that a menu stands for at the moment."""
    value = str(widgets.widget_value(name) or LEADER)
    if value not in _PLACES:
        return value
    order = evaluation.order
    return evaluation.alternatives[order[min(_PLACES[value], len(order) - 1)]].id


def by_group(evaluation: Evaluation) -> Markup:
    """Return the comparison of the chosen two by criteria group, or a sentence where there is none."""
    first, second = chosen(evaluation, "first"), chosen(evaluation, "second")
    return _obstacle(evaluation, first, second) or group_differences(head_to_head(evaluation, first, second))


def by_criterion(evaluation: Evaluation) -> Markup:
    """Return the comparison of the chosen two criterion by criterion, or a sentence where there is none."""
    first, second = chosen(evaluation, "first"), chosen(evaluation, "second")
    obstacle = _obstacle(evaluation, first, second)
    if obstacle:
        return obstacle
    return criterion_differences(evaluation, head_to_head(evaluation, first, second), first, second)


def _obstacle(evaluation: Evaluation, first: str, second: str) -> Markup:
    for identifier in (first, second):
        if evaluation.position(identifier) is None:
            label = evaluation.problem.alternatives[evaluation.problem.row(identifier)].label
            return caption(_("{name} is set aside and not ranked: there is nothing to compare.", name=label))
    return caption(_("Choose two different candidates.") if first == second else "")
