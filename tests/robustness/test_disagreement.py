"""Disagreement that matters, checked against `score` alone: at every member's weight, and on a dense grid along the line."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

import criteria
from criteria.model.evaluation import Evaluation
from criteria.model.judgements import Panel
from criteria.model.problem import Problem
from criteria.ranking.matrix import maximized, settings_from
from criteria.robustness.disagreement import Disagreement, disagreements, winners
from criteria.robustness.evaluated.inputs import members_of
from criteria.weighting.panel import (
    group_of,
    importances_from,
    importances_of_leaves,
    member_weights,
    panel_members,
)

METHODS = ("topsis", "wsm", "vikor", "promethee_ii", "wpm")


def everybody(case: Problem, method: str) -> tuple[Evaluation, dict[str, np.ndarray]]:
    """Return the case at its group's weights, and each stakeholder's own weights."""
    found = [member_weights(case, member) for member in panel_members(case, Panel())]
    group = group_of(case, Panel(), found)
    scenario = case.base_scenario().with_method(method)
    scenario = scenario.with_importances(importances_from(case, group.local))
    own = {one.member.id: one.leaf_weights for one in found if one.leaf_weights is not None}
    return criteria.evaluate(case, scenario, methods=()), own


def strangers(problem: Problem, method: str, seed: int) -> tuple[Evaluation, dict[str, np.ndarray]]:
    """Return a problem at somebody's weights, and five people who have nothing in common."""
    draws = np.random.default_rng(seed).dirichlet(np.ones(len(problem.leaves)), 6)
    scenario = problem.base_scenario().with_method(method).with_blanks("median")
    scenario = scenario.with_importances(importances_of_leaves(problem, draws[0]))
    own = {f"m{k}": row for k, row in enumerate(draws[1:])}
    return criteria.evaluate(problem, scenario, methods=()), own


def merits(evaluation: Evaluation, weights: np.ndarray) -> np.ndarray:
    """Return scores (..., m), more is better, from the public function alone."""
    row = criteria.METHODS[evaluation.scenario.method]
    settings = settings_from(evaluation.problem, row, evaluation.normalization)
    found = criteria.score(
        row.key, evaluation.performances, weights, maximized(evaluation.problem), **settings
    )
    return found.values if found.higher_is_better else -found.values


def moved(weights: np.ndarray, leaves: list[int], share: float) -> np.ndarray:
    """Return the weights with these leaves together at a share, all else in proportion."""
    inside = np.zeros(len(weights), dtype=bool)
    inside[leaves] = True
    return np.where(
        inside, weights / weights[inside].sum() * share, weights / weights[~inside].sum() * (1 - share)
    )


def lead_at(evaluation: Evaluation, row: Disagreement, share: float) -> float:
    """Return how far the group's leader is ahead of all others where the criterion has this share."""
    leaves = members_of(evaluation.problem, row.criterion)
    values = merits(evaluation, moved(evaluation.weights, leaves, share))
    leader = evaluation.order[0]
    return float(values[leader] - np.delete(values, leader).max())


QUICK = (
    "topsis",
    "wsm",
    "wpm",
)  # a polynomial, a linear one, one on logarithms; the others on the large problem are slow
SITUATIONS = [
    *(
        pytest.param(("case", method, None), marks=() if method in QUICK else pytest.mark.slow)
        for method in METHODS
    ),
    *(
        pytest.param((name, method, seed), marks=() if seed == 1 else pytest.mark.slow)
        for name in ("aircraft", "suppliers")
        for method in METHODS
        for seed in (1, 2, 3)
    ),
]


@pytest.fixture(params=SITUATIONS, ids=lambda s: "-".join(map(str, s)))
def situation(request: pytest.FixtureRequest) -> tuple[Evaluation, dict[str, np.ndarray]]:
    name, method, seed = request.param
    problem = request.getfixturevalue(name)
    return everybody(problem, method) if seed is None else strangers(problem, method, seed)


def test_it_matters_where_somebody_else_leads_at_a_members_weight(
    situation: tuple[Evaluation, dict[str, np.ndarray]],
) -> None:
    evaluation, own = situation
    rows = disagreements(evaluation, list(own.values()))
    assert sorted(row.criterion for row in rows) == sorted(c.id for c in evaluation.problem.criteria)
    for row in rows:
        leaves = members_of(evaluation.problem, row.criterion)
        assert row.shares == pytest.approx([weights[leaves].sum() for weights in own.values()])
        assert row.group == pytest.approx(evaluation.weights[leaves].sum())
        leads = np.array([lead_at(evaluation, row, share) for share in row.shares])
        assert set(np.flatnonzero(leads < -1e-9)) == set(row.beyond)
        assert row.matters == bool(np.any(leads < -1e-9))
        if evaluation.scenario.method != "wpm":  # where the lead is told between logarithms
            assert row.lead == pytest.approx(leads.min(), abs=1e-9)
        for share, said, leaders in zip(row.shares, row.said, row.leaders, strict=True):
            for place in (share, said):
                values = merits(evaluation, moved(evaluation.weights, leaves, place))
                first = np.flatnonzero(values >= values.max() - 1e-9)
                assert tuple(first) == leaders
            assert abs(share - said) <= 0.005 + 1e-9


