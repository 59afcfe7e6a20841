"""Every method against an independent computation on random problems; each test's name says which.

scikit-criteria with its own preprocessing where it has the method and is right; otherwise pymcdm, or the
formula of the paper written out in `formulas.py`.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Mapping
from fractions import Fraction
from types import MappingProxyType

import numpy as np
import published_formulas as formulas
import pymcdm.methods as peer
import pytest
import skcriteria
from problems import HIGHEST, LOWEST, VARIANTS, Drawn, scored, seeded
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

from criteria.errors import MethodError
from criteria.ranking.catalogue import METHODS
from criteria.ranking.score import score

SEEDS = range(15)
FEW_SEEDS = range(8)
CLOSE = {"rtol": 1e-9, "atol": 1e-11}


def whole_numbers(seed: int) -> Drawn:
    """Return a problem of whole numbers 1 to 24, so that the oracle can be exact and meets ties."""
    drawn = seeded(seed)
    return Drawn(np.ceil(drawn.performances), np.ceil(drawn.weights * 10), drawn.maximized)


# scikit-criteria

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
@pytest.mark.parametrize("seed", SEEDS)
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


@pytest.mark.parametrize("seed", SEEDS)
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


@pytest.mark.parametrize("seed", SEEDS)
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


@pytest.mark.parametrize("seed", SEEDS)
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


@pytest.mark.parametrize("seed", SEEDS)
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
@pytest.mark.parametrize("seed", FEW_SEEDS)
def test_intermediates_equal_scikit_criteria(method: str, seed: int) -> None:
    problem = seeded(seed)
    normalization = "linear" if method == "cocoso" else METHODS[method].default_normalization
    expected = by_scikit_criteria(SCIKIT_CRITERIA[method, normalization][0](), problem)
    found = scored(method, normalization, problem).details
    for ours, theirs in DETAILS[method].items():
        np.testing.assert_allclose(found[ours], expected[theirs], **CLOSE)


@pytest.mark.parametrize("normalization", ["sum", "none"])
@pytest.mark.parametrize("seed", SEEDS)
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


# pymcdm

PYMCDM: Mapping[tuple[str, str], Callable[[], object]] = MappingProxyType(
    {
        ("aras", "sum"): peer.ARAS,
        ("topsis", "vector"): lambda: peer.TOPSIS(_pymcdm_vector),
        ("marcos", "linear"): peer.MARCOS,
        ("ram", "sum"): peer.RAM,
        ("mairca", "minmax"): peer.MAIRCA,
        ("ocra", "none"): peer.OCRA,
        ("probid", "vector"): peer.PROBID,
        ("edas", "average"): peer.EDAS,
        ("cocoso", "minmax"): peer.COCOSO,
    }
)


def _pymcdm_vector(column: np.ndarray, cost: bool = False) -> np.ndarray:
    """Keep the sense of costs, as published: pymcdm subtracts from 1, and so changes no distance either."""
    shares = column / np.sqrt(np.sum(column**2))
    return 1 - shares if cost else shares


@pytest.mark.parametrize(("method", "normalization"), PYMCDM)
@pytest.mark.parametrize("seed", SEEDS)
def test_scores_equal_pymcdm(method: str, normalization: str, seed: int) -> None:
    problem = seeded(seed)
    weights = problem.weights / problem.weights.sum()
    expected = PYMCDM[method, normalization]()(
        problem.performances, weights, np.where(problem.maximized, 1, -1)
    )
    np.testing.assert_allclose(scored(method, normalization, problem).values, expected, **CLOSE)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("usual", "usual"),
        ("ushape", "ushape"),
        ("vshape", "vshape"),
        ("level", "level"),
        ("linear", "vshape_2"),
    ],
)
@pytest.mark.parametrize("seed", FEW_SEEDS)
def test_promethee_net_flows_equal_pymcdm(ours: str, theirs: str, seed: int) -> None:
    problem = seeded(seed, m=7)
    n = len(problem.weights)
    rng = np.random.default_rng(seed)
    q = rng.uniform(0.5, 4.0, n)
    p = q + rng.uniform(0.5, 6.0, n)
    expected = peer.PROMETHEE_II(theirs, p=p, q=q)(
        problem.performances, problem.weights / problem.weights.sum(), np.where(problem.maximized, 1, -1)
    )
    found = scored("promethee_ii", "none", problem, preference_functions=ours, q=q, p=p)
    np.testing.assert_allclose(found.values, expected, **CLOSE)


# the papers' formulas

SCALE = formulas.on_scale(LOWEST, HIGHEST)
NORMALIZED: Mapping[str, Callable[[list, bool], list]] = MappingProxyType(
    {
        "minmax": formulas.minmax,
        "linear": formulas.linear,
        "sum": formulas.inverted_share_of_sum,
        "scale": SCALE,
        "none": formulas.negated,
    }
)
REVERSED = dict(NORMALIZED)
PRODUCTS = {**NORMALIZED, "none": formulas.inverted}
KEPT = {
    "vector": lambda c, s: formulas.negated(formulas.vector(c, s), s),
    "sum": lambda c, s: formulas.negated(formulas.share_of_sum(c, s), s),
}


def normalized(problem: Drawn, normalization: str, table: Mapping[str, Callable[[list, bool], list]]) -> list:
    return formulas.by_column(formulas.exact(problem.performances), problem.maximized, table[normalization])


def literal(method: str, normalization: str, problem: Drawn) -> list:
    """Return the scores by the formula of the paper."""
    rows, weights, maximized = (
        formulas.exact(problem.performances),
        formulas.shares(problem.weights),
        problem.maximized,
    )
    if method in ("wsm", "ahp"):
        return formulas.weighted_sum(normalized(problem, normalization, REVERSED), weights)
    if method == "wpm":
        return formulas.product_of_powers(normalized(problem, normalization, PRODUCTS), weights)
    if (method, normalization) == ("full_multiplicative_form", "vector"):
        shares_of_length = formulas.by_column(rows, maximized, formulas.vector)
        return formulas.full_multiplicative_form(shares_of_length, weights, maximized)
    if method == "waspas":
        values = normalized(problem, normalization, REVERSED)
        both = zip(
            formulas.weighted_sum(values, weights), formulas.product_of_powers(values, weights), strict=True
        )
        return [float(a) / 2 + b / 2 for a, b in both]
    if method == "topsis":
        return formulas.topsis(normalized(problem, normalization, REVERSED | KEPT), weights)
    if method == "vikor":
        return formulas.vikor(normalized(problem, normalization, REVERSED), weights, Fraction(1, 2))[2]
    if method == "mabac":
        return formulas.mabac(normalized(problem, normalization, REVERSED), weights)
    if method == "moora_reference_point" and normalization == "scale":
        values = normalized(problem, normalization, REVERSED)
        return [max(w * (1 - v) for w, v in zip(weights, row, strict=True)) for row in values]
    if method == "spotis":
        values = normalized(problem, normalization, REVERSED)
        return [sum(w * (1 - v) for w, v in zip(weights, row, strict=True)) for row in values]
    if method == "codas":
        return formulas.codas(normalized(problem, normalization, REVERSED), weights, 0.02)
    if method == "cocoso":
        return formulas.cocoso(normalized(problem, normalization, REVERSED), weights, 0.5)
    if method == "ervd":
        # `sum` keeps the sense of costs, which then count negatively; `scale` reverses them.
        values = normalized(problem, normalization, REVERSED if normalization == "scale" else REVERSED | KEPT)
        means = [sum(c) / len(c) for c in formulas.columns(values)]
        return formulas.ervd(values, weights, means, 0.88, 2.25)
    if method == "rim":
        ranges = [(LOWEST, HIGHEST)] * len(weights)
        best = [(HIGHEST, HIGHEST) if sense else (LOWEST, LOWEST) for sense in maximized]
        return formulas.rim(rows, weights, ranges, best)
    if method in ("electre_i", "electre_ii"):
        agree, oppose = formulas.concordance_and_discordance(
            rows, weights, maximized, scaled=normalization == "none"
        )
        if method == "electre_ii":
            return formulas.electre_ii(
                agree,
                oppose,
                (Fraction("0.65"), Fraction("0.5"), Fraction("0.35")),
                (Fraction("0.65"), Fraction("0.35")),
            )
        outranks, _kernel = formulas.electre_i(agree, oppose, Fraction("0.65"), Fraction("0.35"))
        return [
            sum((a, b) in outranks and (b, a) not in outranks for a in range(len(rows)))
            for b in range(len(rows))
        ]
    if method == "multimoora":
        return formulas.pairs_won_less_lost(
            [
                (formulas.moora_ratio(rows, weights, maximized), True),
                (formulas.moora_reference_point(rows, weights, maximized), False),
                (np.log(formulas.full_multiplicative_form(rows, weights, maximized)).tolist(), True),
            ]
        )
    if method in ("promethee_i", "promethee_ii"):
        usual = [(Fraction(0), Fraction(0), Fraction(1))] * len(weights)
        plus, minus = formulas.promethee_flows(rows, weights, maximized, ["usual"] * len(weights), usual)
        if method == "promethee_ii":
            return [a - b for a, b in zip(plus, minus, strict=True)]
        letters = formulas.promethee_relation(plus, minus)
        return [row.count("p") for row in letters]
    formula = {"moora": formulas.moora_ratio, "moora_reference_point": formulas.moora_reference_point}.get(
        method
    )
    return (formula or getattr(formulas, method))(rows, weights, maximized)


@pytest.mark.parametrize(("method", "normalization"), VARIANTS)
@pytest.mark.parametrize("seed", FEW_SEEDS)
def test_scores_equal_the_formula_of_the_paper(method: str, normalization: str, seed: int) -> None:
    problem = whole_numbers(seed)
    expected = np.array(literal(method, normalization, problem), dtype=float)
    np.testing.assert_allclose(scored(method, normalization, problem).values, expected, **CLOSE)


@pytest.mark.parametrize("seed", range(60))
@pytest.mark.parametrize("normalization", ["sum", "none"])
@pytest.mark.parametrize("method", ["electre_i", "electre_ii"])
def test_electre_equals_exact_fractions_where_weights_and_thresholds_meet(
    method: str, normalization: str, seed: int
) -> None:
    # Weights in tenths and values 1 to 5: concordances hit each other and the thresholds all the time.
    rng = np.random.default_rng(seed)
    m, n = int(rng.integers(3, 7)), int(rng.integers(3, 7))
    problem = Drawn(
        rng.integers(1, 6, (m, n)).astype(float), rng.integers(1, 7, n).astype(float), rng.random(n) < 0.5
    )
    expected = np.array(literal(method, normalization, problem), dtype=float)
    assert scored(method, normalization, problem).values.tolist() == expected.tolist()


@pytest.mark.parametrize("seed", SEEDS)
def test_the_electre_i_kernel_equals_exact_fractions(seed: int) -> None:
    problem = whole_numbers(seed)
    agree, oppose = formulas.concordance_and_discordance(
        formulas.exact(problem.performances), formulas.shares(problem.weights), problem.maximized
    )
    for p, q in ((0.65, 0.35), (0.5, 0.5), (0.8, 0.1), (0.4, 0.9)):
        outranks, kernel = formulas.electre_i(agree, oppose, Fraction(str(p)), Fraction(str(q)))
        details = scored("electre_i", "sum", problem, p=p, q=q).details
        assert set(details["kernel"].tolist()) == kernel
        assert (
            set(zip(*(index.tolist() for index in np.nonzero(details["outranking"])), strict=True))
            == outranks
        )


@pytest.mark.parametrize("synthesis", ["ideal", "distributive"])
@pytest.mark.parametrize("seed", FEW_SEEDS)
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


@pytest.mark.parametrize("seed", FEW_SEEDS)
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


@pytest.mark.parametrize("seed", FEW_SEEDS)
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


@pytest.mark.parametrize("seed", SEEDS)
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


@pytest.mark.parametrize("seed", range(150))
def test_promethee_i_relation_equals_exact_fractions_where_flows_are_equal(seed: int) -> None:
    # Few alternatives and small whole weights: sums such as 0.1 + 0.2 and 0.3 meet in many flows.
    rng = np.random.default_rng(seed)
    m, n = int(rng.integers(2, 5)), int(rng.integers(3, 8))
    rows, weights = rng.integers(1, 4, (m, n)), rng.integers(1, 7, n)
    usual = [(Fraction(0), Fraction(0), Fraction(1))] * n
    plus, minus = formulas.promethee_flows(
        [[Fraction(int(x)) for x in row] for row in rows],
        formulas.shares(weights),
        [True] * n,
        ["usual"] * n,
        usual,
    )
    found = score("promethee_i", rows, weights, [True] * n)
    expected = formulas.promethee_relation(plus, minus)
    assert found.details["relation"].tolist() == expected
    assert found.ranks.tolist() == [1 + row.count("p") for row in expected]


SHAPES = ("usual", "ushape", "vshape", "level", "linear", "gaussian")


@pytest.mark.parametrize("seed", SEEDS)
def test_promethee_flows_and_relation_equal_exact_fractions_at_and_around_thresholds(seed: int) -> None:
    # Values in steps of 0.1, where differences such as 0.3 - 0.1 miss a threshold of 0.2 by rounding.
    rng = np.random.default_rng(seed)
    m, n = int(rng.integers(2, 7)), len(SHAPES)
    tenths = rng.integers(0, 12, (m, n))
    shapes = [str(name) for name in rng.permutation(SHAPES)]
    q = rng.integers(0, 4, n)
    p = q + rng.integers(1, 4, n)
    s = rng.integers(1, 5, n)
    weights, maximized = rng.integers(1, 6, n), rng.random(n) < 0.5
    thresholds = [tuple(Fraction(int(t), 10) for t in row) for row in zip(q, p, s, strict=True)]
    rows = [[Fraction(int(x), 10) for x in row] for row in tenths]
    plus, minus = formulas.promethee_flows(rows, formulas.shares(weights), maximized, shapes, thresholds)
    given = {"preference_functions": shapes, "q": q / 10, "p": p / 10, "s": s / 10}
    details = score("promethee_ii", tenths / 10, weights, maximized, **given).details
    np.testing.assert_allclose(details["phi_plus"], np.array(plus, dtype=float), **CLOSE)
    np.testing.assert_allclose(details["phi_minus"], np.array(minus, dtype=float), **CLOSE)
    np.testing.assert_allclose(
        details["phi"], np.array(plus, dtype=float) - np.array(minus, dtype=float), **CLOSE
    )
    relation = score("promethee_i", tenths / 10, weights, maximized, **given).details["relation"]
    expected = formulas.promethee_relation(
        [round(float(x), 9) for x in plus], [round(float(x), 9) for x in minus]
    )
    assert relation.tolist() == expected


@pytest.mark.parametrize("offset", [0.0, 1e3, 1e6])
def test_promethee_thresholds_hold_wherever_on_its_axis_a_criterion_lies(offset: float) -> None:
    # The difference of 0.2 equals the threshold, so it is indifferent, whatever is added to both values.
    found = score(
        "promethee_ii", [[offset + 0.1], [offset + 0.3]], [1.0], [True], preference_functions="ushape", q=0.2
    )
    assert found.values.tolist() == [0.0, 0.0]


@pytest.mark.parametrize("seed", FEW_SEEDS)
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


@pytest.mark.parametrize("seed", FEW_SEEDS)
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


@pytest.mark.parametrize("seed", [38, 223, 285, 346, 871])
def test_electre_ii_equals_exact_fractions_where_concordance_meets_a_threshold_of_13_in_20(seed: int) -> None:
    # Weights sum to a multiple of 20; in these seeds rounding puts a concordance of 0.65 below 0.65.
    rng = np.random.default_rng(seed)
    m, n = int(rng.integers(3, 6)), int(rng.integers(5, 9))
    performances = rng.integers(1, 6, (m, n)).astype(float)
    problem = Drawn(performances, rng.integers(1, 8, n).astype(float), rng.random(n) < 0.5)
    agree, oppose = formulas.concordance_and_discordance(
        formulas.exact(problem.performances), formulas.shares(problem.weights), problem.maximized
    )
    expected = formulas.electre_ii(agree, oppose, [Fraction("0.65")] * 3, [Fraction(1)] * 2)
    found = scored("electre_ii", "sum", problem, p0=0.65, p1=0.65, p2=0.65, q0=1, q1=1)
    assert found.values.tolist() == [float(x) for x in expected]


@pytest.mark.parametrize("seed", FEW_SEEDS)
def test_electre_ii_thresholds_reach_exact_fractions(seed: int) -> None:
    problem = whole_numbers(seed)
    agree, oppose = formulas.concordance_and_discordance(
        formulas.exact(problem.performances), formulas.shares(problem.weights), problem.maximized
    )
    p, q = ("0.8", "0.6", "0.4"), ("0.9", "0.5")
    expected = formulas.electre_ii(agree, oppose, [Fraction(x) for x in p], [Fraction(x) for x in q])
    names = dict(zip(("p0", "p1", "p2", "q0", "q1"), map(float, p + q), strict=True))
    assert scored("electre_ii", "sum", problem, **names).values.tolist() == [float(x) for x in expected]


# examples printed with the papers, as pymcdm quotes them


def test_rim_equals_the_example_of_cables_lamata_verdegay_2016() -> None:
    matrix = [
        [30, 0, 2, 3, 3, 2],
        [40, 9, 1, 3, 2, 2],
        [25, 0, 3, 1, 3, 2],
        [27, 0, 5, 3, 3, 1],
        [45, 15, 2, 2, 3, 4],
    ]
    found = score(
        "rim",
        matrix,
        [0.2262, 0.2143, 0.1786, 0.1429, 0.1190, 0.1190],
        [True, True, False, True, True, True],
        scales=[[23, 60], [0, 15], [0, 10], [1, 3], [1, 3], [1, 5]],
        ref_ideals=[[30, 35], [10, 15], [0, 0], [3, 3], [3, 3], [4, 5]],
    )
    np.testing.assert_allclose(found.values, [0.5866, 0.7558, 0.3716, 0.4666, 0.7401], atol=5.1e-5)
    assert found.ranks.tolist() == [3, 1, 5, 4, 2]


def test_probid_equals_the_example_of_wang_rangaiah_wang_2021() -> None:
    matrix = [
        [1.679e6, 1.525e-7, 3.747e-5, 0.251, 2.917],
        [2.213e6, 1.304e-7, 3.250e-5, 0.218, 6.633],
        [2.461e6, 1.445e-7, 3.854e-5, 0.259, 0.553],
        [2.854e6, 1.540e-7, 3.970e-5, 0.266, 1.597],
        [3.107e6, 1.522e-7, 3.779e-5, 0.254, 2.905],
        [3.574e6, 1.469e-7, 3.297e-5, 0.221, 6.378],
        [3.932e6, 1.977e-7, 3.129e-5, 0.210, 11.381],
        [4.383e6, 1.292e-7, 3.142e-5, 0.211, 9.929],
        [4.988e6, 1.690e-7, 3.767e-5, 0.253, 8.459],
        [5.497e6, 5.703e-7, 3.012e-5, 0.200, 18.918],
        [5.751e6, 4.653e-7, 3.017e-5, 0.201, 17.517],
    ]
    found = score(
        "probid", matrix, [0.1819, 0.2131, 0.1838, 0.1832, 0.2379], [True, False, False, False, False]
    )
    expected = [0.8568, 0.7826, 0.9362, 0.9369, 0.9379, 0.8716, 0.5489, 0.7231, 0.7792, 0.3331, 0.3387]
    np.testing.assert_allclose(found.values, expected, atol=6e-5)


def test_ervd_equals_the_example_of_shyur_and_others_2015() -> None:
    # Published with x / Σx, and a reference point of 80 in the units of each criterion.
    matrix = [
        [80, 70, 87, 77, 76, 80, 75],
        [85, 65, 76, 80, 75, 65, 75],
        [78, 90, 72, 80, 85, 90, 85],
        [75, 84, 69, 85, 65, 65, 70],
        [84, 67, 60, 75, 85, 75, 80],
        [85, 78, 82, 81, 79, 80, 80],
        [77, 83, 74, 70, 71, 65, 70],
        [78, 82, 72, 80, 78, 70, 60],
        [85, 90, 80, 88, 90, 80, 85],
        [89, 75, 79, 67, 77, 70, 75],
        [65, 55, 68, 62, 70, 50, 60],
        [70, 64, 65, 65, 60, 60, 65],
        [95, 80, 70, 75, 70, 75, 75],
        [70, 80, 79, 80, 85, 80, 70],
        [60, 78, 87, 70, 66, 70, 65],
        [92, 85, 88, 90, 85, 90, 95],
        [86, 87, 80, 70, 72, 80, 85],
    ]
    weights = [0.066, 0.196, 0.066, 0.130, 0.130, 0.216, 0.196]
    found = score("ervd", matrix, weights, [True] * 7, reference_points=[80] * 7)
    expected = [
        0.66,
        0.503,
        0.885,
        0.521,
        0.61,
        0.796,
        0.498,
        0.549,
        0.908,
        0.565,
        0.07,
        0.199,
        0.632,
        0.716,
        0.438,
        0.972,
        0.767,
    ]
    np.testing.assert_allclose(found.values, expected, atol=5.1e-4)
    assert found.ranks.tolist() == [7, 13, 3, 12, 9, 4, 14, 11, 2, 10, 17, 16, 8, 6, 15, 1, 5]


# completeness


def test_every_method_under_every_normalization_has_an_oracle() -> None:
    assert {key for key, _ in VARIANTS} == set(METHODS)
    for method, normalization in VARIANTS:
        assert len(literal(method, normalization, whole_numbers(0))) == len(whole_numbers(0).performances)
