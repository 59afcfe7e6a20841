"""Why one candidate is ahead of another: the two that are compared beside the bars, by default those who lead at the moment."""

from __future__ import annotations

from criteria.errors import CriteriaError
from criteria.explain.head_to_head import head_to_head
from criteria.model.evaluation import Evaluation
from criteria.model.problem import Problem
from criteria.translation import translate as _
from criteria.ui import compute, looks, session, widgets
from criteria.ui.components.common.blocks import caption
from criteria.ui.components.shortlist.versus import group_differences
from criteria.ui.markup import Markup

LEADER, RUNNER_UP = ":leader", ":runner-up"  # no identifier begins with a colon
_PLACES = {LEADER: 0, RUNNER_UP: 1}


def choose_pair(problem: Problem) -> None:
    """Draw the two menus of the comparison; who is chosen in one of them and stood in the other changes places with it."""
    _menu(problem, _("First"), "first", LEADER, (_swap, ("first", "second")))
    _menu(problem, _("Second"), "second", RUNNER_UP, (_swap, ("second", "first")))


def _menu(problem: Problem, title: str, name: str, first: str, then: widgets.Then) -> None:
    names = {LEADER: _("The leader"), RUNNER_UP: _("The runner-up")}
    names = {first: names[first]} | {a.id: a.name for a in problem.alternatives}
    widgets.menu(
        title,
        names,
        present=looks.look(name, names, first),
        key=widgets.key(name),
        label_visibility="collapsed",
        then=then,
    )


def _swap(moved: str, other: str) -> None:
    """Note who was chosen in a menu; where that one stands in the other menu, who stood here before goes there."""
    firsts = {"first": LEADER, "second": RUNNER_UP}
    before = looks.look_now(moved, firsts[moved])
    value = str(widgets.widget_now(widgets.key(moved)) or firsts[moved])
    looks.note(moved, value, firsts[moved])
    problem, scenario = session.present()
    try:
        evaluation = compute.evaluated(problem, scenario)
    except CriteriaError:  # nobody is ranked: nobody leads
        return
    if who(evaluation, value) == who(evaluation, looks.look_now(other, firsts[other])):
        there = who(evaluation, before)
        looks.note(other, there, firsts[other])
        widgets.note_widget_value(other, there)


def chosen(evaluation: Evaluation, name: str) -> str:
    """Return the identifier of the candidate that a menu stands for at the moment."""
    return who(evaluation, str(widgets.widget_value(name) or LEADER))


def who(evaluation: Evaluation, value: str) -> str:
    """Return the identifier that a choice stands for: itself, or who leads or follows."""
    if value not in _PLACES:
        return value
    order = evaluation.order
    return evaluation.alternatives[order[min(_PLACES[value], len(order) - 1)]].id


def by_group(evaluation: Evaluation) -> Markup:
    """Return the comparison of the chosen two by criteria group, or a sentence where there is none."""
    first, second = chosen(evaluation, "first"), chosen(evaluation, "second")
    return obstacle(evaluation, first, second) or group_differences(head_to_head(evaluation, first, second))


def obstacle(evaluation: Evaluation, first: str, second: str) -> Markup:
    """Return why two candidates cannot be compared, nothing where they can."""
    for identifier in (first, second):
        if evaluation.position(identifier) is None:
            label = evaluation.problem.alternatives[evaluation.problem.row(identifier)].label
            return caption(_("{name} is set aside and not ranked: there is nothing to compare.", name=label))
    return caption(_("Choose two different candidates.") if first == second else "")
