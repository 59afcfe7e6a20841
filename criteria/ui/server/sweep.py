"""Sessions that left are let go in time, with their downloads and uploads, also where nobody else comes.

Streamlit keeps a session for a while after its connection broke, for the browser to come back to; it looks for those whose
time is over only when another session breaks off, and for downloads that nobody holds any more only when a run ends. Garbage is
collected here too, not after each run as Streamlit would: that took longer than many a run.
"""

from __future__ import annotations

import asyncio
import contextlib
import gc
from collections.abc import AsyncIterator
from typing import Any

from streamlit import runtime
from streamlit.runtime.caching.ttl_cache import TTLCache
from streamlit.runtime.memory_session_storage import MemorySessionStorage

from criteria.ui.server.offers import let_go

EVERY = 20.0  # seconds


@contextlib.asynccontextmanager
async def sweeping(_app: object) -> AsyncIterator[dict[str, Any]]:
    """Sweep for as long as the server runs."""
    task = asyncio.create_task(_sweep_for_ever())
    try:
        yield {}
    finally:
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task


async def _sweep_for_ever() -> None:
    while True:
        await asyncio.sleep(EVERY)
        sweep()


def sweep() -> None:
    """Let go of the sessions whose time to come back is over, and of downloads that no session holds: the second time they are seen."""
    manager = runtime.get_instance()._session_mgr
    storage = getattr(manager, "_session_storage", None)
    if isinstance(storage, MemorySessionStorage):
        cache = storage._cache
        assert isinstance(cache, TTLCache)
        cache.expire()
    let_go()
    runtime.get_instance().media_file_mgr.remove_orphaned_files()
    gc.collect()
