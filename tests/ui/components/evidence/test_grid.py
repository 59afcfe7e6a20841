"""What is typed into the grid of ratings."""

from __future__ import annotations

import numpy as np
from streamlit.testing.v1 import AppTest

from criteria.model.evidence import Performance
from criteria.model.problem import Problem
from criteria.ui.components.evidence.grid import likely_values, rated, typed_in, words


def test_the_grid_holds_every_likely_value_and_stays_the_same_frame(suppliers: Problem) -> None:
    frame = likely_values(suppliers)
    assert list(frame.columns) == [leaf.id for leaf in suppliers.leaves]
    assert np.array_equal(frame.to_numpy(), suppliers.performances.likely, equal_nan=True)
    assert likely_values(suppliers) is frame


def test_only_what_differs_from_the_data_was_typed(suppliers: Problem) -> None:
    a, c = suppliers.alternatives[1].id, suppliers.leaves[0].id
    before = suppliers.performance(a, c).likely
    assert before is not None
    assert typed_in(suppliers, {1: {c: before}}) == {}
    assert typed_in(suppliers, {"1": {c: before + 1}, 999: {c: 1}, 0: {"nothing": 3}}) == {(a, c): before + 1}
    assert typed_in(suppliers, {1: {c: None}}) == {(a, c): None}
    assert typed_in(suppliers, {1: {c: float("nan")}}) == {(a, c): None}


def test_a_typed_number_keeps_the_range_that_holds_it_and_drops_the_old_evidence() -> None:
    cell = Performance(2, 4, 6, "A", "old reason", "old source")
    assert rated(cell, 5, "offer", "asked again") == Performance(2, 5, 6, "", "asked again", "offer")
    assert rated(cell, 8, "", "") == Performance(8, 8, 8)
    assert rated(cell, None, "", "") == Performance()


def test_what_was_typed_is_told_with_names(suppliers: Problem) -> None:
    a, c = suppliers.alternatives[0], suppliers.leaves[0]
    places = {(a.id, leaf.id): 1.0 for leaf in suppliers.leaves[:5]}
    said = words(suppliers, places)
    assert said.startswith(f"{a.label}, {c.label}: ")
    assert said.endswith("and 2 more")


def grid_alone() -> None:
    from criteria.ui import compute, session
    from criteria.ui.components.evidence.grid import grid

    problem = compute.problems()["telematics-suppliers"]
    session.keep(problem, problem.base_scenario())
    grid(problem, frozenset())


def test_an_unknown_rating_is_a_word_in_the_grid() -> None:
    page = AppTest.from_function(grid_alone, default_timeout=30).run()
    (drawn,) = page.dataframe
    assert drawn.proto.placeholder == "unknown"
