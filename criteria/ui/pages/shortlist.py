"""Shortlist: who leads, what carries them, who stands apart; weights that act while they are moved.

The page is drawn in two parts. What people choose from menus runs the whole page. What they do in the importance panel runs
`follow_weights` alone, which fills the slots anew: the way from a slider to the chart stays short.
"""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from criteria.errors import CriteriaError
from criteria.explain.differences import differences
from criteria.explain.evidence_answers import path_answer
from criteria.explain.verdict import verdict
from criteria.model.evaluation import Evaluation
from criteria.model.problem import Problem
from criteria.model.scenario import Scenario
from criteria.ranking.catalogue import METHODS
from criteria.robustness.evaluated import figures
from criteria.translation import translate as _
from criteria.ui import compute, state
from criteria.ui.components.common import blocks, downloads
from criteria.ui.components.common.begin import about_link, begin
from criteria.ui.components.common.choices import choose_method, choose_problem, choose_profile
from criteria.ui.components.common.copy_link import copy_link, link_query
from criteria.ui.components.common.slot import Slot
from criteria.ui.components.shortlist import pair
from criteria.ui.components.shortlist.bar_clicks import clicked_bar
from criteria.ui.components.shortlist.candidate import evidence_table, portrait
from criteria.ui.components.shortlist.first_shares import first_shares
from criteria.ui.components.shortlist.gates import gate_choices, gate_report
from criteria.ui.components.shortlist.importance_panel import importance_panel
from criteria.ui.components.shortlist.ranking_bars import pulls_down, ranking_bars
from criteria.ui.components.shortlist.ranking_table import ranking_table
from criteria.ui.components.shortlist.relation import relation_table

SHOWN_AT_FIRST = 20


def page() -> None:
    """Draw the page."""
    begun = begin("shortlist")
    if begun is None:
        return
    problems, problem, scenario = begun
    with st.sidebar:
        problem, scenario = choose_problem(problems, problem, scenario)
        scenario = choose_profile(problem, scenario)
        scenario = choose_method(problem, scenario)
        panel = st.container()
        with st.expander(_("Gates and candidates set aside")):
            scenario = gate_choices(problem, scenario)
    state.keep(problem, scenario)
    state.write_address()
    header(problem, scenario)
    slots = layout(problem, clicked_bar())
    with panel:
        follow_weights(slots)


def header(problem: Problem, scenario: Scenario) -> None:
    """Draw the name of the problem and the ways out of the page: link and downloads."""
    left, link, shortlist, inputs = st.columns([4.2, 1.15, 1.9, 1.25], vertical_alignment="center")
    with left:
        blocks.brand(problem.title)
    with link:
        copy_link(problem, scenario)
    with shortlist:
        downloads.shortlist_button(state.session())
    with inputs:
        downloads.inputs_button(state.session())


@dataclass(frozen=True, slots=True)
class Slots:
    """The places that are filled anew whenever a weight moves."""

    arrival: Slot
    verdict: Slot
    heading: Slot
    chart: Slot
    shares: Slot
    relation: Slot
    table: Slot
    groups: Slot
    criteria: Slot
    gates: Slot
    portrait: Slot
    path: Slot
    evidence: Slot


def layout(problem: Problem, clicked: str) -> Slots:
    """Draw what stays while weights move, and return the places for what does not."""
    arrival, headline = Slot(), Slot()
    main, side = st.columns([2.75, 1], gap="large")
    with main:
        heading, chart, shares = Slot(), Slot(), Slot()
        if len(problem.alternatives) > SHOWN_AT_FIRST:
            st.toggle(_("Show all candidates"), key=state.key("all"), on_change=state.act)
        relation, table = Slot(), Slot()
    with side:
        st.html(blocks.heading(_("Why is one ahead of the other?")))
        pair.choose_pair(problem)
        groups = Slot()
        by_criterion = st.popover(
            _("Criterion by criterion"), width="stretch", key=state.key("by-criterion"), on_change=state.act
        )
        with by_criterion:
            criteria = Slot(seen=bool(by_criterion.open))
        if problem.gates:
            st.html(blocks.heading(_("Who stands at a gate?")))
        gates = Slot()
    st.html(blocks.heading(_("What is behind a candidate?"), _("Click a bar, or choose here.")))
    pair.choose_one(problem, clicked)
    look = Slot()
    way = st.expander(_("What would it take to come first?"), key=state.key("way"), on_change=state.act)
    with way:
        path = Slot(seen=bool(way.open))
    ratings = st.expander(_("Evidence behind every rating"), key=state.key("evidence"), on_change=state.act)
    with ratings:
        evidence = Slot(seen=bool(ratings.open))
    blocks.foot(problem.notes)
    return Slots(
        arrival,
        headline,
        heading,
        chart,
        shares,
        relation,
        table,
        groups,
        criteria,
        gates,
        look,
        path,
        evidence,
    )


