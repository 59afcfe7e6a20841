"""Work in chunks that stay in cache, on all cores, the same figures for a seed whatever the number of threads."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from functools import lru_cache
from typing import TypeVar

import numpy as np
from threadpoolctl import ThreadpoolController

from criteria.model.arrays import FloatArray
from criteria.robustness.engine.steps import stepped

Result = TypeVar("Result")
# Where a chunk starts, how many it has, and its own generator, to its result.
Work = Callable[[int, int, np.random.Generator], Result]

CORES = os.cpu_count() or 1


@lru_cache(maxsize=1)
def _algebra() -> ThreadpoolController:
    return ThreadpoolController()


@lru_cache(maxsize=4)
def _pool(threads: int) -> ThreadPoolExecutor:
    return ThreadPoolExecutor(threads, thread_name_prefix="criteria-draws")


def in_chunks(
    total: int, size: int, rng: np.random.Generator, work: Work[Result], *, threads: int | None = None
) -> list[Result]:
    """Return work(start, count, generator) for each chunk of at most `size` of `total`, in order.

    Each chunk has a generator of its own, spawned from `rng`: who computes it makes no difference.
    """
    return list(_worked(total, size, rng, work, threads))


def summed(
    total: int,
    size: int,
    rng: np.random.Generator,
    work: Work[tuple[FloatArray, ...]],
    *,
    threads: int | None = None,
) -> tuple[FloatArray, ...]:
    """Return the sums of the arrays that work(start, count, generator) returns for each chunk, added up in order as they come.

    Only a few chunks' arrays are held at a time, however many draws there are.
    """
    whole: tuple[FloatArray, ...] = ()
    for part in _worked(total, size, rng, work, threads):
        if whole:
            for so_far, more in zip(whole, part, strict=True):
                np.add(so_far, more, out=so_far)
        else:
            whole = tuple(np.array(one, dtype=np.float64) for one in part)
    return whole


def _worked(
    total: int, size: int, rng: np.random.Generator, work: Work[Result], threads: int | None
) -> Iterator[Result]:
    """Yield each chunk's result in order, and tell how many are done."""
    return stepped(_results(total, size, rng, work, threads), -(-total // size))


def _results(
    total: int, size: int, rng: np.random.Generator, work: Work[Result], threads: int | None
) -> Iterator[Result]:
    """Yield each chunk's result in order; at most two chunks for each thread are under way or waiting."""
    starts = range(0, total, size)
    tasks = zip(starts, rng.spawn(len(starts)), strict=True)
    wanted = min(threads or CORES, len(starts))
    # The products are small: threads of the algebra library's own would cost many times what they save.
    with _algebra().limit(limits=1, user_api="blas"):
        if wanted <= 1:
            for start, generator in tasks:
                yield work(start, min(size, total - start), generator)
            return
        waiting: deque[Future[Result]] = deque()
        for start, generator in tasks:
            waiting.append(_pool(wanted).submit(work, start, min(size, total - start), generator))
            if len(waiting) > 2 * wanted:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
