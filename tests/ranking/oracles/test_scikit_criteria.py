"""Scores against scikit-criteria with its own preprocessing, where it has the method and is right."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Mapping
from types import MappingProxyType

import numpy as np
import pytest
import skcriteria
from looped import each
from problems import Drawn, scored, seeded
from skcriteria.agg.cocoso import CoCoSo
from skcriteria.agg.codas import CODAS
from skcriteria.agg.copras import COPRAS
from skcriteria.agg.edas import EDAS
from skcriteria.agg.electre import ELECTRE1, ELECTRE2
from skcriteria.agg.ervd import ERVD
from skcriteria.agg.mabac import MABAC
from skcriteria.agg.mairca import MAIRCA
from skcriteria.agg.marcos import MARCOS
from skcriteria.agg.moora import RatioMOORA, ReferencePointMOORA
from skcriteria.agg.ocra import OCRA
from skcriteria.agg.probid import PROBID, SimplifiedPROBID
from skcriteria.agg.ram import RAM
from skcriteria.agg.rim import RIM
from skcriteria.agg.simple import WeightedProductModel, WeightedSumModel
from skcriteria.agg.spotis import SPOTIS
from skcriteria.agg.topsis import TOPSIS
from skcriteria.agg.vikor import VIKOR
from skcriteria.agg.waspas import WASPAS
from skcriteria.pipeline import mkpipe
from skcriteria.preprocessing.invert_objectives import InvertMinimize, NegateMinimize
from skcriteria.preprocessing.scalers import MaxAbsScaler, MinMaxScaler, SumScaler, VectorScaler
from whole_numbers import (
    CLOSE,
    FEW_SEEDS,
    SEEDS,
)

from criteria.errors import MethodError
from criteria.ranking.catalogue import METHODS

SCIKIT_CRITERIA: Mapping[tuple[str, str], tuple[Callable[[], object], str]] = MappingProxyType(
    {
        ("wsm", "minmax"): (
            lambda: mkpipe(NegateMinimize(), MinMaxScaler("matrix"), WeightedSumModel()),
            "score",
        ),
        ("wsm", "linear"): (
            lambda: mkpipe(InvertMinimize(), MaxAbsScaler("matrix"), WeightedSumModel()),
            "score",
        ),
        ("wsm", "sum"): (lambda: mkpipe(InvertMinimize(), SumScaler("matrix"), WeightedSumModel()), "score"),
        ("wpm", "none"): (lambda: mkpipe(InvertMinimize(), WeightedProductModel()), "score"),
        ("wpm", "linear"): (
            lambda: mkpipe(InvertMinimize(), MaxAbsScaler("matrix"), WeightedProductModel()),
            "score",
        ),
        ("wpm", "sum"): (
            lambda: mkpipe(InvertMinimize(), SumScaler("matrix"), WeightedProductModel()),
            "score",
        ),
        ("waspas", "linear"): (lambda: mkpipe(InvertMinimize(), MaxAbsScaler("matrix"), WASPAS()), "score"),
        ("topsis", "vector"): (lambda: mkpipe(VectorScaler("matrix"), TOPSIS()), "similarity"),
        ("topsis", "sum"): (lambda: mkpipe(SumScaler("matrix"), TOPSIS()), "similarity"),
        ("topsis", "minmax"): (
            lambda: mkpipe(NegateMinimize(), MinMaxScaler("matrix"), TOPSIS()),
            "similarity",
        ),
        ("topsis", "linear"): (
            lambda: mkpipe(InvertMinimize(), MaxAbsScaler("matrix"), TOPSIS()),
            "similarity",
        ),
        ("vikor", "minmax"): (lambda: VIKOR(use_compromise_set=False), "q_k"),
        ("mabac", "minmax"): (lambda: mkpipe(NegateMinimize(), MinMaxScaler("matrix"), MABAC()), "score"),
        ("edas", "average"): (EDAS, "score"),
        ("copras", "sum"): (lambda: mkpipe(SumScaler("matrix"), COPRAS()), "score"),
        ("moora", "vector"): (lambda: mkpipe(VectorScaler("matrix"), RatioMOORA()), "score"),
        ("moora_reference_point", "vector"): (
            lambda: mkpipe(VectorScaler("matrix"), ReferencePointMOORA()),
            "score",
        ),
        ("codas", "linear"): (lambda: mkpipe(InvertMinimize(), MaxAbsScaler("matrix"), CODAS()), "score"),
        ("mairca", "minmax"): (MAIRCA, "values"),
        ("probid", "vector"): (lambda: mkpipe(VectorScaler("matrix"), PROBID()), "score"),
        ("simplified_probid", "vector"): (
            lambda: mkpipe(VectorScaler("matrix"), SimplifiedPROBID()),
            "score",
        ),
        ("cocoso", "linear"): (lambda: mkpipe(InvertMinimize(), MaxAbsScaler("matrix"), CoCoSo()), "score"),
        ("marcos", "linear"): (MARCOS, "utility_scores"),
        ("ram", "sum"): (lambda: mkpipe(SumScaler("matrix"), RAM()), "score"),
        ("ocra", "none"): (OCRA, "performance"),
    }
)
# What has to be done to the library's number: it reports logarithms of products, and per cent.
AS_PUBLISHED: Mapping[str, Callable[[np.ndarray], np.ndarray]] = MappingProxyType(
    {"wpm": lambda found: 10.0**found, "copras": lambda found: found / 100.0}
)


def by_scikit_criteria(decision_maker: object, problem: Drawn) -> Mapping[str, np.ndarray]:
    weights = problem.weights / problem.weights.sum()
    matrix = skcriteria.mkdm(problem.performances, np.where(problem.maximized, 1, -1), weights=weights)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return decision_maker.evaluate(matrix).e_


@pytest.mark.parametrize(("method", "normalization"), SCIKIT_CRITERIA)
@each(seed=SEEDS)
def test_scores_equal_scikit_criteria(method: str, normalization: str, seed: int) -> None:
    problem = seeded(seed)
    build, name = SCIKIT_CRITERIA[method, normalization]
    expected = AS_PUBLISHED.get(method, lambda found: found)(by_scikit_criteria(build(), problem)[name])
    if not np.all(np.isfinite(expected)):
        with pytest.raises(MethodError, match="best everywhere"):
            scored(method, normalization, problem)
        return
    found = scored(method, normalization, problem)
    np.testing.assert_allclose(found.values, expected, **CLOSE)
    # Random real numbers tie nowhere: the ranks follow from the scores.
    ahead = (
        expected[:, np.newaxis] < expected if found.higher_is_better else expected[:, np.newaxis] > expected
    )
    assert np.array_equal(found.ranks, 1 + ahead.sum(axis=1))


@each(seed=SEEDS)
def test_vikor_s_r_and_compromise_conditions_equal_scikit_criteria(seed: int) -> None:
    problem = seeded(seed)
    v = float(np.random.default_rng(seed).uniform())
    expected = by_scikit_criteria(VIKOR(v=v, use_compromise_set=False), problem)
    found = scored("vikor", "minmax", problem, v=v)
    details = found.details
    np.testing.assert_allclose(found.values, expected["q_k"], **CLOSE)
    for ours, theirs in {"S": "s_k", "R": "r_k", "Q": "q_k"}.items():
        np.testing.assert_allclose(details[ours], expected[theirs], **CLOSE)
    assert details["acceptable_advantage"] == expected["acceptable_advantage"]
    assert details["acceptable_stability"] == expected["acceptable_stability"]


@pytest.mark.parametrize("share", [0.0, 0.3, 1.0])
def test_waspas_shares_equal_scikit_criteria(share: float) -> None:
    problem = seeded(3)
    expected = by_scikit_criteria(
        mkpipe(InvertMinimize(), MaxAbsScaler("matrix"), WASPAS(lambda_value=share)), problem
    )["score"]
    for name in ("lambda_", "lambda", "lambda_value", "l"):
        np.testing.assert_allclose(
            scored("waspas", "linear", problem, **{name: share}).values, expected, **CLOSE
        )


@each(seed=SEEDS)
def test_spotis_equals_scikit_criteria(seed: int) -> None:
    problem = seeded(seed)
    n = len(problem.weights)
    rng = np.random.default_rng(seed)
    bounds = np.column_stack([rng.uniform(-3.0, 1.0, n), rng.uniform(24.0, 40.0, n)])
    expected_point = rng.uniform(bounds[:, 0], bounds[:, 1])
    matrix = skcriteria.mkdm(
        problem.performances,
        np.where(problem.maximized, 1, -1),
        weights=problem.weights / problem.weights.sum(),
    )
    for isp in (expected_point, None):
        best = np.where(problem.maximized, bounds[:, 1], bounds[:, 0]) if isp is None else isp
        expected = SPOTIS().evaluate(matrix, bounds=bounds, isp=best).e_["score"]
        np.testing.assert_allclose(
            scored("spotis", "scale", problem, bounds=bounds, esp=isp).values, expected, **CLOSE
        )
        np.testing.assert_allclose(
            scored("spotis", "scale", problem, scales=bounds, esp=isp).values, expected, **CLOSE
        )


@each(seed=SEEDS)
def test_rim_equals_scikit_criteria(seed: int) -> None:
    problem = seeded(seed)
    n = len(problem.weights)
    rng = np.random.default_rng(seed)
    ranges = np.column_stack([rng.uniform(-3.0, 1.0, n), rng.uniform(24.0, 40.0, n)])
    ideals = np.sort(rng.uniform(ranges[:, :1], ranges[:, 1:], (n, 2)), axis=1)
    matrix = skcriteria.mkdm(
        problem.performances,
        np.where(problem.maximized, 1, -1),
        weights=problem.weights / problem.weights.sum(),
    )
    expected = RIM().evaluate(
        matrix, ref_ideals=[tuple(row) for row in ideals], ranges=[tuple(row) for row in ranges]
    )
    found = scored("rim", "scale", problem, scales=ranges, ref_ideals=ideals)
    np.testing.assert_allclose(found.values, expected.e_["score"], **CLOSE)
    for name in ("i_plus", "i_minus"):
        np.testing.assert_allclose(found.details[name], expected.e_[name], **CLOSE)


@each(seed=SEEDS)
def test_ervd_equals_scikit_criteria(seed: int) -> None:
    problem = seeded(seed)
    rng = np.random.default_rng(seed)
    points = rng.uniform(5.0, 20.0, len(problem.weights))
    totals = problem.performances.sum(axis=0)
    matrix = skcriteria.mkdm(
        problem.performances / totals,
        np.where(problem.maximized, 1, -1),
        weights=problem.weights / problem.weights.sum(),
    )
    expected = ERVD(alpha_value=0.7, lambda_value=1.5).evaluate(
        matrix, reference_points=list(points / totals)
    )
    found = scored("ervd", "sum", problem, reference_points=points, alpha=0.7, lambda_=1.5)
    np.testing.assert_allclose(found.values, expected.e_["similarity"], **CLOSE)
    for name in ("s_plus", "s_minus"):
        np.testing.assert_allclose(found.details[name], expected.e_[name], **CLOSE)


DETAILS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "cocoso": {name: name for name in ("k_a", "k_b", "k_c")},
        "marcos": {name: name for name in ("K_minus", "K_plus")},
        "ram": {name: name for name in ("sum_benefit", "sum_cost")},
        "ocra": {name: name for name in ("input_performance", "output_performance")},
    }
)


@pytest.mark.parametrize("method", DETAILS)
@each(seed=FEW_SEEDS)
def test_intermediates_equal_scikit_criteria(method: str, seed: int) -> None:
    problem = seeded(seed)
    normalization = "linear" if method == "cocoso" else METHODS[method].default_normalization
    expected = by_scikit_criteria(SCIKIT_CRITERIA[method, normalization][0](), problem)
    found = scored(method, normalization, problem).details
    for ours, theirs in DETAILS[method].items():
        np.testing.assert_allclose(found[ours], expected[theirs], **CLOSE)


@pytest.mark.parametrize("normalization", ["sum", "none"])
@each(seed=SEEDS)
def test_electre_matrices_equal_scikit_criteria(normalization: str, seed: int) -> None:
    problem = seeded(seed)
    scaler = {"sum": (SumScaler("matrix"),), "none": ()}[normalization]
    first = by_scikit_criteria(mkpipe(*scaler, ELECTRE1()) if scaler else ELECTRE1(), problem)
    second = by_scikit_criteria(mkpipe(*scaler, ELECTRE2()) if scaler else ELECTRE2(), problem)
    details = scored("electre_i", normalization, problem).details
    np.testing.assert_allclose(details["concordance"], first["matrix_concordance"], **CLOSE)
    np.testing.assert_allclose(details["discordance"], first["matrix_discordance"], **CLOSE)
    assert np.array_equal(details["outranking"], first["outrank"])
    np.testing.assert_allclose(scored("electre_ii", normalization, problem).values, second["score"], **CLOSE)
