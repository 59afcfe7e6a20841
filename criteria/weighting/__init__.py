"""Judgements or data to weights: every function returns a value with `weights` (n,), which sum to 1."""

from criteria.weighting.ahp import Priorities, ahp
from criteria.weighting.best_worst import BestWorst, best_worst
from criteria.weighting.catalogue import ELICITATIONS
from criteria.weighting.group import GroupWeights, clusters, combine, consensus
from criteria.weighting.hierarchy import compared_candidates, global_weights, local_priorities
from criteria.weighting.objective import OBJECTIVE, objective
from criteria.weighting.ordered_candidates import OrderedCandidates, ordered_candidates
from criteria.weighting.random_index import RANDOM_INDICES
from criteria.weighting.rank_order import rank_order
from criteria.weighting.result import Weights
from criteria.weighting.scales import SCALES, ratio_of
from criteria.weighting.suggestions import Suggestion
from criteria.weighting.swing import direct, swing

__all__ = [
    "ELICITATIONS",
    "OBJECTIVE",
    "RANDOM_INDICES",
    "SCALES",
    "BestWorst",
    "GroupWeights",
    "OrderedCandidates",
    "Priorities",
    "Suggestion",
    "Weights",
    "ahp",
    "best_worst",
    "clusters",
    "combine",
    "compared_candidates",
    "consensus",
    "direct",
    "global_weights",
    "local_priorities",
    "objective",
    "ordered_candidates",
    "rank_order",
    "ratio_of",
    "swing",
]
