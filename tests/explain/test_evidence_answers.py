"""What to check next, and what would put a candidate first, with numbers from a pencil."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from by_hand import BIRCH, CEDAR, evaluated

from criteria.explain.evidence_answers import evidence_answer, path_answer, second_opinion
from criteria.robustness.evaluated import figures
from criteria.robustness.evidence_value import EvidenceValue
from criteria.robustness.path import PathToFirst
from criteria.robustness.sobol import SobolIndices

EVALUATION = evaluated()
CELLS = np.array([[0, 0], [1, 1], [2, 1]])
VALUE = EvidenceValue(
    CELLS,
    np.array([0.00314, 0, 0]),
    np.array([0.0002, 0, 0]),
    np.array([0.143, 0, 0]),
    np.array([0.0189, 0.001, 0.001]),
    0.00438,
    0.00012,
    0,
    10_000,
)


def test_the_rating_most_worth_checking_is_named_with_what_it_is_worth() -> None:
    assert evidence_answer(EVALUATION, VALUE) == (
        "Check Quality of Ash first: knowing it exactly would change the choice in 14.3% (±1.9) of cases and raise its "
        "expected score by 0.00314 (±0.00020); knowing everything, by 0.00438 (±0.00012)."
    )


def test_where_no_rating_is_worth_what_draws_can_tell_it_says_so() -> None:
    useless = replace(VALUE, value=np.array([0.0001, 0, 0]))
    assert evidence_answer(EVALUATION, useless) == (
        "Knowing any one rating exactly would raise the expected score of the choice by less than 10\u202f000 draws can tell; "
        "knowing everything, by 0.00438 (±0.00012)."
    )


def test_the_second_opinion_names_the_largest_share_and_what_both_name() -> None:
    three = np.array([0.84, 0.13, 0.04])
    sobol = SobolIndices(CELLS, three, three / 10, three, np.array([0.055, 0.01, 0.01]), 20_000, 1024)
    assert second_opinion(EVALUATION, sobol, VALUE) == (
        "Quality of Ash explains most: 84% (±5.5) of the variance of Ash's lead. Of the 3 ratings that explain most, 1 are also among the 3 "
        "most worth checking."
    )
    assert second_opinion(EVALUATION, replace(sobol, cells=CELLS[::-1]), VALUE, among=1).endswith(
        "Of the 1 ratings that explain most, 0 are also among the 1 most worth checking."
    )


def test_the_path_to_first_is_that_of_the_pencil() -> None:
    # Birch lacks 0.06, which is 1 of 10 points of quality at a weight of 0.6; all of speed (2 points, 0.04) or price (20 EUR, 0.04) is too little.
    birch = figures.path_to_first_of(EVALUATION, BIRCH)
    assert birch.single == pytest.approx(np.array([7.01, np.nan, np.nan]), nan_ok=True)  # at 7 it is level
    assert (
        path_answer(EVALUATION, BIRCH, birch) == "One change alone puts Birch first: any of Quality 6 → 7.01."
    )
    # Cedar lacks 0.07: 0.07 / 0.06 = 1.167 points of quality, rounded up so that it is enough.
    assert (
        path_answer(EVALUATION, CEDAR, figures.path_to_first_of(EVALUATION, CEDAR))
        == "One change alone puts Cedar first: any of Quality 5.5 → 6.67."
    )


@pytest.mark.parametrize(
    ("single", "combined", "effort", "said"),
    [
        ([np.nan] * 3, None, np.inf, "No change of its own ratings was found that puts Birch first."),
        ([np.nan] * 3, [6.0, 8, 20], 0.0, "Birch is first already."),
        (
            [np.nan] * 3,
            [6.5, 9, 5],
            0.3,
            "No single change puts Birch first; the smallest combined one found: Price 20 → 5, Speed 8 → 9 and Quality 6 → 6.5.",
        ),
        (
            [7, np.nan, 1234.5],
            [6.5, 9, 20],
            0.2,
            "One change alone puts Birch first: any of Quality 6 → 7 and Price 20 → 1\u202f234.5. Spread over several, smaller ones do: "
            "Speed 8 → 9 and Quality 6 → 6.5.",
        ),
    ],
)
def test_a_path_is_told_by_what_it_takes(
    single: list[float], combined: list[float] | None, effort: float, said: str
) -> None:
    found = PathToFirst(np.array(single), None if combined is None else np.array(combined), effort)
    assert path_answer(EVALUATION, BIRCH, found) == said
