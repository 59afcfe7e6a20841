"""Each format of file, read and written: what is wrong is said with file, row and column."""

from criteria.files.load import load_problem, problem_from_frame
from criteria.files.table.reading import read_table

__all__ = ["load_problem", "problem_from_frame", "read_table"]
