"""The bars of the shortlist: what they add up to, and that plotly accepts them."""

from __future__ import annotations

from collections import defaultdict

import plotly.graph_objects as go
import pytest

import criteria
from criteria.charts.ranking_bars import ranking_bars
from criteria.model.problem import Problem


def lengths(figure: go.Figure) -> dict[str, float]:
    """Return for each candidate the sum of its segments."""
    bars = figure.to_dict()["data"][0]
    total: dict[str, float] = defaultdict(float)
    for (candidate, _said), length in zip(bars["customdata"], bars["x"], strict=True):
        total[candidate] += length
    return dict(total)


@pytest.mark.parametrize("method", sorted(criteria.METHODS))
def test_plotly_accepts_the_bars_of_every_method(case: Problem, method: str) -> None:
    evaluation = criteria.evaluate(case, case.base_scenario().with_method(method), methods=())
    figure = ranking_bars(evaluation, limit=20)
    go.Figure(figure.to_dict())


@pytest.mark.parametrize("method", ["topsis", "wsm", "promethee_ii", "vikor"])
def test_the_segments_of_a_bar_add_up_to_the_score(case: Problem, method: str) -> None:
    evaluation = criteria.evaluate(case, case.base_scenario().with_method(method), methods=())
    found = lengths(ranking_bars(evaluation, limit=20))
    for i, alternative in enumerate(evaluation.alternatives):
        assert found[alternative.id] == pytest.approx(float(evaluation.scores[i]), abs=1e-9)


def test_segments_begin_where_the_last_one_of_the_same_sign_ended(case: Problem) -> None:
    evaluation = criteria.evaluate(case, case.base_scenario().with_method("promethee_ii"), methods=())
    bars = ranking_bars(evaluation, limit=20).to_dict()["data"][0]
    ends: dict[tuple[str, bool], float] = defaultdict(float)
    for (candidate, _said), base, length in zip(bars["customdata"], bars["base"], bars["x"], strict=True):
        side = (candidate, length >= 0)
        assert base == pytest.approx(ends[side], abs=1e-12)
        ends[side] += length


def test_only_the_first_are_shown_where_there_is_a_limit(case: Problem) -> None:
    evaluation = criteria.evaluate(case, case.base_scenario(), methods=())
    shown = lengths(ranking_bars(evaluation, limit=3))
    apart = {entry.alternative for entry in evaluation.set_apart}
    assert set(shown) - apart == {evaluation.alternatives[i].id for i in evaluation.order[:3]}
