"""Charts of shares and ranks: rank acceptability as bars and as a heat map."""

from __future__ import annotations

import plotly.graph_objects as go

from criteria.charts.colour_keys import rank_colour
from criteria.charts.figure import figure, trace
from criteria.charts.frame import axis, labels_of, layout
from criteria.charts.palette import HEAT, UNSPLIT
from criteria.charts.text import hover
from criteria.explain.numbers import percent, share_with_error
from criteria.model.evaluation import Evaluation
from criteria.robustness.acceptability import Acceptability
from criteria.translation import translate as _


def share_said(found: Acceptability, i: int, rank: int) -> str:
    """Return the share of draws in which an alternative has a rank, from 0 for the first, with its error: 100 % and 0 % only where that is proved."""
    share = float(found.ranks[i, rank])
    if found.error == 0:  # nothing was drawn at random
        return percent(share)
    first = int(found.proved[i])
    return share_with_error(share, found.draws, first if rank == 0 else -1 if first > 0 else 0)


def _in_cell(found: Acceptability, i: int, rank: int) -> str:
    """Return a share in whole per cent for a cell of the map; the empty text below half a per cent."""
    share = 100 * float(found.ranks[i, rank])
    if share < 0.5:
        return ""
    proved = found.error == 0 or (rank == 0 and found.proved[i] > 0)
    return f"{share:.0f}" if share < 99.5 or (proved and share == 100) else "> 99"


def rank_shares(evaluation: Evaluation, found: Acceptability) -> go.Figure:
    """Return for each candidate a bar of shares, from first place (dark) to the last (light)."""
    order, labels = evaluation.order, labels_of(evaluation)
    m = len(order)
    rows = list(range(m))
    bars = [
        trace(
            "bar",
            # A part of no width would still show its edge.
            x=[100 * float(found.ranks[i, rank]) or None for i in order],
            y=rows,
            orientation="h",
            # The lightest parts are seen by their edges.
            marker={
                "color": rank_colour(rank, m),
                "line": {"width": 1, "color": UNSPLIT},
            },
            customdata=[share_said(found, i, rank) for i in order],
            hovertemplate=hover(_("Rank {rank}: {share}", rank=rank + 1, share="%{customdata}")),
        )
        for rank in range(m)
    ]
    return figure(
        bars,
        layout(
            26 * m + 60,
            barmode="stack",
            xaxis=axis(_("Share of draws"), range=[0, 100], ticksuffix="%"),
            yaxis=axis(tickvals=rows, ticktext=[labels[i] for i in order], range=[m - 0.4, -0.6]),
        ),
    )


def rank_heat(evaluation: Evaluation, found: Acceptability) -> go.Figure:
    """Return the share of draws of each candidate at each rank as a heat map, shares of at least half a per cent in figures."""
    order, labels = evaluation.order, labels_of(evaluation)
    shares = 100 * found.ranks[list(order)]
    m = len(order)
    return figure(
        [
            trace(
                "heatmap",
                z=shares.tolist(),
                x=[str(rank) for rank in range(1, m + 1)],
                y=list(range(m)),
                text=[[_in_cell(found, i, rank) for rank in range(m)] for i in order],
                customdata=[[share_said(found, i, rank) for rank in range(m)] for i in order],
                texttemplate="%{text}",
                colorscale=[list(step) for step in HEAT],
                zmin=0,
                zmax=100,
                showscale=False,
                xgap=1,
                ygap=1,
                hovertemplate=hover(_("Rank %{x}: %{customdata}")),
            )
        ],
        layout(
            26 * m + 60,
            xaxis=axis(_("Rank"), type="category", showgrid=False),
            yaxis=axis(
                tickvals=list(range(m)),
                ticktext=[labels[i] for i in order],
                range=[m - 0.5, -0.5],
                showgrid=False,
            ),
        ),
    )
