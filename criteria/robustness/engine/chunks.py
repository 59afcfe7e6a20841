"""Work in chunks that stay in cache, on all cores or on a cluster, the same figures for a seed wherever they are computed."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from functools import lru_cache
from itertools import groupby
from typing import TypeVar

import numpy as np

from criteria.model.arrays import FloatArray
from criteria.robustness.engine import cluster
from criteria.robustness.engine.steps import stepped
from criteria.scaling.algebra import one_thread

Result = TypeVar("Result")
# Where a chunk starts, how many it has, and its own generator, to its result.
Work = Callable[[int, int, np.random.Generator], Result]
Task = tuple[int, int, np.random.Generator]

CORES = os.cpu_count() or 1
_RUN = 32  # chunks that are added up together; one task of a cluster


@lru_cache(maxsize=4)
def _pool(threads: int) -> ThreadPoolExecutor:
    return ThreadPoolExecutor(threads, thread_name_prefix="criteria-draws")


def in_chunks(
    total: int, size: int, rng: np.random.Generator, work: Work[Result], *, threads: int | None = None
) -> list[Result]:
    """Return work(start, count, generator) for each chunk of at most `size` of `total`, in order.

    Each chunk has a generator of its own, spawned from `rng`: who computes it makes no difference.
    """
    tasks = _tasks(total, size, rng)
    if _goes_out(tasks):
        runs = _runs(tasks)
        return [one for run in stepped(cluster.results(_run, work, runs), len(runs)) for one in run]
    return list(stepped(_results(tasks, work, threads), len(tasks)))


def summed(
    total: int,
    size: int,
    rng: np.random.Generator,
    work: Work[tuple[FloatArray, ...]],
    *,
    threads: int | None = None,
) -> tuple[FloatArray, ...]:
    """Return the sums of the arrays that work(start, count, generator) returns for each chunk, added up in order as they come.

    Chunks are added up in runs of so many, and the sums of the runs then, wherever that is done: the last digit of a sum depends on
    the order. Only a few chunks' arrays are held at a time, however many draws there are.
    """
    tasks = _tasks(total, size, rng)
    if _goes_out(tasks):
        runs = _runs(tasks)
        return _added(stepped(cluster.results(_sum_of_run, work, runs), len(runs)))
    numbered = enumerate(stepped(_results(tasks, work, threads), len(tasks)))
    runs_here = groupby(numbered, key=lambda one: one[0] // _RUN)
    return _added(_added(part for _number, part in run) for _position, run in runs_here)


def _tasks(total: int, size: int, rng: np.random.Generator) -> list[Task]:
    """Return where each chunk starts, how many it has, and its generator."""
    starts = range(0, total, size)
    return [
        (start, min(size, total - start), stream)
        for start, stream in zip(starts, rng.spawn(len(starts)), strict=True)
    ]


def _runs(tasks: list[Task]) -> list[list[Task]]:
    return [tasks[first : first + _RUN] for first in range(0, len(tasks), _RUN)]


def _goes_out(tasks: list[Task]) -> bool:
    """Return whether the chunks are computed by a cluster: what is one run alone is not worth the way."""
    return len(tasks) > _RUN and cluster.is_used()


def _run(work: Work[Result], run: list[Task]) -> list[Result]:
    with one_thread():
        return [work(*task) for task in run]


def _sum_of_run(work: Work[tuple[FloatArray, ...]], run: list[Task]) -> tuple[FloatArray, ...]:
    with one_thread():
        return _added(work(*task) for task in run)


def _added(parts: Iterable[tuple[FloatArray, ...]]) -> tuple[FloatArray, ...]:
    """Return the sums of arrays, added up in order."""
    whole: tuple[FloatArray, ...] = ()
    for part in parts:
        if whole:
            for so_far, more in zip(whole, part, strict=True):
                np.add(so_far, more, out=so_far)
        else:
            whole = tuple(np.array(one, dtype=np.float64) for one in part)
    return whole


def _results(tasks: list[Task], work: Work[Result], threads: int | None) -> Iterator[Result]:
    """Yield each chunk's result in order; at most two chunks for each thread are under way or waiting."""
    wanted = min(threads or CORES, len(tasks))
    with one_thread():
        if wanted <= 1:
            for task in tasks:
                yield work(*task)
            return
        waiting: deque[Future[Result]] = deque()
        for task in tasks:
            waiting.append(_pool(wanted).submit(work, *task))
            if len(waiting) > 2 * wanted:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
