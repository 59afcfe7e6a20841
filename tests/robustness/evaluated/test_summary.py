"""What stands behind the headline, against numbers from a pencil and from integration."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from by_hand import ASH, BASE, evaluated, robust
from flat_problems import flat

from criteria.errors import CriteriaError
from criteria.explain.verdict import verdict
from criteria.model.uncertainty import Uncertainty
from criteria.ranking.evaluate import evaluate
from criteria.robustness.evaluated.figures import acceptability_of
from criteria.robustness.evaluated.summary import live, live_robustness, robustness_of


def middles(low: float, high: float, count: int = 120) -> np.ndarray:
    """Return the middles of equal parts of an interval."""
    return low + (high - low) * (np.arange(count) + 0.5) / count


def triangular(low: float, mode: float, high: float, count: int = 120) -> np.ndarray:
    """Return values at the middles of equal shares of a triangular distribution."""
    u = middles(0, 1, count)
    left = low + np.sqrt(u * (high - low) * (mode - low))
    right = high - np.sqrt((1 - u) * (high - low) * (high - mode))
    return np.where(u < (mode - low) / (high - low), left, right)


@pytest.mark.parametrize("spread", [0.0, 0.25, 0.6])
def test_the_share_of_weightings_follows_a_range_of_a_weight(spread: float) -> None:
    low, high = 0.30, 0.52  # quality weighs 0.6 now
    scenario = BASE.with_uncertainty(Uncertainty(spread=spread)).with_ranges([("quality", low, high)])
    found = robust(scenario)
    # Quality as it is drawn; speed and price share what it leaves, each within the spread of its weight before that.
    q, s, p = np.meshgrid(
        middles(low, high),
        *(middles(0.2 * (1 - spread), 0.2 * (1 + spread)) for _other in range(2)),
        indexing="ij",
    )
    s, p = ((1 - q) * part / (s + p) for part in (s, p))
    first = np.mean((0.2 * q > 0.1 * s + 0.2 * p) & (0.25 * q > 0.1 * s + 0.3 * p))
    assert 0.05 < first < 0.95
    assert found.weights.first[ASH] == pytest.approx(first, abs=found.weights.error)
    assert (
        found.weights.first[ASH]
        < robust(BASE.with_uncertainty(Uncertainty(spread=spread))).weights.first[ASH]
    )
    assert "weights" in found.drawn  # varied, whatever the spread
    assert not np.any(found.weights.proved)


@pytest.mark.parametrize("spread", [0.25, 0.5, 0.8])
def test_the_share_of_weightings_is_that_of_the_volume(spread: float) -> None:
    found = robust(BASE.with_uncertainty(Uncertainty(spread=spread)))
    q, s, p = np.meshgrid(
        *(middles(w * (1 - spread), w * (1 + spread)) for w in (0.6, 0.2, 0.2)), indexing="ij"
    )
    first = np.mean((0.2 * q > 0.1 * s + 0.2 * p) & (0.25 * q > 0.1 * s + 0.3 * p))
    assert found.weights.draws == 10_000
    assert found.weights.first[ASH] == pytest.approx(first, abs=0.015)
    assert bool(found.weights.first[ASH] == 1.0) is (spread == 0.25)


def test_the_share_of_the_evidence_is_that_of_the_volume() -> None:
    # Ash 0.26 + 0.06 x with x from 6 over 8 to 9; Birch 0.52 + 0.02 y with y from 6 over 8 to 10; Cedar 0.51 + 0.02 z, z anywhere in 0 to 10.
    x, y, z = np.meshgrid(triangular(6, 8, 9), triangular(6, 8, 10), middles(0, 10), indexing="ij")
    ash, birch, cedar = 0.26 + 0.06 * x, 0.52 + 0.02 * y, 0.51 + 0.02 * z
    exact = [
        np.mean((a > b) & (a > c))
        for a, b, c in ((ash, birch, cedar), (birch, ash, cedar), (cedar, ash, birch))
    ]
    evidence = robust().evidence
    assert evidence is not None
    assert evidence.draws == 1_000
    assert evidence.first == pytest.approx(exact, abs=0.045)


def test_the_votes_are_counted_for_each_candidate() -> None:
    found = robust()
    assert found.methods == len(found.votes)
    assert list(found.first_under) == [sum(i in vote.first for vote in found.votes) for i in range(3)]
    assert found.agreeing == found.first_under[ASH]


def test_the_vote_of_the_method_in_use_is_that_of_its_normalization() -> None:
    scenario = BASE.with_method("topsis", "minmax")
    found, usual = robustness_of(evaluated(scenario)), robustness_of(evaluated(BASE.with_method("topsis")))
    # Among three candidates the simplified PROBID orders as TOPSIS with vectors does; with minmax each votes by itself.
    assert found.methods == usual.methods + 1
    assert found.votes[0].first == tuple(np.flatnonzero(evaluated(scenario).ranks == 1))
    assert found.votes[0].methods == ("topsis",)


def test_the_same_seed_gives_the_same_figures_and_another_one_others() -> None:
    wide = BASE.with_uncertainty(Uncertainty(spread=0.8))
    again = robustness_of(evaluated(wide))
    assert again.weights.ranks.tolist() == robust(wide).weights.ranks.tolist()
    other = robustness_of(evaluated(wide.with_uncertainty(replace(wide.uncertainty, seed=2))))
    assert other.weights.ranks.tolist() != again.weights.ranks.tolist()


@pytest.mark.parametrize(
    ("method", "alive"),
    [
        ("wsm", True),
        ("vikor", True),
        ("promethee_i", False),
        ("electre_i", False),
        ("electre_ii", False),
        ("codas", True),
    ],
)
def test_only_a_complete_order_by_a_kernel_has_figures_at_once(method: str, alive: bool) -> None:
    assert live(evaluated(BASE.with_method(method))) is alive


def test_one_candidate_alone_has_no_figures() -> None:
    assert not live(evaluated(BASE.with_set_aside("ash").with_set_aside("birch")))


def test_headline_bars_and_charts_hold_the_same_shares() -> None:
    wide = BASE.with_uncertainty(Uncertainty(spread=0.8, draws=3_000))
    headline, evaluation = robust(wide), evaluated(wide)
    for varied, shown in (("around", headline.weights), ("evidence", headline.evidence)):
        chart = acceptability_of(evaluation, varied)
        assert shown is not None
        assert shown.draws == chart.draws
        assert shown.ranks.tolist() == chart.ranks.tolist()


def test_of_many_candidates_the_leader_is_compared_with_each_as_all_are_on_request() -> None:
    problem = flat(np.random.default_rng(4).uniform(0, 1, (70, 3)).tolist(), scale=(0, 1))
    evaluation = evaluate(problem, problem.base_scenario().with_method("wsm"), methods=())
    headline, chart = robustness_of(evaluation).weights, acceptability_of(evaluation, "around")
    leader = evaluation.order[0]
    assert headline.ranks.tolist() == chart.ranks.tolist()
    assert headline.pairwise_winning[leader].tolist() == chart.pairwise_winning[leader].tolist()
    assert np.isnan(np.delete(headline.pairwise_winning, leader, axis=0)).all()


def test_where_nothing_is_varied_nothing_is_said_to_be_firm() -> None:
    problem = flat([[0.9, 0.4], [0.5, 0.5]], scale=(0, 1))
    scenario = problem.base_scenario().with_method("wsm").with_uncertainty(Uncertainty(spread=0))
    still = evaluate(problem, scenario, methods=())
    assert live_robustness(still) is None
    with pytest.raises(CriteriaError, match="Nothing is varied"):
        robustness_of(still)
    assert verdict(still).caution.endswith("not tested")
