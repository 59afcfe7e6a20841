"""Who is ahead, and what carries them: one bar for each candidate, stacked by criteria group.

Markup and not a figure: Streamlit takes a figure that changed away and mounts a new one, in two renderings with an empty place between;
markup is changed where it stands. See docs/decisions/ranked-bars.md.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from types import MappingProxyType

from criteria.model.evaluation import Evaluation
from criteria.translation import translate as _
from criteria.ui.components.shortlist.bar_rows import BarRow, Piece, bar_rows
from criteria.ui.markup import NOTHING, Markup, joined, markup

ROW_HEIGHT = 29  # pixels; the style sheet has the same
PADDING = 6  # pixels, above the first and below the last row


def ranking_bars(
    evaluation: Evaluation,
    *,
    limit: int,
    matched: Mapping[str, str] = MappingProxyType({}),
    hidden: Collection[str] = (),
    looked_at: Collection[str] = (),
    state: str = "",
) -> Markup:
    """Return the ranked bars, best on top, the first `limit` candidates; those set apart follow in grey.

    matched: who is at least matched under every criterion, by whom.  hidden: who is folded away.  looked_at: whose rows are marked.
    state: a digest of all that they show but the importances; the travel of a slider is played back where it is the same. The points go
    with it: the page sees which step the markup is of.
    """
    rows = map(_row, bar_rows(evaluation, limit=limit, matched=matched, hidden=hidden))
    return markup(
        '<div class="c-ranked" role="group" aria-label="{about}" data-state="{state}" data-points="{points}">{rows}</div>',
        about=_("Ranked bars; the table below has the same figures"),
        state=state,
        points=json.dumps(dict(evaluation.scenario.importances)) if state else "",
        rows=joined(_marked(row, looked_at) for row in rows),
    )


def _marked(row: Markup, looked_at: Collection[str]) -> Markup:
    """Return a row, marked where it is that of a candidate looked at."""
    mine = any(markup('data-candidate="{one}"', one=one) in row for one in looked_at)
    plain, marked = markup('<div class="row'), markup('<div aria-current="true" class="row looked')
    return row.replace(plain, marked, 1) if mine else row


def height(rows: int) -> int:
    """Return how many pixels so many rows take."""
    return ROW_HEIGHT * rows + 2 * PADDING


def _row(bar: BarRow) -> Markup:
    # One element for a bar, however many pieces it has: while a slider is dragged the browser works out the style of each one anew.
    bar_itself = markup(
        '<i style="background-image:linear-gradient(90deg,{stops}transparent 0)" title="{said}"></i>',
        stops=joined(_stops(piece) for piece in sorted(bar.pieces, key=_place)),
        said="\n".join(piece.said for piece in bar.pieces),
    )
    mark = NOTHING if bar.mark is None else markup('<b style="--at:{at:.2f}%"></b>', at=bar.mark)
    figure: str | Markup = bar.figure
    if not bar.apart:
        figure = markup("<strong>{score}</strong>{arrow}", score=bar.figure, arrow=_arrow(bar.change))
    return markup(
        '<div class="row{kind}" data-candidate="{identifier}" role="button" tabindex="0" aria-label="{said}">'
        '<span class="name">{name}</span><span class="rank">{rank}</span>'
        '<div class="axis">{bars}<span class="figure" style="--at:{end:.2f}%">{figure}</span></div></div>',
        kind=" apart" if bar.apart else "",
        identifier=bar.identifier,
        said=bar.said,
        name=bar.name,
        rank=bar.rank,
        bars=bar_itself + mark,
        figure=figure,
        end=bar.end,
    )


def _place(piece: Piece) -> float:
    return float(f"{piece.start:.2f}")


def _stops(piece: Piece) -> Markup:
    """Return the stops of a bar's colours up to the end of a piece, which leaves a gap to the next one."""
    return markup(
        "transparent 0 {start:.2f}%,{colour} 0 calc({end:.2f}% - 1.5px),",
        start=piece.start,
        end=piece.end,
        colour=piece.colour,
    )


def _arrow(change: int | None) -> Markup:
    if not change:
        return NOTHING
    kind, sign = ("c-up", "▲") if change > 0 else ("c-down", "▼")
    return markup('<em class="{kind}">{sign} {places}</em>', kind=kind, sign=sign, places=abs(change))
