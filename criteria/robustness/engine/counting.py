"""Counting draws: how often each alternative has each rank, and is ahead of each other, with ties shared."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from criteria.model.arrays import BoolArray, FloatArray, IntArray
from criteria.ranking.competition import TIE
from criteria.robustness.engine.firsts import Firsts, alone, shared
from criteria.robustness.engine.room import room_for

# Numbers of draws or of alternatives, in a type that holds them; with shares of ties they are floats.
CountArray = NDArray[Any]

_ROWS, _COLUMNS = 16, 400  # of a block of pairs that are compared in one step
_SINGLE = 16  # draws with ties up to which each is looked at by itself
_SPARSE = 8  # times as many alternatives as draws, beyond which most pairs of an alternative and a rank have no draw
_COMPARED = 2_000_000  # comparisons in one step, each a byte
FEW = 64  # alternatives up to which comparing columns is faster than sorting rows
_STEPS = 0.999 / TIE  # of a rough comparison, between 0 and the largest score
_EACH_RANK = 24  # alternatives up to which asking for each rank is faster than sorting draws into them


def counted(values: FloatArray, leader: int | None = None) -> tuple[CountArray, CountArray, Firsts]:
    """Return how often each alternative has each rank (m, m), is ahead of each other (m, m), and who is first in each draw.

    values: (k, m), more is better; beyond 64 alternatives k may be up to 65,535, and m up to 32,767.  leader: of many alternatives, who
    alone is compared with the others: their number of pairs would take most of the time. The second part is then how often it is
    ahead of each, (1, m).
    """
    if values.shape[1] <= FEW:
        return _by_columns(values)
    return _by_order(values, leader)


def _by_order(values: FloatArray, leader: int | None) -> tuple[CountArray, CountArray, Firsts]:
    """Return the same for many alternatives: ranks come from sorting, and pairs are compared by rank, in numbers a quarter the size."""
    k, m = values.shape
    order = np.argsort(values, axis=1)[:, ::-1]
    scores = np.take_along_axis(values, order, axis=1)
    tie = TIE * np.maximum(1.0, np.maximum(scores[:, 0], -scores[:, -1]))
    apart = np.all(scores[:, :-1] > scores[:, 1:] + tie[:, np.newaxis], axis=1)  # nobody ties with anybody
    order = order[apart]
    ahead = np.empty(order.shape, dtype=np.int16)
    np.put_along_axis(ahead, order, np.arange(m, dtype=np.int16)[np.newaxis], axis=1)
    if leader is None:
        wins = _wins_by_rank(ahead)
    else:
        wins = np.count_nonzero(ahead[:, [leader]] < ahead, axis=0)[np.newaxis].astype(np.uint16)
    ranks = _whole_ranks(ahead.T)
    if len(order) == k:
        return ranks, wins, alone(order[:, 0])
    first, rest = np.zeros((m, k)), values[~apart]
    first[order[:, 0], np.flatnonzero(apart)] = 1.0
    if leader is not None:
        tied, more = _of_leader(rest, leader)
    else:
        tied, more = _draw_by_draw(rest) if len(rest) <= _SINGLE else _won(*_compared(rest))
    ranks, first[:, ~apart] = _shared_ranks(tied, ranks)
    return ranks, wins + more, shared(first)


def _of_leader(values: FloatArray, leader: int) -> tuple[CountArray, CountArray]:
    """Return how many are ahead of each one (m, k), and how often one alone is ahead of each other one (1, m), ties included."""
    k, m = values.shape
    ahead, wins = np.empty((m, k), dtype=np.uint16), np.zeros((1, m), dtype=np.uint16)
    for place, row in enumerate(values):
        raised, ahead[:, place] = _one_draw(row)
        wins[0] += row[leader] > raised
    return ahead, wins


def _one_draw(row: FloatArray) -> tuple[FloatArray, IntArray]:
    """Return from where on another one is ahead of each (m,), and how many are."""
    raised = row + TIE * max(1.0, float(np.abs(row).max()))
    return raised, len(row) - np.searchsorted(np.sort(row), raised, side="right")


def _wins_by_rank(ahead: NDArray[np.int16]) -> CountArray:
    """Return how often each is ahead of each other one (m, m).  ahead: (k, m), how many are ahead of each, no ties.

    Pairs are compared in blocks, for which the same memory is used again; what lies below the diagonal's blocks is the rest of the draws.
    """
    k, m = ahead.shape
    wins = np.zeros((m, m), dtype=np.uint16)
    for start in range(0, k, 255):  # as many as a sum of bytes holds
        some = ahead[start : start + 255]
        for column in range(0, m, _COLUMNS):
            others = np.ascontiguousarray(some[:, column : column + _COLUMNS])
            flags = room_for("flags", (_ROWS, *others.shape), np.bool_)
            for row in range(0, min(m, column + _COLUMNS), _ROWS):
                one = some.T[row : row + _ROWS, :, np.newaxis]
                beats = np.less(one, others, out=flags[: len(one)])
                block = np.add.reduce(beats.view(np.uint8), axis=1, dtype=np.uint8)
                wins[row : row + _ROWS, column : column + _COLUMNS] += block
    for column in range(0, m, _COLUMNS):
        end = column + _COLUMNS
        wins[end:, column:end] = k - wins[column:end, end:].T
    return wins


def _draw_by_draw(values: FloatArray) -> tuple[CountArray, CountArray]:
    """Return what `_won` returns for a few draws of many alternatives."""
    k, m = values.shape
    ahead, wins = np.empty((m, k), dtype=np.uint16), np.zeros((m, m), dtype=np.uint16)
    for place, row in enumerate(values):
        raised, ahead[:, place] = _one_draw(row)
        wins += row[:, np.newaxis] > raised
    return ahead, wins


def _by_columns(values: FloatArray) -> tuple[CountArray, CountArray, Firsts]:
    """Return the same for few alternatives. Ranks come from comparing columns, which is faster than sorting rows."""
    k, m = values.shape
    pairs = m * (m - 1) // 2
    largest = max(float(values.max(initial=0.0)), -float(values.min(initial=0.0)))
    small = _as_small_numbers(values, largest)
    if small is not None:
        return _of_small_numbers(small)
    ahead, wins = _won(*_compared_roughly(values, largest))
    if wins.sum() < k * pairs:  # somebody ties with somebody, or nearly so
        ahead, wins = _won(*_compared(values))
    if wins.sum() == k * pairs:  # everybody is told apart
        names = np.arange(m, dtype=np.uint8)[:, np.newaxis]
        return _whole_ranks(ahead), wins, alone(np.add.reduce((ahead == 0) * names, axis=0, dtype=np.uint8))
    tied = ahead.sum(axis=0, dtype=np.int64) < pairs
    whole, first = ahead[:, ~tied], np.empty((m, k))
    first[:, ~tied] = whole == 0
    ranks, first[:, tied] = _shared_ranks(ahead[:, tied], _whole_ranks(whole))
    return ranks, wins, shared(first)


def _won(columns: NDArray[Any], raised: NDArray[Any]) -> tuple[CountArray, IntArray]:
    """Return how many are ahead of each one (m, k), and how often each is ahead of each other one (m, m).

    Many comparisons are one step: threads hand each other the interpreter between steps, which takes longer than a step on a few
    thousand numbers.
    """
    m, k = columns.shape
    together = max(1, min(m, _COMPARED // (m * _whole_words(k))))
    beats = _flags((together, m), k)
    ahead = np.zeros((m, beats.shape[-1]), dtype=np.uint8 if m <= 255 else np.uint16)
    wins = np.empty((m, m), dtype=np.int64)
    for start in range(0, m, together):
        some = beats[: min(together, m - start)]
        np.greater(columns[start : start + len(some), np.newaxis], raised, out=some[:, :, :k])
        ahead += np.add.reduce(some.view(np.uint8), axis=0, dtype=ahead.dtype)
        wins[start : start + len(some)] = _counts(some)
    return ahead[:, :k], wins


def _whole_words(k: int) -> int:
    """Return the least number of flags that is no fewer than k and fills whole words of 64."""
    return -(-k // 64) * 64


def _flags(lead: tuple[int, ...], k: int) -> BoolArray:
    """Return room for k flags (*lead, at least k), in whole words; the first k hold anything, those behind are False."""
    flags = room_for("flags", (*lead, _whole_words(k)), np.bool_)
    flags[..., k:] = False
    return flags


def _counts(flags: BoolArray) -> IntArray:
    """Return how many of the flags along the last axis, which fill whole words, are set."""
    words = np.packbits(flags.reshape(-1)).view(np.uint64)
    return np.bitwise_count(words).reshape(*flags.shape[:-1], -1).sum(axis=-1, dtype=np.int64)


def _as_small_numbers(values: FloatArray, largest: float) -> NDArray[np.int8] | None:
    """Return the scores of each alternative (m, k) where they are small whole numbers, such as pairs won; None where they are not."""
    if not 1.0 < largest < 128:
        return None
    small = values.T.astype(np.int8, order="C")
    return small if np.array_equal(small, values.T) else None


def _of_small_numbers(columns: NDArray[np.int8]) -> tuple[CountArray, CountArray, Firsts]:
    """Return the same for scores (m, k) that tie where they are equal, as most draws have it with such: all ties are shared alike."""
    m, k = columns.shape
    ahead, size = np.zeros((m, k), dtype=np.uint8), np.ones((m, k), dtype=np.uint8)
    wins = np.zeros((m, m))
    for i in range(m - 1):
        one, after = columns[i], columns[i + 1 :]
        beats, beaten, level = one > after, after > one, one == after
        ahead[i + 1 :] += beats.view(np.uint8)
        ahead[i] += beaten.view(np.uint8).sum(axis=0, dtype=np.uint8)
        size[i + 1 :] += level.view(np.uint8)
        size[i] += level.view(np.uint8).sum(axis=0, dtype=np.uint8)
        wins[i, i + 1 :] = [np.count_nonzero(each) for each in beats]
        wins[i + 1 :, i] = [np.count_nonzero(each) for each in beaten]
    places = (m + 1) * ahead.astype(np.int16) + size
    begun = np.array([np.bincount(one, minlength=m * (m + 1)) for one in places]).reshape(m, m, m + 1)
    ranks = np.zeros((m, m))
    for together in np.flatnonzero(begun.any(axis=(0, 1))).tolist():
        # One more from the first place that they take up on, one less after the last, which are whole numbers.
        steps = begun[:, :, together].copy()
        steps[:, together:] -= begun[:, : m - together, together]
        ranks += np.cumsum(steps, axis=1) / together
    return ranks, wins, shared(np.where(ahead == 0, 1.0 / size, 0.0))


def _compared(values: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Return the scores of each alternative (m, k), and from where on another one is ahead of it."""
    k, m = values.shape
    across, raised = _two_apart(m, k, np.float64)
    across[...] = values.T
    largest = np.maximum(across.max(axis=0), -across.min(axis=0))
    np.add(across, TIE * np.maximum(1.0, largest), out=raised)
    return across, raised


