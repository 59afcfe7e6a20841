"""Laws of the weights from the data, for every scheme; exceptions are data, with a reason."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from judgements import LAW

from criteria.errors import WeightsError
from criteria.weighting import OBJECTIVE, objective

every_kind = pytest.mark.parametrize("kind", OBJECTIVE)
CLOSE = {"rtol": 1e-8, "atol": 1e-9}
Table = tuple[np.ndarray, np.ndarray]

# Those that take the direction of a criterion into account.
LOOK_AT_THE_DIRECTION = {"critic", "merec", "cilos", "idocriw"}
# Those that measure differences only, so that the zero of a unit (of temperature, say) does not matter.
IGNORE_THE_ZERO = {"equal", "critic", "std", "variance"}


@st.composite
def tables(draw: st.DrawFn, *, candidates: int = 3) -> Table:
    """Draw performances above 0 without ties or constant columns, so that every scheme knows who leads."""
    m, n = draw(st.integers(candidates, 7)), draw(st.integers(1, 5))
    column = st.lists(st.integers(1, 60), min_size=m, max_size=m, unique=True)
    performances = np.array(draw(st.lists(column, min_size=n, max_size=n)), dtype=float).T
    return performances, np.array(draw(st.lists(st.booleans(), min_size=n, max_size=n)))


def found_or_refused(kind: str, performances: np.ndarray, maximized: np.ndarray) -> np.ndarray | None:
    """Return the weights; None where one candidate leads everywhere (CILOS) or all criteria say the same (CRITIC)."""
    try:
        return objective(kind, performances, maximized).weights
    except WeightsError:
        if kind not in ("cilos", "idocriw", "critic"):
            raise
        return None


@every_kind
@LAW
@given(drawn=tables(), data=st.data())
def test_permuting_criteria_permutes_weights_and_permuting_candidates_changes_nothing(
    kind: str, drawn: Table, data: st.DataObject
) -> None:
    performances, maximized = drawn
    columns = data.draw(st.permutations(range(len(maximized))))
    rows = data.draw(st.permutations(range(len(performances))))
    one = found_or_refused(kind, performances, maximized)
    other = found_or_refused(kind, performances[rows][:, columns], maximized[columns])
    assert (one is None) == (other is None)
    if one is not None:
        np.testing.assert_allclose(other, one[columns], **CLOSE)


@every_kind
@LAW
@given(drawn=tables())
def test_weights_are_finite_at_least_zero_and_sum_to_one(kind: str, drawn: Table) -> None:
    performances, maximized = drawn
    before = performances.copy()
    found = found_or_refused(kind, performances, maximized)
    assert np.array_equal(performances, before)
    if found is not None:
        assert found.shape == maximized.shape
        assert np.all(found >= 0)
        assert found.sum() == pytest.approx(1.0)
        assert not found.flags.writeable
    if len(maximized) == 1:
        assert found is not None
        assert found.tolist() == [1.0]


@every_kind
@LAW
@given(drawn=tables(), exponents=st.lists(st.integers(-9, 9), min_size=5, max_size=5))
def test_other_units_change_nothing(kind: str, drawn: Table, exponents: list[int]) -> None:
    performances, maximized = drawn
    factors = 10.0 ** np.array(exponents[: len(maximized)])
    one = found_or_refused(kind, performances, maximized)
    other = found_or_refused(kind, performances * factors, maximized)
    assert (one is None) == (other is None)
    if one is not None:
        np.testing.assert_allclose(other, one, **CLOSE)


@pytest.mark.parametrize("kind", sorted(IGNORE_THE_ZERO))
@LAW
@given(drawn=tables(candidates=4), shift=st.integers(1, 50))
def test_another_zero_changes_nothing_where_only_differences_count(
    kind: str, drawn: Table, shift: int
) -> None:
    performances, maximized = drawn
    one = found_or_refused(kind, performances, maximized)
    for moved in (performances + shift, performances - 100.0):
        other = found_or_refused(kind, moved, maximized)
        assert (one is None) == (other is None)
        if one is not None:
            np.testing.assert_allclose(other, one, **CLOSE)


def test_another_zero_changes_the_weights_wherever_ratios_count() -> None:
    performances = np.array([[1.0, 5.0, 2.0], [2.0, 1.0, 9.0], [7.0, 3.0, 4.0]])
    flags = np.array([True, False, True])
    for kind in set(OBJECTIVE) - IGNORE_THE_ZERO:
        one = objective(kind, performances, flags).weights
        other = objective(kind, performances + np.array([0.0, 40.0, 0.0]), flags).weights
        assert np.abs(one - other).max() > 0.01, kind


def test_the_direction_counts_for_some_schemes_and_not_for_the_others() -> None:
    performances = [[1.0, 5.0, 2.0], [2.0, 1.0, 9.0], [7.0, 3.0, 4.0]]
    for kind in OBJECTIVE:
        one = objective(kind, performances, [True, True, True]).weights
        other = objective(kind, performances, [True, False, True]).weights
        assert (np.abs(one - other).max() > 1e-3) == (kind in LOOK_AT_THE_DIRECTION), kind


@every_kind
@LAW
@given(drawn=tables(), constant=st.integers(1, 60), place=st.integers(0, 5), flag=st.booleans())
def test_a_constant_column_weighs_nothing_and_leaves_the_others_as_they_are(
    kind: str, drawn: Table, constant: int, place: int, flag: bool
) -> None:
    performances, maximized = drawn
    place = min(place, len(maximized))
    wider = np.insert(performances, place, float(constant), axis=1)
    flags = np.insert(maximized, place, flag)
    one, other = found_or_refused(kind, performances, maximized), found_or_refused(kind, wider, flags)
    assert (one is None) == (other is None)
    if kind == "equal":
        np.testing.assert_allclose(other, 1 / len(flags))
    elif kind == "merec":  # the column counts among the n of the published formula
        assert other[place] == 0.0
    elif one is not None:
        assert other[place] == 0.0
        np.testing.assert_allclose(np.delete(other, place), one, **CLOSE)


@pytest.mark.parametrize("kind", ["merec", "cv", "angle", "entropy", "std"])
def test_a_column_that_is_constant_but_for_rounding_weighs_nothing(kind: str) -> None:
    found = objective(kind, [[1.0, 0.1 + 0.2], [2.0, 0.3], [5.0, 0.3]], [True, True])
    assert found.weights.tolist() == [1.0, 0.0]


@every_kind
@pytest.mark.parametrize("m", [1, 2, 6])
@pytest.mark.parametrize("row", [[3.0, 0.1, 7.0], [0.0, 0.0, 0.0], [-2.0, 5.0, 0.0]])
def test_all_criteria_weigh_the_same_where_nothing_tells_candidates_apart(
    kind: str, m: int, row: list[float]
) -> None:
    found = objective(kind, np.tile(row, (m, 1)), [True, False, True])
    np.testing.assert_allclose(found.weights, 1 / 3)


HOSTILE = st.sampled_from(
    [0.0, 1.0, 1 + 2**-52, -1.0, 3.0, 1e300, -1e300, 1e-300, 1e17, 5e-324, 1.7e308, 0.1]
)


@every_kind
@LAW
@given(data=st.data())
def test_hostile_numbers_give_finite_weights_or_a_sentence(kind: str, data: st.DataObject) -> None:
    m, n = data.draw(st.integers(1, 5)), data.draw(st.integers(1, 4))
    row = st.lists(HOSTILE, min_size=n, max_size=n)
    performances = np.array(data.draw(st.lists(row, min_size=m, max_size=m)))
    flags = np.array(data.draw(st.lists(st.booleans(), min_size=n, max_size=n)))
    try:
        found = objective(kind, performances, flags).weights
    except WeightsError as refusal:
        if len(str(refusal).split()) < 7:
            pytest.fail(f"{refusal!r} is no sentence")
    else:
        assert np.all(np.isfinite(found))
        assert np.all(found >= 0)
        assert found.sum() == pytest.approx(1.0)
