"""What stands under the headline: how often the leader stays first when weights, evidence or methods are others, each as a tile."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from criteria.explain.firmness import (
    agreed_about,
    firmness_levels,
    level_explained,
    level_of_share,
    level_words,
)
from criteria.explain.numbers import error_of_share, percent, share_of_draws, spread_text
from criteria.model.evaluation import Evaluation
from criteria.robustness.engine.sampling import share_error
from criteria.robustness.evaluated.summary import Robustness
from criteria.robustness.evaluated.threats import Threat
from criteria.translation import translate as _


@dataclass(frozen=True, slots=True)
class Tile:
    """One tile.  key: the view of Robustness that shows more: "weights", "evidence" or "methods".  figure, error: as printed, the error empty where there is none.

    word: how firm that is, empty where nothing was varied; explained: what the word means.  level: "firm", "leaning", "open" or empty.
    share, low, high: as drawn, with the ends of its 95 % interval, 0 to 1.  votes: how many families put the leader first, and how many
    there are, None for shares of draws.  about: what the figure is a share of.
    """

    key: str
    title: str
    figure: str
    error: str
    word: str
    explained: str
    level: str
    about: str
    share: float = 0.0
    low: float = 0.0
    high: float = 0.0
    votes: tuple[int, int] | None = None


def tiles_of(evaluation: Evaluation, robustness: Robustness) -> tuple[Tile, ...]:
    """Return the tiles of weights, evidence and methods, always these three and in this order."""
    return (
        _drawn(
            robustness,
            "weights",
            _("Weights"),
            _(
                "of weightings within ±{spread} put it first",
                spread=spread_text(robustness.spread, ranged=robustness.ranged),
            ),
            _("weights are not varied: ±0%"),
        ),
        _drawn(
            robustness,
            "evidence",
            _("Evidence"),
            _("of the evidence's range puts it first"),
            _("no rating comes with a range"),
        ),
        _methods(evaluation, robustness),
    )


def tiles_without_figures(why: str) -> tuple[Tile, ...]:
    """Return the tiles of weights, evidence and methods where none has a figure.  why: said on each."""
    return tuple(
        Tile(key, title, "–", "", "", "", "", why)
        for key, title in (
            ("weights", _("Weights")),
            ("evidence", _("Evidence")),
            ("methods", _("Methods")),
        )
    )


def _drawn(robustness: Robustness, key: str, title: str, about: str, why_not: str) -> Tile:
    """Return the tile of what is drawn, or why nothing is."""
    found = robustness.drawn.get(key)
    if found is None:
        return Tile(key, title, "–", "", "", "", "", why_not)
    share, proved = float(found.first[robustness.leader]), int(found.proved[robustness.leader])
    off = share_error(share, found.draws, proved)
    level = firmness_levels(robustness)[key]
    return Tile(
        key,
        title,
        share_of_draws(share, found.draws, proved),
        error_of_share(share, found.draws, proved),
        level_words()[level],
        level_explained(level),
        level,
        about,
        share,
        max(0.0, share - off),
        min(1.0, share + off),
    )


def _methods(evaluation: Evaluation, robustness: Robustness) -> Tile:
    level = firmness_levels(robustness).get("methods", "")
    share = robustness.agreeing / robustness.methods if robustness.methods else 0.0
    return Tile(
        "methods",
        _("Methods"),
        _("{agreeing} of {methods}", agreeing=robustness.agreeing, methods=robustness.methods),
        "",
        level_words().get(level, ""),
        level_explained(level) if level else "",
        level,
        agreed_about(evaluation, robustness),
        share,
        share,
        share,
        (robustness.agreeing, robustness.methods),
    )


def threat_tiles(robustness: Robustness, threats: Sequence[Threat]) -> tuple[Tile, ...]:
    """Return a tile for each threat in the order given: how often another candidate is first when that alone is varied."""
    views = {"method": "methods", "normalization": "methods"}
    titles = {
        "method": _("Method"),
        "normalization": _("Normalization"),
        "evidence": _("Evidence"),
        "weights": _("Weights"),
    }
    about = {
        "method": _(
            "of {methods} families of methods put another candidate first", methods=robustness.methods
        ),
        "normalization": _("of the normalizations put another candidate first"),
        "evidence": _("of the evidence's range puts another candidate first"),
        "weights": _(
            "of weightings within ±{spread} put another candidate first",
            spread=spread_text(robustness.spread, ranged=robustness.ranged),
        ),
    }
    drawn, made = firmness_levels(robustness), []
    for what, found in threats:
        off = share_error(found.share, found.draws, found.proved) if found.draws else 0.0
        level = drawn.get(what) or level_of_share(1 - found.share)
        made.append(
            Tile(
                views.get(what, what),
                titles[what],
                share_of_draws(found.share, found.draws, found.proved)
                if found.draws
                else percent(found.share),
                error_of_share(found.share, found.draws, found.proved) if found.draws else "",
                "",
                "",
                level,
                about[what],
                found.share,
                max(0.0, found.share - off),
                min(1.0, found.share + off),
            )
        )
    return tuple(made)
