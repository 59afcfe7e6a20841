"""The words of errors in questions of robustness: what is wrong, and what to give instead."""

from __future__ import annotations

import re
from collections.abc import Callable

import numpy as np
import pytest

from criteria.errors import CellError, CriteriaError, MethodError, WeightsError
from criteria.robustness import (
    acceptability,
    agreement,
    decision_map,
    evidence_value,
    path_to_first,
    rank_reversal,
    smallest_flip,
    weight_interval,
    weight_sweep,
)
from criteria.robustness.agreement import agreement_of
from criteria.robustness.engine.draws import ranked_weights

TABLE = [[3.0, 5.0, 2.0], [4.0, 2.0, 6.0], [1.0, 6.0, 4.0]]
WEIGHTS = [5, 3, 2]
BOTH = [True, False, True]
LOW, HIGH = np.array(TABLE) - 0.5, np.array(TABLE) + 0.5
BATCH = [WEIGHTS, WEIGHTS]


def accepted(**given: object) -> object:
    given = {"draws": 50, "rng": 0} | given
    return acceptability("wsm", TABLE, BOTH, **given)


def valued(**given: object) -> object:
    given = {"low": LOW, "high": HIGH, "draws": 50, "rng": 0} | given
    return evidence_value("wsm", TABLE, given.pop("weights", WEIGHTS), BOTH, **given)


def mapped(groups: object, weights: object = WEIGHTS, **given: object) -> object:
    return decision_map("wsm", TABLE, weights, BOTH, groups, **given)


def out_of_order() -> np.ndarray:
    low = LOW.copy()
    low[1, 2] = 6.5
    return low