def test_the_leader_stays_first_between_the_ends_and_no_further(
    situation: tuple[Evaluation, dict[str, np.ndarray]],
) -> None:
    evaluation, own = situation
    for row in disagreements(evaluation, list(own.values())):
        low, high = row.stays
        assert low - 1e-9 <= row.group <= high + 1e-9
        for share in np.linspace(low, high, 41)[1:-1]:
            assert lead_at(evaluation, row, share) > -1e-9
        for beyond in (low - 1e-5, high + 1e-5):
            if 0 < beyond < 1:
                assert lead_at(evaluation, row, beyond) < 1e-9


def test_those_that_matter_come_first_by_who_lies_beyond_then_by_the_lead_lost(case: Problem) -> None:
    evaluation, own = everybody(case, "topsis")
    rows = disagreements(evaluation, list(own.values()))
    matter = [row.matters for row in rows]
    assert 0 < sum(matter) < len(rows)
    assert matter == sorted(matter, reverse=True)
    beyond = [len(row.beyond) for row in rows]
    assert beyond == sorted(beyond, reverse=True)
    for one, other in pairwise(rows):
        if len(one.beyond) == len(other.beyond):
            assert one.lead <= other.lead


def test_what_members_count_decides_the_order(case: Problem) -> None:
    evaluation, own = everybody(case, "topsis")
    plain = disagreements(evaluation, list(own.values()))
    loner = next(row for row in reversed(plain) if row.matters)
    assert plain[0] != loner
    counts = [1000.0 if k in loner.beyond else 0.001 for k in range(len(own))]
    first = disagreements(evaluation, list(own.values()), counts)[0]
    assert set(loner.beyond) <= set(first.beyond)


def test_members_who_agree_have_nothing_to_discuss(aircraft: Problem) -> None:
    evaluation = criteria.evaluate(aircraft, aircraft.base_scenario(), methods=())
    rows = disagreements(evaluation, [evaluation.weights] * 3)
    assert not any(row.matters for row in rows)
    assert [row.spread for row in rows] == pytest.approx([0.0] * len(rows))
    assert {row.leaders for row in rows} == {((evaluation.order[0],),) * 3}


def test_the_spread_is_the_largest_difference(aircraft: Problem) -> None:
    evaluation, own = strangers(aircraft, "wsm", 1)
    for row in disagreements(evaluation, list(own.values())):
        assert row.spread == max(row.shares) - min(row.shares)


@pytest.mark.parametrize(
    "method", [pytest.param(m, marks=() if m in QUICK else pytest.mark.slow) for m in METHODS]
)
def test_who_wins_by_whose_weights_is_who_leads_when_evaluated(case: Problem, method: str) -> None:
    evaluation, own = everybody(case, method)
    found = winners(evaluation, own)
    assert list(found) == list(own)
    for name, weights in own.items():
        scenario = evaluation.scenario.with_importances(importances_of_leaves(case, weights))
        alone = criteria.evaluate(case, scenario, methods=())
        first, second = alone.order[:2]
        assert found[name][0] == alone.leaders
        if method != "wpm":
            assert found[name][1] == pytest.approx(abs(alone.scores[first] - alone.scores[second]), abs=1e-5)


def test_a_candidate_alone_wins_by_everybodys_weights(case: Problem) -> None:
    scenario = case.base_scenario()
    for alternative in case.alternatives[1:]:
        scenario = scenario.with_set_aside(alternative.id)
    evaluation = criteria.evaluate(case, scenario, methods=())
    _evaluation, own = everybody(case, "topsis")
    assert len(evaluation.ranked) == 1
    assert set(winners(evaluation, own).values()) == {((0,), 0.0)}
    assert not any(row.matters for row in disagreements(evaluation, list(own.values())))


def test_without_anybody_who_weighed_the_whole_tree_nothing_matters(case: Problem) -> None:
    evaluation = criteria.evaluate(case, case.base_scenario(), methods=())
    assert not any(row.matters for row in disagreements(evaluation, []))


@pytest.mark.slow
def test_a_member_by_whose_weight_the_leader_leads_again_changes_nothing(suppliers: Problem) -> None:
    evaluation, own = strangers(suppliers, "electre_iii", 16)
    rows = disagreements(evaluation, list(own.values()))
    found = next(row for row in rows if row.criterion == "open-interfaces")
    assert all(evaluation.order[0] in first for first in found.leaders)
    assert not found.matters
