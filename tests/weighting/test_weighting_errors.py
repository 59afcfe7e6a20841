"""The words of errors in weighting: what is wrong, where, and what to give instead."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from judgements import reciprocal, says

from criteria.errors import CriteriaError, WeightsError
from criteria.weighting import (
    OBJECTIVE,
    RANDOM_INDICES,
    ahp,
    best_worst,
    clusters,
    combine,
    compared_candidates,
    consensus,
    direct,
    objective,
    rank_order,
    swing,
)
from criteria.weighting.ahp import PRIORITIES
from criteria.weighting.rank_order import FORMULAS

NAN = np.nan
PAIR = [[1, 2], [0.5, 1]]
TABLE = [[3.0, 5.0], [4.0, 2.0], [1.0, 6.0]]
BOTH = [True, False]


def disconnected() -> np.ndarray:
    return reciprocal(4, [2, NAN, NAN, NAN, NAN, 3])


# What is asked, and the parts of the sentence in order.
WRONG: dict[str, tuple[Callable[[], object], tuple[str, ...]]] = {
    "comparisons that are not reciprocal": (
        lambda: ahp([[1, 3, 2], [1 / 3, 1, 2], [2, 0.5, 1]]),
        ("Item 1 against 3 is 2, but 3 against 1 is 2", "1 divided by the other"),
    ),
    "a reciprocal rounded too far": (
        lambda: ahp([[1, 6], [0.2, 1]]),
        ("Item 1 against 2 is 6, but 2 against 1 is 0.2", "1 divided by the other"),
    ),
    "a judgement of zero": (
        lambda: ahp([[1, 0], [NAN, 1]]),
        ("Row 1, column 2", "is 0", "a number above 0"),
    ),
    "a negative judgement": (
        lambda: ahp([[1, 2, 3], [0.5, 1, -4], [1 / 3, -0.25, 1]]),
        ("Row 2, column 3", "is -4", "a number above 0"),
    ),
    "an infinite judgement": (lambda: ahp([[1, np.inf], [0, 1]]), ("Row 1, column 2", "is inf")),
    "an item without judgements": (
        lambda: ahp(reciprocal(3, [2, NAN, NAN])),
        ("Nothing compares item 1 with item 3", "judge at least one pair that joins them"),
    ),
    "two parts that nothing joins": (lambda: ahp(disconnected()), ("item 1 with item 3",)),
    "comparisons that are not square": (lambda: ahp([[1, 2, 3], [0.5, 1, 1]]), ("square table of numbers",)),
    "comparisons in one row": (lambda: ahp([1, 2, 3]), ("square table of numbers",)),
    "no comparisons": (lambda: ahp([]), ("square table of numbers", "one row and one column for each item")),
    "no items": (lambda: ahp(np.empty((0, 0))), ("square table of numbers",)),
    "comparisons in words": (
        lambda: ahp([["1", "much more"], ["less", "1"]]),
        ("The comparisons must be numbers",),
    ),
    "comparisons of unequal rows": (lambda: ahp([[1, 2], [1]]), ("in rows of equal length",)),
    "nothing instead of comparisons": (lambda: ahp(None), ("square table of numbers",)),
    "an item that outweighs itself": (
        lambda: ahp([[1, 2], [0.5, 2]]),
        ("Row 2 compares item 2 with itself and gives 2", "must be 1"),
    ),
    "very many items": (
        lambda: ahp(np.ones((61, 61))),
        ("There are 61 items", "at most 60", "into groups"),
    ),
    "unknown priorities": (lambda: ahp(PAIR, priorities="mean"), ("no priorities 'mean'", *PRIORITIES)),
    "an unknown random index": (
        lambda: ahp(PAIR, random_index="saaty"),
        ("no random index 'saaty'", *RANDOM_INDICES),
    ),
    "an unknown formula": (lambda: rank_order([1, 2], formula="rank"), ("no formula 'rank'", *FORMULAS)),
    "a negative exponent": (
        lambda: rank_order([1, 2], formula="exponent", exponent=-1),
        ("exponent is -1", "at least 0"),
    ),
    "an exponent that is no number": (
        lambda: rank_order([1, 2], formula="exponent", exponent=NAN),
        ("exponent is nan", "at least 0"),
    ),
    "a negative rank": (lambda: rank_order([1, -2]), ("The ranks", "number 2 is -2")),
    "a rank below the first": (lambda: rank_order([1, 0, 2]), ("The ranks: number 2 is 0", "at least 1")),
    "no ranks": (lambda: rank_order([]), ("The ranks must be a list of numbers",)),
    "an unknown model": (
        lambda: best_worst([1, 2], [2, 1], model="quadratic"),
        ("no model 'quadratic'", "linear, nonlinear"),
    ),
    "rows of different lengths": (
        lambda: best_worst([1, 2, 3], [3, 1]),
        ("3 comparisons with the best and 2 with the worst", "every criterion"),
    ),
    "a comparison below one": (
        lambda: best_worst([1, 0.5, 4], [4, 2, 1]),
        ("below 1", "the best is at least as important as each"),
    ),
    "no best": (lambda: best_worst([2, 2, 4], [4, 2, 1]), ("must be 1", "one of them is missing")),
    "no worst": (lambda: best_worst([1, 2, 4], [4, 2, 2]), ("must be 1", "one of them is missing")),
    "two answers to one question": (
        lambda: best_worst([1, 2, 4], [5, 2, 1]),
        ("best over the worst is 4 in one row and 5 in the other", "give it once"),
    ),
    "a best row in words": (
        lambda: best_worst(["one", "two"], [2, 1]),
        ("The comparisons of the best with the others must be numbers",),
    ),
    "a worst row with a blank": (
        lambda: best_worst([1, 2, 4], [4, NAN, 1]),
        ("others with the worst", "number 2 is nan", "finite number"),
    ),
    "negative swing points": (
        lambda: swing([100, -5]),
        ("The swing points", "number 2 is -5", "at least 0"),
    ),
    "points that are all zero": (lambda: direct([0, 0]), ("The points are all 0", "some")),
    "infinite points": (lambda: direct([1, np.inf]), ("number 2 is inf", "finite number")),
    "points in a table": (lambda: swing([[1, 2]]), ("must be a list of numbers, one for each criterion",)),
    "no points": (lambda: swing([]), ("must be a list of numbers",)),
    "an unknown scheme": (
        lambda: objective("random", TABLE, BOTH),
        ("no weights 'random' from the data", *OBJECTIVE),
    ),
    "performances with a blank": (
        lambda: objective("std", [[1, NAN], [2, 3]], BOTH),
        ("Alternative 1, criterion 2 is nan", "give a finite number"),
    ),
    "performances in words": (
        lambda: objective("std", [["a", "b"]], BOTH),
        ("The performances must be numbers",),
    ),
    "performances in one row": (
        lambda: objective("std", [1, 2], BOTH),
        ("must be a table", "their shape is (2,)"),
    ),
    "no performances": (
        lambda: objective("std", np.empty((0, 2)), BOTH),
        ("a table of at least one alternative",),
    ),
    "objectives of another length": (
        lambda: objective("std", TABLE, [True]),
        ("'maximized' must say true or false for each of the 2 criteria",),
    ),
    "objectives as signs": (lambda: objective("std", TABLE, [1, -1]), ("'maximized'", "true or false")),
    "an unknown way to join": (
        lambda: combine([PAIR], how="votes"),
        ("'votes' is no way", "judgements or priorities"),
    ),
    "an unknown mean": (
        lambda: combine([[1, 2]], mean="harmonic"),
        ("no mean 'harmonic'", "geometric or arithmetic"),
    ),
    "too few member weights": (
        lambda: combine([PAIR, PAIR], member_weights=[1]),
        ("2 members but 1 weights", "one for each"),
    ),
    "a negative member weight": (
        lambda: combine([PAIR, PAIR], member_weights=[1, -1]),
        ("The members' weights", "number 2 is -1"),
    ),
    "members of whom nobody counts": (
        lambda: combine([PAIR, PAIR], member_weights=[0, 0]),
        ("The members' weights are all 0",),
    ),
    "an item that nobody weighed": (
        lambda: combine([[1, NAN, 2], [3, NAN, NAN]]),
        ("No member who counts gave item 2 a weight", "ask at least one member"),
    ),
    "an item that nobody who counts weighed": (
        lambda: combine([[1, NAN], [3, 2]], member_weights=[1, 0]),
        ("No member who counts gave item 2 a weight",),
    ),
    "items that nobody compared": (
        lambda: combine([disconnected(), disconnected()]),
        ("Nothing compares item 1 with item 3",),
    ),
    "a zero for each item": (
        lambda: combine([[1, 0], [0, 1]]),
        ("Every item has the weight 0 from at least one person", "arithmetic mean"),
    ),
    "a negative weight": (lambda: combine([[1, -2], [1, 1]]), ("The weights of member 1", "number 2 is -2")),
    "a member's weights that are all zero": (
        lambda: combine([[0, 0]]),
        ("The weights of member 1 are all 0",),
    ),
    "members of different sizes": (
        lambda: combine([PAIR, [[1]]]),
        ("Comparisons and weights must be numbers, in rows of equal length",),
    ),
    "nobody": (lambda: combine([]), ("Give comparisons (members, items, items)",)),
    "a single list of weights": (lambda: combine([1, 2]), ("Give comparisons (members, items, items)",)),
    "a member who contradicts the other direction": (
        lambda: combine([PAIR, [[1, 2], [2, 1]]]),
        ("Item 1 against 2 is 2, but 2 against 1 is 2",),
    ),
    "consensus with a blank": (lambda: consensus([[1, 2], [NAN, 1]]), ("complete weights", "blanks")),
    "clusters with a blank": (lambda: clusters([[1, 2], [NAN, 1]]), ("complete weights", "blanks")),
    "consensus with too many member weights": (
        lambda: consensus([[1, 2], [3, 1]], [1, 1, 1]),
        ("2 members but 3 weights",),
    ),
    "candidates compared under no criterion": (
        lambda: compared_candidates([]),
        ("one table of comparisons for each criterion",),
    ),
    "candidates of whom one was not compared": (
        lambda: compared_candidates([reciprocal(3, [2, NAN, NAN])]),
        ("Nothing compares item 1 with item 3",),
    ),
}


@pytest.mark.parametrize("what", WRONG)
def test_what_is_wrong_is_said_with_what_to_give_instead(what: str) -> None:
    ask, parts = WRONG[what]
    with says(WeightsError, *parts):
        ask()


NOT_NEGATIVE = [key for key, row in OBJECTIVE.items() if row.needs == "numbers of at least 0"]
POSITIVE = [key for key, row in OBJECTIVE.items() if row.needs == "numbers above 0"]


@pytest.mark.parametrize("kind", NOT_NEGATIVE + POSITIVE)
def test_a_negative_is_named_by_its_place_where_the_scheme_needs_a_ratio_scale(kind: str) -> None:
    # The first column is constant and counts for nothing; places are counted over all columns.
    with says(WeightsError, OBJECTIVE[kind].name, "Alternative 2, criterion 3 is -1", "Choose another"):
        objective(kind, [[7.0, 3.0, 5.0], [7.0, 4.0, -1.0], [7.0, 1.0, 6.0]], [True, True, False])


@pytest.mark.parametrize("kind", POSITIVE)
def test_a_zero_is_named_by_its_place_where_the_scheme_divides_by_it(kind: str) -> None:
    with says(WeightsError, OBJECTIVE[kind].name, "numbers above 0", "Alternative 3, criterion 2 is 0"):
        objective(kind, [[3.0, 5.0], [4.0, 2.0], [1.0, 0.0]], BOTH)


def test_schemes_that_need_a_ratio_scale_are_those_that_say_so() -> None:
    assert set(NOT_NEGATIVE) == {"entropy", "cv", "gini", "angle"}
    assert set(POSITIVE) == {"merec", "cilos", "idocriw"}
    with_negatives = [[-3.0, 5.0], [4.0, 0.0], [1.0, 6.0]]
    for kind in set(OBJECTIVE) - set(NOT_NEGATIVE) - set(POSITIVE):
        assert np.all(np.isfinite(objective(kind, with_negatives, BOTH).weights))


def test_errors_of_weighting_are_of_the_one_family() -> None:
    assert issubclass(WeightsError, CriteriaError)
