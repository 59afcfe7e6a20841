"""The methods' vote on an evaluation: one a family, as the page would show it."""

from __future__ import annotations

import numpy as np
import pytest
from by_hand import BASE, PROBLEM, evaluated

import criteria
from criteria.model.evidence import Performance
from criteria.ranking.families.votes import has_vote
from criteria.robustness.agreement import agreement_of
from criteria.robustness.evaluated.summary import robustness_of
from criteria.robustness.evaluated.votes import families_of, votes_of

VOTING = {key for key, row in criteria.METHODS.items() if has_vote(row)}


def test_every_vote_is_that_of_each_of_its_methods_as_the_page_would_show_it() -> None:
    votes = votes_of(evaluated())
    assert sorted(key for vote in votes for key in vote.methods) == sorted(VOTING)
    for vote in votes:
        for key in vote.methods:
            shown = criteria.evaluate(PROBLEM, BASE.with_method(key), methods=())
            assert vote.first == tuple(np.flatnonzero(shown.ranks == 1)), key


def test_three_candidates_on_declared_scales_have_two_families_with_relatives() -> None:
    together = [family for family in families_of(evaluated()) if len(family) > 1]
    assert together == [
        ("wsm", "ahp", "spotis", "mabac"),
        ("topsis", "simplified_probid"),
    ]


def test_the_method_in_use_votes_for_its_family_with_its_normalization() -> None:
    found = votes_of(evaluated(BASE.with_method("mabac")))
    assert found[0].methods == ("mabac", "wsm", "ahp", "spotis")
    other = votes_of(evaluated(BASE.with_method("wsm", "linear")))
    assert other[0].methods == ("wsm", "marcos")
    assert ("ahp", "spotis", "mabac") in [vote.methods for vote in other]


@pytest.mark.parametrize("method", ["topsis", "wsm", "copras"])
def test_headline_and_page_count_the_same_votes(method: str) -> None:
    scenario = BASE.with_method(method)
    headline = robustness_of(evaluated(scenario))
    whole = evaluated(scenario, *criteria.METHODS)
    page = agreement_of(whole.method_ranks, whole.method_failures, families_of(whole))
    assert headline.methods == len(page.families)
    assert list(headline.first_under) == page.votes.tolist()


def test_a_family_that_cannot_take_the_performances_is_counted_nowhere() -> None:
    # A cost of 0: WPM falls to declared scales, where it is 1; the full multiplicative form, MARCOS and OCRA divide by it.
    rows = [list(row) for row in PROBLEM.performances]
    rows[2][2] = Performance(likely=0.0)
    problem = criteria.model.problem.Problem(
        PROBLEM.id, PROBLEM.title, PROBLEM.criteria, PROBLEM.alternatives, tuple(tuple(row) for row in rows)
    )
    evaluation = criteria.evaluate(problem, problem.base_scenario().with_method("wsm"), methods=())
    voted = {key for vote in votes_of(evaluation) for key in vote.methods}
    refused = {
        key
        for key, why in criteria.evaluate(problem, evaluation.scenario).method_failures.items()
        if key in VOTING and why
    }
    assert {"full_multiplicative_form", "marcos", "ocra", "aras"} <= refused
    assert len(votes_of(evaluation)) == robustness_of(evaluation).methods < len(families_of(evaluation))
    assert not voted & (refused - {"simplified_probid"})
