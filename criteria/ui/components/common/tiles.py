"""The tiles under the headline: share, error, word and a small picture each, and what would change the answer; each leads to its view."""

from __future__ import annotations

from criteria.explain.tiles import Tile
from criteria.translation import translate as _
from criteria.ui.markup import NOTHING, Markup, joined, markup


def tiles(told: tuple[Tile, ...], change: Markup = NOTHING, *, names: bool = False) -> Markup:
    """Return the row of tiles.  change: what stands beside them, nothing on a page that does not offer it.  names: whether tiles may name candidates, and need room for it."""
    return markup(
        '<div class="c-tiles{kind}">{tiles}{change}</div>',
        kind=" names" if names else "",
        tiles=joined(tile_link(tile.key, _tile(tile), said_of(tile), tile.level) for tile in told),
        change=change,
    )


def threat_strip(told: tuple[Tile, ...]) -> Markup:
    """Return the ordered threats with what they are; nothing where there are none."""
    if not told:
        return NOTHING
    return markup(
        '<div class="c-caption">{about}</div><div class="c-tiles threats">{tiles}</div>',
        about=_("What threatens first place, the largest threat first. One thing is varied at a time."),
        tiles=joined(tile_link(tile.key, _tile(tile, "threat"), said_of(tile), tile.level) for tile in told),
    )


def tile_link(view: str, content: Markup, said: str, level: str) -> Markup:
    """Return what leads to a view of Robustness.  said: the same in words, for a screen reader.  level: how firm, for its colour."""
    return markup(
        '<a class="c-tile {level}" href="robustness?view={view}" data-view="{view}" aria-label="{said}">{content}</a>',
        level=level,
        view=view,
        said=said,
        content=content,
    )


def said_of(tile: Tile) -> str:
    """Return a tile as one line."""
    figure = " ".join(filter(None, (tile.figure, tile.error)))
    parts = ", ".join(filter(None, (f"{figure} {tile.about}", tile.word)))
    return _("{title}: {parts}. Show on Robustness", title=tile.title, parts=parts)


def _tile(tile: Tile, kind: str = "") -> Markup:
    return markup(
        '<span class="top"><span>{title}</span><em title="{explained}">{word}</em></span>'
        "<b>{figure} <small>{error}</small></b>{picture}<small>{about}</small>",
        title=tile.title,
        explained=tile.explained,
        word=tile.word,
        figure=tile.figure,
        error=tile.error,
        picture=_votes(*tile.votes) if tile.votes else _share(tile, kind),
        about=tile.about,
    )


def _share(tile: Tile, kind: str) -> Markup:
    """Return a bar from 0 to 100 % with the share, its error, and a mark at either limit between the words."""
    return markup(
        '<span class="share {kind}" aria-hidden="true" style="--share:{share:.4f};--low:{low:.4f};--high:{high:.4f}"><i></i><u></u></span>',
        kind=kind,
        share=tile.share,
        low=tile.low,
        high=tile.high,
    )


def _votes(agreeing: int, votes: int) -> Markup:
    """Return a small box for each family of methods, filled where it puts the leader first."""
    boxes = joined([markup('<i class="full"></i>')] * agreeing + [markup("<i></i>")] * (votes - agreeing))
    return markup('<span class="votes" aria-hidden="true">{boxes}</span>', boxes=boxes)
