"""Which disagreement between members matters: computed at once or on request, listed in order, and as a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd
import streamlit as st

from criteria.errors import CriteriaError
from criteria.explain import judging
from criteria.model.problem import Problem
from criteria.ranking.catalogue import METHODS
from criteria.robustness.disagreement import Disagreement, disagreements
from criteria.translation import translate as _
from criteria.translation import translate_count
from criteria.ui import compute, widgets
from criteria.ui.components.common import blocks
from criteria.ui.components.common.downloads import data_button
from criteria.ui.components.weights.together import Together
from criteria.ui.markup import Markup, markup


def draw_disagreement(problem: Problem, found: Together) -> Together:
    """Draw which disagreement matters, with why it is not known where it is not; return the same with what was found."""
    try:
        found = with_disagreements(found)
    except CriteriaError as error:
        st.html(blocks.caption(str(error)))
    if found.rows:
        disagreement_list(problem, found)
    return found


def with_disagreements(found: Together) -> Together:
    """Draw the question, and compute its answer: at once, or on request where each criterion takes time. Raises CriteriaError without an answer."""
    st.html(
        blocks.heading(
            _("Which disagreement matters most?"),
            _(
                "One criterion at a time: the group's weights, with this one at each member's weight and the others in proportion."
            ),
        )
    )
    evaluation = found.evaluation
    slow = not METHODS[evaluation.scenario.method].batched
    with st.container():  # there in any case: another method brings the switch or takes it away
        if slow and not widgets.switch(
            translate_count(
                "Compare {count} criterion with {method}: it takes some seconds; switch off to stop",
                "Compare {count} criteria with {method}: it takes some seconds; switch off to stop",
                len(evaluation.problem.criteria),
                method=evaluation.method_name,
            ),
            key=widgets.key(f"disagreement-{evaluation.scenario.method}"),
        ):
            return found
    weights = tuple(
        tuple(one.leaf_weights.tolist()) for one in found.complete if one.leaf_weights is not None
    )
    counts = tuple(one.member.counts for one in found.complete)
    with st.spinner(_("Comparing the criteria one by one …"), show_time=True):
        return replace(found, rows=compute.figure(disagreements, evaluation, weights, counts))


def disagreement_list(problem: Problem, found: Together) -> None:
    """Draw the disagreements that matter, and those that do not, with all of them as CSV."""
    members = [found.name(one) for one in found.complete]
    matter = [row for row in found.rows if row.matters]
    calm = [row for row in found.rows if not row.matters]
    if matter:
        st.html(_listed(problem, found, matter, members))
    else:
        st.html(
            blocks.caption(
                _("None: on no single criterion does the spread between members change who leads.")
            )
        )
    with widgets.fold(
        translate_count(
            "No need to discuss: {count} criterion on which the spread changes nothing",
            "No need to discuss: {count} criteria on which the spread changes nothing",
            len(calm),
        )
    ):
        st.html(_listed(problem, found, calm, members))
    data_button("disagreement", lambda: disagreement_frame(problem, found))


def _listed(
    problem: Problem, found: Together, rows: Sequence[Disagreement], members: Sequence[str]
) -> Markup:
    return blocks.listed(
        [
            markup(
                "<b>{criterion}</b><small>{told}</small>",
                criterion=_title(problem, one.criterion),
                told=judging.disagreement(found.evaluation, one, members),
            )
            for one in rows
        ],
        "c-numbered",
    )


def _title(problem: Problem, criterion: str) -> str:
    node = problem.criterion(criterion)
    return f"{problem.criterion(node.parent).label} › {node.label}" if node.parent else node.label


def disagreement_frame(problem: Problem, found: Together) -> pd.DataFrame:
    """Return the disagreement as a table: one row a criterion, a column of weights for each member."""
    rows = []
    for one in found.rows:
        own = {
            _("Weight of {name}", name=found.name(member)): share
            for member, share in zip(found.complete, one.shares, strict=True)
        }
        rows.append(
            {
                "criterion_id": one.criterion,
                "criterion": problem.criterion(one.criterion).label,
                "matters": one.matters,
                "group": one.group,
                "leader_stays_from": one.stays[0],
                "leader_stays_to": one.stays[1],
                "smallest_lead": one.lead,
                **own,
            }
        )
    return pd.DataFrame(rows)
