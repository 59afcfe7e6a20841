"""Laws of every ranking method under every normalization it allows; exceptions are data, with a reason."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from problems import HIGHEST, LOWEST, VARIANTS, Drawn, problems, scored, seeded

from criteria.errors import CriteriaError
from criteria.ranking.catalogue import METHODS
from criteria.ranking.competition import competition_ranks
from criteria.ranking.method import Scores
from criteria.ranking.score import score

LAW = settings(
    max_examples=12,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)
every_variant = pytest.mark.parametrize(
    ("method", "normalization"), VARIANTS, ids=["-".join(v) for v in VARIANTS]
)


def outcome(compute: Callable[[], Scores]) -> Scores | None:
    """Return the scores, or None where the method refuses with a sentence."""
    try:
        return compute()
    except CriteriaError as refusal:
        if len(str(refusal).split()) < 4:
            pytest.fail(f"{refusal!r} is no sentence")
        return None


def assert_same(one: Scores | None, other: Scores | None, *, rearranged: object = slice(None)) -> None:
    """Both refused, or scores and ranks agree once the first one's alternatives are rearranged."""
    assert (one is None) == (other is None)
    if one is not None and other is not None:
        np.testing.assert_allclose(one.values[..., rearranged], other.values, rtol=1e-9, atol=1e-9)
        assert np.array_equal(one.ranks[..., rearranged], other.ranks)


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


# Methods that can put a candidate behind one that it beats; a test below shows each of them doing so.
CAN_DEFY_DOMINANCE: Mapping[str, str] = MappingProxyType(
    {"probid": "Distance from the average counts as merit, on either side of it."}
)


@every_variant
@settings(LAW, max_examples=30)
@given(problem=problems(min_alternatives=2, min_weight=1), data=st.data())
def test_who_is_better_somewhere_and_worse_nowhere_never_ranks_behind(
    method: str, normalization: str, problem: Drawn, data: st.DataObject
) -> None:
    if method in CAN_DEFY_DOMINANCE:
        pytest.skip(CAN_DEFY_DOMINANCE[method])
    n = len(problem.weights)
    gains = data.draw(st.lists(st.integers(0, 5), min_size=n, max_size=n).filter(any))
    performances = problem.performances.copy()
    performances[0] = np.where(
        problem.maximized, performances[1] + gains, np.maximum(performances[1] - gains, 0.5)
    )
    found = outcome(
        lambda: scored(method, normalization, Drawn(performances, problem.weights, problem.maximized))
    )
    assert found is None or found.ranks[0] <= found.ranks[1]


def test_probid_puts_the_cheaper_of_two_behind_because_the_dearer_is_further_from_the_average() -> None:
    # One cost: 11 beats 12. Their average is 10, and 12 is twice as far from it.
    found = score("probid", [[11.0], [12.0], [7.0]], [1.0], [False])
    assert found.ranks.tolist() == [3, 2, 1]
    assert set(CAN_DEFY_DOMINANCE) == {"probid"}


# What a change of units does change, and why.
UNITS_COUNT: Mapping[tuple[str, str], str] = MappingProxyType(
    {
        ("wsm", "none"): "Raw values are added up, whatever their units.",
        ("electre_i", "none"): "Objections are measured against the widest range of any column.",
        ("electre_ii", "none"): "As for ELECTRE I.",
    }
)
UNITS_SCALE_SCORES: Mapping[tuple[str, str], str] = MappingProxyType(
    {
        (
            "wpm",
            "none",
        ): "The product of raw values carries the product of the units, the same for everybody.",
        ("full_multiplicative_form", "none"): "As for the weighted product.",
    }
)


