"""Scores against the formula of the paper written out in exact fractions, for every method under every normalization."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import published_formulas as formulas
import pytest
from looped import each
from problems import HIGHEST, LOWEST, VARIANTS, scored
from whole_numbers import (
    CLOSE,
    FEW_SEEDS,
    REVERSED,
    SEEDS,
    literal,
    normalized,
    whole_numbers,
)

from criteria.ranking.catalogue import METHODS
from criteria.ranking.score import score


@pytest.mark.parametrize(("method", "normalization"), VARIANTS)
@each(seed=FEW_SEEDS)
def test_scores_equal_the_formula_of_the_paper(method: str, normalization: str, seed: int) -> None:
    problem = whole_numbers(seed)
    expected = np.array(literal(method, normalization, problem), dtype=float)
    np.testing.assert_allclose(scored(method, normalization, problem).values, expected, **CLOSE)


@pytest.mark.parametrize("synthesis", ["ideal", "distributive"])
@each(seed=FEW_SEEDS)
def test_ahp_syntheses_equal_exact_fractions(synthesis: str, seed: int) -> None:
    problem = whole_numbers(seed)
    rows = formulas.exact(problem.performances)
    formula = formulas.linear if synthesis == "ideal" else formulas.inverted_share_of_sum
    expected = formulas.weighted_sum(
        formulas.by_column(rows, problem.maximized, formula), formulas.shares(problem.weights)
    )
    found = scored("ahp", "linear", problem, synthesis=synthesis).values
    np.testing.assert_allclose(found, np.array(expected, dtype=float), **CLOSE)


def test_distributive_ahp_on_declared_scales_equals_exact_fractions() -> None:
    problem = whole_numbers(1)
    values = normalized(problem, "scale", REVERSED)
    totals = [sum(c) for c in formulas.columns(values)]
    shares = [[v / t for v, t in zip(row, totals, strict=True)] for row in values]
    expected = formulas.weighted_sum(shares, formulas.shares(problem.weights))
    found = scored("ahp", "scale", problem, synthesis="distributive").values
    np.testing.assert_allclose(found, np.array(expected, dtype=float), **CLOSE)


@each(seed=FEW_SEEDS)
def test_edas_with_columns_of_zeros_equals_exact_fractions(seed: int) -> None:
    problem = whole_numbers(seed)
    performances = problem.performances.copy()
    performances[:, 0] = 0.0
    performances[0, 1] = 0.0
    expected = formulas.edas(
        formulas.exact(performances), formulas.shares(problem.weights), problem.maximized
    )
    found = score("edas", performances, problem.weights, problem.maximized).values
    np.testing.assert_allclose(found, np.array(expected, dtype=float), **CLOSE)


@each(seed=FEW_SEEDS)
def test_copras_without_costs_equals_exact_fractions(seed: int) -> None:
    problem = whole_numbers(seed)
    every = np.ones_like(problem.maximized)
    expected = formulas.copras(formulas.exact(problem.performances), formulas.shares(problem.weights), every)
    found = score("copras", problem.performances, problem.weights, every).values
    np.testing.assert_allclose(found, np.array(expected, dtype=float), **CLOSE)


def test_a_cost_of_zero_is_the_best_in_copras_as_the_limit_of_exact_fractions() -> None:
    rows, weights, maximized = [[8.0, 0.0], [9.0, 3.0], [4.0, 5.0]], [2.0, 1.0], [True, False]
    nearly = formulas.exact(rows)
    nearly[0][1] = Fraction(1, 10**30)
    expected = formulas.copras(nearly, formulas.shares(weights), maximized)
    found = score("copras", rows, weights, maximized)
    np.testing.assert_allclose(found.values, np.array(expected, dtype=float), rtol=1e-12)
    assert found.ranks.tolist() == [1, 2, 3]


@each(seed=SEEDS)
def test_vikor_compromise_sets_equal_exact_fractions(seed: int) -> None:
    problem = whole_numbers(seed)
    s, r, q = formulas.vikor(
        normalized(problem, "minmax", REVERSED), formulas.shares(problem.weights), Fraction(1, 2)
    )
    details = scored("vikor", "minmax", problem).details
    assert set(details["compromise_set"].tolist()) == formulas.compromise_set(s, r, q)


def test_an_advantage_of_exactly_one_step_is_acceptable_in_vikor_by_condition_c1() -> None:
    # Q is 0, 1/2 and 1, and three alternatives need an advantage of 1 / (3 - 1).
    details = score("vikor", [[0.0], [0.5], [1.0]], [1.0], [False]).details
    assert details["acceptable_advantage"] is True
    assert details["compromise_set"].tolist() == [0]


@each(seed=FEW_SEEDS)
def test_multimoora_factors_equal_the_formula_of_the_paper(seed: int) -> None:
    problem = whole_numbers(seed)
    rows, weights = formulas.exact(problem.performances), formulas.shares(problem.weights)
    values = formulas.by_column(rows, problem.maximized, formulas.vector)
    products = []
    for row in values:
        product = 1.0
        for w, v, sense in zip(weights, row, problem.maximized, strict=True):
            product = product * (float(w) * v) if sense else product / (float(w) * v)
        products.append(product)
    details = scored("multimoora", "vector", problem, full_multiplicative="factors").details
    np.testing.assert_allclose(details["full_multiplicative"], products, **CLOSE)
    np.testing.assert_allclose(
        details["ratio"], formulas.moora_ratio(rows, weights, problem.maximized), **CLOSE
    )
    np.testing.assert_allclose(
        details["reference_point"], formulas.moora_reference_point(rows, weights, problem.maximized), **CLOSE
    )


@each(seed=FEW_SEEDS)
def test_parameters_of_library_methods_reach_the_formula_of_the_paper(seed: int) -> None:
    problem = whole_numbers(seed)
    rng = np.random.default_rng(seed)
    weights = formulas.shares(problem.weights)
    values = normalized(problem, "minmax", REVERSED)
    share, tau = float(rng.uniform()), float(rng.uniform(0.05, 0.3))
    alpha, loss = float(rng.uniform(0.5, 1.0)), float(rng.uniform(1.0, 3.0))
    reference = rng.uniform(0.1, 0.9, len(weights))
    upwards = np.array(problem.maximized, dtype=bool)
    raw = LOWEST + (HIGHEST - LOWEST) * np.where(upwards, reference, 1 - reference)
    placed = [[float(v) for v in row] for row in normalized(problem, "scale", REVERSED)]
    pairs = [
        (scored("codas", "minmax", problem, tau=tau), formulas.codas(values, weights, tau)),
        (
            scored("cocoso", "linear", problem, lambda_=share),
            formulas.cocoso(normalized(problem, "linear", REVERSED), weights, share),
        ),
        (
            scored("ervd", "scale", problem, alpha=alpha, lambda_=loss, reference_points=raw),
            formulas.ervd(placed, weights, reference, alpha, loss),
        ),
    ]
    for found, expected in pairs:
        np.testing.assert_allclose(found.values, expected, **CLOSE)


def test_every_method_under_every_normalization_has_an_oracle() -> None:
    assert {key for key, _ in VARIANTS} == set(METHODS)
    for method, normalization in VARIANTS:
        assert len(literal(method, normalization, whole_numbers(0))) == len(whole_numbers(0).performances)
