"""Everybody's weights side by side, the group's, and the disagreement that matters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import pandas as pd
import streamlit as st

from criteria.charts.decision_map import decision_triangle
from criteria.charts.palette import group_colour
from criteria.errors import CriteriaError
from criteria.explain import judging
from criteria.explain.numbers import percent
from criteria.explain.verdict import names
from criteria.model.evaluation import Evaluation
from criteria.model.problem import Problem
from criteria.model.scenario import Scenario
from criteria.robustness.decision_map import position
from criteria.robustness.disagreement import Disagreement, disagreements, winners
from criteria.robustness.inputs import members_of
from criteria.sharing.shortlist import csv_text
from criteria.translation import translate as _
from criteria.ui import compute, state
from criteria.ui.components import blocks, followed
from criteria.ui.components.answered import answered
from criteria.ui.components.members import colour_of
from criteria.ui.labels import text
from criteria.weighting.panel import GroupOfMembers, MemberWeights, importances_from, nodes_of


@dataclass(frozen=True, slots=True, eq=False)
class Together:
    """What the page of stakeholders shows: everybody's weights, the group's, the ranking by the group's weights, who wins by whose."""

    everybody: tuple[MemberWeights, ...]
    complete: tuple[MemberWeights, ...]
    group: GroupOfMembers
    evaluation: Evaluation
    rows: tuple[Disagreement, ...]
    winners: Mapping[str, tuple[int, float]]


def stakeholders(problem: Problem, scenario: Scenario) -> Scenario:
    """Draw the page; return the scenario with what was chosen on it."""
    scenario = _choices(scenario)
    everybody = compute.everybody(problem, scenario.panel)
    waiting = [one.member.name for one in everybody if one.leaf_weights is None]
    if scenario.panel.hidden and waiting:
        st.html(
            blocks.notes(
                [_("Still to answer: {names}.", names=names(waiting))],
                _("Everybody's weights are shown once all have answered, so that nobody follows the others."),
            )
        )
        _progress(everybody)
        return scenario
    try:
        found = _together(problem, scenario, everybody)
    except CriteriaError as error:
        st.html(blocks.caption(str(error)))
        return scenario
    leaders = {
        one.member.name: found.evaluation.alternatives[found.winners[one.member.id][0]].label
        for one in found.complete
    }
    st.html(
        blocks.heading(
            _("Whose weights lead to whom?"),
            judging.disagreement_summary(problem, found.evaluation, found.rows, leaders),
        )
    )
    st.html(_cards(problem, found))
    left, right = st.columns([1.35, 1], gap="large")
    with left:
        _disagreement(problem, found)
    with right:
        scenario = _group(problem, scenario, found)
    _map(problem, found)
    return scenario


def _choices(scenario: Scenario) -> Scenario:
    panel = scenario.panel
    left, right = st.columns([1, 1], vertical_alignment="center")
    with left:
        joins = {
            "priorities": _("Average everybody's weights"),
            "judgements": _("Average the pairs, where all compared pairs"),
        }
        join = st.selectbox(
            _("The group's weights"),
            list(joins),
            index=list(joins).index(panel.join),
            format_func=joins.__getitem__,
            key=state.key("join"),
            on_change=state.act,
            help=_(
                "Either way by the geometric mean, each member counted alike unless the file says otherwise."
            ),
        )
    with right:
        hidden = st.toggle(
            _("Hide others' weights until all have answered"),
            panel.hidden,
            key=state.key("hidden"),
            on_change=state.act,
        )
    return scenario.with_panel(replace(panel, join=join, hidden=hidden))


def _progress(everybody: Sequence[MemberWeights]) -> None:
    rows = "".join(
        f'<tr><td class="name">{text(one.member.name)}</td>'
        f'<td class="n">{sum(w is not None for w in one.local.values())} / {len(one.local)}</td></tr>'
        for one in everybody
    )
    st.html(
        f'<table class="c-table"><thead><tr><th>{text(_("Member"))}</th><th class="n">{text(_("Parts answered"))}</th></tr></thead>'
        f"<tbody>{rows}</tbody></table>"
    )


