"""Problems in the store: opened by their token elsewhere, at the version that a link was made for; and no store at all."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import event
from test_own import opened, own_problem, session

import criteria
from criteria.store.connect import connect, forget
from criteria.ui import kept
from criteria.ui.session import Own


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    address = f"sqlite:///{(tmp_path / 'criteria.db').as_posix()}"
    monkeypatch.setenv("DATABASE_URL", address)
    yield address
    forget(address)


@pytest.fixture
def no_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{(tmp_path / 'missing' / 'criteria.db').as_posix()}")


def changed(one: Own) -> Own:
    problem = one.problem
    leaf, first = problem.leaves[0].id, problem.alternatives[0].id
    from criteria.model.evidence import Performance

    return kept.save(problem.with_performance(first, leaf, Performance(likely=9)), one, author="Ann")


def test_a_link_with_a_token_opens_the_problem_in_another_session(store: str) -> None:
    one = kept.keep(own_problem(2_000), "owner")
    assert kept.is_token(one.token)
    assert one.said == ""
    page = opened(problem=one.token, w="price:70", data=one.problem.fingerprint)
    assert session(page).problem == one.problem
    assert session(page).scenario.importance("price") == 70
    assert session(page).notes == []
    page.run()
    problem = page.query_params["problem"]
    assert problem in (one.token, [one.token])


def test_a_link_opens_the_version_it_was_made_for_and_says_that_there_is_another(store: str) -> None:
    one = kept.keep(own_problem(), "owner")
    newer = changed(one)
    assert newer.version == 2
    page = opened(problem=one.token, data=one.problem.fingerprint)
    assert session(page).problem == one.problem
    assert "version 1 of 2" in session(page).notes[0]
    latest = opened(problem=one.token)
    assert session(latest).problem == newer.problem


def test_two_who_save_at_once_both_keep_their_work_and_are_told(store: str) -> None:
    one = kept.keep(own_problem(), "owner")
    changed(one)
    second = kept.save(own_problem(5), one, author="Bea")
    assert "Ann saved this problem" in second.said
    assert second.version == 3


def test_a_strange_token_is_a_note_and_applies_nothing(store: str) -> None:
    page = opened(problem="x" * 32, w="price:70")
    assert "There is nothing under this link" in session(page).notes[0]
    assert session(page).scenario == session(page).problem.base_scenario()


def test_without_a_store_the_problem_is_ranked_and_the_reason_said(no_store: None) -> None:
    one = kept.keep(own_problem(), "owner")
    assert one.token == ""
    assert "could not be kept" in one.said
    assert "could not be kept: the database cannot be reached. It is ranked" in one.said
    assert "download it, or ask the administrator" in one.said
    assert "Links" not in one.said  # it has none
    page = opened(problem="x" * 32)
    assert not page.exception
    assert "cannot be read now" in session(page).notes[0]


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        ("database or disk is full", "the disk of the database is full"),
        ("attempt to write a readonly database", "the database is read-only"),
        ("unable to open database file", "the database cannot be reached"),
    ],
)
def test_while_the_store_refuses_a_problem_is_used_and_ranked_and_the_reason_said(
    reason: str, said: str, store: str
) -> None:
    def refuse(*_given: object) -> None:
        raise sqlite3.OperationalError(reason)

    engine = connect(store).engine
    event.listen(engine, "do_execute", refuse)
    try:
        one = kept.keep(own_problem(2_000), "owner")
        page = opened(problem="x" * 32)
    finally:
        event.remove(engine, "do_execute", refuse)
    assert said in one.said
    assert "It is ranked all the same" in one.said
    assert criteria.evaluate(one.problem, one.problem.base_scenario(), methods=()).leaders
    assert not page.exception
    assert kept.keep(one.problem, "owner").token  # and once it no longer does, all is well


def test_only_the_form_of_a_token_is_taken_for_one() -> None:
    assert not kept.is_token("automotive-cloud")
    assert not kept.is_token("x" * 31 + "/")


MILLION = """
import json, resource, sys, time
import criteria
from criteria.model.evidence import Performance
from criteria.ui import kept

head = "name," + ",".join(f"C{j}" for j in range(100))
ways = "direction," + ",".join("max" if j % 2 else "min" for j in range(100))
rows = [f"S{i}," + ",".join(f"{(i * 7919 + j * 104729) % 99991 / 1000:.3f}" for j in range(100)) for i in range(10_000)]
text = "\\n".join([head, ways, *rows]).encode()
told, begun, took = [], time.monotonic(), {}

def lap(name):
    global begun
    took[name], begun = round(time.monotonic() - begun, 1), time.monotonic()

problem = criteria.read_table(text, name="million", progress=told.append).problem
lap("read")
first = criteria.evaluate(problem, problem.base_scenario(), methods=())
lap("ranked")
one = kept.keep(problem, "owner")
lap("kept")
leaf, candidate = problem.leaves[1].id, problem.alternatives[int(first.order[-1])].id
edited = problem.with_performance(candidate, leaf, Performance(likely=5000.0, source="offer"))
again = kept.save(edited, one, author="Ann")
lap("edited")
here = kept.opened(one.token)
lap("opened")
then = criteria.evaluate(here.own.problem, here.own.problem.base_scenario(), methods=())
print(json.dumps({"took": took, "progress": len(told), "size": [len(problem.alternatives), len(problem.leaves)], "token": one.token,
    "version": again.version, "same": here.own.problem == edited, "leads": then.alternatives[then.order[0]].id == candidate,
    "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024}))
"""


@pytest.mark.slow
def test_a_million_ratings_are_read_ranked_corrected_and_opened_by_their_token(store: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", MILLION], capture_output=True, text=True, timeout=600, check=True
    )
    told = json.loads(done.stdout.splitlines()[-1])
    print(told)  # what it took, for those who ask
    assert told["size"] == [10_000, 100]
    assert kept.is_token(told["token"])
    assert (told["version"], told["same"], told["leads"]) == (2, True, True)
    assert told["progress"] >= 5
    assert told["took"]["read"] < 240  # seconds; a fraction of it on free cores
    assert told["megabytes"] < 2_500
