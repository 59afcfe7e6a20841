"""Every method shows its ranking, or says why there is none, on every bundled problem."""

from __future__ import annotations

import pytest

import criteria
from tests.ui.pages.test_shortlist import opened, shown


@pytest.mark.slow
@pytest.mark.parametrize("problem", ["automotive-cloud", "fighter-aircraft", "telematics-suppliers"])
@pytest.mark.parametrize("method", criteria.METHODS)
def test_every_method_shows_on_every_problem(problem: str, method: str) -> None:
    page = opened(problem=problem, method=method)
    assert not page.exception
    assert "nan" not in shown(page).replace("finance", "").replace("governance", "").casefold().split()
    assert "c-verdict" in shown(page)
    assert criteria.METHODS[method].name in shown(page)
