"""Acceptability with weights between bounds and in an order of importance, against exact areas."""

from __future__ import annotations

import numpy as np
import pytest

import criteria
from criteria.errors import CriteriaError
from criteria.model.problem import Problem
from criteria.robustness import acceptability
from criteria.robustness.engine.draws import weights_between
from criteria.robustness.evaluated import figures
from criteria.weighting import rank_order
from criteria.weighting.panel import member_weights, panel_members

VALUES = [[0.9, 0.2], [0.1, 0.8]]


def drawn(**asked: object) -> np.ndarray:
    return acceptability(
        "wsm", VALUES, [True, True], normalization="none", draws=100_000, rng=1, **asked
    ).first


def test_within_intervals_the_share_is_the_length_on_which_a_candidate_leads() -> None:
    # The first leads where 0.8 w > 0.6 (1 - w), that is above 3/7; the first weight runs from 0.3 to 0.6.
    assert drawn(within=[[0.3, 0.6], [0.2, 0.9]])[0] == pytest.approx((0.6 - 3 / 7) / 0.3, abs=0.006)


def test_an_interval_of_one_weight_draws_that_weight() -> None:
    assert drawn(within=[[0.3, 0.3], [0.7, 0.7]]).tolist() == [0.0, 1.0]


def test_a_fixed_weight_leaves_the_others_their_room() -> None:
    sampler = weights_between(np.array([0.5, 0.0, 0.1]), np.array([0.5, 0.4, 0.5]))
    weights = sampler(20_000, np.random.default_rng(2))
    assert np.all(weights[:, 0] == 0.5)
    assert weights.sum(axis=1) == pytest.approx(1)
    assert weights[:, 1].min() >= -1e-12
    assert weights[:, 1].max() <= 0.4 + 1e-12
    assert weights[:, 1].mean() == pytest.approx(0.2, abs=0.005)


def test_in_an_order_of_importance_the_mean_weights_are_the_rank_order_centroid() -> None:
    performances = [[1.0, 1.0, 1.0]]
    found = acceptability(
        "wsm", performances, [True] * 3, ranking=[2, 1, 3], draws=200_000, rng=1, normalization="none"
    )
    assert found.central_weights[0] == pytest.approx(rank_order([2, 1, 3]).weights, abs=0.003)


@pytest.mark.parametrize(
    "within",
    [
        [[0.6, 0.9], [0.5, 0.9]],
        [[0.0, 0.2], [0.0, 0.3]],
        [[0.5, 0.2], [0.0, 1.0]],
        [[-0.1, 0.5], [0.0, 1.0]],
        [[0.5], [0.5]],
        [[0.5, np.nan], [0, 1]],
    ],
)
def test_intervals_without_weights_are_refused_in_a_sentence(within: list[list[float]]) -> None:
    with pytest.raises(CriteriaError, match=r"intervals|lowest and a highest|finite"):
        drawn(within=within)


@pytest.mark.slow
def test_between_the_stakeholders_every_weight_lies_between_theirs(case: Problem) -> None:
    evaluation = criteria.evaluate(case, case.base_scenario(), methods=())
    found = figures.acceptability_of(evaluation, "members")
    own = [member_weights(case, m).leaf_weights for m in panel_members(case, evaluation.scenario.panel)]
    low, high = np.min(own, axis=0), np.max(own, axis=0)
    central = found.central_weights[~np.isnan(found.central_weights).any(axis=1)]
    assert np.all(central >= low - 1e-9)
    assert np.all(central <= high + 1e-9)
    assert found.first.sum() == pytest.approx(1)


def test_the_present_order_of_importance_is_kept(case: Problem) -> None:
    evaluation = criteria.evaluate(case, case.base_scenario("ip-legal"), methods=())
    central = figures.acceptability_of(evaluation, "order").central_weights
    central = central[~np.isnan(central).any(axis=1)]
    order = np.argsort(-evaluation.weights, kind="stable")
    strictly = np.flatnonzero(np.diff(evaluation.weights[order]) < -1e-12)
    assert len(strictly) > 3
    for place in strictly:
        assert np.all(central[:, order[place]] >= central[:, order[place + 1]])


def test_without_stakeholders_a_sentence_says_so(aircraft: Problem) -> None:
    evaluation = criteria.evaluate(aircraft, aircraft.base_scenario(), methods=())
    with pytest.raises(CriteriaError, match="not two stakeholders"):
        figures.acceptability_of(evaluation, "members")
