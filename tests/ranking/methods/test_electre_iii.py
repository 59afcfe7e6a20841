"""ELECTRE III: thresholds, vetoes and distillations against exact fractions, and its own laws and errors."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import published_formulas as formulas
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from problems import Drawn, problems

from criteria.errors import MethodError
from criteria.ranking.method import Scores
from criteria.ranking.methods.electre_iii import credibility, distillation
from criteria.ranking.score import score

LAW = settings(max_examples=60, deadline=None, derandomize=True, database=None)
TABLE = [[3.0, 5.0], [4.0, 2.0], [1.0, 6.0]]
BOTH = [True, False]
CLOSE = {"rtol": 1e-9, "atol": 1e-11}


def thresholds_of(rng: np.random.Generator, n: int, *, vetoes: bool) -> np.ndarray:
    """Return q <= p <= v (3, n) in tenths, equal ones among them; v nan for every third or so criterion."""
    found = np.cumsum(rng.integers(0, 4, (3, n)), axis=0).astype(float)
    found[2, rng.random(n) < (0.3 if vetoes else 1.0)] = np.nan
    return found


def exact_thresholds(tenths: np.ndarray) -> list[tuple[Fraction, Fraction, Fraction | None]]:
    return [
        (Fraction(int(q), 10), Fraction(int(p), 10), None if np.isnan(v) else Fraction(int(v), 10))
        for q, p, v in tenths.T
    ]


@pytest.mark.parametrize("vetoes", [True, False])
@pytest.mark.parametrize("seed", range(60))
def test_everything_equals_exact_fractions_where_differences_meet_thresholds(seed: int, vetoes: bool) -> None:
    # Tenths: in binary 0.3 - 0.1 misses 0.2. Weights that sum to 20 meet s(level), which has steps of 0.15.
    rng = np.random.default_rng(seed)
    m, n = int(rng.integers(2, 7)), int(rng.integers(1, 6))
    tenths = rng.integers(0, 12, (m, n))
    weights, maximized = rng.multinomial(20 - n, np.full(n, 1 / n)) + 1, rng.random(n) < 0.5
    limits = thresholds_of(rng, n, vetoes=vetoes)
    rows = [[Fraction(int(x), 10) for x in row] for row in tenths]
    shares, exact = formulas.shares(weights.tolist()), exact_thresholds(limits)
    agree, credible = formulas.electre_iii_credibility(rows, shares, maximized, exact)
    q, p, v = limits / 10
    found = score("electre_iii", tenths / 10, weights, maximized, q=q, p=p, v=v)
    np.testing.assert_allclose(found.details["concordance"], np.array(agree, dtype=float), **CLOSE)
    np.testing.assert_allclose(found.details["credibility"], np.array(credible, dtype=float), **CLOSE)
    for name, best_first in (("descending", True), ("ascending", False)):
        expected = formulas.electre_iii_distillation(credible, best_first=best_first)
        assert [set(members) for members in found.details[name]] == expected, name
    expected = [float(x) for x in formulas.electre_iii(rows, shares, maximized, exact)]
    assert found.values.tolist() == expected


@st.composite
def credibilities(draw: st.DrawFn) -> np.ndarray:
    """Draw a credibility matrix in twentieths, where levels that differ by just s(level) are common."""
    m = draw(st.integers(1, 6))
    row = st.lists(st.integers(0, 20), min_size=m, max_size=m)
    twentieths = np.array(draw(st.lists(row, min_size=m, max_size=m)))
    np.fill_diagonal(twentieths, 20)
    return twentieths


@settings(LAW, max_examples=300)
@given(twentieths=credibilities())
def test_distillations_of_any_credibilities_equal_exact_fractions(twentieths: np.ndarray) -> None:
    exact = [[Fraction(int(x), 20) for x in row] for row in twentieths]
    for best_first in (True, False):
        found = distillation(twentieths / 20, best_first=best_first)
        expected = formulas.electre_iii_distillation(exact, best_first=best_first)
        assert [set(members) for members in found] == expected


def two(behind: float, **limits: float) -> Scores:
    """Return the scores of two candidates, the first behind by so much under the first of two equal criteria."""
    return score("electre_iii", [[10.0 - behind, 1.0], [10.0, 0.0]], [1, 1], [True, True], **limits)


@pytest.mark.parametrize(
    ("behind", "agreeing"), [(1.0, 1.0), (1.5, 0.75), (2.0, 0.5), (2.5, 0.25), (3.0, 0.0), (9.0, 0.0)]
)
def test_agreement_falls_from_the_indifference_to_the_preference_threshold(
    behind: float, agreeing: float
) -> None:
    details = two(behind, q=1.0, p=3.0).details
    assert details["concordance"][0, 1] == pytest.approx((agreeing + 1) / 2)
    assert not np.any(details["discordance"])


@pytest.mark.parametrize(
    ("behind", "opposing", "credible"),
    [(3.0, 0.0, 0.5), (4.0, 0.25, 0.5), (5.0, 0.5, 0.5), (6.0, 0.75, 0.25), (7.0, 1.0, 0.0), (9.0, 1.0, 0.0)],
)
def test_only_an_objection_above_the_agreement_weakens_it_and_a_veto_ends_it(
    behind: float, opposing: float, credible: float
) -> None:
    details = two(behind, q=1.0, p=3.0, v=7.0).details
    assert details["discordance"][0, 1].tolist() == pytest.approx([opposing, 0.0])
    assert details["credibility"][0, 1] == pytest.approx(credible)


def test_each_of_several_objections_takes_its_factor() -> None:
    opposing = np.zeros((2, 2, 3))
    opposing[0, 1] = 0.7, 0.9, 0.4
    found = credibility(np.array([[1.0, 0.5], [0.8, 1.0]]), opposing)
    assert found[0, 1] == pytest.approx(0.5 * (0.3 / 0.5) * (0.1 / 0.5))
    assert found[1, 0] == 0.8


def test_a_veto_can_end_the_lead_of_whoever_wins_all_other_criteria() -> None:
    performances = [[9.0, 9.0, 1.0], [5.0, 5.0, 8.0]]
    plain = score("electre_iii", performances, [1, 1, 1], [True] * 3)
    vetoed = score("electre_iii", performances, [1, 1, 1], [True] * 3, v=[np.nan, np.nan, 6.0])
    assert plain.ranks.tolist() == [1, 2]
    assert vetoed.ranks.tolist() == [2, 1]


def test_a_criterion_without_weight_has_no_veto() -> None:
    performances, vetoes = [[9.0, 1.0, 1.0], [5.0, 2.0, 8.0]], [np.nan, np.nan, 2.0]
    for weight, credible in ((0, 2 / 3), (1, 0.0)):
        found = score("electre_iii", performances, [2, 1, weight], [True] * 3, v=vetoes)
        assert found.details["credibility"][0, 1] == pytest.approx(credible)


def test_incomparable_candidates_have_opposite_places_in_the_two_distillations() -> None:
    # The third is good at one thing only and bad at the other, so that vetoes cut it off from both neighbours.
    found = score("electre_iii", [[6.0, 6.0], [4.0, 4.0], [10.0, 0.0]], [1, 1], [True, True], p=1.0, v=3.5)
    assert found.details["credibility"][2, :2].tolist() == [0.0, 0.0]
    assert found.details["descending_ranks"].tolist() != found.details["ascending_ranks"].tolist()
    mean = (found.details["descending_ranks"] + found.details["ascending_ranks"]) / 2
    assert found.values.tolist() == mean.tolist()


@LAW
@given(problem=problems(), data=st.data())
def test_the_distillations_take_everybody_out_once(problem: Drawn, data: st.DataObject) -> None:
    limits = np.sort([data.draw(st.floats(0, 9)) for _ in range(3)])
    details = score(
        "electre_iii",
        problem.performances,
        problem.weights,
        problem.maximized,
        **dict(zip("qpv", limits, strict=True)),
    ).details
    m = len(problem.performances)
    for name in ("descending", "ascending"):
        assert sorted(i for members in details[name] for i in members) == list(range(m))
    assert np.all(details["credibility"] <= details["concordance"] + 1e-12)
    assert np.all(details["credibility"] >= 0)


@LAW
@given(problem=problems(min_alternatives=2, min_weight=1), data=st.data())
def test_a_dominated_candidate_never_ranks_better_whatever_the_thresholds(
    problem: Drawn, data: st.DataObject
) -> None:
    n = len(problem.weights)
    gains = np.array(data.draw(st.lists(st.integers(0, 5), min_size=n, max_size=n)))
    performances = problem.performances.copy()
    performances[0] = performances[1] + np.where(problem.maximized, gains, -gains)
    q, p, v = np.cumsum([data.draw(st.integers(0, 5)) for _ in range(3)])
    found = score("electre_iii", performances, problem.weights, problem.maximized, q=q, p=p, v=v)
    for name in ("descending_ranks", "ascending_ranks"):
        assert found.details[name][0] <= found.details[name][1]
    assert found.ranks[0] <= found.ranks[1]


@LAW
@given(problem=problems(min_alternatives=2), exponents=st.lists(st.integers(-9, 9), min_size=5, max_size=5))
def test_units_change_nothing_where_thresholds_change_with_them(problem: Drawn, exponents: list[int]) -> None:
    factors = 10.0 ** np.array(exponents[: len(problem.weights)])
    one, other = (
        score(
            "electre_iii",
            problem.performances * unit,
            problem.weights,
            problem.maximized,
            q=1 * unit,
            p=3 * unit,
            v=8 * unit,
        )
        for unit in (np.ones(len(factors)), factors)
    )
    np.testing.assert_allclose(one.details["credibility"], other.details["credibility"], **CLOSE)
    assert one.values.tolist() == other.values.tolist()


@pytest.mark.parametrize("m", [1, 2, 5])
@pytest.mark.parametrize("limits", [{}, {"q": 1, "p": 2, "v": 3}, {"v": 0}])
def test_candidates_that_are_all_alike_all_come_first_together(m: int, limits: dict[str, float]) -> None:
    found = score("electre_iii", np.tile([3.0, 0.1, 7.0], (m, 1)), [1, 2, 4], [True, False, True], **limits)
    assert found.values.tolist() == [1.0] * m
    assert found.ranks.tolist() == [1] * m
    assert found.details["descending"] == found.details["ascending"] == (tuple(range(m)),)
    assert np.array_equal(found.details["credibility"], np.ones((m, m)))


@pytest.mark.parametrize(
    "limits",
    [{"q": 2, "p": 1}, {"p": 2, "v": 1}, {"q": [0, 2], "p": [0, 1]}, {"p": 3, "v": [np.nan, 2]}, {"q": 1}],
)
def test_thresholds_out_of_order_are_refused(limits: dict[str, object]) -> None:
    with pytest.raises(MethodError, match="0 ≤ q ≤ p ≤ v for every criterion"):
        score("electre_iii", TABLE, [1, 1], BOTH, **limits)


@pytest.mark.parametrize("name", ["q", "p", "v"])
@pytest.mark.parametrize("value", [-1, [0, -0.1], [1, 2, 3], "wide", np.inf, [[1], [2, 3]], [[1, 2], [1, 2]]])
def test_a_threshold_that_is_negative_or_does_not_fit_is_named(name: str, value: object) -> None:
    with pytest.raises(MethodError, match=rf"'{name}'.*for each of the 2"):
        score("electre_iii", TABLE, [1, 1], BOTH, **{name: value})


@pytest.mark.parametrize("name", ["q", "p"])
def test_only_a_veto_can_be_left_blank(name: str) -> None:
    for blank in (None, np.nan, [0, np.nan]):
        with pytest.raises(MethodError, match=f"'{name}' must be a number of at least 0"):
            score("electre_iii", TABLE, [1, 1], BOTH, **{name: blank})
    plain = score("electre_iii", TABLE, [1, 1], BOTH)
    assert score("electre_iii", TABLE, [1, 1], BOTH, v=[np.nan, np.nan]).values.tolist() == (
        plain.values.tolist()
    )


@pytest.mark.parametrize("method", ["electre_i", "electre_ii", "electre_iii"])
def test_more_pairs_than_memory_holds_are_refused_with_the_most_that_is_possible(method: str) -> None:
    table = np.ones((1001, 100))
    with pytest.raises(MethodError, match=r"1001 of them are too many.*at most 1000\."):
        score(method, table, np.ones(100), [True] * 100)
