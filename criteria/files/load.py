"""The way in: a folder of CSV files, or one table."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from criteria.errors import FileError, ProblemError, QuestionsOpen
from criteria.files.folder.folder import problem_from_folder
from criteria.files.folder.settings import ProblemSettings, read_settings
from criteria.files.place import check_folder
from criteria.model.problem import Problem
from criteria.model.text import clean_text, id_from_name
from criteria.translation import translate as _

if TYPE_CHECKING:
    import pandas as pd

    from criteria.files.table.reading import Reading

PLAIN_TABLE = "table.csv"


def load_problem(path: str | Path, *, sheet: str | None = None) -> Problem:
    """Return the problem that a folder of CSV files, or one table (CSV, XLSX, ODS), describes.

    A folder holds either table.csv or candidates.csv, criteria.csv and scores.csv, with gates.csv, profiles.csv,
    sources.csv, facts.csv, glossary.csv and problem.toml where there is something to say.
    Raises FileError with one sentence for each finding, and QuestionsOpen where a table leaves open what only a person
    can know, such as which way is better.
    """
    place = existing_place(Path(path))
    try:
        if place.is_dir():
            check_folder(place)
        if is_table(place):
            from criteria.files.table.reading import read_table  # late: a folder does not need it

            return problem_of_table(place, read_table(table_file(place), sheet=sheet))
        return problem_from_folder(place, settings_of(place))
    except FileError:
        raise
    except ProblemError as error:
        raise FileError([_("{file}: {reason}", file=place.name, reason=error)]) from error


def problem_from_frame(
    frame: pd.DataFrame,
    *,
    maximize: Iterable[str] = (),
    minimize: Iterable[str] = (),
    all_maximize: bool = False,
    title: str = "",
) -> Problem:
    """Return the problem of a data frame whose rows are candidates, named by the index or the first column.

    maximize, minimize: names of columns.  Raises QuestionsOpen where something is open, FileError where something is wrong.
    """
    from criteria.files.table.reading import read_table  # late, for the same reason

    reading = read_table(frame, name=title)
    return settled(reading.with_directions(maximize=maximize, minimize=minimize, all_maximize=all_maximize))


def problem_of_table(place: Path, reading: Reading) -> Problem:
    """Return the problem of a table, named by its folder and with what problem.toml says where it stands in one."""
    if not place.is_dir():
        return settled(reading)
    return _with_settings(
        replace(settled(reading), id=id_from_name(place.name, set()), title=place.name), settings_of(place)
    )


def settled(reading: Reading) -> Problem:
    """Return a reading's problem; raise FileError with what is wrong, or QuestionsOpen with what is open."""
    from criteria.files.table.sentences import open_sentences  # late, for the same reason

    if reading.findings:
        raise FileError([*reading.findings, *open_sentences(reading)])
    if reading.problem is None:
        raise QuestionsOpen(open_sentences(reading))
    return reading.problem


def _with_settings(problem: Problem, settings: ProblemSettings) -> Problem:
    """Return the problem with the title, notes, short names and method that problem.toml gives."""
    short = settings.short_names
    return replace(
        problem,
        title=settings.title or problem.title,
        notes=(*settings.notes, *problem.notes),
        default_method=settings.default_method,
        criteria=tuple(replace(c, short_name=short.get(c.name, "")) for c in problem.criteria),
        alternatives=tuple(replace(a, short_name=short.get(a.name, "")) for a in problem.alternatives),
    )


def is_table(place: Path) -> bool:
    """Whether a place holds one table, not a folder of files that belong together."""
    return not place.is_dir() or (place / PLAIN_TABLE).exists()


def table_file(place: Path) -> Path:
    """Return the file of a table: the place itself, or table.csv in a folder."""
    return place / PLAIN_TABLE if place.is_dir() else place


def settings_of(place: Path) -> ProblemSettings:
    """Return what problem.toml of a folder says, the defaults for a file; raise FileError where it cannot be used."""
    return read_settings(place) if place.is_dir() else ProblemSettings()


def existing_place(path: Path) -> Path:
    """Return the path of a file or folder that is there, with its own name also where it was given as a dot."""
    try:
        place = path.resolve() if path.name in ("", "..") else path
        found = place.exists()
    except (OSError, ValueError):
        found = False
    if not found:
        raise FileError([_("There is no file or folder '{path}'.", path=clean_text(str(path), 200))])
    return place
