"""How far a computation is: never less than before, and all of it at the end."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from criteria.model.problem import Problem
from criteria.ranking.evaluate import evaluate
from criteria.robustness.engine.chunks import in_chunks
from criteria.robustness.engine.steps import heard_by, part, stepped
from criteria.robustness.evaluated import figures
from criteria.robustness.evaluated.on_request import firmness_on_request


def test_steps_within_steps_count_as_parts_of_them() -> None:
    told: list[float] = []
    with heard_by(told.append):
        with part(0.0, 0.5):
            for _outer in stepped(range(2), 2):
                assert list(stepped("ab", 2)) == ["a", "b"]
        for _rest in stepped(range(4), 4):  # begins anew from nothing: what was told stays
            pass
    assert told == [0.125, 0.25, 0.375, 0.5, 0.75, 1.0]


def test_nobody_is_told_after_the_end_and_where_nobody_listens() -> None:
    told: list[float] = []

    def fails() -> list[float]:
        return [1 / number for number in stepped((2, 1, 0), 3)]

    with pytest.raises(ZeroDivisionError), heard_by(told.append):
        fails()
    before = list(told)
    assert before == [1 / 3, 2 / 3]
    assert list(stepped(range(3), 3)) == [0, 1, 2]
    with part(0.0, 1.0):
        pass
    assert told == before


@pytest.mark.parametrize("threads", [1, 2])
def test_chunks_are_told_as_they_are_done(threads: int) -> None:
    told: list[float] = []
    with heard_by(told.append):
        found = in_chunks(
            100, 25, np.random.default_rng(1), lambda start, count, _rng: (start, count), threads=threads
        )
    assert found == [(0, 25), (25, 25), (50, 25), (75, 25)]
    assert told == [0.25, 0.5, 0.75, 1.0]


@pytest.mark.slow
@pytest.mark.parametrize("method", ["electre_i", "promethee_i"])
def test_each_long_figure_tells_how_far_it_is_in_many_steps(case: Problem, method: str) -> None:
    found = evaluate(case, case.base_scenario().with_method(method), methods=())
    for ask in (
        figures.evidence_value_of,
        firmness_on_request,
        lambda one: figures.smallest_flip_of(one, "l1"),
    ):
        told: list[float] = []
        with heard_by(told.append):
            ask(found)
        assert told[-1] == pytest.approx(1.0)
        assert max(after - before for before, after in itertools.pairwise([0.0, *told])) < 0.4, told
