"""A packed folder of the files of one problem, as `load_problem` reads it from a disk."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from criteria.files.load import load_problem
from criteria.files.table.source.package import opened, part_bytes
from criteria.model.problem import Problem
from criteria.model.text import id_from_name

_NEEDED = frozenset({"candidates.csv", "criteria.csv", "scores.csv"})
_NAMES = _NEEDED | {
    "gates.csv", "profiles.csv", "judgements.csv", "sources.csv", "facts.csv", "glossary.csv", "problem.toml",
}  # fmt: skip


def problem_from_zip(file: str, content: bytes) -> Problem | None:
    """Return the problem of a packed folder; None where the files of a problem are not in it.

    Only files with the names that a problem has are unpacked, under these names alone, as far as the limits of a package allow.
    Raises FileError with each finding where the files cannot be used.
    """
    with opened(file, content) as packed:
        found: dict[str, str] = {}
        for name in packed.namelist():
            path = PurePosixPath(name)
            if path.name in _NAMES and "__MACOSX" not in path.parts:
                found.setdefault(path.name, name)
        if not found.keys() >= _NEEDED:
            return None
        with TemporaryDirectory(prefix="criteria-") as place:
            folder = Path(place) / id_from_name(PurePosixPath(file).stem, set())
            folder.mkdir()
            for name, inside in found.items():
                (folder / name).write_bytes(part_bytes(file, packed, inside))
            return load_problem(folder)
