"""Scanning lines of weights: what happens between two points is found, where a claim stops to hold, and in how many looks."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from criteria.model.arrays import FloatArray
from criteria.robustness.engine import scan
from criteria.robustness.engine.scan import bisected


def test_bisection_finds_each_place_where_a_claim_changes() -> None:
    found = bisected(lambda at: at >= np.array([0.25, 1 / 3]), np.zeros(2), np.ones(2))
    assert found == pytest.approx([0.25, 1 / 3], abs=1e-11)


class Made:
    """A call of two alternatives whose lead along a line is a function of the weight of the first criterion."""

    alternatives = 2
    batched = True

    def __init__(self, lead: Callable[[FloatArray], FloatArray]) -> None:
        self.lead = lead
        self.rows = self.calls = 0

    def values(self, weights: FloatArray) -> FloatArray:
        self.rows, self.calls = self.rows + len(weights), self.calls + 1
        found = self.lead(weights[:, 0])
        return np.stack([found, np.zeros_like(found)], axis=1)


def scanned(made: Made, lengths: list[float] | None = None, stop: float = 1.0) -> list[float]:
    """Return where the two are level from a weight of 0 to `stop` of the first criterion, of all of it."""
    lines = [(np.array([0.0, 1.0]), np.array([stop, 1.0 - stop]))]
    ((found,),) = scan.scanned(made, lines, np.array([0]), np.array([1]), lengths or [1.0])  # type: ignore[arg-type]
    return [place * stop for place in found.tolist()]


@pytest.mark.parametrize(
    ("lead", "places"),
    [
        # Crossed and back within less than two points of the scan, and with a lead that is far from nothing at both.
        pytest.param(lambda x: (x - 0.4021) * (x - 0.4031), [0.4021, 0.4031], id="bowl"),
        pytest.param(lambda x: np.abs(x - 0.7302) - 0.0009, [0.7293, 0.7311], id="kink"),
        pytest.param(lambda x: 0.1 + 0.6 * np.abs(x - 0.2) - 0.8 * np.maximum(0, 0.3 - x), None, id="bent"),
        pytest.param(lambda x: np.where(np.abs(x - 0.5015) < 0.0012, -1.0, 2.0), [0.5003, 0.5027], id="step"),
        pytest.param(lambda x: 1.0 + x, [], id="never"),
    ],
)
def test_a_scan_finds_what_happens_between_two_of_its_points(
    lead: Callable[[FloatArray], FloatArray], places: list[float] | None
) -> None:
    if places is None:  # by ten times as many points as any scan has
        at = np.linspace(0, 1, 100_001)
        signs = lead(at) > 0
        places = at[:-1][signs[:-1] != signs[1:]].tolist()
        assert places
    assert scanned(Made(lead)) == pytest.approx(places, abs=2e-5)
    # A part of the line, and all of it in one.
    part = [place for place in places if place < 0.75]
    assert scanned(Made(lead), [0.75], 0.75) == pytest.approx(part, abs=2e-5)


def test_where_a_lead_is_out_of_reach_few_points_are_looked_at() -> None:
    far, near = Made(lambda x: 1.0 + x), Made(lambda x: x - 0.5)
    assert (scanned(far), far.rows, far.calls) == ([], 129, 1)
    assert scanned(near) == pytest.approx([0.5])
    # 40 halvings, five of which ask for 31 places at once: of where the lead begins, and of where it ceases.
    assert near.rows < 129 + 20 + 2 * 8 * 31
    assert near.calls <= 3 + 1 + 8


@pytest.mark.parametrize(("alternatives", "most"), [(2, 8 * 31), (150, 10 * 15), (500, 20 * 3), (3000, 40)])
def test_of_many_alternatives_few_places_are_asked_for_at_once(alternatives: int, most: int) -> None:
    made = Made(lambda x: 0.3003 - x)
    made.alternatives = alternatives  # of a kernel that takes longer for more of them
    assert scanned(made) == pytest.approx([0.3003], abs=1e-11)
    # Where the lead ends and where the other one begins are one place but for the last digit.
    assert made.rows <= 129 + 3 + 2 + most + 5


@pytest.mark.parametrize("levels", [1, 2, 3, 5, 7])
def test_many_halvings_at_once_end_at_the_very_same_place(levels: int) -> None:
    drawn = np.random.default_rng(levels)
    places, low, high = drawn.random(20), drawn.random(20) * -0.1, 1 + drawn.random(20)
    falls = drawn.random(20) < 0.5
    one = bisected(lambda at: (at < places) == falls, low, high)
    many = scan._sectioned(lambda at, of: (at < places[of]) == falls[of], low, high, levels)
    assert many.tolist() == one.tolist()
