"""The charts of the robustness page. Each answers the question in its heading; none computes."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import plotly.graph_objects as go

from criteria.charts.candidates import candidate_colour
from criteria.charts.figure import Trace, figure, trace
from criteria.charts.palette import MUTED, UNSPLIT, group_colour
from criteria.charts.text import plain_label
from criteria.model.evaluation import Evaluation
from criteria.robustness.acceptability import Acceptability
from criteria.robustness.sweep import Sweep
from criteria.robustness.tornado import Tornado
from criteria.translation import translate as _

HEAT = [[0.0, "rgba(47, 114, 183, 0.04)"], [1.0, "rgba(47, 114, 183, 0.95)"]]
SHIFTS = "rgba(125, 140, 166, 0.45)"
_FLIPS = "#d4683c"
_SHOWN = 8  # candidates with a line of their own


def _layout(height: int, **more: object) -> dict[str, object]:
    return {
        "height": height,
        "margin": {"l": 10, "r": 16, "t": 14, "b": 40},
        "dragmode": False,
        "hovermode": "closest",
        "showlegend": False,
        "font": {"size": 13},
        **more,
    }


def _axis(title: str = "", **more: object) -> dict[str, object]:
    return {"title": {"text": title}, "fixedrange": True, "zeroline": False, "automargin": True, **more}


def _labels(evaluation: Evaluation) -> list[str]:
    return [plain_label(alternative.label, 26) for alternative in evaluation.alternatives]


def sweep_lines(evaluation: Evaluation, sweep: Sweep, criterion: str) -> go.Figure:
    """Return score over weight for the best candidates, crossings of the first place marked, the present weight as a line."""
    ever = np.flatnonzero((sweep.ranks <= 1).any(axis=0))
    shown = list(dict.fromkeys([*evaluation.order[:_SHOWN], *ever.tolist()]))
    labels = _labels(evaluation)
    traces: list[Trace] = [
        trace(
            "scatter",
            x=(100 * sweep.shares).tolist(),
            y=sweep.scores[:, i].tolist(),
            mode="lines",
            name=labels[i],
            line={
                "color": candidate_colour(evaluation.problem, evaluation.alternatives[i].id),
                "width": 3 if i in ever else 1.6,
            },
            hovertemplate="%{fullData.name}: %{y:.3f}<extra></extra>",
        )
        for i in shown
    ]
    firsts = [
        c
        for c in sweep.crossings
        if _at(sweep, c.weight, c.above) <= 2 and _at(sweep, c.weight, c.below) <= 2
    ]
    heights = [float(np.interp(c.weight, sweep.shares, sweep.scores[:, c.above])) for c in firsts]
    traces.append(
        trace(
            "scatter",
            x=[100 * c.weight for c in firsts],
            y=heights,
            mode="markers+text",
            text=[f"{100 * c.weight:.1f}%" for c in firsts],
            textposition="top center",
            marker={"size": 9, "color": "#ffffff", "line": {"width": 2, "color": MUTED}},
            customdata=[[labels[c.above], labels[c.below]] for c in firsts],
            hovertemplate=_("Above %{x:.2f}% %{customdata[0]} is ahead of %{customdata[1]}")
            + "<extra></extra>",
            showlegend=False,
        )
    )
    return figure(
        traces,
        _layout(
            430,
            showlegend=True,
            legend={"orientation": "h", "y": -0.2},
            xaxis=_axis(
                _("Weight of {criterion}", criterion=plain_label(criterion, 40)),
                range=[0, 100],
                ticksuffix="%",
            ),
            yaxis=_axis(evaluation.score_name),
            shapes=[
                {
                    "type": "line",
                    "x0": 100 * sweep.present,
                    "x1": 100 * sweep.present,
                    "y0": 0,
                    "y1": 1,
                    "yref": "paper",
                    "line": {"color": MUTED, "dash": "dot", "width": 1.5},
                }
            ],
        ),
    )


def _at(sweep: Sweep, weight: float, alternative: int) -> int:
    near = int(np.argmin(np.abs(sweep.shares - weight)))
    around = sweep.ranks[max(0, near - 1) : near + 2, alternative]
    return int(around.min())


def interval_bars(evaluation: Evaluation, best: np.ndarray, ranking: np.ndarray) -> go.Figure:
    """Return for each criterion how far its weight may move: light for the leader, dark for the whole order, a mark at the present."""
    leaves = evaluation.problem.leaves
    rows = list(range(len(leaves)))
    colours = [_leaf_colour(evaluation, leaf.id) for leaf in leaves]
    wide, narrow = (
        trace(
            "bar",
            base=(100 * ends[:, 0]).tolist(),
            x=(100 * (ends[:, 1] - ends[:, 0])).tolist(),
            y=rows,
            orientation="h",
            width=width,
            marker={"color": colours, "opacity": opacity},
            customdata=(100 * ends).tolist(),
            hovertemplate=said + " %{customdata[0]:.1f}% – %{customdata[1]:.1f}%<extra></extra>",
        )
        for ends, width, opacity, said in (
            (best, 0.62, 0.35, _("Leader stays:")),
            (ranking, 0.3, 0.9, _("Whole order stays:")),
        )
    )
    present = trace(
        "scatter",
        x=(100 * evaluation.weights).tolist(),
        y=rows,
        mode="markers",
        marker={"symbol": "line-ns-open", "size": 17, "color": MUTED, "line": {"width": 2.5}},
        hovertemplate=_("Now %{x:.1f}%") + "<extra></extra>",
    )
    return figure(
        [wide, narrow, present],
        _layout(
            26 * len(leaves) + 60,
            barmode="overlay",
            xaxis=_axis(_("Weight"), range=[0, 100], ticksuffix="%"),
            yaxis=_axis(
                tickvals=rows,
                ticktext=[plain_label(leaf.label, 34) for leaf in leaves],
                range=[len(leaves) - 0.4, -0.6],
            ),
        ),
    )


def _leaf_colour(evaluation: Evaluation, leaf: str) -> str:
    groups = [group.id for group in evaluation.groups]
    return group_colour(groups.index(evaluation.problem.group_of(leaf).id))


def before_and_after(evaluation: Evaluation, after: np.ndarray) -> go.Figure:
    """Return the weights now and at the smallest flip, side by side, those that move first."""
    leaves = evaluation.problem.leaves
    moved = [
        j
        for j in np.argsort(-np.abs(after - evaluation.weights))
        if abs(after[j] - evaluation.weights[j]) > 5e-5
    ]
    shown = moved[:10]
    rows = list(range(len(shown)))
    bars = [
        trace(
            "bar",
            x=[100 * float(weights[j]) for j in shown],
            y=[row + shift for row in rows],
            width=0.36,
            orientation="h",
            name=name,
            marker={"color": colour},
            text=[f"{100 * float(weights[j]):.2f}%" for j in shown],
            textposition="outside",
            cliponaxis=False,
            hovertemplate="%{fullData.name}: %{x:.2f}%<extra></extra>",
        )
        for weights, shift, name, colour in (
            (evaluation.weights, -0.19, _("Now"), SHIFTS),
            (after, 0.19, _("At the flip"), UNSPLIT),
        )
    ]
    return figure(
        bars,
        _layout(
            52 * max(1, len(shown)) + 60,
            barmode="overlay",
            showlegend=True,
            legend={"orientation": "h", "y": 1.12},
            xaxis=_axis(_("Weight"), ticksuffix="%", rangemode="tozero"),
            yaxis=_axis(
                tickvals=rows,
                ticktext=[plain_label(leaves[j].label, 34) for j in shown],
                range=[len(shown) - 0.4, -0.6],
            ),
        ),
    )


def tornado_bars(tornado: Tornado, names: Sequence[str]) -> go.Figure:
    """Return the lead at both ends of each range, the widest first; ends at which the lead is lost in another colour."""
    rows = list(range(len(names)))
    ends = [
        trace(
            "bar",
            base=tornado.present,
            x=(tornado.leads[: len(names), side] - tornado.present).tolist(),
            y=rows,
            orientation="h",
            width=0.6,
            marker={"color": [_FLIPS if lead < 0 else colour for lead in tornado.leads[: len(names), side]]},
            customdata=tornado.leads[: len(names), side].tolist(),
            hovertemplate=said + ": %{customdata:.4f}<extra></extra>",
        )
        for side, colour, said in (
            (0, SHIFTS, _("Lead at the low end")),
            (1, UNSPLIT, _("Lead at the high end")),
        )
    ]
    zero = {
        "type": "line",
        "x0": 0,
        "x1": 0,
        "y0": 0,
        "y1": 1,
        "yref": "paper",
        "line": {"color": _FLIPS, "width": 1.5},
    }
    return figure(
        ends,
        _layout(
            28 * len(names) + 60,
            barmode="overlay",
            shapes=[zero],
            xaxis=_axis(_("Lead over the best of the others")),
            yaxis=_axis(
                tickvals=rows,
                ticktext=[plain_label(name, 44) for name in names],
                range=[len(names) - 0.4, -0.6],
            ),
        ),
    )


def rank_shares(evaluation: Evaluation, found: Acceptability) -> go.Figure:
    """Return for each candidate a bar of shares, from first place (dark) to the last (light)."""
    order, labels = evaluation.order, _labels(evaluation)
    m = len(order)
    rows = list(range(m))
    bars = [
        trace(
            "bar",
            x=[100 * float(found.ranks[i, rank]) for i in order],
            y=rows,
            orientation="h",
            marker={"color": UNSPLIT, "opacity": 1 - 0.93 * rank / max(1, m - 1), "line": {"width": 0}},
            hovertemplate=_("Rank {rank}", rank=rank + 1) + ": %{x:.1f}%<extra></extra>",
        )
        for rank in range(m)
    ]
    return figure(
        bars,
        _layout(
            26 * m + 60,
            barmode="stack",
            xaxis=_axis(_("Share of draws"), range=[0, 100], ticksuffix="%"),
            yaxis=_axis(tickvals=rows, ticktext=[labels[i] for i in order], range=[m - 0.4, -0.6]),
        ),
    )


def rank_heat(evaluation: Evaluation, found: Acceptability) -> go.Figure:
    """Return the share of draws of each candidate at each rank as a heat map, shares of at least half a per cent in figures."""
    order, labels = evaluation.order, _labels(evaluation)
    shares = 100 * found.ranks[list(order)]
    m = len(order)
    return figure(
        [
            trace(
                "heatmap",
                z=shares.tolist(),
                x=[str(rank) for rank in range(1, m + 1)],
                y=list(range(m)),
                text=[[f"{share:.0f}" if share >= 0.5 else "" for share in row] for row in shares],
                texttemplate="%{text}",
                colorscale=HEAT,
                zmin=0,
                zmax=100,
                showscale=False,
                xgap=1,
                ygap=1,
                hovertemplate=_("Rank %{x}: %{z:.1f}%") + "<extra></extra>",
            )
        ],
        _layout(
            26 * m + 60,
            xaxis=_axis(_("Rank"), type="category"),
            yaxis=_axis(tickvals=list(range(m)), ticktext=[labels[i] for i in order], range=[m - 0.5, -0.5]),
        ),
    )


def heat_table(
    rows: Sequence[str],
    columns: Sequence[str],
    values: np.ndarray,
    *,
    texts: np.ndarray,
    low: float,
    high: float,
) -> go.Figure:
    """Return values as coloured cells with figures in them: ranks by method, or how alike rankings are."""
    return figure(
        [
            trace(
                "heatmap",
                z=values.tolist(),
                x=list(range(len(columns))),
                y=list(range(len(rows))),
                text=texts.tolist(),
                texttemplate="%{text}",
                colorscale=HEAT,
                zmin=low,
                zmax=high,
                showscale=False,
                xgap=1,
                ygap=1,
                hoverinfo="skip",
            )
        ],
        _layout(
            24 * len(rows) + 130,
            margin={"l": 10, "r": 10, "t": 10, "b": 10},
            xaxis=_axis(
                tickvals=list(range(len(columns))),
                ticktext=[plain_label(column, 20) for column in columns],
                tickangle=-50,
                side="top",
            ),
            yaxis=_axis(
                tickvals=list(range(len(rows))),
                ticktext=[plain_label(row, 30) for row in rows],
                range=[len(rows) - 0.5, -0.5],
            ),
        ),
    )
