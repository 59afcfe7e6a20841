"""Ranks from one scenario to the next: a line for each candidate, its name at both ends."""

from __future__ import annotations

from collections.abc import Sequence

import plotly.graph_objects as go

from criteria.charts.candidates import candidate_colour
from criteria.charts.figure import Trace, figure, trace
from criteria.charts.frame import axis, layout
from criteria.charts.text import hover, plain_label
from criteria.model.problem import Problem
from criteria.translation import translate as _


def rank_slopes(
    problem: Problem, names: Sequence[str], ranks: Sequence[tuple[str, Sequence[int | None]]]
) -> go.Figure:
    """Return a line for each candidate over the scenarios, rank 1 on top.

    names: of the scenarios, at least two.  ranks: candidate and its rank in each scenario; None leaves a gap.
    """
    shown = [(alternative, places) for alternative, places in ranks if any(p is not None for p in places)]
    lowest = max((p for _name, places in shown for p in places if p is not None), default=1)
    columns = list(range(len(names)))
    traces: list[Trace] = []
    for alternative, places in shown:
        label = plain_label(problem.alternatives[problem.row(alternative)].label, 24)
        colour = candidate_colour(problem, alternative)
        traces.append(
            trace(
                "scatter",
                x=columns,
                y=list(places),
                mode="lines+markers",
                name=label,
                line={"color": colour, "width": 2},
                marker={"size": 8, "color": colour},
                hovertemplate=hover("%{fullData.name}: %{y}"),
            )
        )
    ends = _ends(problem, shown, len(names))
    return figure(
        traces,
        layout(
            max(300, 26 * lowest + 90),
            margin={"l": 10, "r": 10, "t": 40, "b": 10},
            xaxis=axis(
                tickvals=columns,
                ticktext=[plain_label(name, 22) for name in names],
                side="top",
                range=[-1, len(names)],
                showgrid=False,
            ),
            yaxis=axis(_("Rank"), range=[lowest + 0.6, 0.4], dtick=1, showgrid=False, visible=False),
            annotations=ends,
        ),
    )


def _ends(
    problem: Problem, shown: Sequence[tuple[str, Sequence[int | None]]], scenarios: int
) -> list[dict[str, object]]:
    """Return the names at both ends; candidates that share a place share one label."""
    labels = []
    for at, anchor, shift in ((0, "right", -10), (scenarios - 1, "left", 10)):
        sharing: dict[int, list[str]] = {}
        for alternative, places in shown:
            if (rank := places[at]) is not None:
                sharing.setdefault(rank, []).append(problem.alternatives[problem.row(alternative)].label)
        for rank, names in sharing.items():
            text = f"{rank}  {plain_label(', '.join(names), 16)}"
            labels.append(
                {
                    "x": at,
                    "y": rank,
                    "text": text,
                    "showarrow": False,
                    "xanchor": anchor,
                    "xshift": shift,
                    "font": {"size": 11},
                }
            )
    return labels
