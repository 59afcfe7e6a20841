"""What a person's link opens: that person's questions and nothing else; what is answered is saved under the same link."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace

from criteria.errors import CriteriaError, FileError
from criteria.files.document import (
    problem_document,
    problem_from_document,
    scenario_document,
    scenario_from_document,
)
from criteria.model.judgements import WAYS, Member, Panel
from criteria.model.problem import Problem
from criteria.model.scenario import Scenario
from criteria.model.text import clean_text
from criteria.store import NotKeptError, items
from criteria.translation import translate as _
from criteria.ui import kept
from criteria.ui.session import Questions
from criteria.ui.workspace import store

ANSWERS = "answers"  # what the store calls them
PARAMETER = "answer"  # of a link that asks one person
_ENDED = "ended"


def document_of(
    problem: Problem, scenario: Scenario, member: str, anonymous: bool, way: str, *, own: bool
) -> str:
    """Return one person's questions, with what was answered so far, as they are kept.  own: whether the problem goes along, being nowhere else."""
    return json.dumps(
        {
            "format": "criteria-answers",
            "version": 1,
            "member": member,
            "anonymous": anonymous,
            "way": way,
            "problem": json.loads(problem_document(problem)) if own else None,
            "scenario": json.loads(scenario_document(problem, scenario)),
        },
        ensure_ascii=False,
    )


def end(token: str, *, owner: str) -> None:
    """End a link: it opens and saves nothing any more; what was answered stays in the store."""
    try:
        items.remove(store(), token, owner=owner)
    except NotKeptError:  # such as a link of an earlier version, which belongs to no one
        _item, version, document = items.open_version(store(), ANSWERS, token)
        ended = json.dumps(json.loads(document) | {_ENDED: True}, ensure_ascii=False)
        items.save(store(), token, ended, parent=version.number, fingerprint=version.fingerprint)


def _said_ended() -> str:
    return _("There is nothing under this link: the round of questions has ended.")


def opened(token: str, problems: Mapping[str, Problem]) -> Questions:
    """Return the questions that a link opens, with what was answered before; raises CriteriaError with the reason where it cannot be."""
    if not kept.is_token(token):
        raise FileError([_("There is nothing under this link: it is not complete.")])
    item, version, document = items.open_version(store(), ANSWERS, token)
    try:
        told = json.loads(document)
        if told.get(_ENDED):
            raise NotKeptError(_said_ended())
        given, scenario, member = told["problem"], json.dumps(told["scenario"]), str(told["member"])
        anonymous, way = bool(told["anonymous"]), str(told["way"])
    except (ValueError, KeyError, TypeError) as error:
        raise FileError([_("What is saved under this link cannot be read.")]) from error
    problem = problems.get(item.about)
    if problem is None and given is not None:
        problem = problem_from_document(json.dumps(given))
    if problem is None:
        raise FileError(
            [
                _(
                    "The problem of these questions ('{id}') is not here any more.",
                    id=clean_text(item.about, 60),
                )
            ]
        )
    read, _notes = scenario_from_document(problem, scenario)
    return Questions(
        token,
        item.name,
        member,
        problem,
        read,
        given is not None,
        anonymous,
        way if way in WAYS else "ahp",
        version.number,
        read.panel.member(member),
        saved_at=version.made,
    )


def save(questions: Questions, problem: Problem, scenario: Scenario) -> Questions:
    """Return the questions with the answers as saved; where the store refuses, with the reason, and nothing is lost on the page."""
    member = scenario.panel.member(questions.member)
    if member is None or member == questions.saved:
        return questions
    panel = Panel(members=(member,), open=member.id)
    text = document_of(
        problem, scenario.with_panel(panel), member.id, questions.anonymous, questions.way, own=questions.own
    )

    def unless_ended(latest: str) -> str:
        if json.loads(latest).get(_ENDED):
            raise NotKeptError(_said_ended())
        return text

    try:
        done = items.save(
            store(), questions.token, unless_ended, parent=questions.version, fingerprint=problem.fingerprint
        )
    except CriteriaError as error:
        return replace(questions, said=str(error))
    said = (
        _(
            "Answers were given under this link on another device too. Both are kept; those given last count: reload the page to "
            "see which these are."
        )
        if done.meanwhile
        else ""
    )
    return replace(
        questions, version=done.version.number, saved=member, said=said, saved_at=done.version.made
    )


def answers_of(questions: Questions) -> Member:
    """Return the person with what was answered so far."""
    return questions.scenario.panel.member(questions.member) or Member(questions.member)
