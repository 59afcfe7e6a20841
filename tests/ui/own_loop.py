"""A coroutine run to its end from a test, whatever else runs in the test's thread."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

T = TypeVar("T")


def run_in_own_loop(work: Coroutine[Any, Any, T]) -> T:
    """Return what `work` returns, from a thread with an event loop of its own.

    A browser driven by Playwright keeps a loop running in the thread of the tests until the session ends, and
    `asyncio.run` refuses a thread that has one. Raises what `work` raises.
    """
    with ThreadPoolExecutor(max_workers=1) as thread:
        return thread.submit(asyncio.run, work).result()
