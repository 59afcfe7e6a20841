"""A test that awaits something does not depend on what ran before it in the same process."""

from __future__ import annotations

import asyncio

import pytest
from own_loop import run_in_own_loop


async def given(value: int) -> int:
    await asyncio.sleep(0)
    return value


async def refused() -> None:
    raise ValueError("said by the coroutine")


def test_a_coroutine_runs_also_where_a_loop_is_running() -> None:
    async def with_a_loop_around() -> int:
        return run_in_own_loop(given(7))

    assert run_in_own_loop(given(3)) == 3
    assert run_in_own_loop(with_a_loop_around()) == 7


def test_what_the_coroutine_raises_reaches_the_test() -> None:
    with pytest.raises(ValueError, match="said by the coroutine"):
        run_in_own_loop(refused())
