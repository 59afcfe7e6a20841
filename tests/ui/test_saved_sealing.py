"""While the choices of a saved scenario are being sealed its link says so, whoever saves meanwhile, until they are sealed or left."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from by_hand import BASE, PROBLEM

from criteria.files.seal import seal
from criteria.store import StoreError
from criteria.ui.saved import history, opened, save_again, save_new
from criteria.ui.saved_sealing import begin, end_with, leave

HERE = {PROBLEM.id: PROBLEM}


@pytest.fixture
def token(tmp_path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{(tmp_path / 'criteria.db').as_posix()}")
    scenario = BASE.with_importance("price", 44)
    return save_new(PROBLEM, scenario, owner="key", name="Board", note="", author="", own=True).token


def test_every_version_is_hidden_while_sealing_is_under_way(token: str) -> None:
    assert not opened(token, HERE).sealing
    assert begin(token, author="Ann") == begin(token, author="Ben") == 2
    save_again(token, 1, PROBLEM, BASE, note="", author="Cem", own=True)  # who had it open before
    assert [one.sealing for one in history(token, HERE)] == [True, True, True]
    assert opened(token, HERE, 1).sealing
    assert [one.version.author for one in history(token, HERE)] == ["", "Ann", "Cem"]


def test_what_is_sealed_is_saved_with_its_seal_and_shown_again(token: str) -> None:
    begin(token, author="")
    chosen = BASE.with_importance("price", 60)
    made = seal(PROBLEM, chosen, time=datetime(2026, 11, 28, tzinfo=UTC))
    assert end_with(token, PROBLEM, chosen, made, author="Ann") == 3
    last = opened(token, {})
    assert (last.sealing, last.scenario, last.sealed, last.own) == (False, chosen, made, True)
    assert made.code in last.version.note
    with pytest.raises(StoreError, match="has ended already"):
        end_with(token, PROBLEM, chosen, made, author="")
    assert opened(token, HERE).version.number == 3


def test_a_seal_of_other_data_is_not_saved_with_it(token: str) -> None:
    begin(token, author="")
    other = replace(PROBLEM, gates=())
    made = seal(other, BASE, time=datetime(2026, 11, 28, tzinfo=UTC))
    with pytest.raises(StoreError, match="other data"):
        end_with(token, other, BASE, made, author="")
    assert opened(token, HERE).sealing


def test_only_who_saved_it_ends_the_sealing_for_everybody(token: str) -> None:
    assert leave(token, owner="key", author="") is None  # none is under way
    begin(token, author="")
    assert leave(token, owner="another", author="") is None
    assert opened(token, HERE).sealing
    assert leave(token, owner="key", author="") == 3
    last = opened(token, HERE)
    assert (last.sealing, last.sealed, last.scenario.importance("price")) == (False, None, 44)
