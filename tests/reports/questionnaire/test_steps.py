"""The power method in the workbook ends at the engine's eigenvector, also for answers that contradict each other wildly."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest

from criteria.reports.questionnaire.steps import STEPS
from criteria.weighting.ahp import ahp


@pytest.mark.parametrize("n", [3, 4, 6, 9])
def test_so_many_steps_are_enough(n: int) -> None:
    """As the formulas do it: from the geometric means, each step divided by its sum; 200 matrices of random answers."""
    random = np.random.default_rng(n)
    worst = 0.0
    for _trial in range(200):
        matrix = np.eye(n)
        for i, j in combinations(range(n), 2):
            ratio = float(random.integers(1, 10)) ** random.choice([-1, 1])
            matrix[i, j], matrix[j, i] = ratio, 1 / ratio
        vector = np.exp(np.log(matrix).mean(axis=1))
        vector /= vector.sum()
        for _step in range(STEPS):
            vector = matrix @ vector
            vector /= vector.sum()
        found = ahp(matrix)
        eigenvalue = float(matrix.sum(axis=0) @ vector)
        worst = max(worst, abs(eigenvalue - found.lambda_max), float(np.abs(vector - found.weights).max()))
    assert worst < 1e-6
