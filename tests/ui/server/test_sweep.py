"""Sessions whose time to come back is over are let go, with nobody else there."""

from __future__ import annotations

import gc
import tomllib
import weakref
from pathlib import Path
from types import SimpleNamespace

import pytest
from streamlit import runtime
from streamlit.runtime.media_file_manager import MediaFileManager
from streamlit.runtime.media_file_storage import MediaFileStorageError
from streamlit.runtime.memory_media_file_storage import MemoryMediaFileStorage
from streamlit.runtime.memory_session_storage import MemorySessionStorage

from criteria.ui.server.sweep import sweep

ROOT = Path(__file__).parents[3]


class Holder:
    itself: Holder


def test_a_session_whose_time_is_over_is_let_go(monkeypatch: pytest.MonkeyPatch) -> None:
    storage = MemorySessionStorage(ttl_seconds=0)
    storage.save(SimpleNamespace(session=SimpleNamespace(id="one")))  # type: ignore[arg-type]
    manager = SimpleNamespace(_session_storage=storage)
    downloads = MediaFileManager(MemoryMediaFileStorage("/media"))
    monkeypatch.setattr(
        runtime, "get_instance", lambda: SimpleNamespace(_session_mgr=manager, media_file_mgr=downloads)
    )
    assert dict.__len__(_entries(storage)) == 1
    sweep()
    assert dict.__len__(_entries(storage)) == 0


def test_a_download_goes_when_it_was_seen_twice_without_a_session(monkeypatch: pytest.MonkeyPatch) -> None:
    storage = MemoryMediaFileStorage("/media")
    downloads = MediaFileManager(storage)
    manager = SimpleNamespace(_session_storage=None)
    monkeypatch.setattr(
        runtime, "get_instance", lambda: SimpleNamespace(_session_mgr=manager, media_file_mgr=downloads)
    )
    offer = downloads.add_deferred(lambda: b"a,b", "text/csv", "place", "a.csv")
    file = downloads.execute_deferred(offer).rpartition("/")[2]
    sweep()
    assert storage.get_file(file).content == b"a,b"  # the browser may be about to fetch it
    sweep()
    with pytest.raises(MediaFileStorageError):
        storage.get_file(file)
    downloads.execute_deferred(offer)  # the session is still there, and may ask for it again
    downloads.clear_session_refs()
    sweep()
    with pytest.raises(MediaFileStorageError):
        downloads.execute_deferred(offer)


def test_garbage_that_holds_itself_is_collected(monkeypatch: pytest.MonkeyPatch) -> None:
    instance = SimpleNamespace(
        _session_mgr=SimpleNamespace(_session_storage=None),
        media_file_mgr=MediaFileManager(MemoryMediaFileStorage("/media")),
    )
    monkeypatch.setattr(runtime, "get_instance", lambda: instance)
    gc.disable()
    try:
        one = Holder()
        one.itself = one
        held = weakref.ref(one)
        del one
        assert held() is not None
        sweep()
        assert held() is None
    finally:
        gc.enable()


def test_streamlit_collects_no_garbage_after_each_run() -> None:
    settings = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    assert settings["runner"]["postScriptGC"] is False
    assert settings["global"]["maxCachedMessageAge"] >= 10  # see the comment there


def test_a_session_waits_for_its_browser_for_longer_than_a_break_of_five_minutes() -> None:
    settings = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    # The browser asks every half a minute whether the server is back.
    assert settings["server"]["disconnectedSessionTTL"] >= 300 + 60


def _entries(storage: MemorySessionStorage) -> dict[str, object]:
    held = [value for value in vars(storage._cache).values() if isinstance(value, dict)]
    return max(held, key=len)
