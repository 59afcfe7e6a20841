"""The tiles under the headline of the shortlist, there whatever is known, so that what stands below keeps its place."""

from __future__ import annotations

from criteria.explain.tiles import tiles_of, tiles_without_figures
from criteria.explain.unbeaten_tiles import unbeaten_tiles
from criteria.explain.verdict import Verdict
from criteria.model.evaluation import Evaluation
from criteria.ranking.catalogue import METHODS
from criteria.ranking.families.votes import has_vote
from criteria.robustness.evaluated.on_request import Unbeaten
from criteria.robustness.evaluated.summary import Robustness
from criteria.translation import translate as _
from criteria.ui.components.common.tiles import tiles
from criteria.ui.components.shortlist.offered_change import change_tile, other_tile, untested_tile
from criteria.ui.markup import NOTHING, Markup


def headline_tiles(evaluation: Evaluation, found: Robustness | Unbeaten | None, said: Verdict) -> Markup:
    """Return the tiles, without figures where none are known; nothing where one candidate is ranked.

    found: what is known of how firm the ranking is.  said: the headline.
    """
    if len(evaluation.ranked) < 2:
        return NOTHING
    if isinstance(found, Unbeaten):
        if shown := unbeaten_tiles(evaluation, found):
            return tiles(shown, other_tile(evaluation, found), names=True)
    elif found is not None and len(evaluation.leaders) == 1:
        return tiles(tiles_of(evaluation, found), change_tile(evaluation, found, said.change))
    if said.tested:
        return tiles(
            tiles_without_figures(_("no single candidate leads")), change_tile(evaluation, None, None)
        )
    if has_vote(METHODS[evaluation.scenario.method]):
        return tiles(tiles_without_figures(_("not tested")), change_tile(evaluation, None, None))
    told = _("Known once you press Test weights and evidence; by this method it takes some seconds.")
    return _without_figures(evaluation, _("not tested yet"), told)


def waiting_tiles(evaluation: Evaluation) -> Markup:
    """Return the tiles while a test is under way."""
    return _without_figures(evaluation, _("being tested …"), "")


def _without_figures(evaluation: Evaluation, why: str, told: str) -> Markup:
    partial = evaluation.order_published != "complete"
    return tiles(tiles_without_figures(why), untested_tile(evaluation, told), names=partial)
