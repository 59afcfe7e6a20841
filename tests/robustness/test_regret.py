"""Regret over stakeholders: by hand, and what holds for every method."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import criteria
from criteria.errors import CriteriaError
from criteria.robustness import regret

PERFORMANCES = [[8, 2], [4, 9], [6, 6]]
BOTH = [True, True]
SCORED = [key for key, row in criteria.METHODS.items() if row.order == "complete" and row.ranks is None]


def test_regret_by_hand() -> None:
    """Scores by the weighted sum of raw values: 6.8, 5.0, 6.0 for the first stakeholder; 3.2, 8.0, 6.0 for the second."""
    found = regret("wsm", PERFORMANCES, [[0.8, 0.2], [0.2, 0.8]], BOTH, normalization="none")
    assert found.regrets.tolist() == pytest.approx(np.array([[0, 1.8, 0.8], [4.8, 0, 2.0]]))
    assert found.largest.tolist() == pytest.approx([4.8, 1.8, 2.0])
    assert found.smallest == (1,)
    assert found.worst_for == (1, 0, 1)


def test_who_leads_for_nobody_can_have_the_smallest_regret() -> None:
    found = regret("wsm", [[9, 0], [0, 9], [6, 6]], [[1, 0], [0, 1]], BOTH, normalization="none")
    assert found.largest.tolist() == pytest.approx([9, 9, 3])
    assert found.smallest == (2,)


def test_low_scores_that_are_good_have_their_regret_the_other_way_round() -> None:
    found = regret("vikor", PERFORMANCES, [0.5, 0.5], BOTH)
    scores = criteria.score("vikor", PERFORMANCES, [0.5, 0.5], BOTH)
    assert not scores.higher_is_better
    assert found.regrets[0] == pytest.approx(scores.values - scores.values.min())


def test_alternatives_alike_share_the_smallest_regret() -> None:
    found = regret("topsis", [[5, 5], [5, 5]], [[0.3, 0.7], [0.6, 0.4]], BOTH)
    assert found.smallest == (0, 1)
    assert found.largest.tolist() == [0, 0]


@pytest.mark.parametrize("method", [key for key in criteria.METHODS if key not in SCORED])
def test_a_method_without_one_score_is_refused(method: str) -> None:
    with pytest.raises(CriteriaError, match=r"regret|choose another"):
        regret(method, PERFORMANCES, [0.5, 0.5], BOTH)


@pytest.mark.parametrize("method", ["wsm", "topsis", "vikor", "promethee_ii", "wpm", "moora"])
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_what_holds_for_every_regret(method: str, data: st.DataObject) -> None:
    rng = np.random.default_rng(data.draw(st.integers(0, 10_000)))
    performances, weights = rng.uniform(1, 9, (4, 3)), rng.dirichlet(np.ones(3), 5)
    maximized = [True, False, True]
    found = regret(method, performances, weights, maximized)
    scores = criteria.score(method, performances, weights, maximized)
    assert found.regrets.min(axis=1) == pytest.approx(np.zeros(5))
    assert np.all(found.regrets >= 0)
    assert np.all((found.regrets <= 1e-9) == (scores.ranks == 1))
    fewer = regret(method, performances, weights[:3], maximized)
    assert np.all(fewer.largest <= found.largest + 1e-12)
    shuffled = rng.permutation(5)
    again = regret(method, performances, weights[shuffled], maximized)
    assert again.largest == pytest.approx(found.largest)
    assert again.smallest == found.smallest


def test_the_result_is_frozen() -> None:
    found = regret("wsm", PERFORMANCES, [0.5, 0.5], BOTH)
    with pytest.raises(ValueError, match="read-only"):
        found.regrets[0, 0] = 1