# What is asked, the kind of error, and the parts of its sentence in order.
WRONG: dict[str, tuple[Callable[[], object], type[CriteriaError], tuple[str, ...]]] = {
    "constraints that contradict each other": (
        lambda: accepted(constraints=[[-0.6, 1, 0, 0], [-0.6, 0, 1, 0]]),
        WeightsError,
        ("No weights satisfy these constraints", "loosen one"),
    ),
    "constraints that amount to an equation": (
        lambda: accepted(constraints=[[-0.5, 1, 0, 0], [0.5, -1, 0, 0]]),
        WeightsError,
        ("leave no room", "loosen one"),
    ),
    "constraints on one criterion that it cannot meet": (
        lambda: acceptability("wsm", [[1.0], [2.0]], [True], constraints=[[-2.0, 1.0]], rng=0),
        WeightsError,
        ("No weights satisfy these constraints",),
    ),
    "constraints of another length": (
        lambda: accepted(constraints=[[1, -1, 0]]),
        CriteriaError,
        ("constraint needs 4 numbers", "c0"),
    ),
    "constraints that are not finite": (
        lambda: accepted(constraints=[[np.nan, 1, 0, 0]]),
        CriteriaError,
        ("finite numbers", "c0 + c·w ≥ 0"),
    ),
    "a spread below zero": (
        lambda: accepted(around=(WEIGHTS, -0.1)),
        CriteriaError,
        ("spread of the weights is -0.1", "at least 0"),
    ),
    "a spread that is no number": (
        lambda: accepted(around=(WEIGHTS, np.nan)),
        CriteriaError,
        ("spread of the weights is nan",),
    ),
    "weights and a spread at once": (
        lambda: accepted(weights=WEIGHTS, around=(WEIGHTS, 0.1)),
        CriteriaError,
        ("one of weights, around", "exclude each other"),
    ),
    "no draws": (lambda: accepted(draws=0), CriteriaError, ("number of draws is 0", "from 1 to")),
    "half a draw": (lambda: accepted(draws=0.5), CriteriaError, ("number of draws is 0.5", "whole number")),
    "too many draws": (
        lambda: accepted(draws=10**9),
        CriteriaError,
        ("number of draws is 1000000000", "from 1 to 20000000"),
    ),
    "an unknown distribution": (
        lambda: accepted(low=LOW, distribution="normal"),
        CriteriaError,
        ("no distribution 'normal'", "triangular, uniform, pert"),
    ),
    "low above likely": (
        lambda: accepted(low=out_of_order()),
        CellError,
        ("Alternative 2, criterion 3", "6.5, 6 and 6", "put them in order"),
    ),
    "high below likely": (
        lambda: accepted(high=LOW),
        CellError,
        ("Alternative 1, criterion 1", "3, 3 and 2.5"),
    ),
    "ranges of another shape": (
        lambda: accepted(low=[[1.0]]),
        CriteriaError,
        ("'low' must hold a finite number for each performance", "(3, 3)"),
    ),
    "a range without an end": (
        lambda: accepted(high=np.full((3, 3), np.inf)),
        CellError,
        ("Alternative 1, criterion 1 is inf", "give a finite number"),
    ),
    "an unknown method": (
        lambda: acceptability("topsi", TABLE, BOTH, rng=0),
        MethodError,
        ("no method 'topsi'", "topsis"),
    ),
    "no range at all": (
        lambda: valued(low=TABLE, high=TABLE),
        CriteriaError,
        ("No performance that has weight comes with a range", "nothing to find out"),
    ),
    "ranges only where nothing weighs": (
        lambda: valued(
            weights=[1, 0, 0], low=np.column_stack([[3, 4, 1], LOW[:, 1:]]),
            high=np.column_stack([[3, 4, 1], HIGH[:, 1:]]),
        ),
        CriteriaError,
        ("No performance that has weight comes with a range",),
    ),
    "an interval of an unknown criterion": (
        lambda: weight_interval("wsm", TABLE, WEIGHTS, BOTH, 3),
        CriteriaError,
        ("no criterion 3", "from 0 to 2"),
    ),
    "an interval that keeps something unknown": (
        lambda: weight_interval("wsm", TABLE, WEIGHTS, BOTH, 0, keep="order"),  # type: ignore[arg-type]
        CriteriaError,
        ("'keep' must be 'best' or 'ranking'", "'order'"),
    ),
    "a sweep over an unknown criterion": (
        lambda: weight_sweep("wsm", TABLE, WEIGHTS, BOTH, [0, 7]),
        CriteriaError,
        ("no criterion 7", "count from 0 to 2"),
    ),
    "a sweep over no criterion": (
        lambda: weight_sweep("wsm", TABLE, WEIGHTS, BOTH, []),
        CriteriaError,
        ("counted from 0 to 2",),
    ),
    "a sweep of one step": (
        lambda: weight_sweep("wsm", TABLE, WEIGHTS, BOTH, 0, steps=1),
        CriteriaError,
        ("at least 2", "it has 1"),
    ),
    "an unknown challenger": (
        lambda: smallest_flip("wsm", TABLE, WEIGHTS, BOTH, challenger=3),
        CriteriaError,
        ("no alternative 3", "from 0 to 2"),
    ),
    "a challenger who leads": (
        lambda: smallest_flip("wsm", [[1, 9], [1, 1]], [1, 1], [True, True], challenger=0),
        CriteriaError,
        ("challenger leads already",),
    ),
    "an unknown norm": (
        lambda: smallest_flip("wsm", TABLE, WEIGHTS, BOTH, norm="l3"),  # type: ignore[arg-type]
        CriteriaError,
        ("'norm' must be one of l1, l2, linf", "'l3'"),
    ),
    "a path of an unknown alternative": (
        lambda: path_to_first("wsm", TABLE, WEIGHTS, BOTH, 3),
        CriteriaError,
        ("no alternative 3", "count from 0 to 2"),
    ),
    "a sweep of several sets of weights": (
        lambda: weight_sweep("wsm", TABLE, [WEIGHTS, WEIGHTS], BOTH, 0),
        CriteriaError,
        ("one set of weights",),
    ),
    "a sweep over half a criterion": (
        lambda: weight_sweep("wsm", TABLE, WEIGHTS, BOTH, [0.5]),  # type: ignore[list-item]
        CriteriaError,
        ("no criterion 0.5",),
    ),
    "a spread in words": (
        lambda: acceptability("wsm", TABLE, BOTH, around=(WEIGHTS, "x"), rng=1),  # type: ignore[arg-type]
        CriteriaError,
        ("spread of the weights must be numbers",),
    ),
    "ranges in words": (
        lambda: acceptability("wsm", TABLE, BOTH, low="low", rng=1),
        CriteriaError,
        ("ends of the ranges must be numbers",),
    ),
    "a seed below zero": (
        lambda: acceptability("wsm", TABLE, BOTH, rng=-1),
        CriteriaError,
        ("generator of numpy or a whole number",),
    ),
    "reversed scales on the path": (
        lambda: path_to_first("wsm", TABLE, WEIGHTS, BOTH, 0, scales=[[9, 0]] * 3),
        MethodError,
        ("'scales' must hold a lower and a higher",),
    ),
    "groups that overlap": (
        lambda: mapped([[0], [1], [1, 2]]),
        CriteriaError,
        ("three groups of criteria that do not overlap",),
    ),
    "two groups": (lambda: mapped([[0], [1, 2]]), CriteriaError, ("needs three groups",)),
    "an empty group": (lambda: mapped([[0, 1], [2], []]), CriteriaError, ("needs three groups",)),
    "a group with an unknown criterion": (
        lambda: mapped([[0], [1], [3]]),
        CriteriaError,
        ("no criterion", "count from 0 to 2"),
    ),
    "groups that weigh nothing": (
        lambda: decision_map("wsm", np.eye(4) + 1, [0, 0, 0, 1], [True] * 4, [[0], [1], [2]]),
        CriteriaError,
        ("no weight to share", "some importance"),
    ),
    "a map without resolution": (
        lambda: mapped([[0], [1], [2]], resolution=0),
        CriteriaError,
        ("resolution is 0", "from 1 to 200"),
    ),
    "an agreement of no methods": (lambda: agreement_of({}, {"wpm": "It is negative."}), CriteriaError,
        ("No method can be applied", "It is negative.")),
    "an order of importance of another length": (
        lambda: ranked_weights([1, 2], 3),
        MethodError,
        ("'ranking' must hold finite numbers in the shape (3,)", "one entry for each criterion"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", WRONG)
def test_the_sentence_says_what_is_wrong_and_what_to_give(what: str) -> None:
    ask, kind, parts = WRONG[what]
    with pytest.raises(CriteriaError, match="(?s)" + ".*".join(re.escape(part) for part in parts)) as raised:
        ask()
    assert type(raised.value) is kind


@pytest.mark.parametrize(
    "ask",
    [
        lambda: weight_interval("wsm", TABLE, BATCH, BOTH, 0),
        lambda: smallest_flip("wsm", TABLE, BATCH, BOTH),
        lambda: path_to_first("wsm", TABLE, BATCH, BOTH, 0),
        lambda: agreement(TABLE, BATCH, BOTH, methods=["wsm"]),
        lambda: rank_reversal("wsm", TABLE, BATCH, BOTH),
        lambda: valued(weights=BATCH),
    ],
    ids=["interval", "flip", "path", "agreement", "reversal", "value"],
)
def test_several_sets_of_weights_where_one_is_meant_are_refused(ask: Callable[[], object]) -> None:
    with pytest.raises(CriteriaError, match="one set of weights"):
        ask()
