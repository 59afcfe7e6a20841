"""Everybody's weights side by side, the group's, and the disagreement that matters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pandas as pd
import streamlit as st

from criteria.charts.candidates import candidate_colour
from criteria.charts.decision_map import decision_triangle
from criteria.errors import CriteriaError
from criteria.explain import judging
from criteria.explain.verdict import names
from criteria.files.figures import regret_table
from criteria.model.problem import Problem
from criteria.model.scenario import Scenario
from criteria.robustness.decision_map import position
from criteria.robustness.disagreement import winners
from criteria.robustness.evaluated import figures
from criteria.robustness.evaluated.inputs import members_of
from criteria.robustness.evaluated.regret import regret_of
from criteria.translation import translate as _
from criteria.ui import compute, session, widgets
from criteria.ui.components.common import blocks
from criteria.ui.components.common.downloads import data_button
from criteria.ui.components.common.page import take
from criteria.ui.components.common.slot import Slot
from criteria.ui.components.robustness.answered import answered
from criteria.ui.components.weights import followed
from criteria.ui.components.weights.answer_files import answer_files, import_report
from criteria.ui.components.weights.arriving import follow_folded
from criteria.ui.components.weights.asking import node_label
from criteria.ui.components.weights.by_link import by_link
from criteria.ui.components.weights.disagreement import draw_disagreement
from criteria.ui.components.weights.looking import waiting_for
from criteria.ui.components.weights.members import member_names, new_member
from criteria.ui.components.weights.pasted import add_by_link
from criteria.ui.components.weights.together import Together, member_cards, weights_table
from criteria.ui.markup import Markup, plain_table
from criteria.weighting.panel import MemberWeights, importances_from, nodes_of


def stakeholders(problem: Problem, scenario: Scenario) -> Scenario:
    """Draw the page; return the scenario with what was chosen on it."""
    brought = _people(problem, scenario)
    if brought != scenario:
        take(problem, brought)
        st.rerun()
    scenario = _choices(problem, scenario)
    everybody = compute.everybody(problem, scenario.panel)
    called = member_names([one.member for one in everybody])
    waiting = [called[member.id] for member in waiting_for(problem, scenario)]
    with widgets.fold(_("Ask everybody on their own device"), key="by-link") as folded:
        if folded.open:
            by_link(problem, called)
        else:
            follow_folded()
    with st.container():
        import_report()
    st.html(
        blocks.heading(
            _("Who has answered?"),
            _(
                "{done} of {all} people have answered every part.",
                done=len(everybody) - len(waiting),
                all=len(everybody),
            ),
        )
    )
    if not scenario.panel.hidden:
        with widgets.fold(_("Parts answered by each person")):
            _progress(everybody, called)
    if scenario.panel.hidden and waiting:
        st.html(
            blocks.notes(
                [_("Still to answer: {names}.", names=names(waiting))],
                _("All weights are shown once everyone has answered, so that no one follows the others."),
            )
        )
        _progress(everybody, called)
        return scenario
    try:
        found = _together(problem, scenario, everybody)
    except CriteriaError as error:
        st.html(blocks.caption(str(error)))
        return scenario
    leaders = {one.member.id: found.winner(one) for one in found.complete}
    summary = Slot()
    summary.html(_who_is_first(problem, found, leaders))
    st.html(member_cards(problem, found))
    with widgets.fold(_("All weights as a table")):
        weights_table(problem, found)
    with st.container(key="abreast-stakeholders"):
        left, right = st.columns([1.35, 1], gap="large")
    with right:  # first: what is slow stands on the left
        scenario = _group(problem, scenario, found)
    with left:
        question = st.container()
        _regret(found)
    _map(problem, found)
    with question:
        summary.html(_who_is_first(problem, draw_disagreement(problem, found), leaders))
    return scenario


def _who_is_first(problem: Problem, found: Together, leaders: Mapping[str, str]) -> Markup:
    """Return the question above the cards with its answer, and which disagreement matters once that is known."""
    return blocks.heading(
        _("Who ranks first under each stakeholder's weights?"),
        judging.disagreement_summary(problem, found.evaluation, found.rows, leaders),
    )


def _people(problem: Problem, scenario: Scenario) -> Scenario:
    link, files, new = st.columns([2, 1, 1], vertical_alignment="bottom")
    with link:
        add_by_link()
    with new:
        new_member(problem, scenario)
    with files:
        return answer_files(problem, scenario)


def _choices(problem: Problem, scenario: Scenario) -> Scenario:
    panel = scenario.panel
    left, right = st.columns([1, 1], vertical_alignment="center")
    with left:
        joins = {
            "priorities": _("Average everybody's weights"),
            "judgements": _("Average the pairs, where all compared pairs"),
        }
        join = widgets.menu(
            _("The group's weights"),
            joins,
            present=panel.join,
            key=widgets.key("join"),
            moves=lambda _problem, scenario, join: scenario.with_panel(replace(scenario.panel, join=join)),
            help=_(
                "Both use the geometric mean and count each member equally, unless the file gives other weights."
            ),
        )
    with right:
        hidden = widgets.switch(
            _("Hide all weights until everybody has answered"),
            present=panel.hidden,
            key=widgets.key("hidden"),
            moves=_with_hidden,
            help=_(
                "The points of a profile are no answers. What is hidden: forms, weights, map and who ranks first."
            ),
        )
    scenario = scenario.with_panel(replace(panel, join=join))
    return _with_hidden(problem, scenario, hidden)


def _with_hidden(_problem: Problem, scenario: Scenario, hidden: bool) -> Scenario:
    """Return the scenario with all answers hidden or shown; covers that were opened one by one lie there again."""
    if hidden != scenario.panel.hidden:
        session.session().opened.clear()
    return scenario.with_panel(replace(scenario.panel, hidden=hidden))


def _progress(everybody: Sequence[MemberWeights], called: Mapping[str, str]) -> None:
    rows = [(called[one.member.id], f"{len(one.answered)} / {len(one.asked)}") for one in everybody]
    st.html(plain_table([(_("Member"), "name"), (_("Parts answered"), "n")], rows))


def _together(problem: Problem, scenario: Scenario, everybody: tuple[MemberWeights, ...]) -> Together:
    group = compute.group(problem, scenario.panel)
    joined = scenario.with_importances(importances_from(problem, group.local))
    evaluation = compute.evaluated(problem, joined)
    complete = tuple(one for one in group.members if one.leaf_weights is not None)
    if not complete:
        raise CriteriaError(
            _(
                "No stakeholder has given weights for the whole tree yet: the differences are shown once one has."
            )
        )
    weights = {one.member.id: one.leaf_weights for one in complete if one.leaf_weights is not None}
    return Together(everybody, complete, group, evaluation, winners(evaluation, weights))


def _group(problem: Problem, scenario: Scenario, found: Together) -> Scenario:
    st.html(
        blocks.heading(
            _("How far does the group agree?"),
            judging.consensus_sentence(
                found.group.consensus,
                found.group.by_chance,
                [winner for winner, _lead in found.winners.values()],
            ),
        )
    )
    rows = [
        (node_label(problem, node), blocks.share_mark(found.group.node_consensus[node]))
        for node in nodes_of(problem)
    ]
    st.html(plain_table([(_("Weights"), "name"), (_("Consensus"), "n")], rows))
    importances = importances_from(problem, found.group.local)
    st.html(blocks.heading(_("What would the group's weights do to the ranking?")))
    followed.effect(problem, scenario, importances)
    followed.use_button(problem, scenario, importances, "group", now=_importances)
    return scenario


def _importances(problem: Problem, scenario: Scenario) -> Mapping[str, float]:
    return importances_from(problem, compute.group(problem, scenario.panel).local)


def _regret(found: Together) -> None:
    members = [found.name(one) for one in found.complete]
    weights = [one.leaf_weights for one in found.complete if one.leaf_weights is not None]
    st.html(blocks.heading(_("Which candidate is never far behind any stakeholder's first choice?")))
    try:
        regret = regret_of(found.evaluation, weights)
    except CriteriaError as error:
        st.html(blocks.caption(str(error)))
        return
    st.html(blocks.caption(judging.regret_sentence(found.evaluation, regret, members)))
    data_button("regret", lambda: regret_table(found.evaluation, regret, members))


def _map(problem: Problem, found: Together) -> None:
    if len(problem.groups) < 3 or len(found.evaluation.ranked) < 2:
        return
    groups = (problem.groups[0].id, problem.groups[1].id, problem.groups[2].id)
    places = [members_of(problem, group) for group in groups]
    marks = {_("The group"): position(found.evaluation.weights, places)} | {
        found.name(one): position(one.leaf_weights, places)
        for one in found.complete
        if one.leaf_weights is not None
    }

    rings = {
        found.name(one): candidate_colour(
            problem, found.evaluation.alternatives[found.winners[one.member.id][0][0]].id
        )
        for one in found.complete
    }

    def content() -> tuple[object, str, pd.DataFrame]:
        drawn = compute.figure(figures.decision_map_of, found.evaluation, groups)
        frame = pd.DataFrame(
            [{"who": who, **dict(zip(groups, place, strict=True))} for who, place in marks.items()]
        )
        labels = [problem.criterion(group).label for group in groups]
        return (
            decision_triangle(found.evaluation, drawn, labels, marks, others=_("Members"), rings=rings),
            _(
                "The star is the group, each dot a member; a dot's ring has the colour of who leads by all of that member's weights. The "
                "ground shows who leads with the rest at the group's weights: the two differ where the rest decides."
            ),
            frame,
        )

    answered("members-map", _("How does each member weigh the groups, and who leads there?"), content)
