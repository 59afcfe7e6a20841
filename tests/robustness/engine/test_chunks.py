"""Chunks cover everything once, in order, and the number of threads changes nothing."""

from __future__ import annotations

import numpy as np
import pytest

from criteria.robustness.engine import chunks
from criteria.robustness.engine.chunks import Batch, in_chunks, summed, summed_in_batches
from criteria.robustness.engine.steps import heard_by


@pytest.mark.parametrize(("total", "size"), [(10, 3), (10, 10), (3, 10), (12, 4)])
def test_chunks_cover_the_whole_once_and_in_order(total: int, size: int) -> None:
    parts = in_chunks(
        total, size, np.random.default_rng(1), lambda start, count, _rng: (start, count), threads=2
    )
    assert [i for start, count in parts for i in range(start, start + count)] == list(range(total))
    assert max(count for _start, count in parts) <= size


def test_sums_do_not_depend_on_the_number_of_threads() -> None:
    def drawn(threads: int) -> np.ndarray:
        work = lambda _start, count, rng: (rng.random((count, 3)).sum(axis=0),)  # noqa: E731
        return summed(1_000, 64, np.random.default_rng(5), work, threads=threads)[0]

    assert np.array_equal(drawn(1), drawn(2))
    assert np.array_equal(drawn(1), drawn(4))
    assert drawn(1) == pytest.approx([500, 500, 500], abs=40)


def test_what_fails_in_a_chunk_fails_for_the_caller() -> None:
    def failing(_start: int, _count: int, _rng: np.random.Generator) -> tuple[np.ndarray, ...]:
        raise ArithmeticError("in a chunk")

    with pytest.raises(ArithmeticError, match="in a chunk"):
        summed(10, 2, np.random.default_rng(1), failing, threads=2)


def test_sums_are_added_up_run_by_run_to_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chunks, "_RUN", 3)
    given = np.random.default_rng(2).random(10)
    told: list[float] = []
    with heard_by(told.append):
        (found,) = summed(10, 1, np.random.default_rng(5), lambda start, _count, _rng: (given[[start]],))
    runs = [given[first : first + 3] for first in (0, 3, 6, 9)]
    expected = 0.0
    for run in runs:
        of_run = run[0]
        for one in run[1:]:
            of_run = of_run + one
        expected = expected + of_run
    assert found[0] == expected  # in this order, to the last digit
    assert told[-1] == 1.0


@pytest.mark.parametrize("threads", [1, 2, 3])
@pytest.mark.parametrize("chunks_in_all", [1, 2, 5, 8, 17, 100])
def test_batches_hold_every_chunk_once_in_order_with_its_own_generator(
    chunks_in_all: int, threads: int
) -> None:
    total, most = 10 * chunks_in_all - 3, 4
    sizes = []

    def work(batch: Batch) -> tuple[np.ndarray, ...]:
        sizes.append(len(batch))
        found = np.zeros((total, 2))
        for start, count, stream in batch:
            found[start : start + count] = np.column_stack([np.ones(count), stream.random(count)])
        return (found,)

    (found,) = summed_in_batches(total, 10, most, np.random.default_rng(7), work, threads=threads)
    assert found[:, 0].tolist() == [1] * total
    drawn = in_chunks(total, 10, np.random.default_rng(7), lambda _start, count, stream: stream.random(count))
    assert np.array_equal(found[:, 1], np.concatenate(drawn))
    assert sum(sizes) == chunks_in_all
    assert max(sizes) <= most
    # Two threads have as much to do as each other, up to a chunk of each batch.
    assert chunks_in_all == 1 or len(sizes) % 2 == 0
    assert max(sizes) - min(sizes) <= 1


def test_one_chunk_and_none_are_no_more_work_than_that() -> None:
    found = summed_in_batches(3, 10, 8, np.random.default_rng(1), lambda batch: (np.array([len(batch)]),))
    assert found[0].tolist() == [1]
    assert in_chunks(0, 10, np.random.default_rng(1), lambda *_given: 1) == []
    assert summed(0, 10, np.random.default_rng(1), lambda *_given: (np.ones(1),)) == ()
