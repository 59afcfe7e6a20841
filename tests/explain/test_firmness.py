"""How firm a lead is, in words, from shares that stand on both sides of the limits."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from by_hand import BASE, BIRCH, CEDAR, ENGINEERS, evaluated, robust

from criteria.explain.firmness import drawn, firmness, firmness_word, nearest_change
from criteria.model.uncertainty import Uncertainty
from criteria.robustness.acceptability import Acceptability
from criteria.robustness.evaluated.slider import SliderChange
from criteria.robustness.evaluated.summary import Robustness

EVALUATION, FOUND = evaluated(), robust()


def with_shares(weights: float, evidence: float | None, votes: int = 20) -> Robustness:
    """Return what is known of Ash's lead with other shares of first place."""

    def first(share: float) -> Acceptability:
        ranks = np.array([[share, 1 - share, 0], [1 - share, share, 0], [0, 0, 1.0]])
        # Of a million draws: the interval is far narrower than the second digit.
        return replace(FOUND.weights, ranks=ranks, draws=1_000_000, proved=np.zeros(3, dtype=np.int64))

    return replace(
        FOUND,
        weights=first(weights),
        evidence=None if evidence is None else first(evidence),
        methods=20,
        first_under=(votes, 20 - votes, 0),
    )


@pytest.mark.parametrize(
    ("weights", "evidence", "votes", "word", "careful"),
    [
        (0.901, None, 20, "firm on weights and methods", False),
        (0.89, None, 20, "firm on methods, fairly stable to weights", True),
        (0.602, None, 12, "fairly stable", True),
        (0.59, None, 11, "too close to call", True),
        (0.901, 0.901, 18, "firm", False),
        (0.901, 0.901, 17, "firm on weights and evidence, fairly stable to methods", True),
        (0.602, 0.89, 17, "fairly stable", True),
        (0.59, 0.1, 11, "too close to call", True),
        (0.59, 0.1, 20, "too close to call", True),
        (0.95, 0.85, 20, "firm on weights and methods, fairly stable to evidence", True),
        (0.901, 0.5, 12, "firm on weights, fairly stable to methods, uncertain on evidence", True),
        (0.8, 0.901, 2, "firm on evidence, fairly stable to weights, uncertain on methods", True),
        (0.5, 0.602, 20, "firm on methods, fairly stable to evidence, uncertain on weights", True),
    ],
)
def test_a_lead_is_firm_from_nine_tenths_and_open_below_six(
    weights: float, evidence: float | None, votes: int, word: str, careful: bool
) -> None:
    assert firmness_word(with_shares(weights, evidence, votes)) == (word, careful)


def test_one_method_alone_does_not_agree_with_anybody() -> None:
    alone = replace(with_shares(0.95, 0.95), methods=1, first_under=(1, 0, 0))
    assert firmness_word(alone) == ("firm", False)


@pytest.mark.parametrize(
    ("evidence", "word"),
    [
        (0.95, "firm on evidence and methods, weights not varied"),
        (0.8, "firm on methods, fairly stable to evidence, weights not varied"),
        (0.5, "firm on methods, uncertain on evidence, weights not varied"),
    ],
)
def test_weights_that_were_not_varied_make_nothing_firm(evidence: float, word: str) -> None:
    still = replace(with_shares(1.0, evidence), spread=0.0)
    assert firmness_word(still) == (word, True)
    scenario = BASE.with_uncertainty(Uncertainty(spread=0))
    said = firmness(evaluated(scenario), robust(scenario))[0]
    assert said.endswith("; weights are not varied.")
    assert "weightings" not in said
    assert drawn(evaluated(scenario), robust(scenario)).endswith("; weights are not varied.")
    assert list(robust(scenario).drawn) == ["evidence"]


def test_weights_varied_less_than_usual_say_how_far() -> None:
    near = replace(with_shares(0.95, 0.95), spread=0.05)
    assert firmness_word(near) == ("firm, weights within ±5.0%", False)
    assert firmness_word(replace(near, spread=0.25)) == ("firm", False)


