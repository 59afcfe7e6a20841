"""The way in: a folder of CSV files, or one plain CSV file."""

from __future__ import annotations

from pathlib import Path

from criteria.errors import FileError, MethodError, ProblemError
from criteria.files.folder import problem_from_folder
from criteria.files.plain import problem_from_table
from criteria.files.settings import ProblemSettings, read_settings
from criteria.model.problem import Problem
from criteria.model.text import clean_text
from criteria.ranking.score import method_row
from criteria.translation import translate as _

PLAIN_TABLE = "table.csv"


def load_problem(path: str | Path) -> Problem:
    """Return the problem that a folder of CSV files, or one plain CSV file, describes.

    A folder holds either table.csv (plain) or candidates.csv, criteria.csv and scores.csv, with gates.csv, profiles.csv,
    sources.csv, facts.csv, glossary.csv and problem.toml where there is something to say. A plain file has the candidates in
    its first column and one column for each criterion.
    Raises FileError with one sentence for each finding: file, row, column, and what to do.
    """
    place = _existing(Path(path))
    try:
        if place.is_dir():
            settings = read_settings(place)
            try:
                method_row(settings.default_method)
            except MethodError as error:
                raise FileError([_("{file}: {reason}", file="problem.toml", reason=error)]) from error
            if (place / PLAIN_TABLE).exists():
                return problem_from_table(place / PLAIN_TABLE, settings, name=place.name)
            return problem_from_folder(place, settings)
        return problem_from_table(place, ProblemSettings(), name=place.stem)
    except FileError:
        raise
    except ProblemError as error:
        raise FileError([_("{file}: {reason}", file=place.name, reason=error)]) from error


def _existing(path: Path) -> Path:
    """Return the path of a file or folder that is there, with its own name also where it was given as a dot."""
    try:
        place = path.resolve() if path.name in ("", "..") else path
        found = place.exists()
    except (OSError, ValueError):
        found = False
    if not found:
        raise FileError([_("There is no file or folder '{path}'.", path=clean_text(str(path), 200))])
    return place
