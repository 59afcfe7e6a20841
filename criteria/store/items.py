"""Keep, open, save again, list, rename, remove: the same for whatever is kept as a document.

Versions are only ever added. A stranger without the token finds nothing; a list is only of one's own, or with sign-in of the workspace.
Each function first asks whether the store's actor may do this.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from sqlalchemy import Connection, Row, func, insert, select, update

from criteria.model.text import NAME_LIMIT, TEXT_LIMIT, clean_text
from criteria.store.connect import Store
from criteria.store.errors import NotKeptError, StoreError, told
from criteria.store.kept import Kept, Saved, Version
from criteria.store.rights import Actor, may_change, may_look
from criteria.store.tables import items, versions
from criteria.translation import translate as _

TOKEN_BYTES = 24  # 192 bits: nobody guesses one
DOCUMENT_LIMIT = 100_000_000  # characters


def new_token() -> str:
    """Return a token that nobody can guess, of 32 letters, digits, hyphens and underscores."""
    return secrets.token_urlsafe(TOKEN_BYTES)


def keep(
    store: Store,
    kind: str,
    document: str,
    *,
    name: str,
    owner: str,
    about: str = "",
    author: str = "",
    note: str = "",
    fingerprint: str = "",
) -> Saved:
    """Keep a document under a new token, as its first version.  owner: the key that its maker holds, not stored itself."""
    may_change(store.actor, kind)
    token, now = new_token(), datetime.now(UTC)
    version = _version(1, None, now, document, store.actor.name or author, note, fingerprint)
    with told(), store.engine.begin() as connection:
        connection.execute(
            insert(items).values(
                token=token,
                kind=kind,
                about=about,
                owner=_digest(owner),
                name=_name(name),
                made=now,
                removed=False,
                workspace=store.actor.workspace,
            )
        )
        _add(connection, token, version, document)
    return Saved(token, version, ())


def save(
    store: Store,
    token: str,
    document: str | Callable[[str], str],
    *,
    parent: int,
    author: str = "",
    note: str = "",
    fingerprint: str = "",
) -> Saved:
    """Add a version made from version `parent`; what others saved since then is named, and stays as it is.

    document: the text, or what makes it from that of the latest version, which nobody can follow by another meanwhile.
    """
    may_look(store.actor)
    with told(), store.engine.begin() as connection:
        # Who saves next waits here, on every server.
        item = _item(connection, store.actor, token, for_update=True)
        may_change(store.actor, item.kind)
        saved = _history(connection, token)
        latest = saved[-1].number
        if not 1 <= parent <= latest:
            raise StoreError(_("There is no version {number} to go on from.", number=parent))
        text = document if isinstance(document, str) else document(_document(connection, token, latest))
        who = store.actor.name or author
        version = _version(latest + 1, parent, datetime.now(UTC), text, who, note, fingerprint)
        _add(connection, token, version, text)
    return Saved(token, version, tuple(other for other in saved if other.number > parent))


def open_version(store: Store, kind: str, token: str, number: int | None = None) -> tuple[Kept, Version, str]:
    """Return what is kept under a token, with one version (the latest unless named) and its document; NotKeptError if nothing is."""
    may_look(store.actor)
    with told(), store.engine.begin() as connection:
        item = _item(connection, store.actor, token, kind)
        history = _history(connection, token)
        chosen = next(
            (version for version in history if version.number == (number or history[-1].number)), None
        )
        if chosen is None:
            raise NotKeptError(_("There is no version {number} of this.", number=number))
        document = _document(connection, token, chosen.number)
    if _digest(document) != chosen.digest:
        raise StoreError(
            _("What is stored under this link was changed outside of this software; open an earlier version.")
        )
    return _as_kept(item, history[-1]), chosen, document


def history(store: Store, token: str) -> tuple[Version, ...]:
    """Return all versions, the first one first; NotKeptError if there is nothing under the token."""
    may_look(store.actor)
    with told(), store.engine.begin() as connection:
        _item(connection, store.actor, token)
        return _history(connection, token)


def latest_numbers(store: Store, tokens: Sequence[str]) -> dict[str, int]:
    """Return the number of the latest version of each of these by its token; what was removed, or is another's workspace's, is left out."""
    may_look(store.actor)
    chosen = (
        select(versions.c.token, func.max(versions.c.number))
        .join(items, items.c.token == versions.c.token)
        .where(items.c.token.in_(tokens), items.c.workspace.in_(store.actor.workspaces), ~items.c.removed)
        .group_by(versions.c.token)
    )
    with told(), store.engine.begin() as connection:
        return {token: int(number) for token, number in connection.execute(chosen).all()}


def own(store: Store, kind: str, owner: str, *, about: str | None = None) -> tuple[Kept, ...]:
    """Return what this owner keeps of a kind, latest first; never anybody else's, and nothing for who has no key.

    With sign-in it is what the workspace keeps, whoever made it; rounds of questions stay their maker's.
    """
    may_look(store.actor)
    shared = store.actor.shares(kind)
    if not (owner or shared):
        return ()
    chosen = select(items).where(
        items.c.kind == kind, items.c.workspace == store.actor.workspace, ~items.c.removed
    )
    if not shared:
        chosen = chosen.where(items.c.owner == _digest(owner))
    if about is not None:
        chosen = chosen.where(items.c.about == about)
    with told(), store.engine.begin() as connection:
        found = [
            _as_kept(row, _history(connection, row.token)[-1]) for row in connection.execute(chosen).all()
        ]
    return tuple(sorted(found, key=lambda kept: (kept.latest.made, kept.token), reverse=True))


def rename(store: Store, token: str, name: str, *, owner: str) -> None:
    """Give something of one's own another name."""
    _change(store, token, owner, {"name": _name(name)})


