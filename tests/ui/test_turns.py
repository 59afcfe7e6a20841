"""Who computes when many runs want to: urgent ones first, then in the order in which they came, and nobody for ever."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from threading import Event, Thread

import pytest

from criteria.ui import turns


@pytest.fixture(autouse=True)
def one_place(monkeypatch: pytest.MonkeyPatch) -> Iterator[turns.Turns]:
    """One place, which nobody loses for being slow."""
    mine = turns.Turns(1)
    monkeypatch.setattr(turns, "_turns", mine)
    monkeypatch.setattr(turns, "LONG", 60.0)
    yield mine
    assert not mine._taken
    assert not mine._waiting


def begun(work: Callable[[], None]) -> Thread:
    thread = Thread(target=work, daemon=True)
    thread.start()
    return thread


def noting(done: list[str], name: str, urgency: int = turns.FIRST) -> Thread:
    """Begin a run that does no more than to say that it had its turn."""

    def work() -> None:
        with turns.turn(urgency):
            done.append(name)

    return begun(work)


def waiting(mine: turns.Turns, many: int) -> None:
    """Return once so many runs wait."""
    for _attempt in range(10_000):
        if len(mine._waiting) == many:
            return
        Event().wait(0.001)
    raise AssertionError(f"{len(mine._waiting)} wait, not {many}")


def test_urgent_ones_go_first_and_the_others_in_the_order_in_which_they_came(one_place: turns.Turns) -> None:
    done: list[str] = []
    with turns.turn():
        threads = []
        for place, (name, urgency) in enumerate(
            [
                ("page", turns.LATER),
                ("move", turns.FIRST),
                ("other page", turns.LATER),
                ("other move", turns.FIRST),
            ]
        ):
            threads.append(noting(done, name, urgency))
            waiting(one_place, place + 1)
    for thread in threads:
        thread.join(30)
    assert done == ["move", "other move", "page", "other page"]


def test_a_page_lets_a_move_pass_and_a_move_does_not_let_another_pass(one_place: turns.Turns) -> None:
    done: list[str] = []
    with turns.turn():
        thread = noting(done, "move")
        waiting(one_place, 1)
        turns.let_urgent_pass()
        done.append("page")
    thread.join(30)
    with turns.turn(turns.FIRST):
        thread = noting(done, "move")
        waiting(one_place, 1)
        turns.let_urgent_pass()
        done.append("first move")
    thread.join(30)
    assert done == ["move", "page", "first move", "move"]


def test_what_follows_from_a_move_is_less_urgent_than_the_first_of_another(one_place: turns.Turns) -> None:
    done: list[str] = []
    with turns.turn(turns.FIRST):
        thread = noting(done, "bars of the other")
        waiting(one_place, 1)
        done.append("bars")
        turns.rest_for(0.0)
        done.append("headline")
        third = noting(done, "bars of the other")
        waiting(one_place, 1)
        turns.let_urgent_pass()
        done.append("table")
    thread.join(30)
    third.join(30)
    assert done == ["bars", "bars of the other", "headline", "bars of the other", "table"]


def test_who_waits_for_long_goes_before_whoever_is_urgent_and_came_later(
    one_place: turns.Turns, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(turns, "PATIENCE", 0.02)
    done: list[str] = []
    with turns.turn():
        page = noting(done, "page", turns.LATER)
        waiting(one_place, 1)
        Event().wait(0.05)
        move = noting(done, "move")
        waiting(one_place, 2)
        turns.let_urgent_pass()  # both are due after this one, which began before them
        done.append("mine")
    page.join(30)
    move.join(30)
    assert done == ["mine", "page", "move"]


def test_a_run_that_waits_for_a_worker_leaves_its_place_and_never_waits_to_go_on(
    one_place: turns.Turns,
) -> None:
    held, free = Event(), Event()

    def other() -> None:
        with turns.turn():
            held.set()
            free.wait(30)

    with turns.turn():
        with turns.given_back():
            thread = begun(other)
            assert held.wait(30)  # the other has the place meanwhile
        assert len(one_place._taken) == 2  # back at once, though the other still computes
    free.set()
    thread.join(30)


def test_who_computes_for_long_no_longer_holds_up_the_others(
    one_place: turns.Turns, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(turns, "LONG", 0.01)
    done: list[str] = []
    with turns.turn():
        noting(done, "move").join(30)
        assert done == ["move"]


def test_an_error_gives_the_place_back_and_a_turn_inside_of_a_turn_takes_none(one_place: turns.Turns) -> None:
    def fails() -> None:
        with turns.turn():
            with turns.turn(turns.FIRST):
                assert len(one_place._taken) == 1
            raise KeyError

    with pytest.raises(KeyError):
        fails()
    with turns.turn():
        pass
