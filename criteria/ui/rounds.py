"""Rounds of questions: everybody is asked by a link of their own, and the answers come together in the store.

A round and each person's answers are kept under tokens that nobody can guess. A person's link opens that person's questions and
nothing else; it knows neither the round nor the links of others.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime

from criteria.errors import CriteriaError, FileError
from criteria.files.document import (
    problem_document,
    problem_from_document,
    scenario_document,
    scenario_from_document,
)
from criteria.files.judgements import merged
from criteria.model.judgements import WAYS, Member, Panel
from criteria.model.problem import Problem
from criteria.model.scenario import Scenario
from criteria.model.text import clean_text
from criteria.store import NotKeptError, items
from criteria.translation import translate as _
from criteria.ui import kept
from criteria.ui.session import Questions
from criteria.ui.workspace import store
from criteria.weighting.panel import member_weights, panel_members

KIND, ANSWERS = "round", "answers"
PARAMETER = "answer"  # of a link that asks one person
_PERSON = "person"  # how identifiers of people begin whose names stay unknown


@dataclass(frozen=True, slots=True)
class Invitation:
    """Somebody who is asked by link.  member: the identifier.  token: of the answers, which the link names."""

    member: str
    name: str
    token: str


@dataclass(frozen=True, slots=True)
class Round:
    """A round of questions.  quorum: how many must have answered everything.  anonymous: whether answers come without names."""

    token: str
    made: datetime
    quorum: int
    anonymous: bool
    invited: tuple[Invitation, ...]


@dataclass(frozen=True, slots=True)
class Returned:
    """What came back from one person.  parts: how many parts of the tree are answered, of how many.  last: when something was saved last."""

    invitation: Invitation
    member: Member
    parts: tuple[int, int]
    last: datetime | None

    @property
    def complete(self) -> bool:
        """Whether every part is answered."""
        return self.parts[0] == self.parts[1]


def begin(
    problem: Problem,
    scenario: Scenario,
    called: Mapping[str, str],
    *,
    owner: str,
    quorum: int,
    anonymous: bool,
    way: str,
    own: bool,
) -> Round:
    """Begin a round for everybody who can be asked; raises StoreError where it cannot be kept.

    called: what people are called, by identifier.  way: in which people are asked at first.  own: whether the problem goes with the questions, being nowhere else.
    """
    invited = []
    for member in panel_members(problem, scenario.panel):
        said = scenario.panel.member(member.id)
        panel = Panel(members=(said,) if said is not None else (), open=member.id)
        told = json.dumps(
            {
                "format": "criteria-answers",
                "version": 1,
                "member": member.id,
                "anonymous": anonymous,
                "way": way,
                "problem": json.loads(problem_document(problem)) if own else None,
                "scenario": json.loads(scenario_document(problem, scenario.with_panel(panel))),
            },
            ensure_ascii=False,
        )
        done = items.keep(
            store(),
            ANSWERS,
            told,
            name=called[member.id],
            owner=owner,
            about=problem.id,
            fingerprint=problem.fingerprint,
        )
        invited.append(Invitation(member.id, called[member.id], done.token))
    document = json.dumps(
        {
            "format": "criteria-round",
            "version": 1,
            "quorum": quorum,
            "anonymous": anonymous,
            "invited": [{"member": one.member, "name": one.name, "token": one.token} for one in invited],
        },
        ensure_ascii=False,
    )
    made = items.keep(
        store(),
        KIND,
        document,
        name=problem.title,
        owner=owner,
        about=problem.id,
        fingerprint=problem.fingerprint,
    )
    return Round(made.token, made.version.made, quorum, anonymous, tuple(invited))


def latest(owner: str, problem: str) -> Round | None:
    """Return the round of this owner that was begun last for a problem, None where there is none; raises StoreError."""
    for one in items.own(store(), KIND, owner, about=problem):
        _item, _version, document = items.open_version(store(), KIND, one.token)
        try:
            told = json.loads(document)
            invited = tuple(
                Invitation(str(row["member"]), str(row["name"]), str(row["token"])) for row in told["invited"]
            )
            return Round(one.token, one.made, int(told["quorum"]), bool(told["anonymous"]), invited)
        except (ValueError, KeyError, TypeError):
            continue
    return None


def end(one: Round, *, owner: str) -> None:
    """End a round: its links open nothing any more, so that no one answers in vain, and it is not listed; what was saved stays in the store."""
    for invitation in one.invited:
        with suppress(NotKeptError):  # links of earlier versions belong to no one, and go on opening
            items.remove(store(), invitation.token, owner=owner)
    items.remove(store(), one.token, owner=owner)


def returned(problem: Problem, one: Round) -> tuple[Returned, ...]:
    """Return what came back from everybody, in the order in which they were invited; raises StoreError."""
    found = []
    for invitation in one.invited:
        questions = opened(invitation.token, {problem.id: problem})
        member = answers_of(questions)
        weights = member_weights(problem, _whole(problem, questions))
        last = questions.saved_at if questions.version > 1 else None
        parts = (len(weights.answered & weights.asked), len(weights.asked))
        found.append(Returned(invitation, member, parts, last))
    return tuple(found)


def answers_of(questions: Questions) -> Member:
    """Return the person with what was answered so far."""
    return questions.scenario.panel.member(questions.member) or Member(questions.member)


def _whole(problem: Problem, questions: Questions) -> Member:
    known = panel_members(problem, questions.scenario.panel, scenarios=True)
    return next((m for m in known if m.id == questions.member), Member(questions.member, questions.name))


def opened(token: str, problems: Mapping[str, Problem]) -> Questions:
    """Return the questions that a link opens, with what was answered before; raises CriteriaError with the reason where it cannot be."""
    if not kept.is_token(token):
        raise FileError([_("There is nothing under this link: it is not complete.")])
    item, version, document = items.open_version(store(), ANSWERS, token)
    try:
        told = json.loads(document)
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
    told = json.dumps(
        {
            "format": "criteria-answers",
            "version": 1,
            "member": questions.member,
            "anonymous": questions.anonymous,
            "way": questions.way,
            "problem": json.loads(problem_document(problem)) if questions.own else None,
            "scenario": json.loads(scenario_document(problem, scenario.with_panel(panel))),
        },
        ensure_ascii=False,
    )
    try:
        done = items.save(
            store(), questions.token, told, parent=questions.version, fingerprint=problem.fingerprint
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


def brought_in(panel: Panel, one: Round, found: Sequence[Returned]) -> tuple[Panel, tuple[Member, ...]]:
    """Return the panel with what came back, and whom it brought; people who answered nothing are left out.

    Without names people are called by number, in an order that does not reveal who they are, and those who were asked count
    nothing besides.
    """
    answered = [row for row in found if any(answers.judgements for answers in row.member.answers)]
    if not one.anonymous:
        brought = tuple(row.member for row in answered)
        for member in brought:
            panel = panel.with_member(merged(panel.member(member.id), member))
        return panel, brought
    mixed = sorted(answered, key=lambda row: hashlib.sha256(row.invitation.token.encode()).digest())
    brought = tuple(
        replace(
            row.member,
            id=f"{_PERSON}-{number}",
            name=_("Person {number}", number=number),
            role="",
            colour="",
            weight=None,
        )
        for number, row in enumerate(mixed, start=1)
    )
    for row in found:
        before = panel.member(row.member.id) or Member(row.member.id, row.member.name)
        panel = panel.with_member(replace(before, weight=0.0))
    for member in brought:
        panel = panel.with_member(member)
    return panel, brought
