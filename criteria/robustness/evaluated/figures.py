"""Each figure of the robustness page, from an evaluation: settings of the scenario in, frozen results out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np

from criteria.errors import CriteriaError
from criteria.model.arrays import FloatArray
from criteria.model.evaluation import Evaluation
from criteria.model.uncertainty import Uncertainty, usual_draws
from criteria.ranking.matrix import offered_normalizations, settings_from
from criteria.ranking.score import method_row, score
from criteria.robustness.acceptability import Acceptability, accepted
from criteria.robustness.decision_map import DecisionMap, mapped
from criteria.robustness.engine.box import spread_box
from criteria.robustness.engine.calls import Call
from criteria.robustness.engine.draws import (
    WeightSampler,
    ranked_weights,
    uniform_weights,
    weights_between,
)
from criteria.robustness.engine.segments import line, line_of
from criteria.robustness.evaluated.inputs import call_of, evidence_of, members_of, scales_of, weights_drawn_of
from criteria.robustness.evaluated.range_ends import range_ends
from criteria.robustness.evaluated.tried_path import tried
from criteria.robustness.evidence_value import EvidenceValue, valued
from criteria.robustness.flip import Flip, Norm, flip
from criteria.robustness.path import PathToFirst, path
from criteria.robustness.rank_reversal import Change, reversals
from criteria.robustness.sobol import SobolIndices, indices_of
from criteria.robustness.stability import Keep, intervals
from criteria.robustness.sweep import Sweep, sweep
from criteria.robustness.tornado import Tornado, evidence_tornado, weight_tornado
from criteria.translation import translate as _
from criteria.weighting.panel import member_weights, panel_members

_LAST = 1e-6  # of all weight, before a leaf has all of it
Varied = Literal["around", "any", "order", "members", "evidence", "both"]


def weight_sweep_of(evaluation: Evaluation, criterion: str) -> Sweep:
    """Return the sweep over the weight of a node of the criteria tree."""
    return sweep(call_of(evaluation), evaluation.weights, members_of(evaluation.problem, criterion))


def weight_intervals_of(evaluation: Evaluation, keep: Keep) -> FloatArray:
    """Return how far the weight of each leaf may move, (n, 2).

    Where the order is another one, or there is none, exactly where a weight vanishes or has all, its interval ends a millionth before that:
    some formulas jump there, as that of CoCoSo does where 0 is raised to 0.
    """
    call, leaves = call_of(evaluation), range(len(evaluation.weights))
    found = np.array(intervals(call, evaluation.weights, [[j] for j in leaves], keep=keep))
    if call.batched:
        for j in leaves:
            for side, end in enumerate((0.0, 1.0)):
                if found[j, side] == end and abs(evaluation.weights[j] - end) > _LAST:
                    found[j, side] = abs(end - (0.0 if _keeps(evaluation, call, j, end, keep) else _LAST))
    found.setflags(write=False)
    return found


def _keeps(evaluation: Evaluation, call: Call, j: int, end: float, keep: Keep) -> bool:
    """Return whether the leader is still among the first, or the ranking the same, with a weight at 0 or 1."""
    try:
        ranks = call.ranks(line(*line_of(evaluation.weights, [j]), np.array([end]))[0])
    except CriteriaError:
        return False
    if keep == "best":
        return bool(ranks[evaluation.order[0]] == 1)
    order = list(evaluation.order)
    return bool(np.all(np.diff(ranks[order]) >= 0))


def smallest_flip_of(evaluation: Evaluation, norm: Norm) -> Flip | None:
    """Return the smallest flip over all challengers."""
    return flip(call_of(evaluation), evaluation.weights, norm=norm)


def weight_tornado_of(evaluation: Evaluation) -> Tornado:
    """Return the leads with each weight at both ends of its spread, or of its own range."""
    problem, scenario = evaluation.problem, evaluation.scenario
    columns = {leaf.id: j for j, leaf in enumerate(problem.leaves)}
    own = {columns[name]: (low, high) for name, low, high in scenario.ranges if name in columns}
    return weight_tornado(call_of(evaluation), evaluation.weights, scenario.uncertainty.spread, own)


def evidence_tornado_of(evaluation: Evaluation) -> Tornado | None:
    """Return the leads once each rating is entered at either end of its range; None where nothing comes with a range."""
    evidence = evidence_of(evaluation)
    if evidence is None:
        return None
    ends = range_ends(evaluation, evidence)
    return evidence_tornado(call_of(evaluation), evaluation.weights, ends.rows, ends.matrices, ends.apart)


def acceptability_of(evaluation: Evaluation, varied: Varied, *, live: bool = False) -> Acceptability:
    """Return rank acceptability, with weights or evidence drawn.

    varied: weights around the present ones, any weights, those in the present order of importance, those between the
    stakeholders' lowest and highest; the evidence; or weights around and evidence both.  live: on one core, without confidence
    factors, and of many candidates only the leader compared with each, for the headline; the shares are the same.
    Raises CriteriaError where evidence is asked for and nothing comes with a range, and where fewer than two stakeholders
    weighed the whole tree.
    """
    settings, call = evaluation.scenario.uncertainty, call_of(evaluation)
    draws, box = settings.draws, None
    evidence = evidence_of(evaluation) if varied in ("evidence", "both") else None
    if varied == "evidence" and evidence is None:
        raise CriteriaError(_("Nothing comes with a range: there is no evidence to draw from."))
    weights: WeightSampler | FloatArray = evaluation.weights
    if varied == "any":
        weights = uniform_weights(len(evaluation.weights))
    elif varied == "order":
        weights = ranked_weights(-evaluation.weights, len(evaluation.weights))
    elif varied == "members":
        weights = weights_between(*_between_stakeholders(evaluation))
    elif varied in ("around", "both"):
        weights = weights_drawn_of(evaluation)
        box = (
            None
            if evaluation.scenario.ranges
            else (evaluation.weights, *spread_box(evaluation.weights, settings.spread))
        )
    elif varied == "evidence":
        draws = evidence_draws(settings, evaluation.performances.size)
    return accepted(
        call,
        weights,
        evidence,
        draws=draws,
        rng=np.random.default_rng(settings.seed),
        threads=1 if live else None,  # while a slider moves the other core is busy painting the bars
        confidence=not live,
        box=box,
        leader=evaluation.order[0] if live else None,
    )


def evidence_draws(settings: Uncertainty, ratings: int) -> int:
    """Return how many sets of ratings are drawn with the weights as they are: a tenth of the draws of weights, 1,000 at least.

    ratings: of those who are ranked; of many fewer sets are drawn, 200 at least. One costs about ten times a draw of weights. Headline,
    bars and charts all use these same ones.
    """
    least = max(200, usual_draws(ratings) // 10)
    return min(settings.draws, max(least, settings.draws // 10))


def _between_stakeholders(evaluation: Evaluation) -> tuple[FloatArray, FloatArray]:
    problem, panel = evaluation.problem, evaluation.scenario.panel
    everybody = [member_weights(problem, member) for member in panel_members(problem, panel)]
    if panel.hidden and not all(one.has_answered for one in everybody):
        raise CriteriaError(
            _(
                "The stakeholders' weights are hidden until everybody has answered; nothing is drawn between them before."
            )
        )
    own = [one.leaf_weights for one in everybody if one.leaf_weights is not None]
    if len(own) < 2:
        raise CriteriaError(
            _("There are not two stakeholders with weights for all criteria to draw between.")
        )
    return np.min(own, axis=0), np.max(own, axis=0)


def decision_map_of(
    evaluation: Evaluation, groups: tuple[str, str, str], *, resolution: int = 48
) -> DecisionMap:
    """Return the decision map over three groups, by their identifiers."""
    members = [members_of(evaluation.problem, group) for group in groups]
    fine = resolution if call_of(evaluation).batched else 12
    return mapped(call_of(evaluation), evaluation.weights, members, resolution=fine)


def rank_reversal_of(evaluation: Evaluation) -> tuple[Change, ...]:
    """Return the changes tried to the set of candidates."""
    return reversals(call_of(evaluation), evaluation.weights)


def evidence_value_of(evaluation: Evaluation) -> EvidenceValue:
    """Return what knowing each uncertain rating is worth. Raises CriteriaError where nothing comes with a range."""
    evidence, settings = evidence_of(evaluation), evaluation.scenario.uncertainty
    if evidence is None:
        raise CriteriaError(_("Nothing comes with a range: there is nothing to find out."))
    return valued(
        call_of(evaluation),
        evaluation.weights,
        evidence,
        draws=settings.draws,
        rng=np.random.default_rng(settings.seed),
    )


def sobol_indices_of(evaluation: Evaluation) -> SobolIndices:
    """Return the Sobol' indices of each uncertain rating. Raises CriteriaError where they do not fit."""
    evidence = evidence_of(evaluation)
    if evidence is None:
        raise CriteriaError(_("Nothing comes with a range: there is nothing to find out."))
    return indices_of(
        call_of(evaluation), evaluation.weights, evidence, seed=evaluation.scenario.uncertainty.seed
    )


