"""Typed pairs, recalculated by the package `formulas`: mirror images, weights and consistency are the engine's."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
from books import recalculated, stored

from criteria.model.judgements import Answers, Judgement, Member
from criteria.model.problem import Problem
from criteria.reports.questionnaire import questionnaire
from criteria.weighting.elicited import elicited
from criteria.weighting.panel import items_of
from tests.files.test_questionnaire import filled

LEVELS = (1 / 9, 1 / 5, 1 / 3, 1 / 2, 1, 2, 3, 5, 7, 9)
FIRST = 17  # row of the first item, counted from 1


def typed(problem: Problem, seed: int) -> tuple[Answers, dict[str, object]]:
    """Return answers to every pair at random, and the cells in which somebody types them."""
    random, items = np.random.default_rng(seed), items_of(problem, "")
    said, cells = [], {}
    for i, j in combinations(range(len(items)), 2):
        ratio = float(random.choice(LEVELS))
        said.append(Judgement("ratio", items[i], items[j], ratio))
        cells[f"{chr(ord('B') + j)}{FIRST + i}"] = ratio
    return Answers("", "ahp", tuple(said)), cells


@pytest.mark.slow
@pytest.mark.parametrize("priorities", ["eigenvector", "geometric_mean", "column_mean"])
def test_what_is_typed_gives_the_weights_and_the_ratio_of_the_engine(
    aircraft: Problem, tmp_path: Path, priorities: str
) -> None:
    answers, cells = typed(aircraft, seed=7)  # far from consistent
    answers = answers.with_setting("priorities", priorities)
    blank = Member("me", "Me", answers=(Answers("", "ahp", (), answers.settings),))
    shown = recalculated(filled(questionnaire(aircraft, blank), cells), tmp_path)
    found = elicited(items_of(aircraft, ""), answers)
    n = len(items_of(aircraft, ""))
    weights = [float(shown["PAIRS", f"H{FIRST + i}"]) for i in range(n)]
    assert found.weights is not None
    assert np.allclose(weights, found.weights, rtol=0, atol=1e-9)
    assert float(shown["PAIRS", f"B{FIRST + n + 1}"]) == pytest.approx(found.consistency, abs=1e-9)
    assert str(shown["PAIRS", f"C{FIRST + n + 1}"]).startswith("Above 0.1: some answers contradict")
    assert float(shown["PAIRS", f"B{FIRST + n}"]) == 0
    assert float(shown["PAIRS", f"B{FIRST + 1}"]) == pytest.approx(1 / float(cells["C17"]))  # type: ignore[arg-type]


@pytest.mark.slow
def test_while_a_pair_is_open_there_are_no_weights_and_no_ratio(aircraft: Problem, tmp_path: Path) -> None:
    _answers, cells = typed(aircraft, seed=7)
    del cells["C17"]
    shown = recalculated(filled(questionnaire(aircraft, Member("me", "Me")), cells), tmp_path)
    assert float(shown["PAIRS", "B23"]) == 1
    assert [shown["PAIRS", place] for place in ("H17", "B24")] == ["", ""]
    assert shown["PAIRS", "C24"] == "Known once every pair is answered."


def test_what_was_answered_before_stands_in_it_with_what_follows(aircraft: Problem) -> None:
    answers, cells = typed(aircraft, seed=3)
    shown = stored(questionnaire(aircraft, Member("me", "Me", answers=(answers,))), values=True)
    found = elicited(items_of(aircraft, ""), answers)
    assert {place: shown["PAIRS", place] for place in cells} == pytest.approx(cells)
    assert found.weights is not None
    weights = [shown["PAIRS", f"H{FIRST + i}"] for i in range(6)]
    assert weights == pytest.approx(list(found.weights), abs=1e-12)
    assert shown["PAIRS", "B24"] == pytest.approx(found.consistency, abs=1e-12)