def _together(problem: Problem, scenario: Scenario, everybody: tuple[MemberWeights, ...]) -> Together:
    group = compute.group(problem, scenario.panel)
    joined = scenario.with_importances(importances_from(problem, group.local))
    evaluation = compute.evaluated(problem, joined)
    complete = tuple(one for one in group.members if one.leaf_weights is not None)
    weights = {one.member.id: one.leaf_weights for one in complete if one.leaf_weights is not None}
    rows = disagreements(evaluation, list(weights.values()), [one.member.weight for one in complete])
    return Together(everybody, complete, group, evaluation, rows, winners(evaluation, weights))


def _cards(problem: Problem, found: Together) -> str:
    """Return a small card for each member and one for the group: bars by group of criteria, who wins, how consistent."""
    members = tuple(one.member for one in found.everybody)
    cards = [
        _card(
            problem,
            _("The group"),
            found.group.global_weights,
            found.evaluation.alternatives[found.evaluation.order[0]].label,
            _(
                "Consensus {consensus} · {word}",
                consensus=percent(found.group.consensus),
                word=judging.consensus_word(found.group.consensus),
            ),
            "",
        )
    ]
    for k, one in enumerate(found.everybody):
        if one.global_weights is None:
            missing = [
                problem.criterion(node).label if node else _("between the groups")
                for node, w in one.local.items()
                if w is None
            ]
            note = _("Not yet: {nodes}", nodes=names(missing))
            cards.append(_card(problem, one.member.name, {}, "–", note, colour_of(members, k)))
            continue
        winner = (
            found.evaluation.alternatives[found.winners[one.member.id][0]].label
            if one.member.id in found.winners
            else "–"
        )
        worst = one.worst_consistency
        cluster = [
            other.member.name
            for other in found.complete
            if other is not one
            and found.group.clusters.get(other.member.id) == found.group.clusters.get(one.member.id)
        ]
        notes = [
            _("Consistency ratio up to {ratio:.2f}", ratio=worst) if worst is not None else "",
            _("Like-minded: {names}", names=names(cluster)) if cluster else "",
        ]
        cards.append(
            _card(
                problem,
                one.member.name,
                one.global_weights,
                winner,
                " · ".join(filter(None, notes)),
                colour_of(members, k),
            )
        )
    return f'<div class="c-cards">{"".join(cards)}</div>'


def _card(
    problem: Problem, name: str, weights: Mapping[str, float], winner: str, note: str, colour: str
) -> str:
    bars = "".join(
        f'<div style="--group:{group_colour(g)}"><span>{text(group.label)}</span><em><i style="width:{100 * weights[group.id]:.1f}%"></i></em>'
        f"<b>{text(percent(weights[group.id]))}</b></div>"
        for g, group in enumerate(problem.groups)
        if group.id in weights
    )
    mark = f' style="--own:{text(colour)}"' if colour else ""
    below = f"<small>{text(note)}</small>" if note else ""
    return (
        f'<div class="c-card{"" if colour else " group"}"{mark}><h3>{text(name)}</h3>'
        f'<p>{text(_("First:"))} <b>{text(winner)}</b></p><div class="c-bars">{bars}</div>{below}</div>'
    )


def _disagreement(problem: Problem, found: Together) -> None:
    members = [one.member.name for one in found.complete]
    matter = [row for row in found.rows if row.matters]
    calm = [row for row in found.rows if not row.matters]
    st.html(
        blocks.heading(
            _("Which disagreement is worth an hour?"),
            _(
                "One criterion at a time: the group's weights, with this one at each member's weight and the others in proportion."
            ),
        )
    )
    if matter:
        st.html(_listed(problem, found, matter, members))
    else:
        st.html(
            blocks.caption(
                _("None: on no single criterion does the spread between members change who leads.")
            )
        )
    with st.expander(
        _("Not worth it: {count} criteria on which the spread changes nothing", count=len(calm))
    ):
        st.html(_listed(problem, found, calm, members))
    st.download_button(
        _("Data (CSV)"),
        data=lambda: csv_text(disagreement_frame(problem, found)).encode("utf-8"),
        file_name="disagreement.csv",
        mime="text/csv",
        key="csv-disagreement",
        on_click="ignore",
        type="tertiary",
        icon=":material/download:",
    )


