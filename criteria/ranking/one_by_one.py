"""A kernel from a function that takes a single set of weights: for ELECTRE I to III, whose relations are not matrix algebra."""

from __future__ import annotations

from typing import TypedDict

import numpy as np

from criteria.model.arrays import BoolArray, FloatArray
from criteria.ranking.method import Details, DetailsFunction, Evaluation, Kernel, Setting


class OneByOne(TypedDict):
    """The fields of a catalogue row that are the same for every such method."""

    kernel: Kernel
    details: DetailsFunction
    at_once: Evaluation
    batched: bool


def one_by_one(evaluation: Evaluation) -> OneByOne:
    """Return a kernel that evaluates one row of weights at a time, and its details (for a single row)."""

    def kernel(
        performances: FloatArray, weights: FloatArray, maximized: BoolArray, /, **settings: Setting
    ) -> FloatArray:
        rows = weights.reshape(-1, weights.shape[-1])
        scores = [evaluation(performances, row, maximized, **settings)[0] for row in rows]
        return np.array(scores).reshape((*weights.shape[:-1], len(performances)))

    def details(
        performances: FloatArray, weights: FloatArray, maximized: BoolArray, /, **settings: Setting
    ) -> Details:
        return evaluation(performances, weights, maximized, **settings)[1] if weights.ndim == 1 else {}

    return {"kernel": kernel, "details": details, "at_once": evaluation, "batched": False}
