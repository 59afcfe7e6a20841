"""A packed folder reads like the folder; nothing else of a package touches the disk."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from criteria.errors import FileError
from criteria.files.folder_zip import problem_from_zip
from criteria.files.given import read_given
from criteria.files.table.reading import Reading
from criteria.model.problem import Problem

CASE = Path(__file__).parents[2] / "data" / "automotive-cloud"


def packed(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, content in files.items():
            package.writestr(name, content)
    return out.getvalue()


@pytest.mark.parametrize("inside", ["", "case/"])
def test_a_packed_folder_is_the_problem(case: Problem, inside: str) -> None:
    content = packed({f"{inside}{path.name}": path.read_bytes() for path in CASE.iterdir() if path.is_file()})
    assert read_given("automotive-cloud.zip", content) == case


def test_names_from_outside_lead_nowhere(tmp_path: Path) -> None:
    content = packed(
        {"../../candidates.csv": b"x", "../criteria.csv": b"", "/scores.csv": b"", "../evil.sh": b"x"}
    )
    with pytest.raises(FileError):
        problem_from_zip("../../a b.zip", content)


def test_a_package_of_tables_is_read_as_tables() -> None:
    assert problem_from_zip("a.zip", packed({"one.csv": b"A,B\nx,1\n"})) is None
    assert isinstance(read_given("a.zip", packed({"one.csv": b"Vendor,Price\nx,1\ny,2\n"})), Reading)
