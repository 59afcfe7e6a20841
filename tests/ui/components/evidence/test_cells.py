"""The heat map and the lists: weakest first, unknown told apart from zero, directions respected."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from by_hand import PROBLEM

import criteria
from criteria.model.evidence import Performance
from criteria.model.problem import Problem
from criteria.model.scenario import ChangedCell
from criteria.ranking.evaluate import evaluate
from criteria.robustness.evaluated import figures
from criteria.ui.components.evidence.cells import goodness, heat_map, listed, listed_markup

EVALUATION = criteria.evaluate(PROBLEM, PROBLEM.base_scenario(), methods=())


def test_better_is_darker_in_the_direction_of_each_criterion() -> None:
    shares = goodness(EVALUATION)
    assert np.allclose(shares[0], [0.8, 0.7, 0.6])  # price 40 of 0 to 100, less is better
    assert np.isnan(shares[2, 1])  # Cedar's speed is unknown


def test_the_weakest_evidence_comes_first() -> None:
    found = listed(EVALUATION, "weakest")
    assert found.count == len(found.first) == 12
    grades = [cell.confidence if cell.known else "unknown" for _a, _c, cell in found.first]
    assert grades == sorted(grades, key=["unknown", "C", "", "B", "A"].index)
    assert found.first[0][:2] == ("cedar", "speed")
    few = listed(EVALUATION, "weakest", 5)
    assert (few.count, few.first) == (12, found.first[:5])


def test_filters_hold_what_they_say() -> None:
    assert [c[:2] for c in listed(EVALUATION, "unknown").first] == [("cedar", "speed")]
    assert all(cell.known and not cell.source for _a, _c, cell in listed(EVALUATION, "unfounded").first)
    known = PROBLEM.with_performance("cedar", "speed", Performance(likely=8, source="visit"))
    filled = criteria.evaluate(known, known.base_scenario(), methods=())
    assert "There are no such ratings." in listed_markup(filled, "unknown")


def test_an_unknown_rating_is_a_word() -> None:
    assert heat_map(EVALUATION).count("unknown") == 1
    assert "no source or reason" in listed_markup(EVALUATION, "unfounded")


def test_the_list_names_the_document_behind_a_rating_and_not_its_key(case: Problem) -> None:
    drawn = str(listed_markup(evaluate(case, case.base_scenario(), methods=()), "weakest"))
    keys = {source.key: source for source in case.sources}
    _a, _c, rating = listed(evaluate(case, case.base_scenario(), methods=()), "weakest").first[0]
    assert keys[rating.source].title in drawn
    assert f">{rating.source}<" not in drawn


def test_a_what_if_and_a_rating_without_source_or_reason_are_marked_in_the_map_and_told_in_words() -> None:
    founded = PROBLEM.with_performances(
        {
            (a.id, c.id): replace(PROBLEM.performance(a.id, c.id), source="visit")
            for a in PROBLEM.alternatives
            for c in PROBLEM.leaves
            if (a.id, c.id) != ("ash", "speed")
        }
    )
    base = founded.base_scenario()
    drawn = str(heat_map(criteria.evaluate(founded, base, methods=())))
    assert drawn.count('<i class="c-mark ring"></i><span class="c-hidden"> (no source or reason)') == 1
    assert drawn.count("c-mark") == 2  # one in the map, one in the key
    assert "what-if" not in drawn
    tried = base.with_cell(ChangedCell("ash", "speed", 5, 5, 5))  # a what-if counts, whatever its source
    drawn = str(heat_map(criteria.evaluate(founded, tried, methods=())))
    assert drawn.count('<i class="c-mark"></i><span class="c-hidden"> (what-if of this scenario)') == 1
    assert "no source or reason" not in drawn
    assert '<i class="c-mark"></i>what-if of this scenario' in drawn


def test_a_cell_has_its_range_and_grade_under_its_value_and_many_names_stand_upright(case: Problem) -> None:
    drawn = str(heat_map(EVALUATION))
    assert '8<small class="">6–9 C</small>' in drawn
    assert '7<small class="">A</small>' in drawn  # no range
    assert "c-upright" not in drawn
    assert str(heat_map(criteria.evaluate(case, case.base_scenario(), methods=()))).count("c-upright") == 17


def test_the_ratings_that_matter_are_those_worth_knowing_the_most_valuable_first(suppliers: Problem) -> None:
    evaluation = evaluate(suppliers, suppliers.base_scenario(), methods=())
    found = figures.evidence_value_of(evaluation)
    wanted = [
        (evaluation.alternatives[i].id, suppliers.leaves[j].id)
        for (i, j), told in zip(found.cells.tolist(), found.told, strict=True)
        if told
    ]
    assert [(a, c) for a, c, _cell in listed(evaluation, "matter", 99).first] == wanted
    assert wanted


@pytest.mark.slow
def test_where_no_single_rating_matters_that_is_said(case: Problem) -> None:
    evaluation = evaluate(case, case.base_scenario(), methods=())
    assert "would not change the choice" in str(listed_markup(evaluation, "matter"))
