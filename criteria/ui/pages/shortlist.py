"""Shortlist: who leads, what carries them, who stands apart; weights that act while they are moved."""

from __future__ import annotations

import streamlit as st

import criteria
from criteria.charts.ranking_bars import pulls_down, ranking_bars
from criteria.errors import CriteriaError
from criteria.explain.differences import differences
from criteria.explain.head_to_head import head_to_head
from criteria.explain.verdict import verdict
from criteria.model.evaluation import Evaluation
from criteria.model.problem import Problem
from criteria.model.scenario import Scenario
from criteria.sharing.shortlist import inputs_csv, shortlist_csv
from criteria.translation import translate as _
from criteria.ui import compute, state
from criteria.ui.components import blocks
from criteria.ui.components.candidate import evidence_table, portrait
from criteria.ui.components.choices import choose_method, choose_problem, choose_profile
from criteria.ui.components.copy_link import copy_link
from criteria.ui.components.gates import gate_choices, gate_report
from criteria.ui.components.importance_panel import importance_panel
from criteria.ui.components.ranking_table import ranking_table
from criteria.ui.components.relation import relation_table
from criteria.ui.components.versus import criterion_differences, group_differences
from criteria.ui.labels import option

SHOWN_AT_FIRST = 20


def page() -> None:
    """Draw the page."""
    try:
        problems = compute.problems()
    except CriteriaError as error:
        blocks.error(str(error))
        return
    problem, scenario = state.open_scenario(problems, next(iter(problems)))
    with st.sidebar:
        problem, scenario = choose_problem(problems, problem, scenario)
        scenario = choose_profile(problem, scenario)
        scenario = choose_method(problem, scenario)
        scenario = importance_panel(problem, scenario)
        with st.expander(_("Gates and candidates set aside")):
            scenario = gate_choices(problem, scenario)
    state.keep(problem, scenario)
    try:
        evaluation = compute.evaluated(problem, scenario)
    except CriteriaError as error:
        header(problem, scenario, None)
        blocks.error(str(error))
        return
    header(problem, scenario, evaluation)
    arrival(problem, scenario)
    blocks.verdict_card(verdict(evaluation))
    main, side = st.columns([2.75, 1], gap="large")
    with main:
        ranking(evaluation)
    with side:
        versus(evaluation)
        if problem.gates or evaluation.set_apart:
            blocks.heading(_("Who stands at a gate?"))
            gate_report(evaluation)
    close_look(evaluation)
    blocks.foot(problem.notes)


def header(problem: Problem, scenario: Scenario, evaluation: Evaluation | None) -> None:
    """Draw the name of the problem and the ways out of the page: link and downloads."""
    left, link, download, inputs = st.columns([4.2, 1.15, 1.9, 1.25], vertical_alignment="center")
    with left:
        blocks.brand(problem.title)
    with link:
        copy_link(problem, scenario)
    if evaluation is None:
        return
    with download:
        st.download_button(
            _("Download shortlist (CSV)"),
            data=lambda: shortlist_csv(compute.evaluated_by_all(problem, scenario)).encode("utf-8"),
            file_name=f"{problem.id}-shortlist.csv",
            mime="text/csv",
            type="primary",
            on_click="ignore",
            width="stretch",
        )
    with inputs:
        st.download_button(
            _("Inputs (CSV)"),
            data=lambda: inputs_csv(evaluation, version=criteria.__version__).encode("utf-8"),
            file_name=f"{problem.id}-inputs.csv",
            mime="text/csv",
            on_click="ignore",
            width="stretch",
        )


def arrival(problem: Problem, scenario: Scenario) -> None:
    """Say what in the opened link could not be used, and how the scenario differs from its base case."""
    opened = state.session()
    if opened.notes:
        blocks.notes(opened.notes, _("About the link you opened:"))
    said = differences(problem, scenario)
    if said:
        blocks.caption(said)


def ranking(evaluation: Evaluation) -> None:
    """Draw the ranked bars, the relation where there is no complete order, and the table."""
    sense = _("longer is better") if evaluation.higher_is_better else _("shorter is better")
    score_name = evaluation.score_name[:1].upper() + evaluation.score_name[1:]
    if evaluation.contributions is None:
        sentence = _(
            "{score}, {sense}; this score cannot be split by criteria group.", score=score_name, sense=sense
        )
    else:
        sentence = _("{score} split by criteria group, {sense}.", score=score_name, sense=sense)
    groups = evaluation.groups if evaluation.contributions is not None else ()
    if any(pulls_down(evaluation, i) for i in range(len(evaluation.ranked))):
        sentence = _("{sentence} Where a group pulls down, ◇ marks the score.", sentence=sentence)
    blocks.heading(_("Who is ahead, and what carries them?"), sentence, groups)
    limit = len(evaluation.ranked) if state.widget_value("all") else SHOWN_AT_FIRST
    st.plotly_chart(
        ranking_bars(evaluation, limit=limit),
        key="ranking",
        width="stretch",
        config={"displayModeBar": False},
        on_select=_pick,
        selection_mode="points",
    )
    if len(evaluation.ranked) > SHOWN_AT_FIRST:
        st.toggle(
            _("Show all {count} candidates", count=len(evaluation.ranked)),
            key=state.key("all"),
            on_change=state.act,
        )
    if evaluation.order_published != "complete":
        blocks.heading(_("Who is preferred to whom?"))
        relation_table(evaluation)
    ranking_table(evaluation)


def _pick() -> None:
    """Look closely at the candidate whose bar was clicked."""
    state.act()
    carried = state.selected_point("ranking")
    if carried:
        state.set_widget_value("look", carried[0])


def versus(evaluation: Evaluation) -> None:
    """Draw the head-to-head of two candidates, by default the first two."""
    if len(evaluation.ranked) < 2:
        return
    labels = {
        evaluation.alternatives[i].id: option(evaluation.alternatives[i].label) for i in evaluation.order
    }
    first, second = list(labels)[:2]
    blocks.heading(_("Why is one ahead of the other?"))
    first = _candidate_menu(_("First"), labels, first, "first", label=False)
    second = _candidate_menu(_("Second"), labels, second, "second", label=False)
    if first == second:
        blocks.caption(_("Choose two different candidates."))
        return
    comparison = head_to_head(evaluation, first, second)
    group_differences(comparison)
    with st.popover(_("Criterion by criterion"), width="stretch"):
        criterion_differences(evaluation, comparison, first, second)


def _candidate_menu(
    title: str, labels: dict[str, str], default: str, name: str, *, label: bool = True
) -> str:
    identifiers = list(labels)
    return st.selectbox(
        title,
        identifiers,
        index=identifiers.index(default),
        format_func=labels.__getitem__,
        key=state.key(name),
        on_change=state.act,
        label_visibility="visible" if label else "collapsed",
    )


def close_look(evaluation: Evaluation) -> None:
    """Draw one candidate with its evidence; by default the leader."""
    alternatives = evaluation.problem.alternatives
    labels = {alternative.id: option(alternative.name) for alternative in alternatives}
    blocks.heading(_("What is behind a candidate?"), _("Click a bar, or choose here."))
    chosen = _candidate_menu(_("Candidate"), labels, evaluation.alternatives[evaluation.order[0]].id, "look")
    portrait(evaluation, chosen)
    with st.expander(_("Evidence behind every rating")):
        evidence_table(evaluation, chosen)
