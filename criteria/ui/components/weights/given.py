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
from criteria.weighting.panel import answers_at, items_of, panel_members, points_of_profile


def member_of(problem: Problem, scenario: Scenario, identifier: str) -> Member:
    """Return a member with all that was answered; somebody new where nobody has this identifier."""
    members = panel_members(problem, scenario.panel, scenarios=True)
    return next((member for member in members if member.id == identifier), Member(identifier, _("Me")))


def kept(
    problem: Problem, scenario: Scenario, member: Member, before: Answers, answers: Answers
) -> tuple[Scenario, Member]:
    """Return the scenario and the member with answers that changed; what is as before is not written.

    A way counts from the first answer that is given in it; settings alone, and answers taken back, leave the way that counts.
    """
    if answers == before:
        return scenario, member
    counts = bool(set(answers.judgements) - set(before.judgements))
    member = _with(member, answers, counts=counts)
    said = scenario.panel.member(member.id)
    touched = said or _begun(problem, member)
    touched = _with(touched, answers, counts=counts)
    return scenario.with_panel(replace(scenario.panel.with_member(touched), open=member.id)), member


def _with(member: Member, answers: Answers, *, counts: bool) -> Member:
    member = member.with_answers(answers)
    return member.with_way(answers.node, answers.way) if counts else member


def count_way(who: str, node: str, way: str) -> None:
    """Let the way count in which somebody has answered before; the callback of a button. Points of a profile become no answers."""
    problem, scenario = session.present()
    member = scenario.panel.member(who) or _begun(problem, member_of(problem, scenario, who))
    panel = scenario.panel.with_member(member.with_way(node, way))
    session.keep(problem, scenario.with_panel(replace(panel, open=who)))
    session.widgets_replaced()


def confirm_points(who: str, node: str) -> None:
    """Take the points of the profile as answers of the person; the callback of a button."""
    problem, scenario = session.present()
    member = scenario.panel.member(who) or _begun(problem, member_of(problem, scenario, who))
    member = _with(member, points_of_profile(problem, who, node), counts=True)
    session.keep(problem, scenario.with_panel(replace(scenario.panel.with_member(member), open=who)))


def _begun(problem: Problem, member: Member) -> Member:
    """Return the member as the panel keeps one: a stakeholder of the data is known by the profile, anybody else takes the name along."""
    known = member.id in {profile.id for profile in problem.profiles}
    return Member(member.id) if known else Member(member.id, member.name, member.role, member.colour)


def take_answer(who: str, node: str, way: str, question: str, criterion: str, widget: str) -> None:
    """Take what a field holds now as the answer to its question, nothing for a blank; the callback of the field."""
    value = widgets.widget_now(widget)

    def answered(answers: Answers) -> Answers:
        if not isinstance(value, int | float):
            return answers.without(question, criterion)
        return answers.with_judgements([Judgement(question, criterion, "", float(value))])

    take_answers(who, node, way, answered)


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

    take_answers(who, node, "best_worst", answered)
    session.widgets_replaced()


def take_setting(who: str, node: str, way: str, name: str, default: str, widget: str) -> None:
    """Take which setting of a way was chosen; the default is not kept. The callback of its menu."""
    chosen = widgets.widget_now(widget)
    if isinstance(chosen, str):
        take_answers(
            who, node, way, lambda answers: answers.with_setting(name, "" if chosen == default else chosen)
        )


def take_exponent(who: str, node: str, way: str, widget: str) -> None:
    """Take the exponent that was entered; the callback of its field."""
    value = widgets.widget_now(widget)
    if isinstance(value, int | float):
        take_answers(who, node, way, lambda answers: answers.with_setting("exponent", f"{value:g}"))


def take_answers(who: str, node: str, way: str, answered: Callable[[Answers], Answers]) -> None:
    """Take what becomes of a person's answers in one way; for callbacks."""
    problem, scenario = session.present()
    try:
        member = member_of(problem, scenario, who)
        before = answers_at(problem, member, node, way)
        scenario, _member = kept(problem, scenario, member, before, answered(before))
    except CriteriaError:
        return  # the field itself refuses what is out of range
    session.keep(problem, scenario)
