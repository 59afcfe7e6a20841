"""How sure are we: acceptability, sweeps, stability intervals, flips, agreement, reversal, value of evidence, decision map."""

from criteria.robustness.acceptability import Acceptability, acceptability

__all__ = ["Acceptability", "acceptability"]
