"""Laws of every ranking method under every normalization it allows: the order of rows, batches, hostile numbers."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lawful import LAW, assert_same, every_variant, outcome
from problems import HIGHEST, LOWEST, Drawn, problems, scored, seeded

from criteria.ranking.catalogue import METHODS
from criteria.ranking.competition import competition_ranks
from criteria.ranking.score import score


@every_variant
@LAW
@given(problem=problems(), data=st.data())
def test_the_order_of_alternatives_does_not_matter(
    method: str, normalization: str, problem: Drawn, data: st.DataObject
) -> None:
    order = data.draw(st.permutations(range(len(problem.performances))))
    moved = Drawn(problem.performances[order], problem.weights, problem.maximized)
    assert_same(
        outcome(lambda: scored(method, normalization, problem)),
        outcome(lambda: scored(method, normalization, moved)),
        rearranged=order,
    )


@every_variant
@LAW
@given(problem=problems(), data=st.data())
def test_the_order_of_criteria_does_not_matter(
    method: str, normalization: str, problem: Drawn, data: st.DataObject
) -> None:
    order = data.draw(st.permutations(range(len(problem.weights))))
    moved = Drawn(problem.performances[:, order], problem.weights[order], problem.maximized[order])
    assert_same(
        outcome(lambda: scored(method, normalization, problem)),
        outcome(lambda: scored(method, normalization, moved)),
    )


@every_variant
@LAW
@given(problem=problems(), factor=st.sampled_from([1e-200, 1e-9, 0.1, 1 / 3, 7.0, 100.0, 1e200]))
def test_only_the_proportions_of_weights_matter(
    method: str, normalization: str, problem: Drawn, factor: float
) -> None:
    scaled = Drawn(problem.performances, problem.weights * factor, problem.maximized)
    assert_same(
        outcome(lambda: scored(method, normalization, problem)),
        outcome(lambda: scored(method, normalization, scaled)),
    )


KERNELS = [
    (key, normalization)
    for key, row in METHODS.items()
    if row.batched
    for normalization in row.normalizations
]


@pytest.mark.parametrize(("method", "normalization"), KERNELS)
@pytest.mark.parametrize("several_weights", [True, False])
def test_many_matrices_at_once_give_what_one_at_a_time_gives(
    method: str, normalization: str, several_weights: bool
) -> None:
    rng = np.random.default_rng(5)
    matrices = rng.uniform(1, 9, (6, 5, 4))
    weights = rng.dirichlet(np.ones(4), 6 if several_weights else None)
    maximized = np.array([True, False, True, True])
    settings = {"normalization": normalization} | (
        {"scales": [(1, 9)] * 4} if normalization == "scale" else {}
    )
    kernel = METHODS[method].kernel
    together = kernel(matrices, weights, maximized, **settings)
    alone = [
        kernel(matrix, weights[k] if several_weights else weights, maximized, **settings)
        for k, matrix in enumerate(matrices)
    ]
    np.testing.assert_allclose(together, alone, rtol=1e-12, atol=1e-12)


@every_variant
@LAW
@given(problem=problems(), data=st.data())
def test_many_sets_of_weights_at_once_give_what_one_at_a_time_gives(
    method: str, normalization: str, problem: Drawn, data: st.DataObject
) -> None:
    n = len(problem.weights)
    others = data.draw(st.lists(st.lists(st.integers(0, 6), min_size=n, max_size=n).filter(any), max_size=4))
    batch = np.vstack([problem.weights, *others])
    alone = [
        outcome(lambda w=w: scored(method, normalization, Drawn(problem.performances, w, problem.maximized)))
        for w in batch
    ]
    together = outcome(
        lambda: scored(method, normalization, Drawn(problem.performances, batch, problem.maximized))
    )
    if any(one is None for one in alone):
        assert together is None
    else:
        assert together is not None
        np.testing.assert_allclose(together.values, [one.values for one in alone], rtol=1e-9, atol=1e-9)
        assert np.array_equal(together.ranks, [one.ranks for one in alone])


HOSTILE = st.sampled_from(
    [
        0.0,
        -0.0,
        1.0,
        1.0 + 2**-52,
        -1.0,
        3.0,
        -7.5,
        1e300,
        -1e300,
        1e-300,
        -1e-300,
        1e17,
        5e-324,
        1.7e308,
        0.1,
        0.3,
    ]
)


@every_variant
@settings(LAW, max_examples=30)
@given(data=st.data())
def test_hostile_numbers_give_finite_scores_or_a_sentence(
    method: str, normalization: str, data: st.DataObject
) -> None:
    m, n = data.draw(st.integers(1, 5)), data.draw(st.integers(1, 4))
    row = st.lists(HOSTILE, min_size=n, max_size=n)
    performances = np.array(data.draw(st.lists(row, min_size=m, max_size=m)))
    weights = np.array(
        data.draw(st.lists(st.sampled_from([0.0, 1.0, 2.0, 1e-300, 1e300]), min_size=n, max_size=n))
    )
    maximized = np.array(data.draw(st.lists(st.booleans(), min_size=n, max_size=n)))
    # As wide as the data, so that the declared scale itself refuses nothing.
    low, high = performances.min(axis=0), performances.max(axis=0)
    scales = np.column_stack([low, np.where(high > low, high, low + np.maximum(1.0, np.abs(low)))])
    given_scales = {"scales": scales} if normalization == "scale" else {}
    found = outcome(
        lambda: score(method, performances, weights, maximized, normalization=normalization, **given_scales)
    )
    if found is not None:
        assert found.values.shape == found.ranks.shape == (m,)
        assert np.all(np.isfinite(found.values))
        assert found.ranks.min() == 1 or METHODS[method].order != "complete"
        assert found.ranks.max() <= m


@pytest.mark.parametrize("higher_is_better", [True, False])
def test_ranks_count_who_is_better_by_more_than_the_tie_in_long_and_short_lists_alike(
    higher_is_better: bool,
) -> None:
    # Beyond 2000 alternatives the ranks come from sorting instead of comparing all pairs.
    rng = np.random.default_rng(1)
    values = rng.integers(0, 900, 2100) / 900 + rng.choice([0.0, 4e-10], 2100)
    ranks = competition_ranks(values, higher_is_better=higher_is_better)
    for i in range(0, 2100, 7):
        ahead = values - values[i] if higher_is_better else values[i] - values
        assert ranks[i] == 1 + np.sum(ahead > 1e-9)
    few = competition_ranks(np.array([values[:50], values[50:100]]), higher_is_better=higher_is_better)
    alone = [
        competition_ranks(row, higher_is_better=higher_is_better) for row in (values[:50], values[50:100])
    ]
    assert np.array_equal(few, alone)
    # An exact tie shares the better rank, and the next rank is skipped.
    exact = np.repeat([3.0, 2.0, 1.0], 700)
    assert sorted(set(competition_ranks(exact, higher_is_better=True).tolist())) == [1, 701, 1401]


@every_variant
def test_nothing_handed_in_is_changed(method: str, normalization: str) -> None:
    problem = seeded(4, m=5, n=4)
    scales = np.array([(LOWEST, HIGHEST)] * 4)
    given_scales = {"scales": scales} if normalization == "scale" else {}
    before = [a.copy() for a in (problem.performances, problem.weights, problem.maximized, scales)]
    for array in (problem.performances, problem.weights, problem.maximized, scales):
        array.setflags(write=False)
    found = scored(method, normalization, problem, **given_scales)
    after = (problem.performances, problem.weights, problem.maximized, scales)
    assert all(np.array_equal(one, other) for one, other in zip(before, after, strict=True))
    assert not any(np.shares_memory(found.values, array) for array in after)
