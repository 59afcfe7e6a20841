"""What threatens first place, in one order: method, normalization, evidence and weights, by how often another candidate is first.

One thing is varied at a time, all others stay as they are; the shares are those behind the headline.
"""

from __future__ import annotations

from criteria.model.evaluation import Evaluation
from criteria.robustness.evaluated.figures import Unsettled, instability_of
from criteria.robustness.evaluated.summary import Robustness

Threat = tuple[str, Unsettled]


def threats_of(evaluation: Evaluation, robustness: Robustness) -> tuple[Threat, ...]:
    """Return what is varied, "method", "normalization", "evidence" or "weights", with how often another candidate is first; the largest first.

    What cannot be varied, such as evidence without ranges or the normalization of a method that has one, is left out.
    """
    first = robustness.agreeing / robustness.methods if robustness.methods else 1.0
    found = instability_of(evaluation, first, robustness.drawn)
    return tuple(sorted(found.items(), key=lambda threat: -threat[1].share))
