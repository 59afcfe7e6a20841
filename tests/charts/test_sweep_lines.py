"""The lines of the weight sweep: scores, crossings, and a name at the end of each line."""

from __future__ import annotations

import numpy as np
import plotly.graph_objects as go
import pytest
from by_hand import BASE, evaluated

from criteria.charts.candidates import candidate_colour
from criteria.charts.sweep_lines import label_rows, names_at_ends, sweep_lines
from criteria.robustness.evaluated import figures

EVALUATION = evaluated()


def checked(figure: go.Figure) -> go.Figure:
    """Return the figure after plotly's own checks of every attribute."""
    return go.Figure(figure.to_plotly_json())


def test_a_sweep_draws_the_score_of_every_candidate_over_the_weight() -> None:
    sweep = figures.weight_sweep_of(EVALUATION, "price")
    chart = checked(sweep_lines(EVALUATION, sweep, "Price"))
    *lines, crossings = chart.data[:4]
    assert [line.name for line in lines] == ["Ash", "Birch", "Cedar"]
    for line, i in zip(lines, EVALUATION.order, strict=True):
        assert list(line.x) == pytest.approx(100 * sweep.shares)
        assert list(line.y) == pytest.approx(sweep.scores[:, i])
        assert line.line.color == candidate_colour(EVALUATION.problem, EVALUATION.alternatives[i].id)
    # Birch is never first: its line is thin.
    assert [line.line.width for line in lines] == [3, 1.6, 3]
    # At p = 1 the score is the rating of the price itself: 0.60, 0.80, 0.90.
    assert [line.y[-1] for line in lines] == pytest.approx([0.6, 0.8, 0.9])
    assert list(crossings.x) == pytest.approx([100 * 13 / 37])
    # There 0.60 · p + (1 - p) · (0.75 · 0.80 + 0.25 · 0.70)
    assert list(crossings.y) == pytest.approx([0.6 * 13 / 37 + 24 / 37 * 0.775], abs=2e-4)
    label, top = chart.data[4], chart.layout.yaxis.range[1]
    assert (label.text, label.x, label.y) == (("35.1%",), (pytest.approx(100 * 13 / 37),), (top,))
    assert [list(row) for row in crossings.customdata] == [["Cedar", "Ash"]]
    present, joined = chart.layout.shapes
    assert (joined.x0, joined.y0, joined.y1) == (label.x[0], crossings.y[0], top)
    assert (present.x0, present.x1) == (pytest.approx(20), pytest.approx(20))
    assert (chart.layout.xaxis.title.text, chart.layout.yaxis.title.text) == (
        "Weight of Price",
        EVALUATION.score_name,
    )
    # Each line has its name at its end, joined by a thread of its colour, in place of a legend.
    assert not chart.layout.showlegend
    *threads, names = chart.data[-4:]
    assert (list(names.text), list(names.x), names.textposition) == (
        [f"\u00a0{line.name}" for line in lines],
        [1, 1, 1],
        "middle right",
    )
    assert [(t.line.color, t.y[0], t.y[1]) for t in threads] == [
        (line.line.color, pytest.approx(line.y[-1]), pytest.approx(stand))
        for line, stand in zip(lines, names.y, strict=True)
    ]
    assert list(names.y) == pytest.approx([0.6, 0.8, 0.9])


def test_no_name_at_the_end_of_a_line_covers_another_one_or_leaves_the_chart() -> None:
    ends = np.array([0.5, 0.5, 0.51, 0.0, 0.001, 1.0, 0.999, 0.002])
    low, high, height = -0.06, 1.06, 430 - 14 - 48
    names = names_at_ends(ends, list("abcdefgh"), ["#000000"] * 8, low, high)[-1]
    at = height * (high - np.array(names["y"])) / (high - low)  # pixels from the top
    assert (np.diff(np.sort(at)) >= 16 - 1e-9).all()
    assert at.min() >= 0
    assert at.max() <= height - 8 + 1e-9
    # A name above another one belongs to a line that ends at least as high; a line alone has its name at its end.
    assert (np.diff(ends[np.argsort(at)]) <= 0).all()
    alone = names_at_ends(np.array([0.2, 0.8]), ["a", "b"], ["#000000"] * 2, 0, 1)[-1]
    assert alone["y"] == pytest.approx([0.2, 0.8])


def test_labels_of_crossings_stand_in_rows_where_they_are_close() -> None:
    assert label_rows([10, 40.7, 43.4, 44, 44.5, 60]) == [0, 0, 1, 2, -1, 0]
    assert label_rows([]) == []


def test_names_of_strangers_are_text_on_the_axis() -> None:
    sweep = figures.weight_sweep_of(EVALUATION, "price")
    titled = sweep_lines(evaluated(BASE), sweep, "<a href=x>P</a>")
    assert "<" not in titled.layout.xaxis.title.text
