"""Every figure of the robustness page for one evaluation: title, answer, table, chart."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from criteria.charts import share_charts, weight_charts
from criteria.charts.decision_map import decision_triangle
from criteria.charts.sweep_lines import sweep_lines
from criteria.errors import CriteriaError
from criteria.explain import answers, evidence_answers, share_answers
from criteria.explain.method_clusters import clusters_answer
from criteria.files import figures as tables
from criteria.model.evaluation import Evaluation
from criteria.robustness.agreement import agreement_of
from criteria.robustness.evaluated import figures
from criteria.robustness.evaluated.votes import families_of
from criteria.robustness.method_clusters import method_clusters

VARIED: tuple[figures.Varied, ...] = ("both", "around", "any", "order", "members", "evidence")


def charts_of(evaluation: Evaluation) -> Iterator[tuple[str, object]]:
    """Yield title and chart of every figure of the robustness page that has one."""
    yield from (
        (title, chart) for title, _answer, _table, chart in figures_of(evaluation) if chart is not None
    )


def figures_of(e: Evaluation) -> Iterator[tuple[str, str, object, object]]:
    """Yield title, answer, table and chart of every figure of the robustness page."""
    problem = e.problem
    for node in (problem.criteria[0], problem.leaves[-1]):
        swept = figures.weight_sweep_of(e, node.id)
        yield (
            f"sweep over {node.id}",
            answers.sweep_answer(e, swept, node.label),
            tables.sweep_table(e, swept),
            sweep_lines(e, swept, node.label),
        )
    best, ranking = figures.weight_intervals_of(e, "best"), figures.weight_intervals_of(e, "ranking")
    yield (
        "intervals",
        answers.intervals_answer(e, best),
        tables.intervals_table(e, best, ranking),
        weight_charts.interval_bars(e, best, ranking),
    )
    flip = figures.smallest_flip_of(e, "l1")
    yield (
        "flip",
        answers.flip_answer(e, flip),
        tables.flip_table(e, flip),
        None if flip is None else weight_charts.before_and_after(e, flip.weights),
    )
    for kind, tornado in (
        ("weights", figures.weight_tornado_of(e)),
        ("evidence", figures.evidence_tornado_of(e)),
    ):
        if tornado is not None:
            names = [
                (f"{e.alternatives[i].label}: " if kind == "evidence" else "") + problem.leaves[j].label
                for i, j in tornado.rows
            ]
            yield (
                f"tornado of {kind}",
                answers.tornado_answer(tornado, names),
                tables.tornado_table(tornado, names),
                weight_charts.tornado_bars(tornado, names[:14]),
            )
    drawn = {}
    for varied in VARIED:
        try:
            shares = figures.acceptability_of(e, varied)
        except CriteriaError as error:
            yield f"shares, {varied}", str(error), _empty(), None
            continue
        drawn[varied] = shares
        table = tables.shares_table(e, shares)
        yield (
            f"shares, {varied}",
            share_answers.shares_answer(e, shares, varied),
            table,
            share_charts.rank_shares(e, shares),
        )
        if varied in ("both", "around"):
            yield (
                f"ranks, {varied}",
                share_answers.ranks_answer(e, shares),
                _empty(),
                share_charts.rank_heat(e, shares),
            )
    nodes = problem.groups if len(problem.groups) >= 3 else problem.criteria
    groups = tuple(node.id for node in nodes[:3])
    labels = [problem.criterion(group).label for group in groups]
    found = figures.decision_map_of(e, groups, resolution=24)  # type: ignore[arg-type]
    yield (
        "map",
        answers.map_answer(e, found, labels),
        tables.map_table(e, found, labels),
        decision_triangle(e, found, labels, {"Present weights": found.present}),
    )
    agreed = agreement_of(e.method_ranks, e.method_failures, families_of(e))
    yield "agreement", answers.agreement_answer(e, agreed), tables.agreement_table(e, agreed), None
    clusters = method_clusters(agreed, e.scenario.method)
    yield "alike", clusters_answer(agreed, clusters), tables.alike_table(e, agreed), None
    changes = figures.rank_reversal_of(e)
    yield "reversals", answers.reversal_answer(e, changes), tables.reversal_table(e, changes), None
    around = {"weights": drawn["around"]}
    shares_elsewhere = figures.instability_of(e, float(agreed.first[e.order[0]]), around)
    yield "instability", answers.shares_of_instability(e, shares_elsewhere), _empty(), None
    for position in e.order[1:3]:
        path = figures.path_to_first_of(e, position)
        yield (
            f"path of {e.alternatives[position].id}",
            evidence_answers.path_answer(e, position, path),
            tables.path_table(e, position, path),
            None,
        )
    try:
        value = figures.evidence_value_of(e)
    except CriteriaError as error:
        yield "evidence", str(error), _empty(), None
        return
    yield "evidence", evidence_answers.evidence_answer(e, value), tables.evidence_table(e, value), None


def _empty() -> object:
    return pd.DataFrame({"nothing": []})