@pytest.mark.parametrize(
    ("share", "draws", "word"),
    [
        # Wilson's interval by hand: 0.92 of 1,000 begins at 0.9015, 0.91 at 0.8907; 0.63 at 0.5996, 0.64 at 0.6098.
        (0.92, 1_000, "firm on weights and methods"),
        (0.91, 1_000, "firm on methods, fairly stable to weights"),
        (0.91, 10_000, "firm on weights and methods"),
        (0.64, 1_000, "firm on methods, fairly stable to weights"),
        (0.63, 1_000, "too close to call"),
    ],
)
def test_a_word_needs_the_whole_interval_on_its_side_of_the_limit(
    share: float, draws: int, word: str
) -> None:
    found = with_shares(share, None)
    found = replace(found, weights=replace(found.weights, draws=draws))
    assert firmness_word(found)[0] == word


def test_all_of_the_draws_prove_nothing_but_the_corners_of_the_box_do() -> None:
    assert FOUND.weights.proved.tolist() == [1, -1, -1]
    unproved = replace(FOUND, weights=replace(FOUND.weights, proved=np.zeros(3, dtype=np.int64)))
    assert "first in > 99.9% of weightings" in firmness(EVALUATION, unproved)[0]


def test_the_sentences_hold_the_figures_computed_by_hand() -> None:
    # Within ±25 % the lead over Birch is at least 0.20 · 0.45 - 0.10 · 0.25 - 0.20 · 0.25 > 0, over Cedar 0.25 · 0.45 - 0.025 - 0.075 > 0.
    assert FOUND.weights.first.tolist() == [1, 0, 0]
    assert firmness(EVALUATION, replace(FOUND, evidence=None, methods=16, first_under=(9, 0, 7))) == [
        "Ash is first in 100% of weightings within ±25%, and under 9 of 16 families of methods.",
        # 0.25 · 60 - 0.1 · 20 - 0.3 · 43.3 = 0: at 43 points Ash is still ahead, at 44 it is not.
        "Raising the importance of Price from 20 to 44, all others unchanged, puts Cedar first.",
    ]
    said = firmness(EVALUATION, replace(with_shares(0.75, 0.62), methods=16, first_under=(5, 12, 0)))[0]
    assert said == (
        "Ash is first in 75.0% (±0.1) of weightings within ±25%, in 62.0% (±0.1) of the evidence's range, and under 5 of 16 families of methods, where Birch is first "
        "under 12 (ties count for both)."
    )
    said = firmness(EVALUATION, replace(with_shares(0.75, 0.62), methods=16, first_under=(4, 0, 12)))[0]
    assert said.endswith("under 4 of 16 families of methods, where Cedar is first under 12.")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (None, "No importance, moved alone between 0 and 100, puts another candidate first."),
        (
            SliderChange("quality", 60, 31, CEDAR),
            "Lowering the importance of Quality from 60 to 31, all others unchanged, puts Cedar first.",
        ),
        (
            SliderChange("speed", 100 / 3, 1500.25, BIRCH),
            "Raising the importance of Speed from 33.3333 to 1\u202f500.25, all others unchanged, puts Birch first.",
        ),
    ],
)
def test_the_nearest_change_says_which_way(change: SliderChange | None, said: str) -> None:
    assert nearest_change(EVALUATION, replace(FOUND, change=change)) == said


def test_the_engineers_would_have_to_lower_the_importance_of_price_beyond_the_tie() -> None:
    # Birch over Cedar is 0.05 · 20 - 0.10 p: level at exactly 10 points, so 10 would not do.
    assert nearest_change(evaluated(ENGINEERS), robust(ENGINEERS)) == (
        "Lowering the importance of Price from 30 to 9, all others unchanged, puts Birch first."
    )


def test_what_was_drawn_is_told_with_its_error() -> None:
    weights = replace(FOUND.weights, draws=10_000, error=0.0098)
    found = replace(FOUND, weights=weights, evidence=None)
    assert drawn(EVALUATION, found) == ("10\u202f000 weightings drawn, each weight within ±25% (to ±1%).")
    evidence = replace(FOUND.weights, draws=1_000, error=0.031)
    assert drawn(EVALUATION, replace(found, evidence=evidence)) == (
        "10\u202f000 weightings drawn, each weight within ±25% (to ±1%), and 1\u202f000 sets of ratings between low and high (to ±3.1%)."
    )
