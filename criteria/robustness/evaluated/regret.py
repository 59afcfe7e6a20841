"""Regret over the stakeholders of a panel, from an evaluation."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from criteria.model.arrays import FloatArray
from criteria.model.evaluation import Evaluation
from criteria.robustness.evaluated.inputs import call_of
from criteria.robustness.regret import Regret, regret_of_call


def regret_of(evaluation: Evaluation, members: Sequence[FloatArray]) -> Regret:
    """Return the regrets of those who are ranked, by the method of the evaluation; positions are those of the evaluation.

    members: each stakeholder's leaf weights (n,), at least one.  Raises CriteriaError for a method without one score.
    """
    return regret_of_call(call_of(evaluation), np.array(members))