def _compared_roughly(values: FloatArray, largest: float) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """Return the same in whole numbers of half the size, of which one is ahead only where its score is, for certain.

    largest: of all scores, without sign. A whole number counts steps of a little more than the largest tolerance for ties. Numbers that differ by two or more are cut off
    from scores that differ by more than one step; of others nothing is known.
    """
    k, m = values.shape
    across, raised = _two_apart(m, k, np.int32)
    np.multiply(values.T, _STEPS / max(1.0, largest), out=across, casting="unsafe")
    np.add(across, 1, out=raised)
    return across, raised


def _two_apart(rows: int, length: int, dtype: type[Any]) -> tuple[NDArray[Any], NDArray[Any]]:
    """Return two arrays (rows, length) to be filled, good until they are asked for again, half of 4,096 bytes apart.

    Some processors find what they read by a part of its address: where two rows that are compared share that part, each step throws
    out what the other needs, and the comparison takes five times as long. Rows of 2,048 draws would all have it so, or none.
    """
    size, page = rows * length, 4096 // np.dtype(dtype).itemsize
    gap = (page // 2 - size) % page
    memory = room_for("compared", (2 * size + gap,), dtype)
    return memory[:size].reshape(rows, length), memory[size + gap :].reshape(rows, length)


def _whole_ranks(ahead: CountArray) -> CountArray:
    """Return the counts of ranks (m, m) where nobody ties."""
    m, k = ahead.shape
    if k < m:  # most counts are 0: all are made at once
        places = (m * np.arange(m)[:, np.newaxis] + ahead).ravel()
        counts = np.zeros(m * m, dtype=np.uint16)
        np.add.at(counts, places, np.uint16(1))
        return counts.reshape(m, m)
    if m <= _EACH_RANK:
        flags = _flags((m, m), k)
        np.equal(ahead, np.arange(m, dtype=ahead.dtype)[:, np.newaxis, np.newaxis], out=flags[..., :k])
        return _counts(flags).T
    return np.array([np.bincount(one, minlength=m) for one in ahead])


def _shared_ranks(ahead: CountArray, others: CountArray | None = None) -> tuple[FloatArray, FloatArray]:
    """Return the counts of ranks (m, m), and the share of each draw's first rank (m, k), where some tie.

    Those with equally many ahead of them share, in equal parts, the places they take up together.  others: counts that these are added to.
    """
    m, k = ahead.shape
    value = ahead.astype(np.int64)
    alike = np.bincount((value + m * np.arange(k)).ravel(), minlength=m * k).reshape(k, m).T
    size = np.take_along_axis(alike, value, axis=0)
    lowest = np.take_along_axis(
        np.cumsum(alike, axis=0) - alike, value, axis=0
    )  # the first place of one's group
    ranks = np.zeros((m, m)) if others is None else others.astype(np.float64)
    added = _added_to_few if k * _SPARSE < m else _added_to_all
    for together in np.unique(size).tolist():
        who, _draw = here = np.nonzero(size == together)
        added(ranks, who, lowest[here], together)
    return ranks, np.where(lowest == 0, 1.0 / size, 0.0)


def _added_to_all(ranks: FloatArray, who: IntArray, lowest: IntArray, together: int) -> None:
    """Add the shares of so many that are together in a place: one more from the place on, one less after the last, which are whole numbers."""
    m = len(ranks)
    begins = (m + 1) * who + lowest
    steps = np.bincount(begins, minlength=m * (m + 1)) - np.bincount(begins + together, minlength=m * (m + 1))
    ranks += np.cumsum(steps.reshape(m, m + 1), axis=1)[:, :m] / together


def _added_to_few(ranks: FloatArray, who: IntArray, lowest: IntArray, together: int) -> None:
    """Do the same where most pairs of a candidate and a rank get nothing: only the others are touched, with the same sums."""
    places = (len(ranks) * who + lowest)[:, np.newaxis] + np.arange(together)
    cells, counts = np.unique(places, return_counts=True)
    ranks.flat[cells] += counts / together