def remove(store: Store, token: str, *, owner: str, removed: bool = True) -> None:
    """Take something of one's own out of lists and links, or put it back; its versions stay."""
    _change(store, token, owner, {"removed": removed})


def _change(store: Store, token: str, owner: str, values: dict[str, object]) -> None:
    may_look(store.actor)
    with told(), store.engine.begin() as connection:
        row = connection.execute(select(items).where(items.c.token == token)).one_or_none()
        theirs = row is not None and row.workspace == store.actor.workspace
        if row is None or not theirs or not (store.actor.shares(row.kind) or row.owner == _digest(owner)):
            raise NotKeptError(_("There is nothing of yours under this link."))
        may_change(store.actor, row.kind)
        connection.execute(update(items).where(items.c.token == token).values(**values))


def _item(
    connection: Connection, actor: Actor, token: str, kind: str | None = None, *, for_update: bool = False
) -> Row:  # type: ignore[type-arg]
    chosen = select(items).where(items.c.token == token, items.c.workspace.in_(actor.workspaces))
    row = connection.execute(chosen.with_for_update() if for_update else chosen).one_or_none()
    if row is None or row.removed or (kind is not None and row.kind != kind):
        raise NotKeptError(
            _("There is nothing under this link: it was removed, or the link is not complete.")
        )
    return row


def _history(connection: Connection, token: str) -> tuple[Version, ...]:
    columns = [column for column in versions.c if column.name != "document"]
    rows = connection.execute(
        select(*columns).where(versions.c.token == token).order_by(versions.c.number)
    ).all()
    return tuple(_as_version(row) for row in rows)


def _document(connection: Connection, token: str, number: int) -> str:
    chosen = select(versions.c.document).where(versions.c.token == token, versions.c.number == number)
    return str(connection.execute(chosen).scalar_one())


def _add(connection: Connection, token: str, version: Version, document: str) -> None:
    connection.execute(
        insert(versions).values(
            token=token,
            number=version.number,
            parent=version.parent,
            made=version.made,
            author=version.author,
            note=version.note,
            fingerprint=version.fingerprint,
            digest=version.digest,
            document=document,
        )
    )


def _version(
    number: int, parent: int | None, made: datetime, document: str, author: str, note: str, fingerprint: str
) -> Version:
    if len(document) > DOCUMENT_LIMIT:
        raise StoreError(_("This is too large to be saved; leave something out."))
    return Version(
        number,
        parent,
        made,
        clean_text(author, NAME_LIMIT),
        clean_text(note, TEXT_LIMIT),
        fingerprint,
        _digest(document),
    )


def _as_version(row: Row) -> Version:  # type: ignore[type-arg]
    made = row.made if row.made.tzinfo else row.made.replace(tzinfo=UTC)  # SQLite keeps no time zone
    return Version(row.number, row.parent, made, row.author, row.note, row.fingerprint, row.digest)


def _as_kept(row: Row, latest: Version) -> Kept:  # type: ignore[type-arg]
    made = row.made if row.made.tzinfo else row.made.replace(tzinfo=UTC)
    return Kept(row.token, row.kind, row.about, row.name, made, row.removed, latest)


def _name(name: str) -> str:
    return clean_text(name, NAME_LIMIT) or _("Without a name")


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
