"""What all tests share: the bundled problems, loaded once."""

from __future__ import annotations

from pathlib import Path

import pytest

import criteria
from criteria.model.problem import Problem

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="session")
def case() -> Problem:
    """Return the automotive-cloud case."""
    return criteria.load_problem(ROOT / "data" / "automotive-cloud")


@pytest.fixture(scope="session")
def suppliers() -> Problem:
    """Return the problem with blanks and a flat list of criteria."""
    return criteria.load_problem(ROOT / "data" / "telematics-suppliers")


@pytest.fixture(scope="session")
def aircraft() -> Problem:
    """Return the textbook example."""
    return criteria.load_problem(ROOT / "data" / "fighter-aircraft")
