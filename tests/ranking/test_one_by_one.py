"""A kernel of a function that takes one set of weights gives, for many sets, what it gives for each."""

from __future__ import annotations

import numpy as np

from criteria.ranking.one_by_one import one_by_one


def test_each_set_of_weights_is_evaluated_alone_and_lands_in_its_place() -> None:
    seen = []

    def evaluation(performances, weights, maximized, **settings):
        seen.append(weights.tolist())
        return performances @ weights * settings["factor"], {"own": weights}

    row = one_by_one(evaluation)
    table, up = np.array([[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]]), np.array([True, True])
    weights = np.array([[[1.0, 0.0], [0.0, 1.0]]])
    assert row["kernel"](table, weights, up, factor=2.0).tolist() == [[[2.0, 6.0, 10.0], [4.0, 8.0, 12.0]]]
    assert seen == [[1.0, 0.0], [0.0, 1.0]]
    assert row["details"](table, weights[0, 1], up, factor=1.0)["own"].tolist() == [0.0, 1.0]
    assert row["details"](table, weights[0], up, factor=1.0) == {}
    assert row["batched"] is False
