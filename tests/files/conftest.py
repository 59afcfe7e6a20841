"""Files written for one test, and what the reader says of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import criteria
from criteria.errors import CriteriaError, FileError
from criteria.model.problem import Problem

SMALL = {
    "candidates.csv": "candidate_id,name\na,Alpha\nb,Beta\n",
    "criteria.csv": "id,name,parent,direction,scale_min,scale_max\nx,Speed,,max,0,10\ny,Price,,min,,\n",
    "scores.csv": "candidate,criterion,low,likely,high\na,x,1,2,3\na,y,1,2,3\nb,x,2,3,4\nb,y,0,1,2\n",
}


@pytest.fixture
def table(tmp_path: Path) -> Callable[[str | bytes], Path]:
    """Return a function that writes one plain CSV file and returns its path."""

    def write(content: str | bytes) -> Path:
        path = tmp_path / "table.csv"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


@pytest.fixture
def folder(tmp_path: Path) -> Callable[..., Path]:
    """Return a function that writes a small sound folder, with some files replaced, added or (None) left out."""

    def write(**files: str | bytes | None) -> Path:
        place = tmp_path / "small"
        place.mkdir()
        changed = {
            name.replace("_toml", ".toml") if name.endswith("_toml") else f"{name}.csv": text
            for name, text in files.items()
        }
        for name, text in (SMALL | changed).items():
            if text is not None:
                (place / name).write_bytes(text if isinstance(text, bytes) else text.encode())
        return place

    return write


@pytest.fixture
def loaded(table: Callable[[str | bytes], Path]) -> Callable[[str | bytes], Problem]:
    """Return a function that loads one plain CSV given as text."""
    return lambda content: criteria.load_problem(table(content))


@pytest.fixture
def complaint() -> Callable[[Path], str]:
    """Return a function that loads what must not load, and returns what is said of it, finding by finding."""

    def load(path: Path) -> str:
        with pytest.raises(CriteriaError) as caught:
            criteria.load_problem(path)
        assert isinstance(caught.value, FileError)
        assert caught.value.findings
        assert all(finding.strip() for finding in caught.value.findings)
        return str(caught.value)

    return load
