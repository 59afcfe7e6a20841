"""Sessions whose time to come back is over are let go, with nobody else there."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from streamlit import runtime
from streamlit.runtime.memory_session_storage import MemorySessionStorage

from criteria.ui.server.sweep import sweep


def test_a_session_whose_time_is_over_is_let_go(monkeypatch: pytest.MonkeyPatch) -> None:
    storage = MemorySessionStorage(ttl_seconds=0)
    storage.save(SimpleNamespace(session=SimpleNamespace(id="one")))  # type: ignore[arg-type]
    manager = SimpleNamespace(_session_storage=storage)
    monkeypatch.setattr(runtime, "get_instance", lambda: SimpleNamespace(_session_mgr=manager))
    assert dict.__len__(_entries(storage)) == 1
    sweep()
    assert dict.__len__(_entries(storage)) == 0


def _entries(storage: MemorySessionStorage) -> dict[str, object]:
    held = [value for value in vars(storage._cache).values() if isinstance(value, dict)]
    return max(held, key=len)
