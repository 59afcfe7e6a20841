"""Robustness: how firm is the ranking, and what would change it? One question a chart, one answer a sentence."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import streamlit as st

from criteria.errors import CriteriaError
from criteria.explain.verdict import verdict
from criteria.model.criterion import Criterion
from criteria.model.evaluation import Evaluation
from criteria.model.problem import Problem
from criteria.ranking.catalogue import METHODS
from criteria.robustness.evaluated import figures
from criteria.robustness.evaluated.inputs import members_of
from criteria.translation import translate as _
from criteria.ui import compute, state
from criteria.ui.components.common import blocks
from criteria.ui.components.common.begin import about_link, begin
from criteria.ui.components.common.choices import choose_method, choose_problem, choose_profile
from criteria.ui.components.common.copy_link import copy_link, link_query
from criteria.ui.components.robustness import catalogue
from criteria.ui.components.robustness.answered import draw
from criteria.ui.components.robustness.uncertainty import choose_uncertainty
from criteria.ui.labels import option


def page() -> None:
    """Draw the page."""
    begun = begin("robustness")
    if begun is None:
        return
    problems, problem, scenario = begun
    with st.sidebar:
        problem, scenario = choose_problem(problems, problem, scenario)
        scenario = choose_profile(problem, scenario)
        scenario = choose_method(problem, scenario)
        scenario = choose_uncertainty(scenario)
    state.keep(problem, scenario)
    state.write_address()
    left, right = st.columns([5, 1], vertical_alignment="center")
    with left:
        blocks.brand(problem.title)
    with right:
        copy_link(problem, scenario)
    if noted := about_link():
        st.html(noted)
    state.act_is_done()
    try:
        evaluation = compute.evaluated(problem, scenario)
    except CriteriaError as error:
        st.html(blocks.error(str(error)))
        return
    robustness = compute.robust(problem, scenario)
    st.html(blocks.verdict_card(verdict(evaluation, robustness), link_query(problem, scenario)))
    if len(evaluation.ranked) < 2:
        st.html(blocks.caption(_("With one candidate there is nothing to compare: take another one back.")))
        return
    view = st.segmented_control(
        _("Look at"),
        list(VIEWS),
        default="weights",
        required=True,
        format_func=lambda name: _(_TITLES[name]),
        key="robustness-view",
        on_change=state.act,
        label_visibility="collapsed",
    )
    if METHODS[scenario.method].engine == "library" and not st.toggle(
        _(
            "Compute with {method}: it runs one draw at a time, with at most 300 draws a figure, and takes a while",
            method=evaluation.method_name,
        ),
        key=state.key(f"slow-{scenario.method}"),
        on_change=state.act,
    ):
        return
    VIEWS[str(view or "weights")](evaluation)


def weights_view(evaluation: Evaluation) -> None:
    """What happens when weights move?"""
    draw(catalogue.SWEEP, evaluation, _chosen_node(evaluation.problem))
    left, right = st.columns(2, gap="large")
    with left:
        draw(catalogue.INTERVALS, evaluation, None)
    with right:
        draw(catalogue.FLIP, evaluation, None)
        draw(catalogue.WEIGHT_TORNADO, evaluation, None)


def first_view(evaluation: Evaluation) -> None:
    """How often does each candidate reach each rank?"""
    settings = evaluation.scenario.uncertainty
    kinds: dict[figures.Varied, str] = {
        "both": _("Weights and evidence"),
        "around": _("Weights within ±{spread:.0f} %", spread=100 * settings.spread),
        "any": _("All weightings alike"),
        "order": _("In the present order of importance"),
        "members": _("Between the stakeholders"),
        "evidence": _("Evidence"),
    }
    kind = st.segmented_control(
        _("Drawn"),
        list(kinds),
        default="both",
        required=True,
        format_func=kinds.__getitem__,
        key=state.key("drawn"),
        on_change=state.act,
    )
    varied: figures.Varied = kind or "both"
    left, right = st.columns(2, gap="large")
    with left:
        draw(catalogue.RANK_SHARES, evaluation, varied)
    with right:
        draw(catalogue.RANK_HEAT, evaluation, varied)


def map_view(evaluation: Evaluation) -> None:
    """Who leads where?"""
    groups = _chosen_groups(evaluation.problem)
    if groups is None:
        st.html(blocks.caption(_("Choose three different groups that do not contain each other.")))
        return
    draw(catalogue.MAP, evaluation, groups)


def methods_view(evaluation: Evaluation) -> None:
    """Do the methods agree?"""
    draw(catalogue.AGREEMENT, evaluation, None)
    left, right = st.columns(2, gap="large")
    with left:
        draw(catalogue.ALIKE, evaluation, None)
    with right:
        draw(catalogue.INSTABILITY, evaluation, None)
        draw(catalogue.REVERSAL, evaluation, None)


def evidence_view(evaluation: Evaluation) -> None:
    """What would better evidence change?"""
    left, right = st.columns([1.25, 1], gap="large")
    with left:
        draw(catalogue.CHECK, evaluation, None)
        if st.toggle(
            _("Second opinion (takes some seconds)"),
            help=_("Sobol' indices: how much of the variance of the lead comes from each rating."),
            key="second-opinion",
            on_change=state.act,
        ):
            draw(catalogue.SOBOL, evaluation, None)
    with right:
        draw(catalogue.EVIDENCE_TORNADO, evaluation, None)
        labels = {a.id: option(a.label) for a in evaluation.alternatives}
        chosen = st.selectbox(
            _("Path to first of"),
            list(labels),
            index=evaluation.order[1],
            format_func=labels.__getitem__,
            key=state.key(f"path-{evaluation.problem.id}-{len(labels)}"),
            on_change=state.act,
        )
        draw(catalogue.PATH, evaluation, evaluation.position(chosen) or 0)


VIEWS = MappingProxyType(
    {
        "weights": weights_view,
        "first": first_view,
        "map": map_view,
        "methods": methods_view,
        "evidence": evidence_view,
    }
)
_TITLES: Mapping[str, str] = MappingProxyType(
    {
        "weights": "Weights",
        "first": "First place",
        "map": "Decision map",
        "methods": "Methods",
        "evidence": "Evidence",
    }
)


def _chosen_node(problem: Problem) -> Criterion:
    nodes = {
        c.id: option(c.label if not c.parent else f"{problem.criterion(c.parent).label} › {c.label}")
        for c in problem.criteria
    }
    chosen = st.selectbox(
        _("Weight of"),
        list(nodes),
        format_func=nodes.__getitem__,
        key=state.key(f"swept-{problem.id}"),
        on_change=state.act,
    )
    return problem.criterion(chosen)


def _chosen_groups(problem: Problem) -> tuple[str, str, str] | None:
    nodes = {c.id: option(c.label) for c in problem.criteria}
    first = [group.id for group in problem.groups] if len(problem.groups) >= 3 else list(nodes)
    if len(first) < 3:
        return None
    chosen = []
    for number, column in enumerate(st.columns(3)):
        with column:
            chosen.append(
                st.selectbox(
                    _("Corner {number}", number=number + 1),
                    list(nodes),
                    index=list(nodes).index(first[number]),
                    format_func=nodes.__getitem__,
                    key=state.key(f"corner-{problem.id}-{number}"),
                    on_change=state.act,
                )
            )
    members = [member for group in chosen for member in members_of(problem, group)]
    return (chosen[0], chosen[1], chosen[2]) if len(set(members)) == len(members) else None
