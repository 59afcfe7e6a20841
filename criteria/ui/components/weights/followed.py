"""What follows from answers: weights, how consistent they are, and what they do to the ranking."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np
import streamlit as st

from criteria.charts.palette import UNSPLIT
from criteria.errors import CriteriaError
from criteria.explain import judging
from criteria.explain.numbers import percent
from criteria.explain.verdict import verdict
from criteria.model.importance import leaf_weights
from criteria.model.judgements import Member
from criteria.model.problem import Problem
from criteria.model.scenario import Scenario
from criteria.translation import translate as _
from criteria.translation import translate_count
from criteria.ui import compute, presses, session, widgets
from criteria.ui.components.common import blocks
from criteria.ui.components.weights.pair_question import place_name
from criteria.ui.markup import NOTHING, Markup, cell, markup, moved_places, plain_table, row, table
from criteria.weighting.elicited import Elicited, comparison_matrix, pairs_for
from criteria.weighting.panel import MemberWeights, importances_from, items_of

_ROWS_SHOWN = 5
_NEAR = 5e-4  # weights of leaves that differ by no more are the same to a tenth of a percentage point
Importances = Callable[[Problem, Scenario], Mapping[str, float]]


def local_weights(problem: Problem, node: str, own: MemberWeights) -> Markup:
    """Return bars of the weights of a node's children, local and global, or what is missing."""
    found = own.nodes[node]
    if found.weights is None:
        until = ""
        if node in own.stand_ins:
            until = (
                _("Until then your answers in another way count.")
                if node in own.answered
                else _("Until then the points of the profile count.")
            )
        complaint = f"{found.complaint} {until}" if until else found.complaint
        return markup('<div class="c-note" role="status">{complaint}</div>', complaint=complaint)
    whole = own.global_weights
    rows = []
    for position, (item, share) in enumerate(zip(items_of(problem, node), found.weights, strict=True)):
        extent = ""
        if found.ranges is not None and found.ranges[position, 1] - found.ranges[position, 0] > 5e-4:
            low, high = found.ranges[position].tolist()
            extent = f"{percent(low)} – {percent(high)}"
        width = 100 * float(share) / float(found.weights.max())
        cells = [
            cell(blocks.with_small(problem.criterion(item).label, extent), "name"),
            cell(markup('<i style="width:{width:.1f}%"></i>', width=width), "bar"),
            cell(markup("<b>{share}</b>", share=percent(float(share))), "n"),
            cell(percent(whole[item]) if whole is not None else "–", "n"),
        ]
        rows.append(row(cells, style=f"--group:{UNSPLIT}"))
    heads = [(_("Criterion"), ""), ("", ""), (_("Local"), "n"), (_("Global"), "n")]
    return table(heads, rows, "c-weights")


def consistency(problem: Problem, member: Member, node: str, found: Elicited, way: str) -> None:
    """Draw how consistent the answers are; for pairs also the one that fits worst, its chain, and the way back to it."""
    value, measure = _measured(found, way)
    if found.weights is None or value is None or len(items_of(problem, node)) < 3:
        return
    word, kind = judging.consistency_word(found)
    st.html(
        markup(
            '<div class="c-consistency" role="status">{measure} <b>{value:.3f}</b> {word}</div>',
            measure=measure,
            value=value,
            word=blocks.pill(word, kind),
        )
    )
    if found.priorities is None:
        return
    if found.consistency is None:
        st.html(
            blocks.caption(
                _(
                    "No consistency ratio: the random index it needs is published for up to 15 criteria. The geometric consistency "
                    "index exists for any number; up to 0.37 corresponds to a ratio of 0.10."
                )
            )
        )
    if found.priorities.missing:
        st.html(
            blocks.caption(
                translate_count(
                    "{count} pair is still open: it is estimated so that your answers stay as consistent as possible.",
                    "{count} pairs are still open: they are estimated so that your answers stay as consistent as possible.",
                    len(found.priorities.missing),
                )
            )
        )
    if not found.priorities.suggestions or kind == "info":
        return
    items = items_of(problem, node)
    labels = [problem.criterion(item).label for item in items]
    worst = found.priorities.suggestions[0]
    matrix = comparison_matrix(items, member.answers_to(node, "ahp"))
    title = _("Fits the others worst") if kind != "good" else _("Fits the others least, but is close enough")
    st.html(
        markup(
            '<div class="c-culprit {tone}"><b>{title}</b> {told}</div>',
            tone="calm" if kind == "good" else "",
            title=title,
            told=judging.contradiction(labels, matrix, worst),
        )
    )
    pairs = pairs_for(items, member.id)
    here = frozenset((items[worst.first], items[worst.second]))
    position = next(k for k, pair in enumerate(pairs) if frozenset(pair) == here)
    widgets.button(
        _("Look at this judgement again"),
        key=widgets.key(f"again-{member.id}-{node}"),
        icon=":material/undo:",
        then=(session.set_place, (place_name(member, node), position)),
    )


