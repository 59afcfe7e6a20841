"""Errors of a database in words for the person who was about to save."""

from __future__ import annotations

import pytest
from sqlalchemy.exc import OperationalError

from criteria.store.errors import StoreError, told


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        ("attempt to write a readonly database", "read-only"),
        ("database or disk is full", "disk of the database is full"),
        ("could not extend file: No space left on device", "disk of the database is full"),
        ("database is locked", "Save again in a moment"),
        ("connection to server at 127.0.0.1 failed: Connection refused", "cannot be reached"),
        ("database disk image is malformed", "is damaged"),
        ("disk I/O error", "over its limit or failing"),
        ("something new\nwith details", "refused (something new)"),
    ],
)
def test_each_kind_of_failure_says_what_to_do(reason: str, said: str) -> None:
    with pytest.raises(StoreError) as found, told():
        raise OperationalError("INSERT", {"document": "secret"}, Exception(reason))
    assert said in str(found.value)
    assert "secret" not in str(found.value)
    assert "Nothing was saved" in str(found.value)
    told_apart = bool(found.value.cause) and bool(found.value.todo)
    assert told_apart == ("locked" not in reason)  # a busy database needs no help
    assert found.value.cause in str(found.value)
    assert found.value.todo in str(found.value)


def test_an_error_of_the_file_system_is_told_too() -> None:
    with pytest.raises(StoreError, match="read-only"), told():
        raise PermissionError(13, "Permission denied")
