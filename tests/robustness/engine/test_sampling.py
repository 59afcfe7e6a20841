"""What a sample can tell, against the binomial distribution."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.stats import binom, binomtest

from criteria.robustness.engine.sampling import least_share, sampling_error, share_error, share_errors


def test_the_lower_end_is_wilsons() -> None:
    for wins, draws in ((9, 10), (920, 1_000), (1_000, 1_000), (0, 50)):
        low = binomtest(wins, draws).proportion_ci(0.95, "wilson").low
        assert least_share(wins / draws, draws) == pytest.approx(low, abs=1e-5)


def test_what_was_seen_always_or_never_has_the_bound_of_three() -> None:
    # Of a share of 3 / n none is seen in n draws with a probability of 5 %.
    assert binom.pmf(0, 1_000, share_error(0.0, 1_000)) == pytest.approx(0.05, abs=0.001)
    assert share_error(1.0, 1_000) == share_error(0.0, 1_000) == 0.003
    assert share_error(1.0, 1_000, 1) == share_error(0.0, 1_000, -1) == 0.0


def test_the_widest_of_some_shares_counts() -> None:
    assert sampling_error(np.array([0.1, 0.5, 0.9]), 10_000) == pytest.approx(0.0098, abs=1e-5)


def test_errors_of_many_shares_are_those_of_each() -> None:
    shares = np.array([0.0, 1e-9, 0.013, 0.25, 0.5, 0.999, 1.0])
    for draws in (1, 10, 10_000, 12_345_678):
        assert share_errors(shares, draws).tolist() == [
            share_error(share, draws) for share in shares.tolist()
        ]
        assert sampling_error(shares, draws) == max(share_error(share, draws) for share in shares.tolist())
