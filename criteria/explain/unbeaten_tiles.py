"""What stands under the headline of a partial order or a kernel: how often those in front stay there, each way as a tile."""

from __future__ import annotations

from criteria.explain.firmness import FIRM, OPEN, level_of_share, level_words
from criteria.explain.lead import foremost
from criteria.explain.numbers import error_of_share, percent, share_of_draws, spread_text
from criteria.explain.tiles import Tile
from criteria.model.arrays import FloatArray
from criteria.model.evaluation import Evaluation
from criteria.robustness.engine.sampling import least_share, share_error
from criteria.robustness.evaluated.on_request import Unbeaten
from criteria.translation import translate as _


def unbeaten_tiles(evaluation: Evaluation, found: Unbeaten) -> tuple[Tile, ...]:
    """Return the tiles of weights, evidence and methods, in this order; none where no candidate is in front.

    Of several in front, weights and evidence speak of the one that stays there least often.
    """
    front = foremost(evaluation)
    if not front:
        return ()
    uncertainty, ranged = evaluation.scenario.uncertainty, bool(evaluation.scenario.ranges)
    varied = uncertainty.spread > 0 or ranged
    spread = spread_text(uncertainty.spread, ranged=ranged)
    return (
        _drawn(evaluation, found, "weights", found.weights if varied else None, spread),
        _drawn(evaluation, found, "evidence", found.evidence, spread),
        _methods(found, front),
    )


def _drawn(evaluation: Evaluation, found: Unbeaten, key: str, shares: FloatArray | None, spread: str) -> Tile:
    """Return the tile of what is drawn, or why nothing is."""
    title = _("Weights") if key == "weights" else _("Evidence")
    if shares is None:
        why = _("weights are not varied: ±0%") if key == "weights" else _("no rating comes with a range")
        return Tile(key, title, "–", "", "", "", "", why)
    front = foremost(evaluation)
    least = min(front, key=lambda i: float(shares[i]))
    share, draws = float(shares[least]), found.draws
    level, off = level_of_share(least_share(share, draws)), share_error(share, draws)
    return Tile(
        key,
        title,
        share_of_draws(share, draws),
        error_of_share(share, draws),
        level_words()[level],
        _explained(level),
        level,
        _about(evaluation, key, least, several=len(front) > 1, spread=spread),
        share,
        max(0.0, share - off),
        min(1.0, share + off),
    )


def _about(evaluation: Evaluation, key: str, least: int, *, several: bool, spread: str) -> str:
    """Return what a share is one of, and whose it is where several are in front."""
    kernel = evaluation.order_published == "kernel"
    values = {"name": evaluation.alternatives[least].label, "spread": spread}
    if key == "weights" and several:
        if kernel:
            return _(
                "of weightings within ±{spread} keep {name} in the kernel, the others at least as often",
                **values,
            )
        return _(
            "of weightings within ±{spread} leave {name} unbeaten, the others at least as often", **values
        )
    if key == "weights":
        if kernel:
            return _("of weightings within ±{spread} keep it in the kernel", **values)
        return _("of weightings within ±{spread} leave it unbeaten", **values)
    if several:
        if kernel:
            return _(
                "of the evidence's range keeps {name} in the kernel, the others at least as often", **values
            )
        return _("of the evidence's range leaves {name} unbeaten, the others at least as often", **values)
    return (
        _("of the evidence's range keeps it in the kernel")
        if kernel
        else _("of the evidence's range leaves it unbeaten")
    )


def _methods(found: Unbeaten, front: tuple[int, ...]) -> Tile:
    """Return how many families of methods with a complete order put one of those in front first."""
    agreeing, methods = sum(bool(set(vote.first) & set(front)) for vote in found.votes), len(found.votes)
    share = agreeing / methods if methods else 0.0
    level = level_of_share(share) if methods > 1 else ""
    return Tile(
        "methods",
        _("Methods"),
        _("{agreeing} of {methods}", agreeing=agreeing, methods=methods),
        "",
        level_words().get(level, ""),
        _explained(level) if level else "",
        level,
        _("families of methods put it first")
        if len(front) == 1
        else _("families of methods put one of these first"),
        share,
        share,
        share,
        (agreeing, methods),
    )


def _explained(level: str) -> str:
    """Return what the word of a level means where candidates stay in front, and none need lead."""
    limits = {"firm": percent(FIRM), "open": percent(OPEN)}
    return {
        "firm": _(
            "Firm: this holds in at least {firm} of the cases, the whole sampling error included.", **limits
        ),
        "leaning": _(
            "Fairly stable: this holds in at least {open} of the cases, but not surely in {firm}.", **limits
        ),
        "open": _("Too close to call: this may hold in less than {open} of the cases.", **limits),
    }[level]
