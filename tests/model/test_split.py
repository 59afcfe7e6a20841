"""A score is divided for whom somebody asks about, once, and never for others where that takes longer."""

from __future__ import annotations

import gc
import pickle

import numpy as np
import pytest

from criteria.model import split as module
from criteria.model.split import Contributions, Split, known_split

PARTS = np.arange(12.0).reshape(6, 2)


class Divided:
    """Divides, and notes for whom."""

    def __init__(self) -> None:
        self.asked: list[object] = []

    def __call__(self, rows: tuple[int, ...] | None) -> Contributions:
        self.asked.append(rows)
        return Contributions(PARTS if rows is None else PARTS[list(rows)], 0.5 if rows is None else 0.1)


def test_of_a_method_that_divides_by_rows_only_those_asked_about_are_divided() -> None:
    divide = Divided()
    split = Split(divide, by_rows=True)
    found = split.of((4, 1, 5))
    assert found is not None
    assert found.parts.tolist() == PARTS[[4, 1, 5]].tolist()
    assert found.error == 0.1
    fewer = split.of([5, 4])
    assert fewer is not None
    assert fewer.parts.tolist() == PARTS[[5, 4]].tolist()
    assert divide.asked == [(4, 1, 5)]
    assert split.of((0,)) is not None
    assert divide.asked == [(4, 1, 5), (0,)]


def test_once_all_are_known_nobody_is_divided_again() -> None:
    divide = Divided()
    split = Split(divide, by_rows=True)
    for _time in range(2):
        whole = split.whole
        assert whole is not None
        assert whole.parts.tolist() == PARTS.tolist()
    some = split.of((2,))
    assert some is not None
    assert (some.parts.tolist(), some.error) == ([[4.0, 5.0]], 0.5)
    assert divide.asked == [None]


def test_a_method_that_does_not_divides_all_at_once() -> None:
    divide = Divided()
    split = Split(divide)
    found = split.of((3, 0))
    assert found is not None
    assert (found.parts.tolist(), found.error) == (PARTS[[3, 0]].tolist(), 0.5)
    assert divide.asked == [None]


@pytest.mark.parametrize("parts", [None, PARTS])
def test_what_is_known_is_not_computed(parts: np.ndarray | None) -> None:
    split = known_split(parts, 0.2)
    whole, some = split.whole, split.of((1,))
    if parts is None:
        assert (whole, some) == (None, None)
        return
    assert whole is not None
    assert some is not None
    assert (whole.parts.tolist(), whole.error) == (PARTS.tolist(), 0.2)
    assert some.parts.tolist() == [[2.0, 3.0]]


def test_that_a_score_cannot_be_divided_is_found_out_once() -> None:
    asked: list[object] = []
    split = Split(asked.append, by_rows=True)  # type: ignore[arg-type]  # returns None
    assert split.of((1, 2)) is None
    assert split.of((2,)) is None
    assert split.whole is None
    assert asked == [(1, 2), None]


def test_what_is_kept_goes_with_the_ranking_and_not_to_another_process() -> None:
    split = Split(Contributions, by_rows=True)  # type: ignore[arg-type]
    before = len(module._kept)
    split.of((1,))
    assert len(module._kept) == before + 1
    there = pickle.loads(pickle.dumps(split))
    assert not module._kept_of(there)
    del split, there
    gc.collect()
    assert len(module._kept) == before
