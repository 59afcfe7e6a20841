"""Who moved between two scenarios, and by what: a waterfall for one candidate, and a table of all of them."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from criteria.charts.rank_moves import rank_waterfall
from criteria.explain.comparing import moved_sentence, way_between
from criteria.explain.numbers import signed
from criteria.files.rank_moves import rank_moves_table
from criteria.model.problem import Problem
from criteria.model.scenario import Scenario
from criteria.robustness.evaluated.moves import PIECES, Move, Moves, moves_between
from criteria.translation import translate as _
from criteria.ui import widgets
from criteria.ui.components.common import blocks
from criteria.ui.components.common.downloads import data_button
from criteria.ui.markup import Markup, plain_table

NAME = "rank-moves"  # of the chart and its data


def who_moved(problem: Problem, ranking: Sequence[tuple[str, Scenario]]) -> None:
    """Draw who moved from one of the scenarios to another, and which difference moved them."""
    st.html(blocks.heading(_("Who moved, and by what?")))
    places = {str(k): name for k, (name, _one) in enumerate(ranking)}
    start, end = "0", str(len(ranking) - 1)
    if len(ranking) > 2:
        left, right = st.columns(2)
        with left:
            start = str(widgets.menu(_("From"), places, present=start, key=f"moves-from-{len(ranking)}"))
        with right:
            end = str(widgets.menu(_("To"), places, present=end, key=f"moves-to-{len(ranking)}"))
    found = moves_between(problem, ranking[int(start)][1], ranking[int(end)][1])
    st.html(blocks.caption(moved_sentence(problem, found)))
    with st.container():
        if found.pieces and any(move.moved for move in found.moves):
            _waterfall(problem, found)
            with widgets.fold(_("All candidates that moved, as a table")):
                st.html(moves_table(problem, found))
            data_button(NAME, lambda: rank_moves_table(problem, found))


def _waterfall(problem: Problem, found: Moves) -> None:
    """Draw the way of one candidate that is ranked at both ends; at first of the one that moved furthest."""
    movers = {
        move.alternative: move for move in sorted(found.moves, key=_reach) if move.ranked and _in_table(move)
    }
    if not movers:
        return
    labels = {name: problem.alternatives[problem.row(name)].label for name in movers}
    chosen = widgets.menu(
        _("Moves of"), labels, present=next(iter(movers)), key=f"{NAME}-of-{'-'.join(found.pieces)}"
    )
    move = movers.get(str(chosen)) or next(iter(movers.values()))
    said = way_between(problem, found.pieces, move)
    st.html(blocks.caption(said))
    st.plotly_chart(
        rank_waterfall(move.before or 0, move.after or 0, steps_of(found, move), len(found.moves)),
        key=NAME,
        width="stretch",
        config={"displayModeBar": False},
        alt=said,
    )
    st.html(
        blocks.caption(
            _(
                "Each bar is what one difference does when it alone is applied to the first scenario. The last one is what all of them do beyond "
                "that: where two alone gain the same ranks, it takes them back once."
            )
        )
    )


def steps_of(found: Moves, move: Move) -> list[tuple[str, int | None]]:
    """Return the steps of the waterfall with the ranks gained by each; None where the candidate is not ranked with a difference alone."""
    alone = [
        (_("Alone: {piece}", piece=_(PIECES[key][0])), step)
        for key, step in zip(found.pieces, move.alone, strict=True)
    ]
    return [*alone, (_("Together, beyond that"), move.together)]


def _reach(move: Move) -> int:
    return -abs((move.before or 0) - (move.after or 0))


def _in_table(move: Move) -> bool:
    return move.moved or any(move.alone)


def moves_table(problem: Problem, found: Moves) -> Markup:
    """Return a row for each candidate that moved: its rank before, what each difference does alone, what they do together, its rank after."""
    heads = [
        (_("Candidate"), "name"),
        (_("Before"), "n"),
        *((_("Alone: {piece}", piece=_(PIECES[key][0])), "n") for key in found.pieces),
        (_("Together, beyond that"), "n"),
        (_("After"), "n"),
    ]
    rows = [
        (
            problem.alternatives[problem.row(move.alternative)].label,
            rank_text(move.before),
            *(_step(step) for step in move.alone),
            _step(move.together),
            rank_text(move.after),
        )
        for move in found.moves
        if _in_table(move)
    ]
    return plain_table(heads, rows)


def rank_text(rank: int | None) -> str:
    """Return a rank as text; a dash where a candidate is not ranked."""
    return "–" if rank is None else str(rank)


def _step(step: int | None) -> str:
    return "–" if step is None else signed(step, 0) if step else "0"
