"""How the question 'how sure are we?' is asked: what is varied, how far, how often."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import isfinite
from types import MappingProxyType

from criteria.errors import ScenarioError
from criteria.translation import later
from criteria.translation import translate as _

# How a performance is spread between its low and high value. The first is the default.
DISTRIBUTIONS: Mapping[str, str] = MappingProxyType(
    {
        "triangular": later("triangular, peak at likely"),
        "pert": later("PERT, higher peak at likely"),
        "uniform": later("uniform, all values alike"),
    }
)
SPREAD_LIMIT = 1.0
DRAWS_LEAST, DRAWS_MOST = 100, 200_000
SEED_MOST = 999_999
# Draws that a problem of so many ratings comes with, so that the headline keeps its time: a third of a second beyond the first.
_USUAL_DRAWS = ((3_000, 10_000), (6_000, 5_000), (15_000, 2_000))
_FEWEST_USUAL = 1_000


def usual_draws(ratings: int) -> int:
    """Return how many draws a problem of so many ratings comes with: 10,000 up to 3,000 ratings, 1,000 beyond 15,000."""
    return next((draws for most, draws in _USUAL_DRAWS if ratings <= most), _FEWEST_USUAL)


@dataclass(frozen=True, slots=True)
class Uncertainty:
    """spread: each weight is drawn within ±spread of itself, 0.25 for 25 %.  draws: how many.  seed: the same one, the same figures.

    distribution: of a performance between low and high.  shared: all performances of a candidate move together, the
    sceptical view, instead of each by itself.  by_source: performances of several candidates under one criterion that rest on one source
    are wrong together, in the same direction; this goes before `shared`.
    """

    spread: float = 0.25
    draws: int = 10_000
    seed: int = 1
    distribution: str = "triangular"
    shared: bool = False
    by_source: bool = False

    def __post_init__(self) -> None:
        if not (isfinite(self.spread) and 0 <= self.spread <= SPREAD_LIMIT):
            raise ScenarioError(
                _(
                    "The spread of the weights is {value:g}; give a number from 0 to {most:g}.",
                    value=self.spread,
                    most=SPREAD_LIMIT,
                )
            )
        if not DRAWS_LEAST <= self.draws <= DRAWS_MOST:
            raise ScenarioError(
                _(
                    "The number of draws is {value}; give one from {least} to {most}.",
                    value=self.draws,
                    least=DRAWS_LEAST,
                    most=DRAWS_MOST,
                )
            )
        if not 0 <= self.seed <= SEED_MOST:
            raise ScenarioError(
                _(
                    "The seed is {value}; give a whole number from 0 to {most}.",
                    value=self.seed,
                    most=SEED_MOST,
                )
            )
        if self.distribution not in DISTRIBUTIONS:
            raise ScenarioError(
                _(
                    "There is no distribution '{name}'; choose from {known}.",
                    name=self.distribution,
                    known=", ".join(DISTRIBUTIONS),
                )
            )
