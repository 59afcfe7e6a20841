"""Work in chunks that stay in cache, on all cores or on a cluster, the same figures for a seed wherever they are computed."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
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
# Where a chunk starts, how many it has, and its own generator.
Chunk = tuple[int, int, np.random.Generator]
Batch = Sequence[Chunk]
# What is computed of one chunk, and of several that are computed together.
Work = Callable[[int, int, np.random.Generator], Result]
BatchWork = Callable[[Batch], Result]
Sums = tuple[FloatArray, ...]

CORES = os.cpu_count() or 1
_RUN = 32  # chunks that are added up together at most; one task of a cluster


@lru_cache(maxsize=4)
def _pool(threads: int) -> ThreadPoolExecutor:
    return ThreadPoolExecutor(threads, thread_name_prefix="criteria-draws")


def in_chunks(
    total: int, size: int, rng: np.random.Generator, work: Work[Result], *, threads: int | None = None
) -> list[Result]:
    """Return work(start, count, generator) for each chunk of at most `size` of `total`, in order.

    Each chunk has a generator of its own, spawned from `rng`: who computes it makes no difference.
    """
    tasks = _batches(_chunks(total, size, rng), 1)
    one_by_one = _of_one(work)
    if _goes_out(tasks, _RUN):
        runs = _runs(tasks, _RUN)
        return [one for run in stepped(cluster.results(_run, one_by_one, runs), len(runs)) for one in run]
    return list(stepped(_results(tasks, one_by_one, threads), len(tasks)))


def summed(
    total: int, size: int, rng: np.random.Generator, work: Work[Sums], *, threads: int | None = None
) -> Sums:
    """Return the sums of the arrays that work(start, count, generator) returns for each chunk, added up in order as they come.

    Only a few chunks' arrays are held at a time, however many draws there are.
    """
    return summed_in_batches(total, size, 1, rng, _of_one(work), threads=threads)


def summed_in_batches(
    total: int,
    size: int,
    together: int,
    rng: np.random.Generator,
    work: BatchWork[Sums],
    *,
    threads: int | None = None,
) -> Sums:
    """Return the sums of the arrays that work(chunks) returns for up to so many chunks together, added up in order as they come.

    Chunks that are computed together share the steps between which threads wait for each other. Batches are added up in runs, and the
    sums of the runs then, wherever that is done: the last digit of a sum depends on the order. Neither depends on the number of threads.
    """
    tasks = _batches(_chunks(total, size, rng), together)
    each = max(1, _RUN // together)
    if _goes_out(tasks, each):
        runs = _runs(tasks, each)
        return _added(stepped(cluster.results(_sum_of_run, work, runs), len(runs)))
    numbered = enumerate(stepped(_results(tasks, work, threads), len(tasks)))
    runs_here = groupby(numbered, key=lambda one: one[0] // each)
    return _added(_added(part for _number, part in run) for _position, run in runs_here)


def _of_one(work: Work[Result]) -> BatchWork[Result]:
    """Return the work on a batch of one chunk."""
    return lambda batch: work(*batch[0])


def _chunks(total: int, size: int, rng: np.random.Generator) -> list[Chunk]:
    starts = range(0, total, size)
    return [
        (start, min(size, total - start), stream)
        for start, stream in zip(starts, rng.spawn(len(starts)), strict=True)
    ]


def _batches(chunks: list[Chunk], together: int) -> list[Batch]:
    """Return the chunks in batches that differ by one at most, an even number of them unless there is one chunk: two cores share them."""
    count = min(len(chunks), 2 * -(-len(chunks) // (2 * together)))
    ends = [len(chunks) * place // count for place in range(1, count + 1)]
    return [chunks[begin:end] for begin, end in zip([0, *ends], ends, strict=False)]


def _runs(tasks: list[Batch], each: int) -> list[list[Batch]]:
    return [tasks[first : first + each] for first in range(0, len(tasks), each)]


def _goes_out(tasks: list[Batch], each: int) -> bool:
    """Return whether the batches are computed by a cluster: what is one run alone is not worth the way."""
    return len(tasks) > each and cluster.is_used()


def _run(work: BatchWork[Result], run: list[Batch]) -> list[Result]:
    with one_thread():
        return [work(task) for task in run]


def _sum_of_run(work: BatchWork[Sums], run: list[Batch]) -> Sums:
    with one_thread():
        return _added(work(task) for task in run)


def _added(parts: Iterable[Sums]) -> Sums:
    """Return the sums of arrays, added up in order."""
    whole: Sums = ()
    for part in parts:
        if whole:
            for so_far, more in zip(whole, part, strict=True):
                np.add(so_far, more, out=so_far)
        else:
            whole = tuple(np.array(one, dtype=np.float64) for one in part)
    return whole


def _results(tasks: list[Batch], work: BatchWork[Result], threads: int | None) -> Iterator[Result]:
    """Yield each batch's result in order; at most two batches for each thread are under way or waiting."""
    wanted = min(threads or CORES, len(tasks))
    with one_thread():
        if wanted <= 1:
            for task in tasks:
                yield work(task)
            return
        waiting: deque[Future[Result]] = deque()
        for task in tasks:
            waiting.append(_pool(wanted).submit(work, task))
            if len(waiting) > 2 * wanted:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
