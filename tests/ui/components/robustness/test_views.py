"""The views of the robustness page: each has a title and draws its figures."""

from __future__ import annotations

from criteria.ui.components.robustness.views import VIEWS


def test_every_view_has_a_title_and_says_what_question_it_answers() -> None:
    assert list(VIEWS) == ["weights", "first", "map", "methods", "evidence"]
    assert len({view.title for view in VIEWS.values()}) == len(VIEWS)
    assert all((view.draw.__doc__ or "").strip().endswith("?") for view in VIEWS.values())
