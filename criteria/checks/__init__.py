"""What may be wrong with the data of a problem: each finding says what, where and what to do; none of them blocks."""

from criteria.checks.catalogue import CHECKS, findings_of
from criteria.checks.finding import Check, Finding

__all__ = ["CHECKS", "Check", "Finding", "findings_of"]
