"""A saved scenario opens equal, with its problem where that is one's own, and in every version."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from by_hand import BASE, PROBLEM

from criteria.errors import CriteriaError
from criteria.files.seal import seal
from criteria.store import items
from criteria.ui.saved import history, mine, opened, save_again, save_new

HERE = {PROBLEM.id: PROBLEM}
WHO = {"owner": "key", "note": "as discussed", "author": "Ann"}


@pytest.fixture(autouse=True)
def store(tmp_path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{(tmp_path / 'criteria.db').as_posix()}")


@pytest.mark.parametrize("own", [True, False])
def test_it_opens_equal(own: bool) -> None:
    scenario = BASE.with_importance("price", 44)
    token = save_new(PROBLEM, scenario, name="Board", own=own, **WHO).token
    found = opened(token, {} if own else HERE)
    assert (found.problem, found.scenario, found.name, found.own, found.notes) == (
        PROBLEM,
        scenario,
        "Board",
        own,
        (),
    )
    assert (found.version.author, found.version.note) == ("Ann", "as discussed")


def test_every_version_stays_and_is_opened_by_its_number() -> None:
    token = save_new(PROBLEM, BASE, name="Board", own=False, **WHO).token
    save_again(token, 1, PROBLEM, BASE.with_importance("price", 44), note="", author="Ben", own=False)
    assert [one.scenario.importance("price") for one in history(token, HERE)] == [20, 44]
    assert opened(token, HERE, 1).scenario == BASE


def test_the_seal_is_kept_with_the_version_and_a_changed_one_is_noted() -> None:
    made = seal(PROBLEM, BASE, time=datetime(2026, 11, 27, 9, tzinfo=UTC))
    token = save_new(PROBLEM, BASE, name="Board", own=False, sealed=made, **WHO).token
    save_again(token, 1, PROBLEM, BASE, note="", author="Ben", own=False)
    assert (opened(token, HERE, 1).sealed, opened(token, HERE).sealed) == (made, None)
    changed = replace(made, code="AAAA-BBBB-CCCC-DDDD-EEEE-FFFF")
    (note,) = opened(save_new(PROBLEM, BASE, name="B", own=False, sealed=changed, **WHO).token, HERE).notes
    assert note.startswith("The seal was changed after it was made")


def test_only_ones_own_are_listed_and_searched_by_name_and_note() -> None:
    save_new(PROBLEM, BASE, name="Board", own=False, **WHO)
    save_new(PROBLEM, BASE, name="Workshop", own=False, **(WHO | {"note": "draft"}))
    assert [one.name for one in mine("key", PROBLEM.id)] == ["Workshop", "Board"]
    assert [one.name for one in mine("key", PROBLEM.id, "DISCUSSED")] == ["Board"]
    assert mine("another", PROBLEM.id) == mine("key", "elsewhere") == mine("", PROBLEM.id) == ()


def test_data_that_changed_since_are_noted_and_a_problem_that_is_gone_is_a_sentence() -> None:
    token = save_new(PROBLEM, BASE, name="Board", own=False, **WHO).token
    gates = tuple(replace(gate, hard=False) for gate in PROBLEM.gates)
    assert "saved for other data" in opened(token, {PROBLEM.id: replace(PROBLEM, gates=gates)}).notes[0]
    with pytest.raises(CriteriaError, match="is not here any more"):
        opened(token, {})
    with pytest.raises(CriteriaError, match="not complete"):
        opened("short", HERE)


def test_what_is_no_saved_scenario_is_a_sentence() -> None:
    from criteria.store import connect

    token = items.keep(connect(), "scenario", "{}", name="x", owner="key").token
    with pytest.raises(CriteriaError, match="cannot be read"):
        opened(token, HERE)
