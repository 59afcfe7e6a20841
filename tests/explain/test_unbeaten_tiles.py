"""Tiles of a partial order say the shares of the sentences, of those in front the one that stays there least often."""

from __future__ import annotations

import numpy as np
import pytest
from by_hand import BASE, evaluated

from criteria.explain.lead import foremost
from criteria.explain.staying_unbeaten import other_sentence, unbeaten_sentences
from criteria.explain.unbeaten_tiles import unbeaten_tiles
from criteria.model.evaluation import Evaluation
from criteria.robustness.evaluated.on_request import Unbeaten
from criteria.robustness.evaluated.votes import Vote

PARTIAL = evaluated(BASE.with_method("promethee_i"))
KERNEL = evaluated(BASE.with_method("electre_i"))


def found_for(evaluation: Evaluation, *, evidence: bool = True) -> Unbeaten:
    """Return shares that fall from the first to the last, and two votes of three for the first."""
    weights = np.linspace(0.97, 0.3, len(evaluation.ranked))
    first = evaluation.order[0]
    votes = tuple(Vote((name,), (first if name != "c" else evaluation.order[-1],)) for name in "abc")
    return Unbeaten(weights, weights / 2 if evidence else None, 300, votes)


@pytest.mark.parametrize("evaluation", [PARTIAL, KERNEL], ids=["partial", "kernel"])
def test_every_figure_and_error_of_a_tile_stands_in_the_sentences_as_well(evaluation: Evaluation) -> None:
    found = found_for(evaluation)
    said = " ".join(unbeaten_sentences(evaluation, found))
    weights, evidence, methods = unbeaten_tiles(evaluation, found)
    for tile in (weights, evidence):
        assert f"in {tile.figure} ({tile.error}) of" in said
        assert tile.low <= tile.share <= tile.high
        assert ("kernel" in tile.about) is (evaluation is KERNEL)
    assert (methods.figure, methods.votes, methods.level) == ("2 of 3", (2, 3), "leaning")


def test_of_several_in_front_the_least_is_told_by_name() -> None:
    front = foremost(KERNEL)
    assert len(front) > 1
    weights = unbeaten_tiles(KERNEL, found_for(KERNEL))[0]
    least = KERNEL.alternatives[max(front)].label  # the shares fall from the first to the last
    assert (
        weights.about == f"of weightings within ±25% keep {least} in the kernel, the others at least as often"
    )


def test_what_is_not_varied_has_no_share_and_says_why() -> None:
    tiles = unbeaten_tiles(PARTIAL, found_for(PARTIAL, evidence=False))
    assert (tiles[1].figure, tiles[1].about) == ("–", "no rating comes with a range")


def test_who_else_may_be_in_front_is_the_one_that_is_most_often() -> None:
    said = other_sentence(PARTIAL, found_for(PARTIAL))
    assert said in unbeaten_sentences(PARTIAL, found_for(PARTIAL))
    nobody = np.zeros(len(PARTIAL.ranked))
    assert other_sentence(PARTIAL, Unbeaten(nobody, None, 300)) == ""
