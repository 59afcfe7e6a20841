"""A problem as one packed folder (zip): the files of `folder.py`, or the plain tables of all parts where those cannot hold all of it."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from pathlib import PurePosixPath

import numpy as np

from criteria.errors import CriteriaError, FileError, ProblemError
from criteria.files.folder.folder import NEEDED, OPTIONAL, SETTINGS, files_of, problem_from_files
from criteria.files.folder.settings import ProblemSettings, settings_from
from criteria.files.place import SIZE_LIMIT
from criteria.files.table.source.package import opened, part_bytes
from criteria.files.whole_tables import whole_zip
from criteria.model.performance_table import PerformanceTable
from criteria.model.problem import Problem
from criteria.model.text import id_from_name
from criteria.translation import translate as _

_NAMES = frozenset((*NEEDED, *OPTIONAL, SETTINGS))


def problem_zip(problem: Problem) -> bytes:
    """Return the problem as a packed folder that is read back equal; the same bytes for equal problems.

    The files are those that people write by hand. What their columns cannot hold (an anchor between two whole ratings, a file beyond
    the limit of size) makes it a folder of the tables of all parts instead.
    """
    if _least_bytes(problem) > SIZE_LIMIT:
        return whole_zip(problem)
    files = {name: text.encode() for name, text in files_of(problem).items()}
    if max(map(len, files.values())) > SIZE_LIMIT or not _held(problem):
        return whole_zip(problem)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in files.items():
            packed.writestr(zipfile.ZipInfo(f"{problem.id}/{name}"), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _least_bytes(problem: Problem) -> int:
    """Return what the ratings take at least in the folder, where each has a line with candidate, criterion and a number; nothing is written for it."""
    known = problem.performances.known
    candidates = np.array([len(a.id) for a in problem.alternatives])
    criteria = np.array([len(c.id) for c in problem.leaves])
    marks = len(",,0\n")
    return int(known.sum(axis=1) @ candidates + known.sum(axis=0) @ criteria + marks * known.sum())


def problem_from_zip(file: str, content: bytes) -> Problem | None:
    """Return the problem of a packed folder; None where the files of a problem are not in it.

    Only files with the names that a problem has are read, as far as the limits of a package allow; nothing touches the disk.
    Raises FileError with each finding where the files cannot be used.
    """
    with opened(file, content) as packed:
        found: dict[str, str] = {}
        for name in packed.namelist():
            path = PurePosixPath(name)
            if path.name in _NAMES and "__MACOSX" not in path.parts:
                found.setdefault(path.name, name)
        if not found.keys() >= set(NEEDED):
            return None
        files = {name: part_bytes(file, packed, inside) for name, inside in found.items()}
    settings = settings_from(SETTINGS, files.pop(SETTINGS)) if SETTINGS in files else ProblemSettings()
    folder = id_from_name(PurePosixPath(file).stem, set())
    try:
        return problem_from_files(folder, files, settings)
    except ProblemError as error:
        raise FileError([_("{file}: {reason}", file=folder, reason=error)]) from error


def _held(problem: Problem) -> bool:
    """Whether the files hold all of a problem. One known rating under each criterion stands for the others, whose rows are alike."""
    table = problem.performances
    rows, columns = table.known.argmax(axis=0), np.arange(table.shape[1])
    numbers = np.full((*table.shape, 3), np.nan)
    for k, values in enumerate((table.low, table.likely, table.high)):
        numbers[rows, columns, k] = values[rows, columns]
    few = replace(problem, performances=PerformanceTable.of_numbers(numbers))
    files = {name: text.encode() for name, text in files_of(few).items()}
    try:
        read = problem_from_files(problem.id, files, settings_from(SETTINGS, files.pop(SETTINGS)))
    except CriteriaError:
        return False
    return read == few
