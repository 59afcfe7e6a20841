"""The headline of the shortlist, and who asks for it alone: while a slider moves it comes before everything else, without a run of the page."""

from __future__ import annotations

from criteria.explain.differences import differences
from criteria.explain.verdict import verdict
from criteria.model.evaluation import Evaluation
from criteria.model.problem import Problem
from criteria.model.scenario import Scenario
from criteria.robustness.evaluated.on_request import Unbeaten
from criteria.robustness.evaluated.summary import Robustness
from criteria.translation import translate as _
from criteria.ui import compute
from criteria.ui.components.common import blocks
from criteria.ui.components.common.copy_link import link_query
from criteria.ui.components.shortlist.headline_tiles import headline_tiles
from criteria.ui.markup import Markup

PLACE = "verdict"


def headline(evaluation: Evaluation, found: Robustness | Unbeaten | None) -> Markup:
    """Return the headline with its tiles.  found: what is known of how firm the ranking is."""
    said = verdict(evaluation, found)
    query = link_query(evaluation.problem, evaluation.scenario)
    return blocks.verdict_card(said, query, headline_tiles(evaluation, found, said), differing(evaluation))


def differing(evaluation: Evaluation) -> str:
    """Return how the scenario differs from its base case, for the line that is there in the base case as well."""
    return differences(evaluation.problem, evaluation.scenario) or _("The base case, nothing changed.")


def headline_of(problem: Problem, scenario: Scenario) -> Markup:
    """Return the headline of a scenario as far as it is known at once; raise CriteriaError where there is no ranking."""
    return headline(compute.evaluated(problem, scenario), compute.known_firmness(problem, scenario))
