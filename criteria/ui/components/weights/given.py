"""Answers on their way into the scenario.

A field hands its answer over the moment the browser sends it, before anything is drawn: the click that ended the typing may lead
to another form, another page, or to *use these weights*, and the answer must be there by then.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from criteria.errors import CriteriaError
from criteria.model.judgements import Answers, Judgement, Member
from criteria.model.problem import Problem
from criteria.model.scenario import Scenario
from criteria.translation import translate as _
from criteria.ui import session, widgets
from criteria.weighting.panel import answers_at, items_of, panel_members


def member_of(problem: Problem, scenario: Scenario, identifier: str) -> Member:
    """Return a member with all that was answered; somebody new where nobody has this identifier."""
    members = panel_members(problem, scenario.panel, scenarios=True)
    return next((member for member in members if member.id == identifier), Member(identifier, _("Me")))


def kept(
    problem: Problem, scenario: Scenario, member: Member, before: Answers, answers: Answers
) -> tuple[Scenario, Member]:
    """Return the scenario and the member with answers that changed, or with another way; what is as before is not written."""
    said = scenario.panel.member(member.id)
    was = said.way_at(before.node) if said is not None else ""
    if answers != before:
        member = member.with_answers(answers).with_way(answers.node, answers.way)
    if answers == before and member.way_at(before.node) == was:
        return scenario, member
    # A stakeholder of the data is known by the profile; anybody else takes the name along.
    known = member.id in {profile.id for profile in problem.profiles}
    touched = said or (
        Member(member.id) if known else Member(member.id, member.name, member.role, member.colour)
    )
    touched = touched.with_answers(answers) if answers != before else touched
    touched = touched.with_way(before.node, before.way)
    return scenario.with_panel(replace(scenario.panel.with_member(touched), open=member.id)), member


def take_answer(who: str, node: str, way: str, question: str, criterion: str, widget: str) -> None:
    """Take what a field holds now as the answer to its question, nothing for a blank; the callback of the field."""
    value = widgets.widget_now(widget)

    def answered(answers: Answers) -> Answers:
        if not isinstance(value, int | float):
            return answers.without(question, criterion)
        return answers.with_judgements([Judgement(question, criterion, "", float(value))])

    _take(who, node, way, answered)


def take_end(who: str, node: str, question: str, widget: str) -> None:
    """Take which criterion is the best or the worst now; what was said of another best or worst was not said of this one."""
    chosen = widgets.widget_now(widget)

    def answered(answers: Answers) -> Answers:
        problem, _scenario = session.present()
        for item in items_of(problem, node):
            answers = answers.without("best-to" if question == "best" else "to-worst", item)
        if not isinstance(chosen, str):
            return answers.without(question, "-")
        return answers.with_judgements([Judgement(question, chosen, "", 1.0)])

    _take(who, node, "best_worst", answered)
    session.widgets_replaced()


def _take(who: str, node: str, way: str, answered: Callable[[Answers], Answers]) -> None:
    problem, scenario = session.present()
    try:
        member = member_of(problem, scenario, who)
        before = answers_at(problem, member, node, way)
        scenario, _member = kept(problem, scenario, member, before, answered(before))
    except CriteriaError:
        return  # the field itself refuses what is out of range
    session.keep(problem, scenario)
