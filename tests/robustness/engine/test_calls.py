"""A call: scores where more is better, whatever the method publishes, and checked before anything is drawn."""

from __future__ import annotations

import numpy as np
import pytest

import criteria
from criteria.errors import CriteriaError
from criteria.robustness.engine.calls import checked_call

TABLE = np.array([[7.0, 3.0], [4.0, 8.0], [6.0, 6.0]])


@pytest.mark.parametrize("method", ["wsm", "topsis", "vikor", "electre_ii"])
def test_values_order_as_the_published_ranks_do(method: str) -> None:
    call, weights = checked_call(method, TABLE, [True, False], [3, 1], {})
    published = criteria.score(method, TABLE, [3, 1], [True, False])
    sign = 1 if published.higher_is_better else -1
    assert call.values(weights) == pytest.approx(sign * published.values)
    assert np.array_equal(call.ranks(weights), published.ranks)


def test_weights_are_normalized_and_equal_where_none_are_given() -> None:
    assert checked_call("wsm", TABLE, [True, True], None, {})[1] == pytest.approx([0.5, 0.5])
    assert checked_call("wsm", TABLE, [True, True], [[3, 1], [1, 1]], {})[1] == pytest.approx(
        np.array([[0.75, 0.25], [0.5, 0.5]])
    )


@pytest.mark.parametrize(
    ("method", "table", "weights"),
    [("magic", TABLE, None), ("wsm", [[1, np.nan]], None), ("wsm", TABLE, [1]), ("copras", -TABLE, None)],
)
def test_what_has_no_meaning_is_refused_before_the_first_draw(
    method: str, table: object, weights: object
) -> None:
    with pytest.raises(CriteriaError):
        checked_call(method, table, [True, True], weights, {})
