"""A place only where it is earned: the ranks in 90 % of the draws, and whether the draws tell a candidate from the first.

The draws are those behind the headline: weights around the present ones, and where there are ranges the evidence. An interval reaches
from the lower of their two low ends to the higher of their two high ends; a candidate is separated from the first only where each kind of
draws separates it.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from criteria.robustness.acceptability import Acceptability
from criteria.robustness.engine.sampling import least_share
from criteria.robustness.evaluated.summary import Robustness

AHEAD = 0.9  # the share of draws in which the first has to be ahead of a candidate to be told from it


@dataclass(frozen=True, slots=True)
class Place:
    """low, high: the ranks, from best to worst, that 90 % of the draws leave when 5 % are cut at either end; 1 is the first.

    separated: whether the first is ahead of this candidate in more than 90 % of the draws; False for the first itself.
    """

    low: int
    high: int
    separated: bool


def places_of(robustness: Robustness) -> tuple[Place, ...]:
    """Return the place of each of the ranked, by position."""
    kinds = list(robustness.drawn.values())
    ends = [kind.rank_intervals for kind in kinds]
    low = np.min([end[:, 0] for end in ends], axis=0).tolist()
    high = np.max([end[:, 1] for end in ends], axis=0).tolist()
    return tuple(
        Place(
            low[i],
            high[i],
            i != robustness.leader and all(_behind(kind, robustness.leader, i) for kind in kinds),
        )
        for i in range(len(robustness.first_under))
    )


def _behind(found: Acceptability, leader: int, i: int) -> bool:
    """Return whether the leader's share of wins is above nine tenths with the whole of its 95 % interval; proved of all draws where none are random."""
    share = float(found.pairwise_winning[leader, i])
    if found.error == 0:
        return share > AHEAD
    return least_share(share, found.draws) > AHEAD
