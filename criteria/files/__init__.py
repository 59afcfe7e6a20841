"""Each format of file, read and written: what is wrong is said with file, row and column."""

from criteria.files.load import load_problem

__all__ = ["load_problem"]
