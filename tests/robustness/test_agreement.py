"""Agreement of rankings: correlations against scipy, joined rankings by hand."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import kendalltau, spearmanr
from small_problems import LAW, Small, whole

from criteria.errors import CriteriaError
from criteria.ranking.competition import competition_ranks
from criteria.ranking.score import score
from criteria.robustness import agreement
from criteria.robustness.agreement import agreement_of


@st.composite
def rankings(draw: st.DrawFn) -> np.ndarray:
    """Draw competition ranks (k, m) in which ties are common."""
    k, m = draw(st.integers(1, 4)), draw(st.integers(2, 7))
    rows = draw(st.lists(st.lists(st.integers(1, 5), min_size=m, max_size=m), min_size=k, max_size=k))
    return competition_ranks(np.array(rows, dtype=float), higher_is_better=True)


def named(table: np.ndarray) -> dict[str, np.ndarray]:
    return {f"method {k}": ranks for k, ranks in enumerate(table)}


@pytest.mark.parametrize(("figure", "correlation"), [("kendall", kendalltau), ("spearman", spearmanr)])
@settings(LAW, max_examples=100)
@given(table=rankings())
def test_correlations_of_rankings_with_ties_are_those_of_scipy(
    figure: str, correlation: object, table: np.ndarray
) -> None:
    found = getattr(agreement_of(named(table), {}), figure)
    level = np.all(table == 1, axis=1)
    for i, one in enumerate(table):
        for j, other in enumerate(table):
            if level[i] or level[j]:  # scipy: nan
                assert found[i, j] == (1.0 if level[i] and level[j] else 0.0)
            else:
                assert found[i, j] == pytest.approx(correlation(one, other).statistic, abs=1e-12)


def test_borda_and_copeland_of_three_rankings_by_hand() -> None:
    found = agreement_of(named(np.array([[1, 2, 3], [1, 3, 2], [3, 1, 1]])), {})
    # A beats both others twice of three times. Between B and C each wins once and they tie once.
    assert found.borda.tolist() == pytest.approx([2.0, (0.5 + 0 + 0.75), (0 + 0.5 + 0.75)])
    assert found.copeland.tolist() == [2.0, -1.0, -1.0]
    assert found.first.tolist() == pytest.approx([2 / 3, 1 / 3, 1 / 3])


@LAW
@given(problem=whole(alternatives=(2, 5)))
def test_the_ranks_of_each_method_are_those_of_score(problem: Small) -> None:
    keys = ["wsm", "topsis", "vikor", "promethee_ii"]
    found = agreement(*problem.parts, methods=keys)
    assert found.methods == tuple(keys)
    for key, ranks in zip(keys, found.ranks, strict=True):
        assert np.array_equal(ranks, score(key, *problem.parts).ranks)


@LAW
@given(table=rankings())
def test_borda_hands_out_as_many_points_as_there_are_pairs_and_copeland_none_on_balance(
    table: np.ndarray,
) -> None:
    found = agreement_of(named(table), {})
    k, m = table.shape
    assert found.borda.sum() == pytest.approx(k * m / 2)
    assert found.copeland.sum() == 0
    assert np.all((found.borda >= 0) & (found.borda <= k))


def test_a_method_that_cannot_be_applied_says_why_and_the_others_go_on() -> None:
    table = [[-1.0, 3.0], [2.0, 1.0]]
    found = agreement(table, [1, 1], [True, True], methods=["topsis", "wpm"])
    with pytest.raises(CriteriaError) as raised:
        score("wpm", table, [1, 1], [True, True])
    assert found.failures == {"wpm": str(raised.value)}
    assert found.methods == ("topsis",)


def test_all_methods_agree_on_who_is_best_everywhere() -> None:
    found = agreement([[9.0, 1.0], [5.0, 3.0], [4.0, 4.0]], [1, 2], [True, False], methods=None)
    assert len(found.methods) > 15
    # PROBID rewards distance from the average on either side; ELECTRE I names a kernel, not an order.
    for key, ranks in zip(found.methods, found.ranks, strict=True):
        assert ranks[0] == 1 or key in {"probid", "electre_i"}


def test_one_candidate_and_candidates_all_alike_are_agreed_upon() -> None:
    for rows in (1, 3):
        found = agreement(np.full((rows, 2), 4.0), [1, 1], [True, False], methods=["wsm", "topsis"])
        assert np.array_equal(found.kendall, np.ones((2, 2)))
        assert np.array_equal(found.spearman, np.ones((2, 2)))
        assert np.all(np.isfinite(found.borda))
        assert not np.any(found.copeland)


def test_by_default_families_have_one_vote_and_named_methods_one_each() -> None:
    performances, weights, flags = [[7, 120, 30], [9, 150, 45], [6, 100, 24]], [1, 3, 6], [True, False, True]
    found = agreement(performances, weights, flags)
    assert ("wsm", "mairca", "spotis", "mabac") in [tuple(family) for family in found.families]
    assert ("wpm", "full_multiplicative_form") in found.families
    assert ("ahp", "marcos") in found.families
    assert not {"promethee_i", "electre_i", "electre_ii", "electre_iii"} & {
        k for f in found.families for k in f
    }
    cast = found.ranks[[found.methods.index(family[0]) for family in found.families]]
    assert found.votes.tolist() == (cast == 1).sum(axis=0).tolist()
    assert found.borda.sum() == pytest.approx(len(cast) * 3 / 2)
    assert found.for_first(1) == tuple(f for f, row in zip(found.families, cast, strict=True) if row[1] == 1)
    named = agreement(performances, weights, flags, methods=["wsm", "mabac", "topsis"])
    assert named.families == (("wsm",), ("mabac",), ("topsis",))
    with_scales = agreement(performances, weights, flags, scales=[(0, 10), (50, 200), (0, 50)])
    assert ("wsm", "mairca", "mabac") in with_scales.families
