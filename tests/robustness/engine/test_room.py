"""Memory that is used again is one thread's own, in the shape that is asked for, and not kept where it is large."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import numpy as np

from criteria.robustness.engine.room import room_for


def test_the_same_memory_comes_again_in_another_shape_and_type() -> None:
    one = room_for("of a test", (3, 4), np.float64)
    assert (one.shape, one.dtype) == ((3, 4), np.float64)
    other = room_for("of a test", (2, 5), np.bool_)
    assert (other.shape, other.dtype) == ((2, 5), np.bool_)
    assert np.shares_memory(one, other)
    assert not np.shares_memory(room_for("of another test", (3, 4), np.float64), one)


def test_more_room_is_found_where_more_is_needed() -> None:
    few = room_for("of growth", (2,), np.float64)
    many = room_for("of growth", (200,), np.float64)
    assert many.shape == (200,)
    assert not np.shares_memory(few, many)
    assert np.shares_memory(room_for("of growth", (2,), np.float64), many)


def test_each_thread_has_memory_of_its_own() -> None:
    here = room_for("of threads", (5,), np.float64)
    with ThreadPoolExecutor(1) as pool:
        there = pool.submit(room_for, "of threads", (5,), np.float64).result()
    assert not np.shares_memory(here, there)


def test_large_memory_is_not_kept() -> None:
    one = room_for("of much", (2_000_000,), np.float64)
    assert not np.shares_memory(one, room_for("of much", (2_000_000,), np.float64))
