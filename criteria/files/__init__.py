"""Each format of file, read and written: what is wrong is said with file, row and column."""

from criteria.files.load import load_problem, problem_from_frame

__all__ = ["load_problem", "problem_from_frame"]
