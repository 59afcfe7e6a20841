"""The form that asks for an order of known candidates, and what the weights that give this order leave open."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import streamlit as st

from criteria.errors import CriteriaError
from criteria.explain.known_candidates import first_places, order_kept, told_most
from criteria.explain.verdict import names
from criteria.model.judgements import Answers, Judgement, Member
from criteria.model.problem import Problem
from criteria.model.scenario import Scenario
from criteria.translation import translate as _
from criteria.ui import compute, session, widgets
from criteria.ui.components.common import blocks
from criteria.ui.components.weights.asking_settings import widget_key
from criteria.ui.components.weights.given import take_answers
from criteria.weighting.elicited import Elicited
from criteria.weighting.ordered_candidates import LEAST, MOST

WAY = "ordered_candidates"


def by_known_candidates(problem: Problem, member: Member, _node: str, answers: Answers) -> Answers:
    """Ask for three to seven candidates, the best first."""
    st.html(
        blocks.caption(
            _(
                "Put the candidates that you know well in order, the best one first. Leave out those you do not know. The answer counts for "
                "all parts: it gives the weights under which the weighted sum puts these candidates in your order."
            )
        )
    )
    labels = {alternative.id: alternative.label for alternative in problem.alternatives}
    held, left_over = slots(answers)
    for place in range(1, MOST + 1):
        if place % 2 == 1:
            columns = st.columns(2)
        name = widget_key(member, answers, f"place-{place}")
        title = (
            _("Place 1 (best)")
            if place == 1
            else _("Place {place}", place=place)
            if place <= LEAST
            else _("Place {place} (optional)", place=place)
        )
        with columns[(place - 1) % 2]:
            widgets.menu(
                title,
                labels,
                present=held.get(place),
                placeholder=_("Choose a candidate"),
                key=name,
                then=(take_place, (member.id, place, name)),
            )
    st.html(
        blocks.caption(
            _("Also in your answers, not shown here: {listed}.", listed=names([labels[c] for c in left_over]))
            if left_over
            else _("A candidate that is chosen for another place changes places with the one there.")
        )
    )
    return answers


def slots(answers: Answers) -> tuple[dict[int, str], list[str]]:
    """Return the candidate at each place, and those for whom no place is left. Of several at one place the others move down."""
    held: dict[int, str] = {}
    left_over = []
    for candidate, place in sorted(answers.values("place").items(), key=lambda one: (one[1], one[0])):
        free = [k for k in range(1, MOST + 1) if k >= place and k not in held]
        if free:
            held[free[0]] = candidate
        else:
            left_over.append(candidate)
    return held, left_over


def with_place(answers: Answers, place: int, chosen: str | None) -> Answers:
    """Return the answers with another candidate at a place, none for None; who stood there changes places with it."""
    held, _left_over = slots(answers)
    before = held.pop(place, None)
    if chosen is not None:
        other = next((k for k, candidate in held.items() if candidate == chosen), None)
        if other is not None:
            del held[other]
            if before is not None:
                held[other] = before
        held[place] = chosen
    for candidate in answers.values("place"):
        if candidate in {before, *held.values()}:
            answers = answers.without("place", candidate)
    return answers.with_judgements(
        [Judgement("place", candidate, "", float(k)) for k, candidate in held.items()]
    )


def take_place(who: str, place: int, widget: str) -> None:
    """Take which candidate was chosen for a place; the callback of its menu."""
    chosen = widgets.widget_now(widget)
    take_answers(
        who, "", WAY, lambda answers: with_place(answers, place, chosen if isinstance(chosen, str) else None)
    )
    session.widgets_replaced()


def what_the_order_leaves(
    problem: Problem, scenario: Scenario, found: Elicited, answers: Answers, importances: Mapping[str, float]
) -> None:
    """Draw what an order of known candidates leaves open: first places, the pair that would tell most, the method in use."""
    if found.order is None:
        return
    labels = [alternative.label for alternative in problem.alternatives]
    lines = [first_places(found.order, labels), told_most(found.order, labels)]
    try:
        then = compute.evaluated(problem, scenario.with_importances(importances))
    except CriteriaError:
        pass  # it is said where the effect on the ranking is drawn
    else:
        ranks = {a.id: int(r) for a, r in zip(then.alternatives, then.ranks, strict=True)}
        held = answers.values("place")
        placed = [c for c in sorted(held, key=lambda c: (held[c], c)) if c in ranks]
        lines.append(order_kept(then, placed, np.array([held[c] for c in placed])))
    st.html(blocks.notes([line for line in lines if line], _("What your order leaves open")))
