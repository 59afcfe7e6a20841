"""The figures of the robustness page, one row each: question, computation, chart, answer, data."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import pandas as pd

from criteria.charts import colour_keys, share_charts, weight_charts
from criteria.charts.sweep_lines import sweep_lines
from criteria.explain import answers, evidence_answers, share_answers
from criteria.explain.method_clusters import clusters_answer
from criteria.files import figures as tables
from criteria.model.arrays import FloatArray
from criteria.model.criterion import Criterion
from criteria.robustness.acceptability import Acceptability
from criteria.robustness.agreement import Agreement
from criteria.robustness.decision_map import DecisionMap
from criteria.robustness.evaluated import figures
from criteria.robustness.evidence_value import EvidenceValue
from criteria.robustness.flip import Flip
from criteria.robustness.method_clusters import method_clusters
from criteria.robustness.path import PathToFirst
from criteria.robustness.rank_reversal import Change
from criteria.robustness.sobol import SobolIndices
from criteria.robustness.sweep import Sweep
from criteria.robustness.tornado import Tornado
from criteria.translation import later
from criteria.ui import compute
from criteria.ui.components.robustness import contents, method_tables
from criteria.ui.components.robustness import tables as html
from criteria.ui.components.robustness.answered import RobustnessFigure

Groups = tuple[str, str, str]
CHECKED = 12  # cells listed as worth checking
EXPLAINING = 8  # cells listed as explaining the lead


SWEEP: RobustnessFigure[Criterion, Sweep] = RobustnessFigure(
    name="sweep",
    heading=later("What happens as one weight goes from 0 to 100%?"),
    help=later(
        "All other weights keep their proportions. Where two lines cross, the two candidates change places."
    ),
    compute=lambda evaluation, node: compute.figure(figures.weight_sweep_of, evaluation, node.id),
    chart=lambda evaluation, node, found: sweep_lines(evaluation, found, node.label),
    answer=lambda evaluation, node, found: answers.sweep_answer(evaluation, found, node.label),
    table=lambda evaluation, _node, found: tables.sweep_table(evaluation, found),
)
INTERVALS: RobustnessFigure[None, tuple[FloatArray, FloatArray]] = RobustnessFigure(
    name="intervals",
    heading=later("How far can each weight move?"),
    help=later(
        "Light: the leader stays first. Dark: the whole order stays. One weight moves at a time, the others in proportion."
    ),
    compute=lambda evaluation, _nothing: (
        compute.figure(figures.weight_intervals_of, evaluation, "best"),
        compute.figure(figures.weight_intervals_of, evaluation, "ranking"),
    ),
    chart=lambda evaluation, _nothing, found: weight_charts.interval_bars(evaluation, *found),
    answer=lambda evaluation, _nothing, found: answers.intervals_answer(evaluation, found[0]),
    table=lambda evaluation, _nothing, found: tables.intervals_table(evaluation, *found),
    key=lambda _evaluation: colour_keys.interval_key(),
)
FLIP: RobustnessFigure[None, Flip | None] = RobustnessFigure(
    name="flip",
    heading=later("What is the smallest change of weights that puts another candidate first?"),
    help=later(
        "All weights may move together. For each change, ask whether such weights would be unreasonable."
    ),
    compute=lambda evaluation, _nothing: compute.figure(figures.smallest_flip_of, evaluation, "l1"),
    chart=lambda evaluation, _nothing, found: (
        None if found is None else weight_charts.before_and_after(evaluation, found.weights)
    ),
    answer=lambda evaluation, _nothing, found: answers.flip_answer(evaluation, found),
    table=lambda evaluation, _nothing, found: tables.flip_table(evaluation, found),
)
WEIGHT_TORNADO: RobustnessFigure[None, Tornado] = RobustnessFigure(
    name="tornado-weights",
    heading=later("Which weight moves the lead most?"),
    help=later(
        "Each weight alone from the low to the high end of its spread. Left of zero the lead is lost."
    ),
    compute=lambda evaluation, _nothing: compute.figure(figures.weight_tornado_of, evaluation),
    chart=lambda evaluation, _nothing, found: contents.tornado_chart(evaluation, found),
    answer=lambda evaluation, _nothing, found: answers.tornado_answer(
        found, contents.tornado_names(evaluation, found)
    ),
    table=lambda evaluation, _nothing, found: tables.tornado_table(
        found, contents.tornado_names(evaluation, found)
    ),
    key=lambda _evaluation: colour_keys.tornado_key(),
)
EVIDENCE_TORNADO: RobustnessFigure[None, Tornado] = RobustnessFigure(
    name="tornado-evidence",
    heading=later("Which rating moves the lead most?"),
    help=later("Each rating alone from its low to its high value. Left of zero the lead is lost."),
    compute=lambda evaluation, _nothing: contents.evidence_tornado(evaluation),
    chart=lambda evaluation, _nothing, found: contents.tornado_chart(evaluation, found),
    answer=lambda evaluation, _nothing, found: answers.tornado_answer(
        found, contents.tornado_names(evaluation, found)
    ),
    table=lambda evaluation, _nothing, found: tables.tornado_table(
        found, contents.tornado_names(evaluation, found)
    ),
    key=lambda _evaluation: colour_keys.tornado_key(),
)


RANK_SHARES: RobustnessFigure[figures.Varied, Acceptability] = RobustnessFigure(
    name="ranks",
    heading=later("Who could be first, second, … last?"),
    help=later("Each bar is one candidate; its parts are the shares of draws in which it has each rank."),
    compute=lambda evaluation, varied: compute.figure(figures.acceptability_of, evaluation, varied),
    chart=lambda evaluation, _varied, found: share_charts.rank_shares(evaluation, found),
    answer=lambda evaluation, varied, found: share_answers.shares_answer(evaluation, found, varied),
    table=lambda evaluation, _varied, found: tables.shares_table(evaluation, found),
    key=lambda evaluation: colour_keys.rank_key(len(evaluation.ranked)),
)
RANK_HEAT: RobustnessFigure[figures.Varied, Acceptability] = RobustnessFigure(
    name="heat",
    heading=later("In what share of draws has each candidate each rank?"),
    help=later("The same shares as figures, candidates down and ranks across."),
    compute=lambda evaluation, varied: compute.figure(figures.acceptability_of, evaluation, varied),
    chart=lambda evaluation, _varied, found: share_charts.rank_heat(evaluation, found),
    answer=lambda evaluation, _varied, found: share_answers.ranks_answer(evaluation, found),
    table=lambda evaluation, _varied, found: tables.shares_table(evaluation, found),
)


MAP: RobustnessFigure[Groups, DecisionMap] = RobustnessFigure(
    name="map",
    heading=later("Who leads, for which balance of the three?"),
    help=later(
        "Each corner gives one group all that the three weigh together. Areas have their borders where the leader changes; an area says nothing about how plausible its weights are. A dot's ring has the colour of who leads by all of that profile's weights; the ground shows who leads with the other criteria at the present weights, so the two may differ. Dots that would overlap are moved aside, each with a line to its position."
    ),
    compute=lambda evaluation, groups: compute.figure(figures.decision_map_of, evaluation, groups),
    chart=contents.triangle,
    answer=lambda evaluation, groups, found: answers.map_answer(
        evaluation, found, contents.labels_of(evaluation, groups)
    ),
    table=lambda evaluation, groups, found: tables.map_table(
        evaluation, found, contents.labels_of(evaluation, groups)
    ),
)
AGREEMENT: RobustnessFigure[None, Agreement] = RobustnessFigure(
    name="agreement",
    heading=later("Who is where under which method?"),
    help=later(
        "Each method with its own normalization, the same ratings and weights; the method in use first, then those that rank most like it. One column has all methods with one order: = by construction, · on these ratings and weights."
    ),
    compute=lambda evaluation, _nothing: compute.agreement(evaluation.problem, evaluation.scenario),
    chart=lambda evaluation, _nothing, found: method_tables.ranks_by_method(evaluation, found),
    answer=lambda evaluation, _nothing, found: answers.agreement_answer(evaluation, found),
    table=lambda evaluation, _nothing, found: tables.agreement_table(evaluation, found),
)
ALIKE: RobustnessFigure[None, Agreement] = RobustnessFigure(
    name="alike",
    heading=later("How alike are the rankings?"),
    help=later(
        "Mean Kendall τ-b of two rankings, one of either cluster; for a cluster with itself, of two of its rankings."
    ),
    compute=lambda evaluation, _nothing: compute.agreement(evaluation.problem, evaluation.scenario),
    chart=lambda evaluation, _nothing, found: method_tables.clusters_table(evaluation, found),
    answer=lambda evaluation, _nothing, found: clusters_answer(
        found, method_clusters(found, evaluation.scenario.method)
    ),
    table=lambda evaluation, _nothing, found: tables.alike_table(evaluation, found),
)
INSTABILITY: RobustnessFigure[None, Mapping[str, figures.Unsettled]] = RobustnessFigure(
    name="instability",
    heading=later("Which choice unsettles first place most?"),
    help=later("One thing is varied at a time, all others stay as they are."),
    compute=lambda evaluation, _nothing: contents.instability(evaluation),
    chart=lambda _evaluation, _nothing, found: html.share_bars(found),
    answer=lambda evaluation, _nothing, found: answers.shares_of_instability(evaluation, found),
    table=lambda _evaluation, _nothing, found: pd.DataFrame(
        {
            "varied": list(found),
            "somebody_else_first": [one.share for one in found.values()],
            "draws": [one.draws for one in found.values()],
            "proved": [one.proved for one in found.values()],
        }
    ),
)
REVERSAL: RobustnessFigure[None, tuple[Change, ...]] = RobustnessFigure(
    name="reversal",
    heading=later("Does the order of the others change when a candidate comes or goes?"),
    help="",
    compute=lambda evaluation, _nothing: compute.figure(figures.rank_reversal_of, evaluation),
    chart=lambda evaluation, _nothing, found: html.reversals(evaluation, found),
    answer=lambda evaluation, _nothing, found: answers.reversal_answer(evaluation, found),
    table=lambda evaluation, _nothing, found: tables.reversal_table(evaluation, found),
)
CHECK: RobustnessFigure[None, EvidenceValue] = RobustnessFigure(
    name="check",
    heading=later("Which rating should be checked next?"),
    help=later(
        "Worth: by how much better the expected score of the chosen candidate would be if this rating were known before choosing. Too small to tell: less than so many draws can measure."
    ),
    compute=lambda evaluation, _nothing: compute.figure(figures.evidence_value_of, evaluation),
    chart=lambda evaluation, _nothing, found: html.worth_checking(evaluation, found, limit=CHECKED),
    answer=lambda evaluation, _nothing, found: evidence_answers.evidence_answer(evaluation, found),
    table=lambda evaluation, _nothing, found: tables.evidence_table(evaluation, found),
)
SOBOL: RobustnessFigure[None, tuple[SobolIndices, EvidenceValue]] = RobustnessFigure(
    name="sobol",
    heading=later("Which rating makes the lead vary most?"),
    help=later("Sobol' indices: alone, and together with others."),
    compute=lambda evaluation, _nothing: (
        compute.figure(figures.sobol_indices_of, evaluation),
        compute.figure(figures.evidence_value_of, evaluation),
    ),
    chart=lambda evaluation, _nothing, found: html.explaining(evaluation, found[0], limit=EXPLAINING),
    answer=lambda evaluation, _nothing, found: evidence_answers.second_opinion(evaluation, *found),
    table=lambda evaluation, _nothing, found: tables.sobol_table(evaluation, found[0]),
)


PATH: RobustnessFigure[int, PathToFirst] = RobustnessFigure(
    name="path",
    heading=later("What would it take to come first?"),
    help=later("Only this candidate's own ratings change, and only for the better."),
    compute=lambda evaluation, position: compute.figure(figures.path_to_first_of, evaluation, position),
    chart=lambda _evaluation, _position, _found: None,
    answer=evidence_answers.path_answer,
    table=tables.path_table,
)

FIGURES: Mapping[str, RobustnessFigure[Any, Any]] = MappingProxyType(
    {
        row.name: row
        for row in (
            SWEEP,
            INTERVALS,
            FLIP,
            WEIGHT_TORNADO,
            EVIDENCE_TORNADO,
            RANK_SHARES,
            RANK_HEAT,
            MAP,
            AGREEMENT,
            ALIKE,
            INSTABILITY,
            REVERSAL,
            CHECK,
            SOBOL,
            PATH,
        )
    }
)
