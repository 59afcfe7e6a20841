"""Plant each fault of `faults.toml` in turn, in a copy of the package, and see whether the tests turn red.

    .venv/bin/python tests/faults/run.py              all of them: some minutes
    .venv/bin/python tests/faults/run.py tornado      those whose name contains a word
    .venv/bin/python tests/faults/run.py --check      only whether each piece of code is still there, once

Ends with the score, and with exit code 1 if fewer than 40 of 45 were seen or a piece of code is gone.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
import tempfile
import tomllib
from dataclasses import dataclass
from pathlib import Path

import hypothesis  # noqa: F401
import numpy as np  # noqa: F401
import pandas as pd  # noqa: F401
import plotly.graph_objects as go  # noqa: F401
import pytest
import scipy.optimize
import scipy.stats  # noqa: F401

ROOT = Path(__file__).parents[2]
COPIED = (
    "benchmarks",
    "criteria",
    "data",
    "docs",
    "tests",
    "app.py",
    "pyproject.toml",
    "README.md",
    "CHANGELOG.md",
    ".streamlit",
    "requirements.txt",
)
WANTED = 40 / 45


@dataclass(frozen=True, slots=True)
class Fault:
    """A piece of code and what stands in its place while the fault is planted; also: tests beside the mirrored one."""

    what: str
    old: str
    new: str
    also: tuple[str, ...]

    @property
    def pattern(self) -> re.Pattern[str]:
        """The old piece, whatever the white space between its words and signs, and with or without a last comma."""
        signs = re.findall(r"\w+|[^\w\s]", self.old)
        return re.compile(r"\s*".join(map(re.escape, signs)).replace(re.escape(")"), r"(?:,\s*)?\)"))

    def places(self, package: Path) -> list[Path]:
        """Return the files that have the old piece, one for each time that it stands there."""
        return [
            path
            for path in sorted(package.rglob("*.py"))
            for _found in self.pattern.finditer(path.read_text(encoding="utf-8"))
        ]


def faults() -> list[Fault]:
    """Return the faults in the order of the file."""
    read = tomllib.loads((Path(__file__).parent / "faults.toml").read_text(encoding="utf-8"))
    return [Fault(row["what"], row["old"], row["new"], tuple(row.get("also", ()))) for row in read["fault"]]


def seen(fault: Fault, copy: Path) -> bool:
    """Plant a fault in the copy, run the tests that ought to see it, take it out again; return whether one turned red."""
    (path,) = fault.places(copy / "criteria")
    before = path.read_text(encoding="utf-8")
    path.write_text(fault.pattern.sub(lambda _found: fault.new, before), encoding="utf-8")
    compile(path.read_text(encoding="utf-8"), str(path), "exec")
    mirrored = path.relative_to(copy / "criteria").with_name(f"test_{path.name}").as_posix()
    tests = [f"tests/{name}" for name in (mirrored, *fault.also) if (copy / "tests" / name).exists()]
    if not tests:
        return False
    try:
        code = _red(copy, tests)
    finally:
        path.write_text(before, encoding="utf-8")
    if code not in (0, 1):
        raise SystemExit(f"The tests did not run for '{fault.what}': {tests}, exit code {code}")
    return code == 1


def _red(copy: Path, tests: list[str]) -> int:
    """Return pytest's exit code for some tests of the copy, in a process that has the large libraries already."""
    child = os.fork()
    if child == 0:
        os.chdir(copy)
        sys.path[:] = [str(copy), *(place for place in sys.path if Path(place) != ROOT)]
        silent = os.open(os.devnull, os.O_WRONLY)
        os.dup2(silent, 1)
        os.dup2(silent, 2)
        chosen = ["-x", "-q", "-n", "0", "-p", "no:cacheprovider", "-m", "not browser", *tests]
        os._exit(int(pytest.main(chosen)))
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def check(wanted: list[Fault]) -> int:
    """Say which pieces of code are gone or stand there more than once; return how many."""
    wrong = 0
    for fault in wanted:
        places = fault.places(ROOT / "criteria")
        if len(places) != 1:
            wrong += 1
            print(f"{len(places)} times there: {fault.what}\n    {fault.old}")
    return wrong


def main(arguments: list[str]) -> int:
    """Run what was asked for; return the exit code."""
    words = [word for word in arguments if word != "--check"]
    wanted = [fault for fault in faults() if all(word in fault.what for word in words)]
    gone = check(wanted)
    if "--check" in arguments or gone:
        return 1 if gone else 0
    missed = []
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder)
        for name in COPIED:
            source = ROOT / name
            if source.is_dir():
                shutil.copytree(source, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
            elif source.exists():
                shutil.copy(source, copy / name)
        for fault in wanted:
            found = seen(fault, copy)
            print("seen  " if found else "MISSED", fault.what, flush=True)
            missed += [] if found else [fault]
    print(f"{len(wanted) - len(missed)} of {len(wanted)} faults were seen.")
    return 0 if len(wanted) - len(missed) >= WANTED * len(wanted) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
