"""Work in chunks that stay in cache, on all cores, the same figures for a seed whatever the number of threads."""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from typing import TypeVar

import numpy as np
from threadpoolctl import ThreadpoolController

Result = TypeVar("Result")

CORES = os.cpu_count() or 1


@lru_cache(maxsize=1)
def _algebra() -> ThreadpoolController:
    return ThreadpoolController()


@lru_cache(maxsize=4)
def _pool(threads: int) -> ThreadPoolExecutor:
    return ThreadPoolExecutor(threads, thread_name_prefix="criteria-draws")


def in_chunks(
    total: int,
    size: int,
    rng: np.random.Generator,
    work: Callable[[int, int, np.random.Generator], Result],
    *,
    threads: int | None = None,
) -> list[Result]:
    """Return work(start, count, generator) for each chunk of at most `size` of `total`, in order.

    Each chunk has a generator of its own, spawned from `rng`: who computes it makes no difference.
    """
    starts = range(0, total, size)
    tasks = [
        (start, min(size, total - start), generator)
        for start, generator in zip(starts, rng.spawn(len(starts)), strict=True)
    ]
    wanted = min(threads or CORES, len(tasks))
    # The products are small: threads of the algebra library's own would cost many times what they save.
    with _algebra().limit(limits=1, user_api="blas"):
        if wanted <= 1:
            return [work(*task) for task in tasks]
        return list(_pool(wanted).map(lambda task: work(*task), tasks))
