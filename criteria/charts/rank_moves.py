"""A waterfall of ranks: what each difference between two scenarios does to a candidate alone, and what all of them do together."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

import plotly.graph_objects as go

from criteria.charts.figure import figure, trace
from criteria.charts.frame import axis, layout
from criteria.charts.palette import MUTED, TONES, UNSPLIT
from criteria.charts.text import hover, plain_label
from criteria.explain.numbers import signed
from criteria.translation import translate as _

_WIDTH = 0.56


def rank_waterfall(
    before: int, after: int, steps: Sequence[tuple[str, int | None]], candidates: int
) -> go.Figure:
    """Return the way from one rank to another, step by step, with rank 1 at the right; a rise is a bar to the right.

    steps: each with its name and the ranks gained by it, None where the candidate is not ranked with it alone; before minus all of them is
    after.  candidates: how many ranks there are.
    Steps alone can lead beyond the first or last rank, since another step takes back what they give: there the axis has no numbers.
    """
    moved = [gained or 0 for _name, gained in steps]
    places = list(accumulate((-gained for gained in moved), initial=before))
    rows = list(range(len(steps) + 2))
    last = rows[-1]
    ends = trace(
        "scatter",
        x=[before, after],
        y=[0, last],
        mode="markers+text",
        marker={"symbol": "diamond", "size": 13, "color": UNSPLIT},
        text=[str(before), str(after)],
        textposition=["top center", "bottom center"],
        cliponaxis=False,
        hovertemplate=hover(_("Rank %{x}")),
    )
    bars = trace(
        "bar",
        base=places[:-1],
        x=[-gained for gained in moved],
        y=rows[1:-1],
        orientation="h",
        width=_WIDTH,
        marker={"color": [_colour(gained) for gained in moved]},
        text=[_("not ranked") if gained is None else signed(gained, 0) for _name, gained in steps],
        textposition="outside",
        cliponaxis=False,
        hoverinfo="skip",
    )
    # What joins the end of each step with the beginning of the next one.
    joins = [
        {
            "type": "line", "x0": place, "x1": place, "y0": row, "y1": row + 1,
            "layer": "below", "line": {"color": MUTED, "width": 1, "dash": "dot"},
        }
        for row, place in zip(rows, places, strict=False)
    ]  # fmt: skip
    low, high = min(places), max(places)
    return figure(
        [bars, ends],
        layout(
            40 * len(rows) + 60,
            shapes=joins,
            xaxis=axis(
                _("Rank"),
                range=[high + 1, low - 1],
                tickvals=_ticks(max(low, 1), min(high, candidates)),
            ),
            yaxis=axis(
                tickvals=rows,
                ticktext=[_("Before"), *(plain_label(name, 34) for name, _gained in steps), _("After")],
                range=[len(rows) - 0.3, -0.7],
            ),
        ),
    )


def _colour(gained: int) -> str:
    return MUTED if gained == 0 else TONES["good"] if gained > 0 else TONES["bad"]


def _ticks(first: int, last: int) -> list[int]:
    """Return whole ranks from first to last, at most a dozen of them."""
    return list(range(first, last + 1, 1 + (last - first) // 12))