def _listed(problem: Problem, found: Together, rows: Sequence[Disagreement], members: Sequence[str]) -> str:
    items = "".join(
        f"<div><b>{text(_title(problem, row.criterion))}</b>"
        f"<small>{text(judging.disagreement(found.evaluation, row, members))}</small></div>"
        for row in rows
    )
    return f'<div class="c-list c-numbered">{items}</div>'


def _title(problem: Problem, criterion: str) -> str:
    node = problem.criterion(criterion)
    return f"{problem.criterion(node.parent).label} › {node.label}" if node.parent else node.label


def disagreement_frame(problem: Problem, found: Together) -> pd.DataFrame:
    """Return the disagreement as a table: one row a criterion, a column of weights for each member."""
    rows = []
    for row in found.rows:
        own = {one.member.name: share for one, share in zip(found.complete, row.shares, strict=True)}
        rows.append(
            {
                "criterion_id": row.criterion,
                "criterion": problem.criterion(row.criterion).label,
                "matters": row.matters,
                "group": row.group,
                "leader_stays_from": row.stays[0],
                "leader_stays_to": row.stays[1],
                "smallest_lead": row.lead,
                **own,
            }
        )
    return pd.DataFrame(rows)


def _group(problem: Problem, scenario: Scenario, found: Together) -> Scenario:
    st.html(
        blocks.heading(
            _("How far does the group agree?"),
            _(
                "Consensus {consensus}: {word}. 100% would be the same weights, 0% nothing in common.",
                consensus=percent(found.group.consensus),
                word=judging.consensus_word(found.group.consensus),
            ),
        )
    )
    rows = "".join(
        f'<tr><td class="name">{text(problem.criterion(node).label if node else _("Between the groups"))}</td>'
        f'<td class="n"><span class="c-share" style="--share:{found.group.node_consensus[node]:.3f}">{text(percent(found.group.node_consensus[node]))}</span></td></tr>'
        for node in nodes_of(problem)
    )
    st.html(
        f'<table class="c-table"><thead><tr><th>{text(_("Weights"))}</th><th class="n">{text(_("Consensus"))}</th></tr></thead><tbody>{rows}</tbody></table>'
    )
    importances = importances_from(problem, found.group.local)
    st.html(blocks.heading(_("What would the group's weights do to the ranking?")))
    followed.effect(problem, scenario, importances)
    return followed.use_button(problem, scenario, importances, "group")


def _map(problem: Problem, found: Together) -> None:
    if len(problem.groups) < 3 or len(found.evaluation.ranked) < 2:
        return
    groups = (problem.groups[0].id, problem.groups[1].id, problem.groups[2].id)
    places = [members_of(problem, group) for group in groups]
    marks = {_("The group"): position(found.evaluation.weights, places)} | {
        one.member.name: position(one.leaf_weights, places)
        for one in found.complete
        if one.leaf_weights is not None
    }

    def content() -> tuple[object, str, pd.DataFrame]:
        drawn = compute.figure("map_of", found.evaluation, groups)
        frame = pd.DataFrame(
            [{"who": who, **dict(zip(groups, place, strict=True))} for who, place in marks.items()]
        )
        labels = [problem.criterion(group).label for group in groups]
        return (
            decision_triangle(found.evaluation, drawn, labels, marks, others=_("Members")),
            _(
                "The star is the group, each dot a member; all other criteria keep their share of the group's weights."
            ),
            frame,
        )

    answered("members-map", _("Where does everybody stand, and who leads there?"), content)
