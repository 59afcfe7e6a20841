"""Small problems made by hand, handed to the tests of this room."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flat_problems import base_evaluation, flat, tree

from criteria.model.evaluation import Evaluation
from criteria.model.problem import Problem


@pytest.fixture
def make_flat() -> Callable[..., Problem]:
    return flat


@pytest.fixture
def make_tree() -> Callable[[dict[str, str]], Problem]:
    return tree


@pytest.fixture
def evaluated() -> Callable[[str, str], Evaluation]:
    return base_evaluation
