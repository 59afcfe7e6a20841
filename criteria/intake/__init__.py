"""Files in, a checked problem out; what is wrong is said with file, row and column."""

from criteria.intake.load import load_problem

__all__ = ["load_problem"]
