"""What the rows of the robustness catalogue need that is longer than a line."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress

from criteria.charts import weight_charts
from criteria.charts.candidates import candidate_colour
from criteria.charts.decision_map import decision_triangle
from criteria.charts.figure import Figure
from criteria.errors import CriteriaError
from criteria.model.evaluation import Evaluation
from criteria.model.importance import leaf_weights
from criteria.robustness.decision_map import DecisionMap, position
from criteria.robustness.evaluated import figures
from criteria.robustness.evaluated.inputs import members_of
from criteria.robustness.tornado import Tornado
from criteria.translation import translate as _
from criteria.ui import compute

WIDEST = 14  # ranges shown in a tornado


def tornado_names(evaluation: Evaluation, found: Tornado) -> list[str]:
    """Return what each row varies: a criterion's weight, or a candidate's rating."""
    leaves, alternatives = evaluation.problem.leaves, evaluation.alternatives

    def name(i: int, j: int) -> str:
        if i < 0:
            return leaves[j].label
        rating = f"{alternatives[i].label}: {leaves[j].label}"
        by_hand = evaluation.set_by_hand(alternatives[i].id, leaves[j].id) is not None
        return _("{rating} (set by hand)", rating=rating) if by_hand else rating

    return [name(i, j) for i, j in found.rows]


def tornado_chart(evaluation: Evaluation, found: Tornado) -> Figure:
    """Return the widest ranges as bars."""
    return weight_charts.tornado_bars(found, tornado_names(evaluation, found)[:WIDEST])


def evidence_tornado(evaluation: Evaluation) -> Tornado:
    """Return the tornado of ratings; raise CriteriaError where nothing comes with a range."""
    found = compute.figure(figures.evidence_tornado_of, evaluation)
    if found is None:
        raise CriteriaError(_("Nothing comes with a range."))
    return found


def labels_of(evaluation: Evaluation, groups: tuple[str, str, str]) -> list[str]:
    """Return what three groups are called."""
    return [evaluation.problem.criterion(group).label for group in groups]


def triangle(evaluation: Evaluation, groups: tuple[str, str, str], found: DecisionMap) -> Figure:
    """Return the decision map with the present weights, the base case and the profiles on it, each dot ringed by its own leader.

    The ground has the other criteria at the present weights; a dot stands for all weights of its profile, so the two may differ.
    """
    problem, scenario = evaluation.problem, evaluation.scenario
    members = [members_of(problem, group) for group in groups]
    marks = {_("Present weights"): found.present}
    rings = {}
    told = [(p.name, p.id) for p in problem.profiles]
    if not any(profile == scenario.profile for _name, profile in told):
        told.insert(0, (_("Base case"), scenario.profile))
    for label, profile in told:
        base = problem.base_scenario(profile)
        is_base = profile == scenario.profile and label != _("Base case")
        name = _("Base case: {name}", name=label) if is_base else label
        marks[name] = position(leaf_weights(problem, base), members)
        with suppress(CriteriaError):  # no ranking by these weights: the dot keeps a plain ring
            own = compute.evaluated(problem, scenario.with_profile(problem, base.profile))
            rings[name] = candidate_colour(problem, own.alternatives[own.order[0]].id)
    return decision_triangle(evaluation, found, labels_of(evaluation, groups), marks, rings=rings)


def instability(evaluation: Evaluation) -> Mapping[str, figures.Unsettled]:
    """Return how often somebody else is first, by what is varied, in words."""
    methods = compute.agreement(evaluation.problem, evaluation.scenario)
    shares = {_("weights"): compute.figure(figures.acceptability_of, evaluation, "around")}
    with suppress(CriteriaError):  # nothing comes with a range: that choice cannot unsettle anything
        shares[_("evidence")] = compute.figure(figures.acceptability_of, evaluation, "evidence")
    found = figures.instability_of(evaluation, float(methods.first[evaluation.order[0]]), shares)
    return {_(name): share for name, share in found.items()}
