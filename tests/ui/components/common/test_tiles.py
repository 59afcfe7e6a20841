"""Tiles as markup: each leads to its view, is read as one line, and what is filled in is shown letter by letter."""

from __future__ import annotations

from criteria.explain.tiles import Tile
from criteria.ui.components.common.tiles import threat_strip, tiles
from criteria.ui.markup import Markup

WEIGHTS = Tile(
    "weights",
    "Weights",
    "92.0%",
    "±0.6",
    "firm",
    "Firm: …",
    "firm",
    "of <all> put it first",
    0.92,
    0.914,
    0.926,
)
METHODS = Tile("methods", "Methods", "2 of 3", "", "", "", "leaning", "families", 0.67, 0.67, 0.67, (2, 3))


def test_a_tile_leads_to_its_view_and_is_read_as_one_line() -> None:
    made = tiles((WEIGHTS, METHODS), Markup("<i>change</i>"))
    assert 'class="c-tile firm" href="robustness?view=weights" data-view="weights"' in made
    assert 'aria-label="Weights: 92.0% ±0.6 of &lt;all&gt; put it first, firm. Show on Robustness"' in made
    assert 'aria-label="Methods: 2 of 3 families. Show on Robustness"' in made
    assert "--share:0.9200;--low:0.9140;--high:0.9260" in made
    assert made.count('<i class="full"></i>') == 2
    assert made.count("<i></i></span>") == 1
    assert made.endswith("<i>change</i></div>")
    assert "<all>" not in made


def test_no_threats_are_no_strip() -> None:
    assert threat_strip(()) == ""
    assert "the largest threat first" in threat_strip((WEIGHTS,))
