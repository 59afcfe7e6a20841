"""Whoever of several servers comes first upgrades the database; one of a newer version is left alone."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import text

from criteria.store import items
from criteria.store.connect import connect, forget
from criteria.store.errors import StoreError

ROOT = Path(__file__).parents[2]


def test_a_database_of_a_newer_version_is_left_alone(address: str) -> None:
    store = connect(address)
    with store.engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    forget(address)
    with pytest.raises(StoreError, match="newer version"):
        connect(address)


@pytest.mark.slow
def test_several_servers_may_start_at_once(address: str) -> None:
    line = "import sys; from criteria.store import connect; print(connect(sys.argv[1]).reachable())"
    with ThreadPoolExecutor(3) as pool:
        started = list(
            pool.map(
                lambda _k: subprocess.run(
                    [sys.executable, "-c", line, address],
                    capture_output=True,
                    text=True,
                    cwd=ROOT,
                    check=False,
                ),
                range(3),
            )
        )
    assert [(one.returncode, one.stdout.strip()) for one in started] == [(0, "True")] * 3, started


def test_what_an_older_version_kept_opens_after_the_upgrade(address: str) -> None:
    store = connect(address)
    token = items.keep(store, "problem", "kept long ago", name="x", owner="key").token
    with store.engine.begin() as connection:
        connection.execute(text("DROP INDEX items_of_a_workspace"))
        connection.execute(text("ALTER TABLE items DROP COLUMN workspace"))
        connection.execute(text("UPDATE alembic_version SET version_num = '0001'"))
    forget(address)
    upgraded = connect(address)
    assert items.open_version(upgraded, "problem", token)[2] == "kept long ago"
    assert [one.token for one in items.own(upgraded, "problem", "key")] == [token]
    forget(address)
