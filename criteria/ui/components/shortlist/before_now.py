"""Before and now on the shortlist: the present ranks beside those of the base case, of a stakeholder, or by another method."""

from __future__ import annotations

from criteria.errors import CriteriaError
from criteria.model.evaluation import Evaluation
from criteria.model.problem import Problem
from criteria.model.scenario import Scenario
from criteria.model.scenario_parts import base_case
from criteria.ranking.catalogue import METHODS
from criteria.ranking.families.votes import has_vote
from criteria.translation import translate as _
from criteria.ui import compute, widgets
from criteria.ui.components.common.blocks import caption
from criteria.ui.components.common.slopes import moved_line, slopes
from criteria.ui.markup import Markup

LIMIT = 40  # ranks; whoever is below in both is not drawn
BASE, PROFILE, METHOD = ":base", ":profile ", ":method "  # no identifier begins with a colon


def choose_before(problem: Problem) -> None:
    """Draw the menu of what the present ranks are compared with."""
    widgets.menu(_("Compare with"), offered(problem), key=widgets.key("before"), label_visibility="collapsed")


def offered(problem: Problem) -> dict[str, str]:
    """Return what can be compared with, by key: base case, the weights of each stakeholder, each method that gives a complete order at once."""
    found = {BASE: _("Base case")}
    found |= {PROFILE + one.id: _("Weights of {name}", name=one.name) for one in problem.profiles}
    return found | {
        METHOD + key: _("By {method}", method=row.name) for key, row in METHODS.items() if has_vote(row)
    }


def before_of(problem: Problem, scenario: Scenario, chosen: str) -> Scenario:
    """Return the scenario that is compared with: the base case, or the present one with other weights or another method."""
    if chosen.startswith(PROFILE):
        return scenario.with_profile(problem, chosen.removeprefix(PROFILE))
    if chosen.startswith(METHOD):
        method = chosen.removeprefix(METHOD)
        return scenario if method == scenario.method else scenario.with_method(method)
    return base_case(problem, problem.base_scenario())


def before_and_now(evaluation: Evaluation) -> Markup:
    """Return the slopes with a sentence, or why there is nothing to compare with."""
    problem, scenario = evaluation.problem, evaluation.scenario
    chosen, names = str(widgets.widget_value("before") or BASE), offered(problem)
    try:
        before = compute.evaluated(problem, before_of(problem, scenario, chosen))
    except CriteriaError as error:
        return caption(str(error))
    ranks = [
        (one.id, (_rank(before, one.id), _rank(evaluation, one.id)))
        for one in sorted(problem.alternatives, key=lambda one: _rank(evaluation, one.id) or 0)
    ]
    ranks = [one for one in ranks if any(rank is not None and rank <= LIMIT for rank in one[1])]
    told = [names.get(chosen, names[BASE]), _("Now")]
    return caption(moved_line(problem, told, ranks)) + slopes(problem, told, ranks)


def _rank(evaluation: Evaluation, alternative: str) -> int | None:
    position = evaluation.position(alternative)
    return None if position is None else int(evaluation.ranks[position])
