"""The views of the robustness page: which figures stand together, under which question."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

import streamlit as st

from criteria.errors import CriteriaError
from criteria.explain.numbers import spread_text
from criteria.explain.second_opinion import second_opinion_text
from criteria.model.criterion import Criterion
from criteria.model.evaluation import Evaluation
from criteria.model.problem import Problem
from criteria.ranking.second_opinion import COMPARED, second_opinion
from criteria.robustness.evaluated import figures
from criteria.robustness.evaluated.inputs import members_of
from criteria.translation import later
from criteria.translation import translate as _
from criteria.ui import compute, widgets
from criteria.ui.components.common import blocks
from criteria.ui.components.common.criteria_names import criterion_names
from criteria.ui.components.robustness import catalogue
from criteria.ui.components.robustness.answered import draw


def weights_view(evaluation: Evaluation) -> None:
    """What happens when weights move?"""
    draw(catalogue.SWEEP, evaluation, _chosen_node(evaluation.problem))
    with st.container(key="abreast-robustness"):
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
        "around": _(
            "Weights within ±{spread}",
            spread=spread_text(settings.spread, ranged=bool(evaluation.scenario.ranges)),
        ),
        "any": _("All weightings alike"),
        "order": _("In the present order of importance"),
        "members": _("Between the stakeholders"),
        "evidence": _("Evidence"),
    }
    kind = widgets.row(_("Drawn"), kinds, present="both", required=True, key=widgets.key("drawn"))
    varied: figures.Varied = kind or "both"
    with st.container(key="abreast-robustness-2"):
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
    _second_opinion(evaluation)
    draw(catalogue.AGREEMENT, evaluation, None)
    with st.container(key="abreast-robustness-3"):
        left, right = st.columns(2, gap="large")
    with left:
        draw(catalogue.ALIKE, evaluation, None)
    with right:
        draw(catalogue.INSTABILITY, evaluation, None)
        draw(catalogue.REVERSAL, evaluation, None)


def _second_opinion(evaluation: Evaluation) -> None:
    """Say, on request, what scikit-criteria computes for the present ranking."""
    if evaluation.scenario.method not in COMPARED:
        return
    asked = widgets.switch(
        _("Compute this ranking again by scikit-criteria"),
        help=_(
            "The code of another project, from the scaled ratings on: it takes some seconds the first time. "
            "The inputs (CSV) and the decision record then say what it found."
        ),
        key="computed-again",
    )
    if asked:
        try:
            said = second_opinion_text(evaluation, compute.figure(second_opinion, evaluation))
        except CriteriaError as error:
            said = str(error)
        st.html(blocks.caption(said))


def evidence_view(evaluation: Evaluation) -> None:
    """What would better evidence change?"""
    with st.container(key="abreast-robustness-4"):
        left, right = st.columns([1.25, 1], gap="large")
    with left:
        draw(catalogue.CHECK, evaluation, None)
        if widgets.switch(
            _("Second opinion (takes some seconds)"),
            help=_("Sobol' indices: how much of the variance of the lead comes from each rating."),
            key="second-opinion",
        ):
            draw(catalogue.SOBOL, evaluation, None)
    with right:
        draw(catalogue.EVIDENCE_TORNADO, evaluation, None)
        labels = {a.id: a.label for a in evaluation.alternatives}
        chosen = widgets.menu(
            _("Path to first of"),
            labels,
            present=evaluation.alternatives[evaluation.order[1]].id,
            key=widgets.key(f"path-{evaluation.problem.id}-{len(labels)}"),
        )
        draw(catalogue.PATH, evaluation, evaluation.position(chosen) or 0)


@dataclass(frozen=True, slots=True)
class View:
    """A view: its title in English, and what draws it."""

    title: str
    draw: Callable[[Evaluation], None]


VIEWS: Mapping[str, View] = MappingProxyType(
    {
        "weights": View(later("Weights"), weights_view),
        "first": View(later("First place"), first_view),
        "map": View(later("Decision map"), map_view),
        "methods": View(later("Methods"), methods_view),
        "evidence": View(later("Evidence"), evidence_view),
    }
)


def _chosen_node(problem: Problem) -> Criterion:
    nodes = criterion_names(problem, [c.id for c in problem.criteria], with_parent=True)
    chosen = widgets.menu(_("Weight of"), nodes, key=widgets.key(f"swept-{problem.id}"))
    return problem.criterion(chosen)


def _chosen_groups(problem: Problem) -> tuple[str, str, str] | None:
    nodes = criterion_names(problem, [c.id for c in problem.criteria])
    first = [group.id for group in problem.groups] if len(problem.groups) >= 3 else list(nodes)
    if len(first) < 3:
        return None
    chosen = []
    for number, column in enumerate(st.columns(3)):
        with column:
            chosen.append(
                widgets.menu(
                    _("Corner {number}", number=number + 1),
                    nodes,
                    present=first[number],
                    key=widgets.key(f"corner-{problem.id}-{number}"),
                )
            )
    members = [member for group in chosen for member in members_of(problem, group)]
    return (chosen[0], chosen[1], chosen[2]) if len(set(members)) == len(members) else None