@st.fragment
def follow_weights(slots: Slots) -> None:
    """Draw the importance panel and all that follows from it."""
    problem, scenario = state.present()
    scenario = importance_panel(problem, scenario)
    state.keep(problem, scenario)
    state.act_is_done()
    try:
        evaluation = compute.evaluated(problem, scenario)
    except CriteriaError as error:
        nothing_to_rank(slots, str(error))
    else:
        fill(slots, evaluation)
    state.write_address()


def nothing_to_rank(slots: Slots, sentence: str) -> None:
    """Say why there is no ranking; what belonged to another one goes, because it is not sent again."""
    slots.verdict.html(blocks.error(sentence))


def fill(slots: Slots, evaluation: Evaluation) -> None:
    """Draw what follows from the scenario, the chart first."""
    problem, scenario = evaluation.problem, evaluation.scenario
    limit = len(evaluation.ranked) if state.widget_value("all") else SHOWN_AT_FIRST
    slots.chart.html(ranking_bars(evaluation, limit=limit))
    # The bars are on their way: what takes longer comes after them.
    compute.let_it_be_sent()
    robustness = compute.robust(problem, scenario)
    slots.verdict.html(blocks.verdict_card(verdict(evaluation, robustness), link_query(problem, scenario)))
    slots.shares.html(first_shares(evaluation, robustness, limit=limit))
    slots.table.html(ranking_table(evaluation, robustness))
    slots.heading.html(ranking_heading(evaluation))
    slots.arrival.html(arrival(problem, scenario))
    slots.groups.html(pair.by_group(evaluation))
    if slots.criteria.seen:
        slots.criteria.html(pair.by_criterion(evaluation))
    slots.gates.html(gate_report(evaluation) if problem.gates or evaluation.set_apart else "")
    chosen = pair.chosen(evaluation, "look")
    slots.portrait.html(portrait(evaluation, chosen))
    if slots.path.seen:
        slots.path.html(blocks.caption(path_to_first(evaluation, chosen)))
    if slots.evidence.seen:
        slots.evidence.html(evidence_table(evaluation, chosen))
    partial = evaluation.order_published != "complete"
    title = blocks.heading(_("Who is preferred to whom?"))
    slots.relation.html(title + relation_table(evaluation) if partial else "")


def path_to_first(evaluation: Evaluation, chosen: str) -> str:
    """Return what it would take a candidate to come first, or why that is not said here."""
    place = evaluation.position(chosen)
    if place is None:
        return _("It stands apart and is not ranked.")
    if METHODS[evaluation.scenario.method].engine == "library":
        return _(
            "This method runs one draw at a time: the Robustness page computes it on request, under Evidence."
        )
    if not state.session().committed:
        return _("Computed when the slider is let go.")
    try:
        return path_answer(evaluation, place, compute.figure(figures.path_to_first_of, evaluation, place))
    except CriteriaError as error:
        return str(error)


def arrival(problem: Problem, scenario: Scenario) -> str:
    """Return what in the opened link could not be used, and how the scenario differs from its base case."""
    return about_link() + blocks.caption(differences(problem, scenario))


def ranking_heading(evaluation: Evaluation) -> str:
    """Return the question that the bars answer, how to read them, and the legend."""
    sense = _("longer is better") if evaluation.higher_is_better else _("shorter is better")
    score_name = evaluation.score_name[:1].upper() + evaluation.score_name[1:]
    if evaluation.contributions is None:
        sentence = _(
            "{score}, {sense}; this score cannot be split by criteria group.", score=score_name, sense=sense
        )
    else:
        sentence = _("{score} split by criteria group, {sense}.", score=score_name, sense=sense)
    if any(pulls_down(evaluation, i) for i in range(len(evaluation.ranked))):
        sentence = _("{sentence} Where a group pulls down, ◇ marks the score.", sentence=sentence)
    groups = evaluation.groups if evaluation.contributions is not None else ()
    return blocks.heading(_("Who is ahead, and what carries them?"), sentence, groups)
