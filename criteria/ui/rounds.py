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

from criteria.files.judgements import merged
from criteria.model.judgements import Member, Panel
from criteria.model.problem import Problem
from criteria.model.scenario import Scenario
from criteria.store import NotKeptError, items
from criteria.translation import translate as _
from criteria.ui import answer_links
from criteria.ui.answer_links import ANSWERS, answers_of, document_of, opened
from criteria.ui.session import Questions
from criteria.ui.workspace import store
from criteria.weighting.panel import member_weights, panel_members

KIND = "round"  # what the store calls one
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
    """What came back from one person.

    parts: how many parts of the tree are answered, of how many.  last: when something was saved last.  version: of what was read.
    """

    invitation: Invitation
    member: Member
    parts: tuple[int, int]
    last: datetime | None
    version: int = 1

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
        told = document_of(problem, scenario.with_panel(panel), member.id, anonymous, way, own=own)
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


def all_open(owner: str, problem: str) -> tuple[Round, ...]:
    """Return the rounds of this owner for a problem that were not ended, the one begun last first; raises StoreError."""
    found = []
    for one in items.own(store(), KIND, owner, about=problem):
        _item, _version, document = items.open_version(store(), KIND, one.token)
        try:
            told = json.loads(document)
            invited = tuple(
                Invitation(str(row["member"]), str(row["name"]), str(row["token"])) for row in told["invited"]
            )
            found.append(Round(one.token, one.made, int(told["quorum"]), bool(told["anonymous"]), invited))
        except (ValueError, KeyError, TypeError):
            continue
    return tuple(found)


def end(one: Round, *, owner: str) -> None:
    """End a round: its links open nothing any more, so that no one answers in vain, and it is not listed; what was saved stays in the store."""
    for invitation in one.invited:
        with suppress(NotKeptError):  # ended before
            answer_links.end(invitation.token, owner=owner)
    items.remove(store(), one.token, owner=owner)


def versions(one: Round) -> tuple[int, ...]:
    """Return how often something was saved under each link, 0 where it opens nothing, by one question to the store; raises StoreError."""
    found = items.latest_numbers(store(), [invitation.token for invitation in one.invited])
    return tuple(found.get(invitation.token, 0) for invitation in one.invited)


def returned(problem: Problem, one: Round) -> tuple[Returned, ...]:
    """Return what came back from everybody, in the order in which they were invited; raises StoreError."""
    found = []
    for invitation in one.invited:
        questions = opened(invitation.token, {problem.id: problem})
        member = answers_of(questions)
        weights = member_weights(problem, _whole(problem, questions))
        last = questions.saved_at if questions.version > 1 else None
        parts = (len(weights.answered & weights.asked), len(weights.asked))
        found.append(Returned(invitation, member, parts, last, questions.version))
    return tuple(found)


def _whole(problem: Problem, questions: Questions) -> Member:
    known = panel_members(problem, questions.scenario.panel, scenarios=True)
    return next((m for m in known if m.id == questions.member), Member(questions.member, questions.name))


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
