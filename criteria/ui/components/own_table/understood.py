"""What was understood: candidates, criteria with direction, unit and weight, what was left out; and the ranking it gives."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from criteria.errors import CriteriaError
from criteria.explain import counted
from criteria.explain.numbers import percent
from criteria.explain.verdict import verdict
from criteria.model.problem import Problem
from criteria.translation import translate as _
from criteria.ui import compute
from criteria.ui.components.common import blocks
from criteria.ui.markup import Markup, joined, markup, plain_table

SHOWN = 40  # criteria, candidates and notes on the page
FIRST = 5  # candidates of the preview


def understood(problem: Problem, notes: Sequence[str]) -> None:
    """Draw the problem as it would be used.  notes: what was left out, converted or assumed."""
    left, right = st.columns([3, 2], gap="large")
    with left:
        told = _(
            "{candidates} under {criteria}.",
            candidates=counted.candidates(len(problem.alternatives)),
            criteria=counted.criteria(len(problem.leaves)),
        )
        st.html(blocks.heading(_("What was understood"), told) + criteria_markup(problem))
        names = [alternative.label for alternative in problem.alternatives]
        st.html(blocks.caption(_("Candidates: {names}", names=", ".join(names[:SHOWN])) + _rest(names)))
    with right:
        preview(problem)
        if notes:
            lines = [
                *notes[:SHOWN],
                *([_("… and {count} more.", count=len(notes) - SHOWN)] if len(notes) > SHOWN else []),
            ]
            st.html(blocks.notes(lines, _("Left out, converted or assumed:")))


def criteria_markup(problem: Problem) -> Markup:
    """Return the criteria with direction, unit, scale and weight as a table."""
    try:
        weights = compute.evaluated(problem, problem.base_scenario()).weights
        shares = {leaf.id: percent(float(w)) for leaf, w in zip(problem.leaves, weights, strict=True)}
    except CriteriaError:
        shares = {}
    rows = [
        (
            blocks.with_small(leaf.label, _group(problem, leaf.id)),
            _("↑ more is better") if leaf.maximize else _("↓ less is better"),
            leaf.unit,
            _scale(leaf.scale),
            shares.get(leaf.id, "–"),
        )
        for leaf in problem.leaves[:SHOWN]
    ]
    heads = [
        (_("Criterion"), "name"),
        (_("Direction"), ""),
        (_("Unit"), ""),
        (_("Scale"), ""),
        (_("Weight"), "n"),
    ]
    rest = len(problem.leaves) - SHOWN
    return plain_table(heads, rows) + blocks.caption(_("… and {count} more.", count=rest) if rest > 0 else "")


def preview(problem: Problem) -> None:
    """Draw who would lead, or why there is no ranking."""
    scenario = problem.base_scenario()
    try:
        evaluation = compute.evaluated(problem, scenario)
    except CriteriaError as error:
        st.html(blocks.error(str(error)))
        return
    said = verdict(evaluation, compute.robust(problem, scenario))
    order = (
        markup("<li>{name}</li>", name=evaluation.alternatives[i].label) for i in evaluation.order[:FIRST]
    )
    listed = markup('<ol class="c-preview">{order}</ol>', order=joined(order))
    st.html(
        blocks.heading(_("Preview of the ranking"), _("By {method}.", method=evaluation.method_name))
        + blocks.verdict_card(said, "")
        + listed
    )


def _group(problem: Problem, leaf: str) -> str:
    group = problem.group_of(leaf)
    return group.label if group.id != leaf else ""


def _scale(scale: object) -> str:
    low, high = getattr(scale, "low", None), getattr(scale, "high", None)
    return "" if low is None else _("{low:g} to {high:g}", low=low, high=high)


def _rest(names: Sequence[str]) -> str:
    return " " + _("… and {count} more.", count=len(names) - SHOWN) if len(names) > SHOWN else ""
