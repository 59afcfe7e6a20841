"""Where the store is: SQLite in a place of the user's own with nothing to set up, or the database that DATABASE_URL names."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Lock
from typing import Any

import platformdirs
from sqlalchemy import Engine, create_engine, event, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DisconnectionError

from criteria.store.errors import StoreError, told
from criteria.store.migrate import upgrade
from criteria.store.rights import ANYBODY, Actor
from criteria.translation import translate as _

VARIABLE = "DATABASE_URL"
BUSY_SECONDS = 10  # how long a writer waits for another one


@dataclass(frozen=True, slots=True)
class Store:
    """A database whose tables are as this version needs them, asked on somebody's behalf."""

    engine: Engine
    actor: Actor = ANYBODY

    def for_actor(self, actor: Actor) -> Store:
        """Return the same database, asked on this actor's behalf."""
        return replace(self, actor=actor)

    def reachable(self) -> bool:
        """Whether the database answers now."""
        try:
            with told(), self.engine.connect() as connection:
                connection.execute(text("SELECT 1"))
        except StoreError:
            return False
        return True

    def close(self) -> None:
        """Give all connections back."""
        self.engine.dispose()


_opening = Lock()
_stores: dict[str, Store] = {}


def connect(url: str | None = None) -> Store:
    """Return the store at this address, DATABASE_URL's or the user's own; made or upgraded at first use, then shared.

    Raises StoreError with what an administrator should do if it cannot be reached, read or upgraded.
    """
    address = url or os.environ.get(VARIABLE) or _own_place()
    with _opening:
        if address not in _stores:
            _stores[address] = _opened(address)
        return _stores[address]


def forget(url: str) -> None:
    """Close the store at this address; the next `connect` opens it anew."""
    with _opening:
        store = _stores.pop(url, None)
    if store is not None:
        store.close()


def _own_place() -> str:
    folder = Path(platformdirs.user_data_dir("criteria", appauthor=False))
    with told():
        folder.mkdir(parents=True, exist_ok=True)
    return f"sqlite:///{(folder / 'criteria.db').as_posix()}"


def _opened(address: str) -> Store:
    try:
        url = make_url(address)
    except ArgumentError as error:
        raise StoreError(
            _(
                "{variable} is not the address of a database; write sqlite:///file.db or postgresql://…",
                variable=VARIABLE,
            )
        ) from error
    if url.drivername in ("postgres", "postgresql"):
        url = url.set(drivername="postgresql+psycopg")
    if not url.drivername.startswith(("sqlite", "postgresql")):
        raise StoreError(
            _(
                "{variable} names a database that is not supported; use SQLite or PostgreSQL.",
                variable=VARIABLE,
            )
        )
    with told():
        if url.drivername.startswith("sqlite"):
            engine = create_engine(url, connect_args={"timeout": BUSY_SECONDS})
            event.listen(engine, "connect", _prepared)
            event.listen(engine, "begin", _begin_at_once)
        else:
            engine = create_engine(
                url, pool_pre_ping=True, pool_size=5, max_overflow=5, pool_timeout=BUSY_SECONDS
            )
        upgrade(engine)
        if url.drivername.startswith("sqlite"):
            _watch(engine, url.database or "")
    return Store(engine)


def _prepared(connection: Any, _record: object) -> None:
    """Set a new connection to SQLite up: readers beside one writer, and a save that was acknowledged survives a crash."""
    connection.isolation_level = None  # transactions begin where we say, see below
    for setting in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {setting}")


def _watch(engine: Engine, path: str) -> None:
    """Refuse to work on when the file of the database was deleted or replaced: what is written to it then would be lost."""
    if path in ("", ":memory:") or path.startswith("file:"):
        return
    engine.dispose()  # every connection from here on knows its file
    file = Path(path)

    def opening(*_given: object) -> None:
        file.stat()  # an OSError where there is none: no empty database takes its place

    def opened(_connection: object, record: Any) -> None:
        record.info["file"] = file.stat().st_ino

    def taken(_connection: object, record: Any, _proxy: object) -> None:
        if file.stat().st_ino != record.info["file"]:
            raise DisconnectionError  # the pool opens the one that is there now

    event.listen(engine, "do_connect", opening)
    event.listen(engine, "connect", opened)
    event.listen(engine, "checkout", taken)


def _begin_at_once(connection: Any) -> None:
    """Take the lock when a transaction begins: two writers queue, instead of failing when the second turns to writing."""
    connection.exec_driver_sql("BEGIN IMMEDIATE")
