"""Families of methods that give one order by construction: a family has one vote, however many coats the order comes in.

Which methods these are depends on their normalizations, on the number of candidates and on whether there are costs. The rows
follow from the formulas; docs/methods/README.md has the reasons.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from criteria.ranking.method import Method


@dataclass(frozen=True, slots=True)
class Relatives:
    """Methods, each under a normalization, that order any candidates alike.

    most: up to how many candidates, None where the number does not matter.  without_costs: only where no criterion is a cost.
    """

    members: tuple[tuple[str, str], ...]
    most: int | None = None
    without_costs: bool = False


# A method under one normalization stands in at most two rows; families joined by it are one family.
RELATIVES = (
    # Σ w·v with v the min-max position, less a constant for each criterion (MABAC), or one less it (MAIRCA, SPOTIS).
    Relatives((("wsm", "minmax"), ("mairca", "minmax"), ("mabac", "minmax"), ("spotis", "minmax"))),
    Relatives((("wsm", "scale"), ("ahp", "scale"), ("mabac", "scale"), ("spotis", "scale"))),
    # MARCOS multiplies the sum by a constant.
    Relatives((("wsm", "linear"), ("ahp", "linear"), ("marcos", "linear"))),
    Relatives((("wsm", "sum"), ("ahp", "sum"))),
    # Without costs COPRAS is the sum over the largest, RAM the square root of two plus the sum.
    Relatives((("wsm", "sum"), ("copras", "sum"), ("ram", "sum")), without_costs=True),
    # A common factor for each criterion cancels out of a ratio of products.
    Relatives(
        (
            ("wpm", "none"),
            ("wpm", "linear"),
            ("wpm", "sum"),
            ("full_multiplicative_form", "none"),
            ("full_multiplicative_form", "vector"),
        )
    ),
    # Below eight candidates each quarter of the ladder is one rung, and D⁻/D⁺ orders as D⁻/(D⁺ + D⁻).
    Relatives((("topsis", "vector"), ("simplified_probid", "vector")), most=7),
)


def has_vote(row: Method) -> bool:
    """Whether a method votes: it publishes a complete order, and ranks many weightings in one call, so that its vote is ready at once."""
    return row.batched and row.order == "complete"


def families(
    normalizations: Mapping[str, str], *, alternatives: int, costs: bool
) -> tuple[tuple[str, ...], ...]:
    """Return the methods given, each in one family, families and members in the order given.

    normalizations: by method the one in use; `scale` means declared scales, `minmax` stands for those taken from the data.
    alternatives: how many are ranked.  costs: whether any criterion is to be minimized.
    """
    joined: dict[str, tuple[str, ...]] = {key: (key,) for key in normalizations}
    for row in RELATIVES:
        if (row.most is not None and alternatives > row.most) or (row.without_costs and costs):
            continue
        present = [key for key, normalization in row.members if normalizations.get(key) == normalization]
        together = {member for key in present for member in joined[key]}
        family = tuple(key for key in normalizations if key in together)
        joined |= dict.fromkeys(family, family)
    return tuple(dict.fromkeys(joined.values()))
