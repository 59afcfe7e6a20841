"""Who may do what: every function of the store tried on behalf of an editor, a viewer, a stranger and somebody whose sign-in has ended."""

from __future__ import annotations

import inspect
import time
from collections.abc import Callable
from dataclasses import replace

import pytest

from criteria.store import items
from criteria.store.connect import Store
from criteria.store.errors import NotAllowedError, NotKeptError
from criteria.store.rights import ANYBODY, EDITOR, VIEWER, Actor

ED = Actor("strategy", EDITOR, "Ed")
VIEW = Actor("strategy", VIEWER, "Vi")
STRANGER = Actor("strategy", "")
ENDED = replace(ED, until=time.time() - 1)
ELSEWHERE = Actor("finance", EDITOR, "Eva")

LOOKING: dict[str, Callable[[Store, str], object]] = {
    "open_version": lambda store, token: items.open_version(store, "problem", token),
    "history": lambda store, token: items.history(store, token),
    "own": lambda store, _token: items.own(store, "problem", "key"),
    "latest_numbers": lambda store, token: items.latest_numbers(store, [token]),
}
CHANGING: dict[str, Callable[[Store, str], object]] = {
    "keep": lambda store, _token: items.keep(store, "problem", "x", name="x", owner="key"),
    "save": lambda store, token: items.save(store, token, "two", parent=1),
    "rename": lambda store, token: items.rename(store, token, "other", owner="key"),
    "remove": lambda store, token: items.remove(store, token, owner="key"),
}
ACTS = LOOKING | CHANGING


@pytest.fixture
def token(store: Store) -> str:
    return items.keep(store.for_actor(ED), "problem", "one", name="Base case", owner="key").token


def state(store: Store, token: str) -> object:
    shown = store.for_actor(ED)
    return items.history(shown, token), items.own(shown, "problem", "")


def test_every_function_of_the_store_is_tried_here() -> None:
    asking = {
        name
        for name, function in inspect.getmembers(items, inspect.isfunction)
        if "store" in inspect.signature(function).parameters and not name.startswith("_")
    }
    assert asking == set(ACTS)


@pytest.mark.parametrize("act", ACTS)
def test_an_editor_may_do_everything(store: Store, token: str, act: str) -> None:
    ACTS[act](store.for_actor(ED), token)


@pytest.mark.parametrize("act", ACTS)
def test_a_viewer_may_look_and_change_nothing(store: Store, token: str, act: str) -> None:
    before = state(store, token)
    if act in LOOKING:
        assert ACTS[act](store.for_actor(VIEW), token)
    else:
        with pytest.raises(NotAllowedError, match="you may look"):
            ACTS[act](store.for_actor(VIEW), token)
    assert state(store, token) == before


@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize(
    ("actor", "said"), [(STRANGER, "Sign in"), (ENDED, "has ended")], ids=["stranger", "ended"]
)
def test_who_is_not_signed_in_may_do_nothing(
    store: Store, token: str, act: str, actor: Actor, said: str
) -> None:
    before = state(store, token)
    with pytest.raises(NotAllowedError, match=said):
        ACTS[act](store.for_actor(actor), token)
    assert state(store, token) == before


@pytest.mark.parametrize("actor", [ELSEWHERE, ANYBODY], ids=["another workspace", "without sign-in"])
def test_who_is_outside_of_the_workspace_finds_nothing_of_it_whatever_token_they_hold(
    store: Store, token: str, actor: Actor
) -> None:
    before = state(store, token)
    outside = store.for_actor(actor)
    for act in ("open_version", "history", "save", "rename", "remove"):
        with pytest.raises(NotKeptError):
            ACTS[act](outside, token)
    assert items.own(outside, "problem", "key") == ()
    assert items.latest_numbers(outside, [token]) == {}
    assert state(store, token) == before


def test_a_workspace_lists_what_its_people_keep_and_rounds_stay_their_makers(store: Store) -> None:
    ours, other = store.for_actor(ED), store.for_actor(replace(ED, name="Edith"))
    for kind in ("scenario", "round"):
        items.keep(ours, kind, "1", name="of Ed", owner="Ed's key")
        items.keep(other, kind, "2", name="of Edith", owner="Edith's key")
    assert {one.name for one in items.own(ours, "scenario", "Ed's key")} == {"of Ed", "of Edith"}
    assert [one.name for one in items.own(ours, "round", "Ed's key")] == ["of Ed"]
    assert {one.latest.author for one in items.own(ours, "scenario", "")} == {"Ed", "Edith"}


def test_a_viewer_answers_the_questions_whose_link_they_hold(store: Store) -> None:
    asked = items.keep(store.for_actor(ED), "answers", "{}", name="Vi", owner="nobody's").token
    items.save(store.for_actor(VIEW), asked, '{"answered": 1}', parent=1)
    assert items.open_version(store.for_actor(ED), "answers", asked)[2] == '{"answered": 1}'


def test_the_name_of_who_is_signed_in_goes_with_what_they_save_whatever_is_typed(store: Store) -> None:
    kept = items.keep(store.for_actor(ED), "problem", "1", name="x", owner="", author="somebody else")
    assert kept.version.author == "Ed"
    again = items.save(store.for_actor(ED), kept.token, "2", parent=1, author="somebody else")
    assert again.version.author == "Ed"


def test_what_was_kept_before_there_was_sign_in_opens_by_its_token(store: Store) -> None:
    before = items.keep(store, "problem", "one", name="x", owner="key").token
    assert items.open_version(store.for_actor(VIEW), "problem", before)[2] == "one"
    assert items.own(store.for_actor(ED), "problem", "key") == ()
    with pytest.raises(NotAllowedError):
        items.open_version(store.for_actor(STRANGER), "problem", before)
