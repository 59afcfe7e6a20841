"""Scenarios that were saved: kept in the store under a token, with every version, and opened again exactly."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from criteria.errors import CriteriaError, FileError
from criteria.files.document import (
    problem_document,
    problem_from_document,
    scenario_document,
    scenario_from_document,
)
from criteria.files.seal import Seal, seal_document, seal_from_document
from criteria.model.problem import Problem
from criteria.model.scenario import Scenario
from criteria.model.text import clean_text
from criteria.store import Kept, Version, items
from criteria.store.kept import Saved as Stored
from criteria.translation import translate as _
from criteria.ui import kept
from criteria.ui.workspace import store

KIND = "scenario"
PARAMETER = "s"  # of a short link
_FORMAT = "criteria-saved-scenario"


@dataclass(frozen=True, slots=True)
class Saved:
    """A saved scenario as it was opened.  own: whether its problem came with it.  notes: what the reader should know.

    sealed: the seal that was there when it was saved, if any.  sealing: whether its choices are being sealed now, whichever version
    this is: names and scores are hidden until that is done.
    """

    token: str
    name: str
    version: Version
    problem: Problem
    scenario: Scenario
    own: bool
    notes: tuple[str, ...] = ()
    sealed: Seal | None = None
    sealing: bool = False


def save_new(
    problem: Problem,
    scenario: Scenario,
    *,
    owner: str,
    name: str,
    note: str,
    author: str,
    own: bool,
    sealed: Seal | None = None,
    sealing: bool = False,
) -> Stored:
    """Save a scenario under a new token, with the seal made before scores were seen; raises StoreError where it cannot be kept.

    own: whether its problem goes with it.  sealing: whether its choices are being sealed.
    """
    return items.keep(
        store(),
        KIND,
        _document(problem, scenario, own=own, sealed=sealed, sealing=sealing),
        name=clean_text(name, 120) or _("Scenario"),
        owner=owner,
        about=problem.id,
        author=author,
        note=note,
        fingerprint=problem.fingerprint,
    )


def save_again(
    token: str,
    parent: int,
    problem: Problem,
    scenario: Scenario,
    *,
    note: str,
    author: str,
    own: bool,
    sealed: Seal | None = None,
) -> Stored:
    """Save one more version; raises StoreError where it cannot be kept. Nothing that was saved before is lost.

    Where its choices are being sealed, they still are.
    """

    def document(latest: str) -> str:
        return _document(problem, scenario, own=own, sealed=sealed, sealing=is_being_sealed(latest))

    return items.save(
        store(),
        token,
        document,
        parent=parent,
        author=author,
        note=note,
        fingerprint=problem.fingerprint,
    )


def mine(owner: str, problem: str, search: str = "") -> tuple[Kept, ...]:
    """Return what this owner saved of a problem, latest first; search: words that name or note must hold, in any case."""
    words = search.casefold().split()
    return tuple(
        one
        for one in items.own(store(), KIND, owner, about=problem)
        if all(word in f"{one.name}\n{one.latest.note}".casefold() for word in words)
    )


def opened(token: str, problems: Mapping[str, Problem], number: int | None = None) -> Saved:
    """Return a saved scenario, one version or the latest; raises CriteriaError with the reason where it cannot be opened."""
    if not kept.is_token(token):
        raise FileError([_("There is nothing under this link: it is not complete.")])
    item, version, document = items.open_version(store(), KIND, token, number)
    last = version.number == item.latest.number
    sealing = is_being_sealed(document if last else items.open_version(store(), KIND, token)[2])
    try:
        values = json.loads(document)
        given, told = values["problem"], json.dumps(values["scenario"])
    except (ValueError, KeyError, TypeError) as error:
        raise FileError([_("What is saved under this link cannot be read.")]) from error
    problem = problems.get(item.about) if given is None else problem_from_document(json.dumps(given))
    if problem is None:
        raise FileError(
            [_("The problem of this scenario ('{id}') is not here any more.", id=clean_text(item.about, 60))]
        )
    scenario, notes = scenario_from_document(problem, told)
    sealed = None
    if values.get("seal") is not None:
        sealed, more = seal_from_document(json.dumps(values["seal"]).encode())
        notes = [*notes, *more]
    return Saved(
        token, item.name, version, problem, scenario, given is not None, tuple(notes), sealed, sealing
    )


def is_being_sealed(document: str) -> bool:
    """Whether a document that is kept says that its choices are being sealed; what cannot be read says nothing."""
    try:
        values = json.loads(document)
    except ValueError:
        return False
    return isinstance(values, dict) and values.get("sealing") is True


def history(token: str, problems: Mapping[str, Problem]) -> tuple[Saved, ...]:
    """Return all versions of a saved scenario that can still be opened, the first one first."""
    found = []
    for version in items.history(store(), token):
        try:
            found.append(opened(token, problems, version.number))
        except CriteriaError:  # a version whose data are gone, or that was changed outside of this software
            continue
    return tuple(found)


def _document(problem: Problem, scenario: Scenario, *, own: bool, sealed: Seal | None, sealing: bool) -> str:
    return json.dumps(
        {
            "format": _FORMAT,
            "version": 1,
            "problem": json.loads(problem_document(problem)) if own else None,
            "scenario": json.loads(scenario_document(problem, scenario)),
            "seal": None if sealed is None else json.loads(seal_document(sealed)),
            "sealing": sealing,
        },
        ensure_ascii=False,
    )
