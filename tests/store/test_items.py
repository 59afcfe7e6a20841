"""What is kept: versions are only added, nobody's work is lost, and strangers find nothing; on SQLite and PostgreSQL alike."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, tzinfo

import pytest
from sqlalchemy import text

from criteria.store.connect import Store
from criteria.store.errors import NotKeptError, StoreError
from criteria.store.items import (
    history,
    keep,
    latest_numbers,
    new_token,
    open_version,
    own,
    remove,
    rename,
    save,
)


def kept(store: Store, document: str = "one", *, owner: str = "key of A", name: str = "Base case") -> str:
    return keep(store, "problem", document, name=name, owner=owner, author="A", note="first").token


def test_a_clock_that_goes_back_loses_nothing_and_the_version_saved_last_stays_the_last(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Clock:
        year = 2031

        @classmethod
        def now(cls, zone: tzinfo) -> datetime:
            cls.year -= 1
            return datetime(cls.year, 1, 1, tzinfo=zone)

    monkeypatch.setattr("criteria.store.items.datetime", Clock)
    token = kept(store)
    save(store, token, "two", parent=1)
    save(store, token, "three", parent=2)
    assert [version.number for version in history(store, token)] == [1, 2, 3]
    _item, version, document = open_version(store, "problem", token)
    assert (version.number, version.made.year, document) == (3, 2028, "three")


def test_what_was_kept_opens_again_with_name_author_note_and_time(store: Store) -> None:
    saved = keep(
        store,
        "problem",
        "naïve 日本\n{}",
        name="Base case",
        owner="k",
        author="A",
        note="why",
        fingerprint="ab12cd34",
    )
    item, version, document = open_version(store, "problem", saved.token)
    assert document == "naïve 日本\n{}"
    assert (item.name, item.kind, item.removed) == ("Base case", "problem", False)
    assert (version.number, version.parent, version.author, version.note) == (1, None, "A", "why")
    assert version.fingerprint == "ab12cd34"
    assert version.made == saved.version.made
    assert version.made.utcoffset() is not None


def test_each_save_adds_a_version_and_earlier_ones_open(store: Store) -> None:
    token = kept(store)
    second = save(store, token, "two", parent=1, author="B")
    assert (second.version.number, second.version.parent, second.meanwhile) == (2, 1, ())
    assert open_version(store, "problem", token)[2] == "two"
    assert open_version(store, "problem", token, 1)[2] == "one"
    assert [version.number for version in history(store, token)] == [1, 2]


def test_two_who_save_from_one_version_both_keep_their_work_and_the_second_is_told(store: Store) -> None:
    token = kept(store)
    first = save(store, token, "of B", parent=1, author="B")
    second = save(store, token, "of C", parent=1, author="C")
    assert first.meanwhile == ()
    assert [(version.number, version.author) for version in second.meanwhile] == [(2, "B")]
    assert open_version(store, "problem", token, 2)[2] == "of B"
    assert open_version(store, "problem", token, 3)[2] == "of C"


def test_many_who_save_at_once_lose_nothing(store: Store) -> None:
    token = kept(store)
    with ThreadPoolExecutor(4) as pool:
        saved = list(pool.map(lambda k: save(store, token, f"document {k}", parent=1), range(12)))
    assert sorted(one.version.number for one in saved) == list(range(2, 14))
    for k, one in enumerate(saved):
        assert open_version(store, "problem", token, one.version.number)[2] == f"document {k}"
        assert len(one.meanwhile) == one.version.number - 2


def test_a_stranger_without_the_token_finds_nothing(store: Store) -> None:
    token = kept(store)
    assert len({new_token() for _ in range(1000)}) == 1000
    assert len(token) >= 32
    for guess in ("", token[:-1], token.swapcase(), "%", "' OR 1=1 --", "x" * 10_000):
        with pytest.raises(NotKeptError):
            open_version(store, "problem", guess)
    with pytest.raises(NotKeptError):
        open_version(store, "scenario", token)


def test_a_list_is_only_of_ones_own(store: Store) -> None:
    mine, theirs = kept(store, owner="mine"), kept(store, owner="theirs")
    assert [item.token for item in own(store, "problem", "mine")] == [mine]
    assert [item.token for item in own(store, "problem", "theirs")] == [theirs]
    assert own(store, "scenario", "mine") == ()
    keep(store, "problem", "x", name="nobody's", owner="")
    assert own(store, "problem", "") == ()
    with pytest.raises(NotKeptError):
        rename(store, theirs, "taken", owner="mine")
    with pytest.raises(NotKeptError):
        remove(store, theirs, owner="mine")


def test_scenarios_are_listed_for_their_problem_latest_first(store: Store) -> None:
    first = keep(store, "scenario", "1", name="a", owner="k", about="case").token
    second = keep(store, "scenario", "2", name="b", owner="k", about="case").token
    keep(store, "scenario", "3", name="c", owner="k", about="other")
    save(store, first, "1b", parent=1)
    assert [item.token for item in own(store, "scenario", "k", about="case")] == [first, second]


def test_what_was_removed_comes_back_with_all_versions(store: Store) -> None:
    token = kept(store)
    save(store, token, "two", parent=1)
    remove(store, token, owner="key of A")
    assert own(store, "problem", "key of A") == ()
    with pytest.raises(NotKeptError):
        open_version(store, "problem", token)
    remove(store, token, owner="key of A", removed=False)
    rename(store, token, "  Renamed\u202e ", owner="key of A")
    item, version, document = open_version(store, "problem", token)
    assert (item.name, version.number, document) == ("Renamed", 2, "two")


def test_a_version_that_does_not_exist_is_a_sentence(store: Store) -> None:
    token = kept(store)
    with pytest.raises(NotKeptError, match="no version 7"):
        open_version(store, "problem", token, 7)
    with pytest.raises(StoreError, match="no version 7"):
        save(store, token, "x", parent=7)


def test_the_latest_numbers_of_several_are_told_at_once_and_of_nothing_that_was_removed(store: Store) -> None:
    one, two, gone = kept(store), kept(store), kept(store)
    save(store, one, "two", parent=1)
    save(store, one, "three", parent=2)
    remove(store, gone, owner="key of A")
    assert latest_numbers(store, [one, two, gone, new_token()]) == {one: 3, two: 1}
    assert latest_numbers(store, []) == {}


def test_a_document_changed_outside_is_noticed(store: Store) -> None:
    token = kept(store)
    with store.engine.begin() as connection:
        connection.execute(text("UPDATE versions SET document = 'forged'"))
    with pytest.raises(StoreError, match="changed outside"):
        open_version(store, "problem", token)


def test_the_key_of_an_owner_is_not_in_the_database(store: Store) -> None:
    kept(store, owner="very secret key")
    with store.engine.begin() as connection:
        rows = [str(row) for row in connection.execute(text("SELECT * FROM items")).all()]
    assert rows
    assert not any("very secret key" in row for row in rows)


def test_a_version_can_be_made_from_the_latest_whatever_was_saved_meanwhile(store: Store) -> None:
    token = kept(store, "0")
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda _k: save(store, token, lambda latest: str(int(latest) + 1), parent=1), range(8)))
    assert open_version(store, "problem", token)[2] == "8"
