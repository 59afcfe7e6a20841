"""A plain table reads back to the same numbers, directions, units, scales, thresholds and weights, and says what it loses."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

import criteria
from criteria.files.plain_table import not_carried, table_csv, table_rows
from criteria.model.alternative import Alternative
from criteria.model.criterion import Criterion, Scale, Thresholds
from criteria.model.evidence import Performance
from criteria.model.problem import Problem
from criteria.model.profile import Profile
from tests.model.any_problem import problems

NUMBERS = st.floats(-1e9, 1e9, allow_nan=False).map(lambda value: round(value, 6) + 0.0)
DECIMALS = st.decimals(-99_999, 99_999, places=3).map(float).map(lambda value: value + 0.0)


@st.composite
def plain_problems(draw: st.DrawFn) -> Problem:
    """Draw a problem that a plain table can carry."""
    numbers = draw(st.sampled_from([NUMBERS, DECIMALS]))
    count, size = draw(st.integers(1, 4)), draw(st.integers(2, 4))
    criteria = tuple(
        Criterion(
            f"quality-{j}",
            f"Quality {chr(65 + j)}",
            maximize=draw(st.booleans()),
            unit=draw(st.sampled_from(["", "kEUR", "days"])),
            scale=Scale(-1e9, 1e9) if draw(st.booleans()) else None,
            thresholds=Thresholds(*sorted(draw(st.lists(st.integers(0, 99), min_size=3, max_size=3))))
            if draw(st.booleans())
            else Thresholds(),
        )
        for j in range(count)
    )

    def cell(i: int, j: int) -> Performance:
        if i and j and draw(st.integers(0, 3)) == 0:
            return Performance()
        low, likely, high = sorted(draw(st.tuples(numbers, numbers, numbers)))
        ranged = low >= 0 and draw(st.booleans())  # a range below zero is not read from a cell
        return Performance(low, likely, high) if ranged else Performance(likely=likely)

    rows = tuple(tuple(cell(i, j) for j in range(count)) for i in range(size))
    points = tuple((c.id, float(draw(st.integers(2, 100)))) for c in criteria)
    return Problem(
        "offers", "offers", criteria, tuple(Alternative(f"firm-{i}", f"Firm {chr(65 + i)}") for i in range(size)),
        rows, profiles=(Profile("given", "Given", points),), default_profile="given",
    )  # fmt: skip


@given(plain_problems())
@settings(max_examples=25, deadline=None, phases=(Phase.explicit, Phase.generate))
def test_what_a_table_can_carry_reads_back_equal(problem: Problem) -> None:
    read = criteria.read_table(table_csv(problem).encode(), name="offers.csv").problem
    assert read is not None
    assert read.performances.numbers() == problem.performances.numbers()
    assert [(c.maximize, c.unit, c.scale, c.thresholds) for c in read.leaves] == [
        (c.maximize, c.unit, c.scale, c.thresholds) for c in problem.leaves
    ]
    assert [p for _i, p in read.profiles[0].importances] == [p for _i, p in problem.profiles[0].importances]
    assert not_carried(problem) == []


@given(problems())
@settings(max_examples=15, deadline=None)
def test_whatever_a_problem_holds_its_loss_is_said(problem: Problem) -> None:
    said = not_carried(problem)
    assert "Must-haves are left out." in said  # every problem drawn has one
    assert all(isinstance(sentence, str) and sentence for sentence in said)


def test_a_table_of_ones_own_is_written_as_it_was_read() -> None:
    text = (
        "Vendor,Price,Care\ndirection,min,max\nweight,30,70\nunit,kEUR,\nA,1.234,8 (7-9)\nB,-2,\nC,1000,5\n"
    )
    problem = criteria.read_table(text.encode(), name="t").with_answer("numbers:Price", ".").problem
    assert problem is not None
    written = table_csv(problem)
    assert "A,1.2340,8 (7 - 9)" in written  # three decimals might be thousands
    assert "B,-2," in written
    again = criteria.read_table(written.encode(), name="t").problem
    assert again is not None
    assert replace(again, notes=problem.notes) == problem


def test_a_range_below_zero_is_said() -> None:
    problem = criteria.read_table(b"Vendor,Price\ndirection,min\nA,3\nB,4\n", name="t").problem
    assert problem is not None
    said = not_carried(problem.with_performance("a", "price", Performance(-2, -1, 0)))
    assert len(said) == 1
    assert "-1 (-2 - 0)" in said[0]


def test_text_that_begins_a_formula_is_not_one() -> None:
    problem = criteria.read_table(b"Vendor,Price\ndirection,min\n=1+1,3\nB,4\n", name="t").problem
    assert problem is not None
    assert "'=1+1,3" in table_csv(problem)


def test_weights_of_a_tree_are_written_as_they_count(case: Problem) -> None:
    rows = {row[0]: row[1:] for row in table_rows(case)}
    weights = criteria.evaluate(case, case.base_scenario(), methods=()).weights
    assert np.allclose(np.array(rows["weight"], dtype=float) / 100, weights, atol=1e-9)


def test_the_loss_of_the_case_is_named(case: Problem) -> None:
    said = not_carried(case)
    for word in ("sources and reasons", "Must-haves", "other profiles", "Judgements", "anchors", "glossary"):
        assert any(word in sentence for sentence in said)


@pytest.mark.parametrize("name", ["suppliers", "aircraft"])
def test_bundled_tables_lose_nothing(name: str, request: pytest.FixtureRequest) -> None:
    assert not_carried(request.getfixturevalue(name)) == []
