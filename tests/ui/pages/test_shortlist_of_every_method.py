"""Every method shows its ranking, or says why there is none: each on one of the problems in turn."""

from __future__ import annotations

import pytest

import criteria
from tests.ui.pages.test_shortlist import opened, shown


def shown_on(problems: tuple[str, ...]) -> list[object]:
    """Return every method on every problem; in the quick tests each method is shown on one of them in turn."""
    return [
        pytest.param(problem, method, marks=() if m % len(problems) == p else pytest.mark.slow)
        for m, method in enumerate(criteria.METHODS)
        for p, problem in enumerate(problems)
    ]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("problem", "method"), shown_on(("automotive-cloud", "fighter-aircraft", "telematics-suppliers"))
)
def test_every_method_shows_on_every_problem(problem: str, method: str) -> None:
    page = opened(problem=problem, method=method)
    assert not page.exception
    assert "nan" not in shown(page).replace("finance", "").replace("governance", "").casefold().split()
    assert "c-verdict" in shown(page)
    assert criteria.METHODS[method].name in shown(page)
