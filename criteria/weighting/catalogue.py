"""The ways in which people say what matters, one row each. Menus, documentation, tests and files loop over these rows.

A key is for ever: links and files contain it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from criteria.translation import later

PAIRS_SUIT = 9  # siblings: seven, plus or minus two (Saaty & Ozdemir 2003); ten make 45 pairs


@dataclass(frozen=True, slots=True)
class Elicitation:
    """One way to elicit weights from a person: how it is called, what it asks, when it suits."""

    key: str
    name: str
    asks: str
    suits: str
    reference: str


_ROWS = (
    Elicitation(
        "direct",
        later("Points"),
        later("How many points does each criterion deserve?"),
        later(
            "Quick, and for those who know their numbers; says nothing about how consistent the answers are."
        ),
        "Bottomley, Doyle & Green (2000)",
    ),
    Elicitation(
        "ahp",
        later("Pairs (AHP)"),
        later("Of two criteria, which one matters more, and how much more?"),
        later("Up to about nine criteria; shows where answers contradict each other."),
        "Saaty (1980)",
    ),
    Elicitation(
        "best_worst",
        later("Best and worst"),
        later("Which matters most and which least; how much more than each other, and than the least?"),
        later("Fewer questions than pairs: 2n - 3 instead of n(n - 1)/2."),
        "Rezaei (2015, 2016)",
    ),
    Elicitation(
        "swing",
        later("Swing"),
        later(
            "With everything at its worst, which criterion would you move to its best first, and what is each move worth?"
        ),
        later("The one way that looks at the ranges; best where criteria have units."),
        "von Winterfeldt & Edwards (1986)",
    ),
    Elicitation(
        "rank_order",
        later("Rank order"),
        later("In which order do the criteria matter?"),
        later("For people who prefer not to give numbers."),
        "Barron & Barrett (1996)",
    ),
    Elicitation(
        "ordered_candidates",
        later("Known candidates"),
        later("In which order would you put three to seven candidates that you know well?"),
        later("For people who know candidates better than criteria; one answer covers all parts."),
        "Jacquet-Lagrèze & Siskos (1982); Wall et al. (2018)",
    ),
)
ELICITATIONS: Mapping[str, Elicitation] = MappingProxyType({row.key: row for row in _ROWS})
