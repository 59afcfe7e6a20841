"""What is on its way counts, and what is longer than was stated is no whole file."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from own_loop import run_in_own_loop

from criteria.ui.server import uploads
from criteria.ui.server.settings import ServerSettings
from criteria.ui.workspace import Workspace


def door(**limits: int) -> uploads.BoundedUploads:
    async def passed(_scope, _receive, _send) -> None:
        raise AssertionError

    return uploads.BoundedUploads(passed, ServerSettings(**limits), "/")


@pytest.mark.parametrize(
    ("limits", "held", "length", "room"),
    [
        ({}, {}, 10, True),
        ({"uploads": 1}, {"me": (1, 0)}, 10, False),
        ({"uploads": 1}, {"you": (1, 0)}, 10, True),
        ({"upload_bytes": 100}, {"me": (1, 90)}, 10, True),
        ({"upload_bytes": 100}, {"me": (1, 90)}, 11, False),
        ({"upload_bytes_in_all": 100}, {"you": (1, 90)}, 11, False),
    ],
)
def test_room_is_counted_for_each_session_and_for_all(
    limits: dict[str, int],
    held: dict[str, tuple[int, int]],
    length: int,
    room: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(uploads, "held", lambda: held)
    assert door(**limits)._has_room("me", length) is room


def test_what_is_under_way_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uploads, "held", dict)
    one = door(uploads=2, upload_bytes=100)
    one._files_under_way["me"], one._bytes_under_way["me"] = 1, 95
    assert not one._has_room("me", 6)
    assert one._has_room("me", 5)
    one._files_under_way["me"] = 2
    assert not one._has_room("me", 5)


def test_more_than_was_stated_ends_the_upload() -> None:
    async def receive():
        return {"type": "http.request", "body": b"x" * 6, "more_body": True}

    async def heard() -> list[str]:
        bounded = uploads._at_most(receive, 10)
        return [(await bounded())["type"] for _turn in range(2)]

    assert run_in_own_loop(heard()) == ["http.request", "http.disconnect"]


@pytest.mark.parametrize(
    ("claims", "admitted"),
    [
        ({"is_logged_in": True, "email": "ed@example.com"}, True),
        ({"is_logged_in": True, "email": "sam@elsewhere.example"}, False),
        ({"is_logged_in": False}, False),
        ({}, False),
    ],
)
def test_with_sign_in_only_people_of_the_workspace_send_files(
    claims: dict[str, object], admitted: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = SimpleNamespace(_user_info=claims)
    monkeypatch.setattr(
        uploads.runtime, "get_instance", lambda: SimpleNamespace(get_app_session=lambda _id: session)
    )
    space = Workspace("s", frozenset({"ed@example.com"}), frozenset(), 12.0)
    monkeypatch.setattr(uploads, "workspace", lambda: space)
    assert uploads._admitted("one") is admitted
    monkeypatch.setattr(uploads, "workspace", lambda: None)
    assert uploads._admitted("one")
