"""The travel of a slider: what each of its steps would draw, sent once, so that the bars follow the slider without asking the server.

The browser plays back what the engine computed, and computes nothing itself; see `travel.js` and docs/decisions/travel-of-a-slider.md.
"""

from __future__ import annotations

import base64
import json
import zlib
from collections.abc import Collection, Mapping
from dataclasses import replace
from hashlib import blake2b
from itertools import zip_longest
from pathlib import Path

import streamlit as st

from criteria.charts.palette import GROUP_COLOURS, SET_APART_BAR, UNSPLIT
from criteria.charts.parts import parts_of
from criteria.charts.reach import drawn_from_last
from criteria.errors import CriteriaError
from criteria.model.evaluation import Evaluation
from criteria.model.importance import slider_top
from criteria.model.judgements import Panel
from criteria.model.problem import Problem
from criteria.model.scenario import Scenario
from criteria.model.uncertainty import Uncertainty
from criteria.ranking.travel import can_travel, travel
from criteria.translation import language_code
from criteria.translation import translate as _
from criteria.ui import compute, session, turns, widgets
from criteria.ui.components.common.browser_part import browser_part
from criteria.ui.components.common.panel_points import points_of
from criteria.ui.components.shortlist.bar_rows import BarRow, bar_rows
from criteria.ui.components.shortlist.shown import shown_with
from criteria.ui.markup import markup

KEY = "travel"
_STEPS = 200  # of a slider, at most: profiles may give more than the 100 points that are usual
_BARS = 40  # at most; more are not repainted in a frame
_courier = browser_part("travel", markup("<span></span>\n"), Path(__file__).with_name("travel.js"))


@st.fragment
@turns.turn(turns.FIRST)
def travels() -> None:
    """Send the travel of a slider to the browser when it asks for one. A fragment of its own: nothing else is drawn for it."""
    wanted = widgets.component_value(KEY, "wanted")
    problem, scenario = session.present()
    told = answer(problem, scenario, wanted) or refusal(wanted)
    _courier(key=KEY, data=told, on_wanted_change=_nothing, height=0)


def refusal(wanted: object) -> dict[str, object] | None:
    """Return what the browser is told where there is no travel, so that it does not ask again; None where it did not ask."""
    node = wanted.get("node") if isinstance(wanted, Mapping) else None
    return {"node": node} if isinstance(node, str) else None


def _nothing() -> None:
    """Reaching for a slider changes nothing."""


def answer(problem: Problem, scenario: Scenario, wanted: object) -> dict[str, object] | None:
    """Return the travel that the browser asked for; None where it cannot be had, or what was sent is none of this problem's.

    wanted: the identifier of a node, and the points of the panel, which may be ahead of those of the scenario.
    """
    node = wanted.get("node") if isinstance(wanted, Mapping) else None
    if not isinstance(wanted, Mapping) or not isinstance(node, str) or node not in problem.tree:
        return None
    scenario = scenario.with_importances({**points_of(problem, wanted.get("points")), node: 1.0})
    top = slider_top(problem, scenario)
    if top > _STEPS or len(problem.groups) > len(GROUP_COLOURS):
        return None
    try:
        evaluation = compute.evaluated(problem, scenario)
    except CriteriaError:
        return None
    limit, matched, hidden = shown_with(evaluation)
    if not can_travel(evaluation, int(top) + 1) or min(limit, len(evaluation.ranked)) > _BARS:
        return None

    def packed() -> str:
        steps = travel(evaluation, node, range(int(top) + 1))
        return _packed(evaluation, steps, limit, matched, hidden)

    state = state_of(evaluation, limit, hidden)
    return {
        "node": node,
        "others": {name: points for name, points in scenario.importances if name != node},
        "state": state,
        "packed": compute.kept_for(problem, ("travel", node, scenario, state), packed),
    }


def state_of(evaluation: Evaluation, limit: int, hidden: Collection[str]) -> str:
    """Return a digest of all that the bars depend on but the importances."""
    scenario = evaluation.scenario
    rest = replace(scenario, importances=(), uncertainty=Uncertainty(), ranges=(), panel=Panel())
    told = (evaluation.problem.fingerprint, rest, limit, sorted(hidden), language_code())
    return blake2b(repr(told).encode(), digest_size=8).hexdigest()


def _packed(
    evaluation: Evaluation,
    steps: tuple[Evaluation | None, ...],
    limit: int,
    matched: Mapping[str, str],
    hidden: Collection[str],
) -> str:
    """Return all bars of all steps as compressed JSON in letters.

    frames: for each step whether the bars begin at the last, whether they are in one piece, and who stands there from the top; null
    without a ranking.  columns: for each candidate what `_fields` says, each field over all steps: what is alike stands together.
    """
    frames: list[list[object] | None] = []
    rows: dict[str, BarRow] = {}
    fields: dict[str, list[list[object]]] = {}
    for k, step in enumerate(steps):
        bars = () if step is None else bar_rows(step, limit=limit, matched=matched, hidden=hidden)
        for bar in bars:
            rows[bar.identifier] = bar
            fields.setdefault(bar.identifier, [[] for _step in steps])[k] = _fields(bar)
        shown = [bar.identifier for bar in bars]
        frames.append(None if step is None else [int(drawn_from_last(step)), int(not parts_of(step)), *shown])
    labels = {one.id: one.label for one in evaluation.problem.alternatives}
    # With no more groups than colours the parts are the same at every step that has them.
    parts = next(filter(None, (parts_of(step) for step in steps if step is not None)), ())
    score = _(evaluation.score_name)
    told = {
        "names": {name: bar.name for name, bar in rows.items()},
        "labels": {name: labels[name] for name in rows},
        "parts": [[part.label, part.colour] for part in parts],
        "score": [score, UNSPLIT],
        "aside": [_("Set aside, not ranked"), SET_APART_BAR],
        "words": {
            "ranked": _("{name}: rank {rank}, {score}. Look at this candidate"),
            "apart": _("{name}: {said}. Look at this candidate"),
            "over_last": _("{part}: {amount} over the last"),
        },
        "frames": frames,
        "columns": {name: list(zip_longest(*by_step, fillvalue="")) for name, by_step in fields.items()},
    }
    raw = json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()
    return base64.b64encode(zlib.compress(raw, 6)).decode("ascii")


def _fields(bar: BarRow) -> list[object]:
    """Return what one bar says at one step: rank, figure, ranks won, where the figure and the mark stand, then place and amount of each piece.

    A piece that begins where the one before it ends says its end alone.
    """
    places, before = [], None
    for piece in bar.pieces:
        start, end = f"{piece.start:.2f}", f"{piece.end:.2f}"
        places.append(end if start == before else f"{start} {end}")
        before = end
    at, mark = f"{bar.end:.2f}", "" if bar.mark is None else f"{bar.mark:.2f}"
    change = "apart" if bar.apart else bar.change or 0
    amounts = [piece.amount for piece in bar.pieces if not bar.apart]
    return [bar.rank, bar.figure, change, "" if at == before else at, mark, *places, *amounts]
