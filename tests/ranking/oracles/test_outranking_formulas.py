"""PROMETHEE and ELECTRE against exact fractions, at and around their thresholds."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import published_formulas as formulas
import pytest
from looped import each
from problems import Drawn, scored
from whole_numbers import (
    CLOSE,
    FEW_SEEDS,
    SEEDS,
    literal,
    whole_numbers,
)

from criteria.ranking.score import score


@each(seed=range(60))
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


@each(seed=SEEDS)
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


@each(seed=range(150))
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


@each(seed=SEEDS)
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


@each(seed=[38, 223, 285, 346, 871])
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


@each(seed=FEW_SEEDS)
def test_electre_ii_thresholds_reach_exact_fractions(seed: int) -> None:
    problem = whole_numbers(seed)
    agree, oppose = formulas.concordance_and_discordance(
        formulas.exact(problem.performances), formulas.shares(problem.weights), problem.maximized
    )
    p, q = ("0.8", "0.6", "0.4"), ("0.9", "0.5")
    expected = formulas.electre_ii(agree, oppose, [Fraction(x) for x in p], [Fraction(x) for x in q])
    names = dict(zip(("p0", "p1", "p2", "q0", "q1"), map(float, p + q), strict=True))
    assert scored("electre_ii", "sum", problem, **names).values.tolist() == [float(x) for x in expected]
