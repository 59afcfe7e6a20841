"""From answers about siblings to their weights: complete answers give weights, others a sentence that says what is missing."""

from __future__ import annotations

from itertools import combinations, pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from criteria.model.judgements import WAYS, WHOLE, Answers, Judgement
from criteria.weighting.elicited import comparison_matrix, elicited, pairs_for, pairs_of

ITEMS = ("a", "b", "c", "d")
WEIGHTS = np.array([0.4, 0.3, 0.2, 0.1])


def consistent(way: str, **settings: str) -> Answers:
    """Return answers of somebody who has WEIGHTS in mind."""
    own = dict(zip(ITEMS, WEIGHTS, strict=True))
    said = {
        "direct": [Judgement("points", i, "", 250 * w) for i, w in own.items()],
        "swing": [Judgement("points", i, "", 250 * w) for i, w in own.items()],
        "ahp": [Judgement("ratio", i, j, own[i] / own[j]) for i, j in combinations(ITEMS, 2)],
        "rank_order": [Judgement("rank", i, "", k + 1.0) for k, i in enumerate(ITEMS)],
        "best_worst": [
            Judgement("best", "a", "", 1),
            Judgement("worst", "d", "", 1),
            *(Judgement("best-to", i, "", own["a"] / own[i]) for i in "bcd"),
            *(Judgement("to-worst", i, "", own[i] / own["d"]) for i in "bc"),
        ],
    }
    return Answers("", way, tuple(said[way]), tuple(settings.items()))


@pytest.mark.parametrize("way", sorted(set(WAYS) - WHOLE))
def test_consistent_answers_give_back_the_weights_somebody_has_in_mind(way: str) -> None:
    # Rank sum of four is 4 : 3 : 2 : 1, the same weights.
    settings = {"formula": "sum"} if way == "rank_order" else {}
    found = elicited(ITEMS, consistent(way, **settings))
    assert found.weights == pytest.approx(WEIGHTS, abs=1e-6)
    assert found.complaint == ""
    assert found.said == found.asked
    assert found.consistency in (None, pytest.approx(0, abs=1e-9))


@pytest.mark.parametrize("way", WAYS)
def test_no_answer_at_all_is_no_weights_and_a_sentence(way: str) -> None:
    found = elicited(ITEMS, Answers("", way))
    assert found.weights is None
    assert found.said == 0 < found.asked
    assert found.complaint.endswith(".")


@pytest.mark.parametrize("way", WAYS)
def test_a_single_item_has_all_the_weight_without_a_question(way: str) -> None:
    found = elicited(("a",), Answers("", way))
    assert found.weights is not None
    assert found.weights.tolist() == [1.0]
    assert (found.said, found.asked) == (0, 0)


@pytest.mark.parametrize("way", ["direct", "swing", "rank_order", "best_worst"])
def test_one_blank_is_a_blank_and_is_counted(way: str) -> None:
    question = {"rank_order": "rank", "best_worst": "best-to"}.get(way, "points")
    found = elicited(ITEMS, consistent(way).without(question, "c"))
    assert found.weights is None
    assert found.said == found.asked - 1
    assert "1" in found.complaint


def test_pairs_give_weights_as_soon_as_all_are_joined() -> None:
    chain = Answers(
        "", "ahp", tuple(j for j in consistent("ahp").judgements if ord(j.second) - ord(j.first) == 1)
    )
    found = elicited(ITEMS, chain)
    assert found.weights == pytest.approx(WEIGHTS)
    assert (found.said, found.asked) == (3, 6)
    apart = elicited(ITEMS, chain.without("ratio", "b", "c"))
    assert apart.weights is None
    assert "at least 3 pairs" in apart.complaint


def test_the_matrix_is_reciprocal_and_blank_where_nothing_was_said() -> None:
    matrix = comparison_matrix(("a", "b", "c"), Answers("", "ahp", (Judgement("ratio", "c", "a", 4),)))
    expected = [[1, np.nan, 0.25], [np.nan, 1, np.nan], [4, np.nan, 1]]
    np.testing.assert_array_equal(matrix, expected)


def test_the_settings_of_pairs_are_used() -> None:
    said = [
        Judgement("ratio", *pair, value)
        for pair, value in zip(pairs_of(ITEMS), (5, 3, 7, 0.25, 6, 2), strict=True)
    ]
    by_vector, by_mean, by_column = (
        elicited(ITEMS, Answers("", "ahp", tuple(said), (("priorities", name),))).weights
        for name in ("eigenvector", "geometric_mean", "column_mean")
    )
    matrix = comparison_matrix(ITEMS, Answers("", "ahp", tuple(said)))
    rows = np.exp(np.log(matrix).mean(axis=1))
    assert by_mean == pytest.approx(rows / rows.sum())
    assert by_column == pytest.approx((matrix / matrix.sum(axis=0)).mean(axis=1))
    assert by_vector is not None
    assert matrix @ by_vector / by_vector == pytest.approx(np.full(4, (matrix @ by_vector / by_vector)[0]))


