"""The tiles say the figures of the headline's sentences, and the threats are what is left to a hundred."""

from __future__ import annotations

from dataclasses import replace

import pytest
from by_hand import evaluated, robust

import criteria
from criteria.explain.firmness import firmness
from criteria.explain.tiles import threat_tiles, tiles_of
from criteria.model.problem import Problem
from criteria.robustness.evaluated.summary import robustness_of
from criteria.robustness.evaluated.threats import threats_of


@pytest.mark.parametrize("method", ["topsis", "vikor"])
def test_every_figure_and_error_of_a_tile_stands_in_the_sentence_as_well(case: Problem, method: str) -> None:
    evaluation = criteria.evaluate(case, case.base_scenario().with_method(method), methods=())
    found = robustness_of(evaluation)
    said = firmness(evaluation, found)[0]
    weights, evidence, methods = tiles_of(evaluation, found)
    assert [weights.key, evidence.key, methods.key] == ["weights", "evidence", "methods"]
    for tile in (weights, evidence):
        assert f"in {tile.figure} ({tile.error}) of" in said
        assert tile.low <= tile.share <= tile.high
    assert f"under {methods.figure} families of methods" in said
    assert methods.votes == (found.agreeing, found.methods)


def test_a_word_is_that_of_the_share_and_says_what_it_means() -> None:
    evaluation, found = evaluated(), robust()
    methods = tiles_of(evaluation, replace(found, methods=20, first_under=(12, 8, 0)))[2]
    assert (methods.level, methods.word) == ("leaning", "fairly stable")
    assert "at least 60% of the cases" in methods.explained
    methods = tiles_of(evaluation, replace(found, methods=20, first_under=(8, 12, 0)))[2]
    assert (methods.level, methods.word) == ("open", "too close to call")
    assert methods.about == "families of methods put it first; Birch under 12"


def test_what_is_not_varied_has_no_share_and_says_why() -> None:
    tiles = tiles_of(evaluated(), replace(robust(), spread=0.0, evidence=None))
    assert [(tile.figure, tile.level) for tile in tiles[:2]] == [("–", ""), ("–", "")]
    assert tiles[0].about == "weights are not varied: ±0%"
    assert tiles[1].about == "no rating comes with a range"


def test_threats_are_ordered_and_lead_to_the_view_that_shows_more(case: Problem) -> None:
    evaluation = criteria.evaluate(case, case.base_scenario(), methods=())
    found = robustness_of(evaluation)
    threats = threats_of(evaluation, found)
    told = threat_tiles(found, threats)
    assert [tile.share for tile in told] == sorted((tile.share for tile in told), reverse=True)
    views = {tile.title: tile.key for tile in told}
    assert views == {
        "Normalization": "methods", "Evidence": "evidence", "Method": "methods", "Weights": "weights",
    }  # fmt: skip
    shares = {tile.key: tile for tile in tiles_of(evaluation, found)}
    for tile in told:
        if tile.title in ("Weights", "Evidence"):
            assert tile.share == pytest.approx(1 - shares[tile.key].share)
            assert (tile.error, tile.level) == (shares[tile.key].error, shares[tile.key].level)
