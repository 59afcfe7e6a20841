"""Statements that were once false, on the data of then: kept copies of the problems. Each has its right value from elsewhere, or from trying it."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from claims import flip_claims, sweep_claims

import criteria
from criteria.explain.answers import flip_answer, sweep_answer
from criteria.explain.firmness import firmness
from criteria.explain.lead import lead_sentence
from criteria.explain.verdict import verdict
from criteria.model.evaluation import Evaluation
from criteria.model.problem import Problem
from criteria.robustness.evaluated import figures
from criteria.robustness.evaluated.summary import robustness_of

FROZEN = Path(__file__).parents[1] / "golden" / "problems"


@cache
def case() -> Problem:
    return criteria.load_problem(FROZEN / "automotive-cloud")


def ranked(profile: str, method: str) -> Evaluation:
    scenario = case().base_scenario(profile or None).with_method(method)
    return criteria.evaluate(case(), scenario, methods=())


def test_a_leader_between_two_points_of_a_grid_is_named_and_one_who_never_leads_is_not() -> None:
    evaluation = ranked("cto-connected", "topsis")
    sweep = figures.weight_sweep_of(evaluation, "ip-renault")
    harman = next(s for s in sweep.stretches if evaluation.alternatives[s.leader].id == "harman")
    # No point of a grid of hundredths; each end is tried below, through the model.
    assert (harman.low, harman.high) == pytest.approx((0.0432, 0.0480), abs=1e-4)
    said = sweep_answer(evaluation, sweep, "Entanglement with Renault")
    assert "HARMAN from 4.4%" in said
    assert said.endswith("and HARMAN leads.")
    assert lead_sentence(evaluation).startswith("HARMAN leads")
    assert all(claim.true(case()) for claim in sweep_claims(evaluation, "ip-renault"))
    evaluation = ranked("finance-procurement", "topsis")
    sweep = figures.weight_sweep_of(evaluation, "sec-geo")
    assert "NTT" not in sweep_answer(evaluation, sweep, "Export-control exposure")
    tried = list(sweep_claims(evaluation, "sec-geo"))
    assert len(tried) >= 2
    assert all(claim.true(case()) for claim in tried)


@pytest.mark.slow
def test_the_smallest_flip_under_vikor_is_no_farther_than_the_one_that_exists() -> None:
    evaluation = ranked("alliance-relations", "vikor")
    flip = figures.smallest_flip_of(evaluation, "l1")
    assert flip is not None
    assert 50 * flip.distance <= 2.960  # percentage points that change hands; 3.377 was called the fewest
    assert "the nearest found" in flip_answer(evaluation, flip)
    (level,) = flip_claims(evaluation)
    assert level.true(case())


@pytest.mark.parametrize("method", ["mairca", "moora", "waspas", "probid", "ram", "topsis"])
def test_a_lead_is_the_difference_of_the_scores_printed_beside_it_and_never_nothing(method: str) -> None:
    evaluation = ranked("", method)
    lead = re.search(r"by ([\d.]+)$", lead_sentence(evaluation))
    first, second = re.match(r"([\d.]+) against ([\d.]+):", verdict(evaluation).sentences[0]).groups()  # type: ignore[union-attr]
    assert lead is not None
    assert float(lead[1]) > 0
    digits = len(first.partition(".")[2])
    assert f"{abs(float(first) - float(second)):.{digits}f}" == f"{float(lead[1]):.{digits}f}"


def test_no_lead_is_published_where_the_method_publishes_none() -> None:
    evaluation = ranked("", "electre_iii")
    said = verdict(evaluation)
    assert "leads" not in said.headline
    assert not said.tested
    assert not re.search(r"\d against", " ".join(said.sentences))


def test_all_of_the_draws_is_a_bound_and_100_only_where_it_is_proved() -> None:
    proved, drawn = (firmness(one, robustness_of(one))[0] for one in (ranked("", "wsm"), ranked("", "moora")))
    assert "100% of weightings" in proved
    assert "> 99.9% of weightings" in drawn