@pytest.mark.parametrize(
    ("way", "setting", "words"),
    [
        ("ahp", ("priorities", "magic"), "no priorities 'magic'"),
        ("ahp", ("index", "magic"), "no random index 'magic'"),
        ("best_worst", ("model", "magic"), "magic"),
        ("rank_order", ("formula", "magic"), "no formula 'magic'"),
    ],
)
def test_a_setting_nobody_knows_is_a_sentence(way: str, setting: tuple[str, str], words: str) -> None:
    found = elicited(ITEMS, consistent(way, **dict([setting])))
    assert found.weights is None
    assert words in found.complaint


@pytest.mark.parametrize("exponent", ["much", "-1", "nan", "inf"])
def test_an_exponent_without_meaning_is_a_sentence(exponent: str) -> None:
    found = elicited(ITEMS, consistent("rank_order", formula="exponent", exponent=exponent))
    assert found.weights is None
    assert "give a number of at least 0" in found.complaint


def test_points_of_nothing_but_zero_are_a_sentence() -> None:
    found = elicited(("a", "b"), Answers("", "direct", tuple(Judgement("points", i, "", 0) for i in "ab")))
    assert found.weights is None
    assert "all 0" in found.complaint


def test_the_most_important_cannot_be_the_least_important() -> None:
    ends = Answers("", "best_worst", (Judgement("best", "a", "", 1), Judgement("worst", "a", "", 1)))
    assert "cannot be the same" in elicited(ITEMS, ends).complaint


def test_best_and_worst_tells_its_consistency_and_how_far_weights_may_move() -> None:
    found = elicited(ITEMS, consistent("best_worst", model="nonlinear"))
    assert found.ranges is not None
    assert np.all(found.ranges[:, 0] <= WEIGHTS + 1e-6)
    assert np.all(found.ranges[:, 1] >= WEIGHTS - 1e-6)
    odd = elicited(ITEMS, consistent("best_worst").with_judgements([Judgement("to-worst", "b", "", 9)]))
    assert odd.consistency is not None
    assert odd.consistency > 0.1


def test_more_items_than_a_random_index_is_published_for_have_weights_and_the_geometric_index() -> None:
    many = tuple(f"i{k}" for k in range(16))
    said = tuple(Judgement("ratio", one, other, 2) for one, other in pairs_of(many)[:15])
    found = elicited(many, Answers("", "ahp", said))
    # Each item is twice the next: (1/2)^k, and nothing contradicts anything.
    assert found.weights == pytest.approx([0.5**k / (2 - 0.5**15) for k in range(16)], rel=1e-4)
    assert found.consistency is None
    assert found.priorities is not None
    assert found.priorities.geometric_consistency_index == pytest.approx(0.0, abs=1e-6)
    assert found.priorities.consistent_enough
    # Every pair of the 120 judged at one end of the scale or the other, in turn: about as contradictory as by chance.
    by_turns = tuple(
        Judgement("ratio", one, other, 9.0 if k % 2 else 1 / 9)
        for k, (one, other) in enumerate(pairs_of(many))
    )
    wrong = elicited(many, Answers("", "ahp", by_turns))
    assert wrong.weights is not None
    assert wrong.priorities is not None
    assert not wrong.priorities.consistent_enough


@given(count=st.integers(2, 9))
def test_each_pair_is_asked_once_and_neighbours_first(count: int) -> None:
    items = [f"i{k}" for k in range(count)]
    pairs = pairs_of(items)
    assert sorted(map(sorted, pairs)) == sorted(map(sorted, combinations(items, 2)))
    gaps = [items.index(other) - items.index(one) for one, other in pairs]
    assert gaps == sorted(gaps)
    assert pairs[: count - 1] == list(pairwise(items))


@given(count=st.integers(2, 9), who=st.text(max_size=8))
def test_each_person_is_asked_each_pair_once_in_the_same_shuffled_order(count: int, who: str) -> None:
    items = [f"i{k}" for k in range(count)]
    pairs = pairs_for(items, who)
    assert sorted(map(sorted, pairs)) == sorted(map(sorted, combinations(items, 2)))
    assert pairs == pairs_for(items[::-1], who)
    joined = set(pairs[0])
    first = pairs[1 : count - 1]
    for _turn in range(count):
        joined |= {item for pair in first if joined & set(pair) for item in pair}
    assert joined == set(items)  # n - 1 answers give weights, wherever somebody stops


def test_pairs_come_in_another_order_and_on_other_sides_for_another_person() -> None:
    people = [pairs_for(ITEMS, f"person-{k}") for k in range(40)]
    assert len({tuple(pairs) for pairs in people}) > 30
    left = sum(pairs[0] == tuple(sorted(pairs[0])) for pairs in people)
    assert 8 < left < 32  # no criterion always stands on the same side
    assert len({frozenset(pairs[0]) for pairs in people}) == 6


def test_the_consistency_of_best_and_worst_is_that_of_the_input() -> None:
    # Best to others 1, 3, 8; others to worst 8, 4, 1: |3 · 4 - 8| / (8² - 8) = 4 / 56.
    said = (
        *(Judgement("best-to", item, "", value) for item, value in (("b", 3), ("c", 8))),
        *(Judgement("to-worst", item, "", value) for item, value in (("a", 8), ("b", 4))),
    )
    ends = (Judgement("best", "a", "", 1), Judgement("worst", "c", "", 1))
    for model in ("linear", "nonlinear"):
        found = elicited("abc", Answers("", "best_worst", (*ends, *said), (("model", model),)))
        assert found.consistency == pytest.approx(4 / 56)
