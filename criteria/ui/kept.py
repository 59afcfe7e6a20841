"""Problems too large for a link, kept in the store under a token that their links name. Without the store the app still ranks."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from criteria.errors import CriteriaError
from criteria.files.document import kept_document, problem_from_document
from criteria.model.problem import Problem
from criteria.store import Kept, NotKeptError, Store, StoreError, items
from criteria.translation import translate as _
from criteria.ui.session import Own
from criteria.ui.workspace import store

KIND = "problem"
_TOKEN = re.compile(r"[A-Za-z0-9_-]{32}")


@dataclass(frozen=True, slots=True)
class Opened:
    """What stands under a token: a problem of one's own, or none; and what the reader should know of it."""

    own: Own | None
    notes: tuple[str, ...]


def is_token(name: str) -> bool:
    """Whether a name in a link has the form of a token."""
    return _TOKEN.fullmatch(name) is not None


def keep(problem: Problem, owner: str, *, author: str = "", note: str = "") -> Own:
    """Return the problem as kept under a new token; where the store refuses, without one and with the reason."""
    try:
        saved = items.keep(
            store(),
            KIND,
            kept_document(problem),
            name=problem.title,
            owner=owner,
            author=author,
            note=note,
            fingerprint=problem.fingerprint,
        )
    except StoreError as error:
        return _without(problem, error)
    return Own(problem, token=saved.token, version=saved.version.number)


def save(problem: Problem, old: Own, *, author: str = "", note: str = "") -> Own:
    """Return the problem as kept in one more version under the token of `old`; said: what others saved meanwhile."""
    try:
        saved = items.save(
            store(),
            old.token,
            kept_document(problem),
            parent=old.version,
            author=author,
            note=note,
            fingerprint=problem.fingerprint,
        )
    except StoreError as error:
        return _without(problem, error)
    said = (
        _(
            "{who} saved this problem since you opened it. Both versions are kept; this link opens yours.",
            who=", ".join(version.author or _("Another person") for version in saved.meanwhile),
        )
        if saved.meanwhile
        else ""
    )
    return Own(problem, token=old.token, version=saved.version.number, said=said)


def mine(owner: str, search: str = "") -> tuple[Kept, ...]:
    """Return the problems that this owner keeps, latest first; none where the store cannot be read.  search: words of the name."""
    words = search.casefold().split()
    try:
        return tuple(
            one
            for one in items.own(store(), KIND, owner)
            if all(word in one.name.casefold() for word in words)
        )
    except StoreError:
        return ()


def remove(token: str, owner: str, *, removed: bool = True) -> str:
    """Take a problem of one's own out of lists and links, or put it back; return why that could not be done, else nothing."""
    try:
        items.remove(store(), token, owner=owner, removed=removed)
    except StoreError as error:
        return str(error)
    return ""


def opened(token: str, fingerprint: str = "") -> Opened:
    """Return what is kept under a token: the last version with this fingerprint of its data, or the latest one."""
    try:
        return _opened(store(), token, fingerprint)
    except NotKeptError as error:
        return Opened(None, (str(error),))
    except StoreError:
        said = _(
            "The problem of this link is kept in the store, which cannot be read now: ask the administrator, or the sender of the "
            "link for the problem as a file."
        )
        return Opened(None, (said,))
    except CriteriaError as error:
        return Opened(None, (str(error),))


def _opened(store: Store, token: str, fingerprint: str) -> Opened:
    versions = items.history(store, token)
    meant = [version for version in versions if version.fingerprint == fingerprint]
    number = (meant or versions)[-1].number
    _kept, version, document = items.open_version(store, KIND, token, number)
    notes = []
    if version.number < versions[-1].number and versions[-1].fingerprint != version.fingerprint:
        told = _(
            "The problem was changed since this link was made; the link opens version {number} of {count}.",
            number=version.number,
            count=versions[-1].number,
        )
        notes.append(told)
    problem = problem_from_document(document)
    return Opened(Own(problem, token=token, version=version.number), tuple(notes))


def _without(problem: Problem, error: StoreError) -> Own:
    said = (
        _(
            "This problem is too large for a link, and it could not be kept: {cause}. It is ranked all the same, and stays until this "
            "tab is closed. To keep it, download it, or {todo}.",
            cause=error.cause,
            todo=error.todo,
        )
        if error.cause
        else _(
            "This problem is too large for a link, and it could not be kept: {reason} It is ranked all the same, and stays until this "
            "tab is closed; download it to keep it.",
            reason=error,
        )
    )
    return Own(problem, said=said)


def renamed(one: Own, identifier: str) -> Own:
    """Return the same with another identifier of the problem, which tells it from others in this session."""
    return replace(one, problem=replace(one.problem, id=identifier))
