"""How sure are we: acceptability, sweeps, stability, flips, agreement, reversal, what to check next, decision map."""

from criteria.robustness.acceptability import Acceptability, acceptability
from criteria.robustness.agreement import Agreement, agreement
from criteria.robustness.decision_map import DecisionMap, decision_map
from criteria.robustness.evidence_value import EvidenceValue, evidence_value
from criteria.robustness.flip import Flip, smallest_flip
from criteria.robustness.path import PathToFirst, path_to_first
from criteria.robustness.rank_reversal import Change, rank_reversal
from criteria.robustness.regret import Regret, regret
from criteria.robustness.sobol import SobolIndices, sobol_indices
from criteria.robustness.stability import weight_interval
from criteria.robustness.sweep import Crossing, Sweep, weight_sweep

__all__ = [
    "Acceptability",
    "Agreement",
    "Change",
    "Crossing",
    "DecisionMap",
    "EvidenceValue",
    "Flip",
    "PathToFirst",
    "Regret",
    "SobolIndices",
    "Sweep",
    "acceptability",
    "agreement",
    "decision_map",
    "evidence_value",
    "path_to_first",
    "rank_reversal",
    "regret",
    "smallest_flip",
    "sobol_indices",
    "weight_interval",
    "weight_sweep",
]