def path_to_first_of(evaluation: Evaluation, position: int) -> PathToFirst:
    """Return the path to first of one of the ranked: values as they are printed, each tried through the model."""
    scales = scales_of(evaluation.problem, evaluation)
    return tried(
        evaluation, position, path(call_of(evaluation), evaluation.weights, position, scales), scales
    )


@dataclass(frozen=True, slots=True)
class Unsettled:
    """How often somebody else is first when one thing is varied. share: 0 to 1.  draws: how many were drawn, 0 where all were counted.

    proved: 1 where it is known to be always, -1 where never, 0 where the draws are all that is known.
    """

    share: float
    draws: int = 0
    proved: int = 0


def instability_of(
    evaluation: Evaluation, method_first: float, shares: Mapping[str, Acceptability]
) -> dict[str, Unsettled]:
    """Return how often somebody else is first when one thing alone is varied: method, normalization, and each of the shares given.

    method_first: the share of methods under which the leader is first.
    """
    leader = evaluation.order[0]
    row, firsts = method_row(evaluation.scenario.method), []
    flags = call_of(evaluation).maximized
    for normalization in offered_normalizations(evaluation.problem, row):
        settings = settings_from(evaluation.problem, row, normalization)
        try:
            ranks = score(row.key, evaluation.performances, evaluation.weights, flags, **settings).ranks
        except CriteriaError:
            continue
        firsts.append(ranks[leader] == 1)
    found = {"method": Unsettled(1.0 - method_first)}
    if len(firsts) > 1:
        found["normalization"] = Unsettled(1.0 - sum(map(bool, firsts)) / len(firsts))
    return found | {
        name: Unsettled(
            1.0 - float(drawn.first[leader]),
            drawn.draws if drawn.error > 0 else 0,
            -int(drawn.proved[leader]),
        )
        for name, drawn in shares.items()
    }