@every_variant
@LAW
@given(problem=problems(), exponents=st.lists(st.integers(-15, 15), min_size=5, max_size=5))
def test_units_change_nothing(method: str, normalization: str, problem: Drawn, exponents: list[int]) -> None:
    variant = (method, normalization)
    if variant in UNITS_COUNT:
        pytest.skip(UNITS_COUNT[variant])
    factors = 10.0 ** np.array(exponents[: len(problem.weights)])
    scales = {"scales": [(LOWEST * f, HIGHEST * f) for f in factors]} if normalization == "scale" else {}
    rescaled = Drawn(problem.performances * factors, problem.weights, problem.maximized)
    one = outcome(lambda: scored(method, normalization, problem))
    other = outcome(lambda: scored(method, normalization, rescaled, **scales))
    if variant in UNITS_SCALE_SCORES:
        assert (one is None) == (other is None)
        assert one is None or other is None or np.array_equal(one.ranks, other.ranks)
    else:
        assert_same(one, other)


def test_units_decide_the_weighted_sum_of_raw_values() -> None:
    metres, kilometres = [[1000.0, 2.0], [2000.0, 1.0]], [[1.0, 2.0], [2.0, 1.0]]
    assert score("wsm", metres, [1, 3], [True, True], normalization="none").ranks.tolist() == [2, 1]
    assert score("wsm", kilometres, [1, 3], [True, True], normalization="none").ranks.tolist() == [1, 2]


@every_variant
@LAW
@given(problem=problems(), data=st.data())
def test_a_criterion_without_weight_changes_nothing(
    method: str, normalization: str, problem: Drawn, data: st.DataObject
) -> None:
    m = len(problem.performances)
    column = np.array(data.draw(st.lists(st.integers(1, 20), min_size=m, max_size=m)), dtype=float)
    wider = Drawn(
        np.column_stack([problem.performances, column]),
        np.append(problem.weights, 0.0),
        np.append(problem.maximized, data.draw(st.booleans())),
    )
    assert_same(
        outcome(lambda: scored(method, normalization, problem)),
        outcome(lambda: scored(method, normalization, wider)),
    )


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


def reordered(before: np.ndarray, after: np.ndarray) -> bool:
    """Whether two alternatives that stood in one order before stand in the opposite one after."""
    return bool(np.any(np.sign(before[:, np.newaxis] - before) * np.sign(after[:, np.newaxis] - after) < 0))


def joined_by_another(method: str, normalization: str, seed: int) -> tuple[np.ndarray, np.ndarray] | None:
    """Return the ranks of the first ones without and with one more, or None where the method refuses."""
    rng = np.random.default_rng(seed)
    everybody = seeded(seed, m=int(rng.integers(4, 8)))
    # Few distinct values, at times an extreme newcomer: that is where orders turn over.
    performances = np.ceil(everybody.performances / 3) * 3
    performances[-1] = rng.choice([1.0, 24.0, 6.0, 15.0], performances.shape[1])
    first = Drawn(performances[:-1], everybody.weights, everybody.maximized)
    one = outcome(lambda: scored(method, normalization, first))
    other = outcome(
        lambda: scored(method, normalization, Drawn(performances, everybody.weights, everybody.maximized))
    )
    return None if one is None or other is None else (one.ranks, other.ranks[:-1])


@pytest.mark.parametrize(
    ("method", "normalization"), [(row.key, name) for row in METHODS.values() for name in row.stable]
)
def test_a_newcomer_reorders_nobody_under_a_stable_normalization(method: str, normalization: str) -> None:
    for seed in range(60):
        found = joined_by_another(method, normalization, seed)
        assert found is not None
        before, after = found
        assert np.array_equal(np.sign(before[:, np.newaxis] - before), np.sign(after[:, np.newaxis] - after))


@pytest.mark.parametrize(
    ("method", "normalization"),
    [(row.key, name) for row in METHODS.values() for name in row.normalizations if row.can_reorder(name)],
)
def test_a_newcomer_reorders_somebody_under_every_other_normalization(
    method: str, normalization: str
) -> None:
    for seed in range(3000):
        found = joined_by_another(method, normalization, seed)
        if found is not None and reordered(*found):
            return
    pytest.fail("no newcomer reorders the others: the catalogue could call this normalization stable")
