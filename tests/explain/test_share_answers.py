"""Shares of draws in sentences: who is first how often, between which ranks, and how sure each figure is."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

import numpy as np
import pytest
from by_hand import BASE, evaluated

from criteria.explain import share_answers
from criteria.model.scenario import ChangedCell
from criteria.robustness.acceptability import Acceptability
from criteria.robustness.evaluated.figures import Varied

EVALUATION = evaluated()


def shares(*rows: list[float], draws: int = 10_000, error: float = 0.009) -> Acceptability:
    """Return rank acceptability with these shares."""
    m = len(rows)
    nothing = np.full((m, 3), np.nan)
    return Acceptability(
        method="wsm",
        draws=draws,
        ranks=np.array(rows),
        central_weights=nothing,
        confidence_factor=np.full(m, np.nan),
        pairwise_winning=np.zeros((m, m)),
        error=error,
        confidence_error=np.full(m, np.nan),
        proved=np.zeros(m, dtype=np.int64),
    )


def test_shares_of_first_place_are_told_in_order_with_their_error() -> None:
    found = shares([0.2, 0.3, 0.5], [0.0, 0.6, 0.4], [0.8, 0.1, 0.1])
    assert share_answers.shares_answer(EVALUATION, found, "both") == (
        "Ranked first: Cedar in 80.0% (±0.8) and Ash in 20.0% (±0.8) of 10\u202f000 draws of weights within ±25% and the evidence."
    )


@pytest.mark.parametrize("varied", get_args(Varied))
def test_shares_say_what_was_drawn(varied: Varied) -> None:
    words = {get: share_answers.drawn_words(EVALUATION, get) for get in get_args(Varied)}
    assert len(set(words.values())) == len(words)
    said = share_answers.shares_answer(
        EVALUATION, shares([0.2, 0.3, 0.5], [0.0, 0.6, 0.4], [0.8, 0.1, 0.1]), varied
    )
    assert said.endswith(f" draws of {words[varied]}.")


def test_without_ranges_no_evidence_is_said_to_be_drawn() -> None:
    # Only the range of Ash's quality and the missing ratings of two others can vary.
    sure = BASE.with_cell(ChangedCell("ash", "quality", 8, 8, 8, exact=True))
    for who, what in (("birch", "speed"), ("cedar", "speed")):
        sure = sure.with_cell(ChangedCell(who, what, 8, 8, 8, exact=True))
    assert share_answers.drawn_words(evaluated(sure), "both") == "weights within ±25%"


def test_the_ranks_of_nine_draws_in_ten_leave_a_twentieth_at_both_ends() -> None:
    # Ash: at most 5 % at rank 1, so from 2; 95 % are reached at rank 3. Birch: 6 % at rank 1. Cedar: 95 % at rank 1.
    found = shares([0.05, 0.25, 0.70], [0.06, 0.88, 0.06], [0.95, 0.03, 0.02])
    assert share_answers.ranks_answer(EVALUATION, found) == (
        "In nine draws of ten the ranks are: Ash between 2 and 3, Birch between 1 and 3 and Cedar at 1. "
        "Figures are per cent of the draws. Each is within ±1.4 points of the true share, in 95 cases of 100."
    )
    counted = share_answers.ranks_answer(EVALUATION, replace(found, error=0.0))
    assert counted.endswith("Figures are per cent of the draws.")
