"""How firmly those in front of a partial order stay there, in words."""

from __future__ import annotations

import numpy as np
from by_hand import BASE, evaluated

from criteria.explain.staying_unbeaten import unbeaten_sentences
from criteria.explain.verdict import verdict
from criteria.robustness.evaluated.on_request import Unbeaten

PARTIAL = evaluated(BASE.with_method("promethee_i"))
KERNEL = evaluated(BASE.with_method("electre_i"))


def shares(*each: float) -> np.ndarray:
    return np.array(each)


def test_those_in_front_are_told_with_both_shares_and_the_next_with_its_own() -> None:
    found = Unbeaten(shares(0.9, 0.25, 0.0), shares(0.8, 0.1, 0.4), 300)
    assert unbeaten_sentences(PARTIAL, found) == [
        "Ash is unbeaten in 90% (±4) of 300 weightings within ±25%, and in 80% (±4.9) of 300 draws of the evidence.",
        "Of the others, Cedar is most often unbeaten: in < 1% of weightings and 40% (±5.7) of the draws of the evidence.",
    ]


def test_without_ranges_there_is_one_share_and_nobody_else_is_named_who_never_is() -> None:
    found = Unbeaten(shares(1.0, 0.0, 0.0), None, 300)
    assert unbeaten_sentences(PARTIAL, found) == ["Ash is unbeaten in > 99% of 300 weightings within ±25%."]


def test_a_kernel_is_told_as_one() -> None:
    found = Unbeaten(shares(0.9, 0.8, 0.7), None, 300)
    told = unbeaten_sentences(KERNEL, found)
    assert all("in the kernel" in sentence for sentence in told)
    assert "unbeaten" not in " ".join(told)


def test_a_test_takes_away_that_nobody_tested() -> None:
    before, after = verdict(PARTIAL), verdict(PARTIAL, Unbeaten(shares(0.9, 0.1, 0.0), None, 300))
    assert (before.caution, before.tested) == ("partial order, not tested", False)
    assert (after.caution, after.tested) == ("partial order", True)
    assert "has not been tested" in " ".join(before.sentences)
    assert "has not been tested" not in " ".join(after.sentences)
    assert "90%" in after.sentences[0]


def test_what_must_not_be_overlooked_stays_beside_the_tiles() -> None:
    said = verdict(PARTIAL, Unbeaten(shares(0.9, 0.1, 0.0), None, 300))
    assert said.caveats
    assert set(said.caveats) < set(said.sentences)
    assert not any("90%" in sentence for sentence in said.caveats)