def _measured(found: Elicited, way: str) -> tuple[float | None, str]:
    """Return how inconsistent answers are and what that figure is called; None where no figure can tell."""
    if found.consistency is not None:
        return found.consistency, _("Consistency ratio") if way == "ahp" else _(
            "Input-based consistency ratio"
        )
    if found.priorities is not None:
        return found.priorities.geometric_consistency_index, _("Geometric consistency index")
    return None, ""


def effect(problem: Problem, scenario: Scenario, importances: Mapping[str, float]) -> None:
    """Draw what these importances would do to the ranking, beside the present one."""
    if not importances:
        return
    try:
        present = compute.evaluated(problem, scenario)
        then = compute.evaluated(problem, scenario.with_importances(importances))
    except CriteriaError as error:
        st.html(blocks.caption(str(error)))
        return
    before = {
        alternative.id: int(rank)
        for alternative, rank in zip(present.alternatives, present.ranks, strict=True)
    }
    rows = []
    for i in then.order[:_ROWS_SHOWN]:
        alternative, rank = then.alternatives[i], int(then.ranks[i])
        mark = moved_places(before[alternative.id] - rank)
        rows.append((rank, alternative.label, f"{float(then.scores[i]):.3f}", mark))
    headline = verdict(then, compute.known_firmness(problem, then.scenario))
    caution = (
        blocks.pill(headline.caution, "warn" if headline.careful else "good") if headline.caution else NOTHING
    )
    st.html(
        markup(
            '<div class="c-answer"><b>{headline}</b> {caution} {beside}</div>',
            headline=headline.headline,
            caution=caution,
            beside=judging.beside(present),
        )
    )
    heads = [(_("Rank"), "n"), (_("Candidate"), "name"), (_(then.score_name), "n"), (_("Against now"), "n")]
    st.html(plain_table(heads, rows))


def use_button(
    problem: Problem,
    scenario: Scenario,
    importances: Mapping[str, float],
    name: str,
    *,
    now: Importances,
    whole: bool = True,
) -> None:
    """Draw the button that puts these weights into the scenario.

    now: gives the weights at the press: the same click may have ended the typing of a number.
    """
    merged = scenario.with_importances(importances) if importances else scenario
    in_use = bool(importances) and _same_weights(problem, merged, scenario, within=1e-6)
    widgets.button(
        _("These weights are in use") if in_use else _("Use these weights"),
        type="primary",
        disabled=not importances or in_use,
        icon=":material/check:",
        key=widgets.key(f"use-{name}"),
        then=(presses.do_next, (_used(problem.id, now),)),
        width="stretch",
    )
    if importances and not in_use and _same_weights(problem, merged, scenario, within=_NEAR):
        st.html(blocks.caption(_("The weights in use are the same to a tenth of a percentage point.")))
    if not whole and importances:
        st.html(blocks.caption(_("Where nothing was answered the weights in use stay.")))


def _used(problem_id: str, importances: Importances) -> presses.Work:
    """Return the work that puts weights into the scenario, unless another problem was opened meanwhile."""

    def work(_problems: dict[str, Problem]) -> None:
        problem, scenario = session.present()
        found = importances(problem, scenario) if problem.id == problem_id else {}
        if found:
            session.importances_replaced()
            session.keep(problem, scenario.with_importances(found))
            st.toast(_("The scenario now has these weights."))

    return work


def _same_weights(problem: Problem, one: Scenario, other: Scenario, *, within: float) -> bool:
    try:
        return bool(
            np.allclose(leaf_weights(problem, one), leaf_weights(problem, other), rtol=0, atol=within)
        )
    except CriteriaError:
        return False


def taken_over(problem: Problem, own: MemberWeights) -> tuple[dict[str, float], bool]:
    """Return the importances that follow from a member's answers, and whether they cover the whole tree."""
    found = importances_from(problem, own.local)
    return found, all(weights is not None for weights in own.local.values())


def node_states(own: MemberWeights, labels: Mapping[str, str]) -> dict[str, str]:
    """Return what each node is called in the row of nodes, with a mark for how far its answers are; a profile is no answer."""
    shown = {}
    for node, name in labels.items():
        found = own.nodes[node]
        mark = " ✓" if node in own.answered and node not in own.stand_ins else ""
        if found.weights is None and found.said:
            mark = f" {found.said}/{found.asked}"
        shown[node] = name + mark
    return shown
