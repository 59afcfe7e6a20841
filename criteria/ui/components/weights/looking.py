"""What the form shows and what counts: another way is only looked at, a profile is no answer, and others' answers may be hidden."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from criteria.model.judgements import Member
from criteria.model.problem import Problem
from criteria.model.scenario import Scenario
from criteria.translation import translate as _
from criteria.ui import compute, session, widgets
from criteria.ui.components.common import blocks
from criteria.ui.components.weights import followed
from criteria.ui.components.weights.asking_settings import way_name
from criteria.ui.components.weights.given import confirm_points, count_way
from criteria.weighting.catalogue import ELICITATIONS
from criteria.weighting.panel import MemberWeights, answers_at, points_of_profile, way_that_counts


def choose_way(problem: Problem, member: Member, node: str) -> str:
    """Draw the ways and return the one that is looked at; which way counts does not change by looking."""
    name = widgets.key(way_name(member.id, node))
    counts = way_that_counts(problem, member, node)
    widgets.begin_widget(name, counts)
    chosen = widgets.row(
        _("Way of asking"),
        {way: _(row.name) for way, row in ELICITATIONS.items()},
        present=None,
        required=True,
        key=name,
    )
    way = str(chosen or counts)
    row = ELICITATIONS[way]
    st.html(blocks.caption(f"{_(row.asks)} {_(row.suits)}"))
    return way


def what_counts(problem: Problem, member: Member, node: str, way: str) -> None:
    """Draw what to know where the form shows something that does not count, or points that nobody entered."""
    counts = way_that_counts(problem, member, node)
    if way != counts:
        st.html(
            blocks.caption(
                _(
                    "You are looking at another way. {way} counts here until something is answered in this one.",
                    way=_(ELICITATIONS[counts].name),
                )
            )
        )
        if answers_at(problem, member, node, way).judgements:
            widgets.button(
                _("Count these answers instead"),
                key=widgets.key(f"count-{member.id}-{node}-{way}"),
                icon=":material/swap_horiz:",
                then=(count_way, (member.id, node, way)),
            )
    if way == "direct" and from_profile(problem, member, node):
        st.html(
            blocks.pill(_("from the profile"), "info")
            + " "
            + blocks.caption(
                _(
                    "These points have not been entered by anyone yet. Change them, or confirm them as answers."
                )
            )
        )
        widgets.button(
            _("Confirm these points"),
            key=widgets.key(f"confirm-{member.id}-{node}"),
            icon=":material/check:",
            then=(confirm_points, (member.id, node)),
        )


def from_profile(problem: Problem, member: Member, node: str) -> bool:
    """Whether the points shown for a node are those of the profile, entered by nobody."""
    return member.answers_to(node, "direct").empty and not points_of_profile(problem, member.id, node).empty


def waiting_for(problem: Problem, scenario: Scenario) -> list[Member]:
    """Return who has not answered every part; the points of a profile are no answers."""
    return [one.member for one in compute.everybody(problem, scenario.panel) if not one.has_answered]


def covered(problem: Problem, scenario: Scenario, member: Member, name: str) -> bool:
    """Draw a cover over somebody's answers where all are hidden until everybody has answered; return whether it lies there."""
    place = f"form-{member.id}"
    if not scenario.panel.hidden or place in session.session().opened:
        return False
    if not waiting_for(problem, scenario):
        return False
    st.html(
        blocks.notes(
            [_("Only {who} should open this.", who=name)],
            _("Answers are hidden until everybody has answered."),
        )
    )
    widgets.button(
        _("Open the questions of {who}", who=name),
        key=widgets.key(f"open-{member.id}"),
        icon=":material/visibility:",
        then=(session.open_hidden, (place,)),
    )
    return True


def effect_when_done(
    problem: Problem, scenario: Scenario, own: MemberWeights, node: str, importances: Mapping[str, float]
) -> None:
    """Draw what the weights do to the ranking; while questions of this part are open, folded, with the reason."""
    found = own.nodes[node]
    if node not in own.asked or (
        node in own.answered and found.weights is not None and found.said >= found.asked
    ):
        followed.effect(problem, scenario, importances)
        return
    st.html(
        blocks.caption(
            _(
                "Hidden until all questions of this part are answered: knowing which candidate leads can influence the answers."
            )
        )
    )
    fold = widgets.fold(_("Show the ranking now"), key=widgets.key(f"effect-{own.member.id}-{node}"))
    if fold.open:
        with fold:
            followed.effect(problem, scenario, importances)
