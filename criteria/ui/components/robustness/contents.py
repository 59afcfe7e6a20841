"""What the figures of the robustness page show: chart, answer and data of each, from an evaluation."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress

import numpy as np
import pandas as pd

from criteria.charts import share_charts, weight_charts
from criteria.charts.decision_map import decision_triangle
from criteria.charts.figure import Figure
from criteria.errors import CriteriaError
from criteria.explain import answers, evidence_answers
from criteria.files import figures as tables
from criteria.model.criterion import Criterion
from criteria.model.evaluation import Evaluation
from criteria.model.importance import leaf_weights
from criteria.ranking.catalogue import METHODS
from criteria.robustness.agreement import agreement_of
from criteria.robustness.decision_map import position
from criteria.robustness.evaluated import figures
from criteria.robustness.evaluated.inputs import members_of
from criteria.robustness.tornado import Tornado
from criteria.translation import translate as _
from criteria.ui import compute
from criteria.ui.components.robustness import tables as html

Shown = tuple[Figure | str | None, str, pd.DataFrame]
WIDEST = 14  # ranges shown in a tornado
CHECKED = 12  # cells listed as worth checking


def sweep(evaluation: Evaluation, node: Criterion) -> Shown:
    """Return the sweep over one weight."""
    found = compute.figure("sweep_of", evaluation, node.id)
    return (
        weight_charts.sweep_lines(evaluation, found, node.label),
        answers.sweep_answer(evaluation, found, node.label),
        tables.sweep_table(evaluation, found),
    )


def intervals(evaluation: Evaluation) -> Shown:
    """Return the stability intervals."""
    best, ranking = (compute.figure("intervals_of", evaluation, keep) for keep in ("best", "ranking"))
    return (
        weight_charts.interval_bars(evaluation, best, ranking),
        answers.intervals_answer(evaluation, best),
        tables.intervals_table(evaluation, best, ranking),
    )


def flip(evaluation: Evaluation) -> Shown:
    """Return the smallest flip."""
    found = compute.figure("flip_of", evaluation, "l1")
    chart = None if found is None else weight_charts.before_and_after(evaluation, found.weights)
    return chart, answers.flip_answer(evaluation, found), tables.flip_table(evaluation, found)


def weight_tornado(evaluation: Evaluation) -> Shown:
    """Return the tornado of weights."""
    found = compute.figure("weight_tornado_of", evaluation)
    names = [evaluation.problem.leaves[j].label for _alternative, j in found.rows]
    return (
        weight_charts.tornado_bars(found, names[:WIDEST]),
        answers.tornado_answer(found, names),
        tables.tornado_table(found, names),
    )


def evidence_tornado(evaluation: Evaluation) -> Shown:
    """Return the tornado of ratings."""
    found: Tornado | None = compute.figure("evidence_tornado_of", evaluation)
    if found is None:
        raise CriteriaError(_("Nothing comes with a range."))
    names = [
        f"{evaluation.alternatives[i].label}: {evaluation.problem.leaves[j].label}" for i, j in found.rows
    ]
    return (
        weight_charts.tornado_bars(found, names[:WIDEST]),
        answers.tornado_answer(found, names),
        tables.tornado_table(found, names),
    )


def shares(evaluation: Evaluation, varied: figures.Varied, *, heat: bool) -> Shown:
    """Return rank acceptability."""
    found = compute.figure("shares_of", evaluation, varied)
    chart = share_charts.rank_heat(evaluation, found) if heat else share_charts.rank_shares(evaluation, found)
    answer = answers.ranks_answer if heat else answers.shares_answer
    return chart, answer(evaluation, found), tables.shares_table(evaluation, found)


def triangle(evaluation: Evaluation, groups: tuple[str, str, str]) -> Shown:
    """Return the decision map."""
    problem, scenario = evaluation.problem, evaluation.scenario
    found = compute.figure("map_of", evaluation, groups)
    members = [members_of(problem, group) for group in groups]
    marks = {_("Present weights"): found.present}
    marks[_("Base case")] = position(leaf_weights(problem, problem.base_scenario(scenario.profile)), members)
    for profile in problem.profiles:
        marks[profile.name] = position(leaf_weights(problem, problem.base_scenario(profile.id)), members)
    labels = [problem.criterion(group).label for group in groups]
    return (
        decision_triangle(evaluation, found, labels, marks),
        answers.map_answer(evaluation, found, labels),
        tables.map_table(evaluation, found, labels),
    )


def agreement(evaluation: Evaluation) -> Shown:
    """Return the ranks under every method."""
    found = compute.agreement(evaluation.problem, evaluation.scenario)
    order = list(evaluation.order)
    ranks = found.ranks[:, order].T
    chart = share_charts.heat_table(
        [evaluation.alternatives[i].label for i in order],
        [METHODS[key].name for key in found.methods],
        -ranks.astype(float),
        texts=ranks.astype(str),
        low=-float(len(order)),
        high=-1.0,
    )
    return chart, answers.agreement_answer(evaluation, found), tables.agreement_table(evaluation, found)


def alike(evaluation: Evaluation) -> Shown:
    """Return how alike the rankings are."""
    found = compute.agreement(evaluation.problem, evaluation.scenario)
    names = [METHODS[key].name for key in found.methods]
    chart = share_charts.heat_table(names, names, found.kendall, texts=None, low=0.0, high=1.0)
    low, high = found.kendall.min(), np.sort(found.kendall, axis=None)[-len(names) - 1]
    answer = _(
        "Kendall τ-b of every two rankings: 1 is the same order, 0 no relation. From {low:.2f} to {high:.2f} here.",
        low=low,
        high=high,
    )
    return (
        chart,
        answer,
        pd.DataFrame(found.kendall, columns=list(found.methods)).assign(method=list(found.methods)),
    )


def instability(evaluation: Evaluation) -> Shown:
    """Return which choice unsettles first place."""
    methods = agreement_of(ranks_by_method(evaluation), {})
    shares = {_("weights"): compute.figure("shares_of", evaluation, "around")}
    with suppress(CriteriaError):  # nothing comes with a range: that choice cannot unsettle anything
        shares[_("evidence")] = compute.figure("shares_of", evaluation, "evidence")
    found = figures.instability(evaluation, float(methods.first[evaluation.order[0]]), shares)
    named = {_(name): share for name, share in found.items()}
    return (
        html.share_bars(named),
        answers.shares_of_instability(evaluation, named),
        pd.DataFrame({"varied": list(named), "somebody_else_first": list(named.values())}),
    )


def ranks_by_method(evaluation: Evaluation) -> Mapping[str, np.ndarray]:
    """Return the ranks under every method."""
    return compute.evaluated_by_all(evaluation.problem, evaluation.scenario).method_ranks


def reversal(evaluation: Evaluation) -> Shown:
    """Return the rank reversals."""
    found = compute.figure("reversals_of", evaluation)
    return (
        html.reversals(evaluation, found),
        answers.reversal_answer(evaluation, found),
        tables.reversal_table(evaluation, found),
    )


def evidence(evaluation: Evaluation) -> Shown:
    """Return what is worth checking."""
    found = compute.figure("value_of_evidence", evaluation)
    table = tables.evidence_table(evaluation, found)
    return (
        html.worth_checking(evaluation, found, limit=CHECKED),
        evidence_answers.evidence_answer(evaluation, found),
        table,
    )


def path(evaluation: Evaluation, chosen: int) -> Shown:
    """Return the path to first."""
    found = compute.figure("path_of", evaluation, chosen)
    return (
        None,
        evidence_answers.path_answer(evaluation, chosen, found),
        tables.path_table(evaluation, chosen, found),
    )


def second_opinion(evaluation: Evaluation) -> Shown:
    """Return Sobol' indices beside the value of evidence."""
    found = compute.figure("second_opinion_of", evaluation)
    return (
        html.explaining(evaluation, found, limit=8),
        evidence_answers.second_opinion(evaluation, found, compute.figure("value_of_evidence", evaluation)),
        tables.sobol_table(evaluation, found),
    )
