"""Draws that are kept are those that would be drawn: for all that they depend on, and within bounds."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from criteria.robustness.acceptability import acceptability
from criteria.robustness.engine import kept_draws
from criteria.robustness.engine.draws import Evidence
from criteria.robustness.engine.kept_draws import sampled

LIKELY = np.array([[3.0, 5.0], [4.0, 2.0], [1.0, 6.0]])
EVIDENCE = Evidence(LIKELY - 1, LIKELY, LIKELY + 2, np.array([True, False]))
OTHERS = {
    "low": replace(EVIDENCE, low=LIKELY - 0.5),
    "likely": replace(EVIDENCE, likely=LIKELY + 0.5),
    "high": replace(EVIDENCE, high=LIKELY + 3),
    "maximized": replace(EVIDENCE, maximized=np.array([False, False]), shared=True),
    "distribution": replace(EVIDENCE, distribution="uniform"),
    "shared": replace(EVIDENCE, shared=True),
    "flat": replace(EVIDENCE, flat=np.array([[True, False]] * 3)),
    "joined": replace(EVIDENCE, joined=np.array([[0, -1], [0, -1], [-1, -1]])),
}


@pytest.fixture(autouse=True)
def nothing_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept_draws, "_kept", type(kept_draws._kept)())


def stream(seed: int = 1) -> np.random.Generator:
    return np.random.default_rng(seed)


def test_the_same_question_is_answered_from_memory_and_cannot_be_written_to() -> None:
    first, again = sampled(EVIDENCE, 50, stream()), sampled(EVIDENCE, 50, stream())
    assert again is first
    np.testing.assert_array_equal(first, EVIDENCE.sample(50, stream()))
    with pytest.raises(ValueError, match="read-only"):
        first[0, 0, 0] = 1.0


@pytest.mark.parametrize("other", OTHERS)
def test_other_evidence_is_drawn_anew(other: str) -> None:
    sampled(EVIDENCE, 50, stream())
    sampled(OTHERS["maximized"] if other == "shared" else EVIDENCE, 50, stream())
    np.testing.assert_array_equal(sampled(OTHERS[other], 50, stream()), OTHERS[other].sample(50, stream()))


def test_another_number_of_draws_and_another_seed_are_drawn_anew() -> None:
    sampled(EVIDENCE, 50, stream())
    np.testing.assert_array_equal(sampled(EVIDENCE, 40, stream()), EVIDENCE.sample(40, stream()))
    np.testing.assert_array_equal(sampled(EVIDENCE, 50, stream(2)), EVIDENCE.sample(50, stream(2)))


def test_what_is_kept_is_bounded_in_bytes_and_the_oldest_goes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept_draws, "_MOST", 3 * 50 * 6 * 8)
    first = sampled(EVIDENCE, 50, stream(0))
    for seed in range(1, 4):
        sampled(EVIDENCE, 50, stream(seed))
    assert len(kept_draws._kept) == 3
    assert sampled(EVIDENCE, 50, stream(0)) is not first


def test_shares_do_not_depend_on_what_was_kept() -> None:
    asked = {"low": LIKELY - 1, "high": LIKELY + 2, "draws": 500, "rng": 7}
    fresh = acceptability("topsis", LIKELY, [True, False], weights=[0.4, 0.6], **asked)
    again = acceptability("topsis", LIKELY, [True, False], weights=[0.4, 0.6], **asked)
    other = acceptability("topsis", LIKELY, [True, False], weights=[0.9, 0.1], **asked)
    assert len(kept_draws._kept) == 1
    np.testing.assert_array_equal(fresh.ranks, again.ranks)
    kept_draws._kept.clear()
    np.testing.assert_array_equal(
        other.ranks, acceptability("topsis", LIKELY, [True, False], weights=[0.9, 0.1], **asked).ranks
    )


def test_a_large_question_is_not_kept() -> None:
    acceptability("wsm", LIKELY, [True, True], weights=[0.5, 0.5], low=LIKELY - 1, draws=200_000, rng=1)
    assert not kept_draws._kept
