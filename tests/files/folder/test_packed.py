"""A packed folder reads like the folder; nothing else of a package touches the disk."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings

from criteria.errors import FileError
from criteria.files.folder import packed as packing
from criteria.files.folder.packed import problem_from_zip, problem_zip
from criteria.files.folder.scores import scores_text
from criteria.files.given import read_given
from criteria.files.table.reading import Reading
from criteria.model.problem import Problem
from tests.files.folder.any_folder import folder_problems
from tests.model.any_problem import parts, problems

CASE = Path(__file__).parents[3] / "data" / "automotive-cloud"


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


@pytest.mark.slow
@given(folder_problems() | problems())
@settings(max_examples=60, deadline=None, derandomize=True, database=None)
def test_every_problem_is_read_back_equal_from_the_zip_that_was_written(problem: Problem) -> None:
    content = problem_zip(problem)
    read = read_given("my download (1).zip", content)
    assert isinstance(read, Problem)
    assert parts(read) == parts(problem)
    assert problem_zip(read) == content


def test_the_zip_holds_the_files_that_people_write_where_these_hold_all(case: Problem) -> None:
    with zipfile.ZipFile(io.BytesIO(problem_zip(case))) as package:
        assert f"{case.id}/scores.csv" in package.namelist()
    scale = case.leaves[0].scale
    assert scale is not None
    between = replace(case.leaves[0], scale=replace(scale, anchors=((2.5, "between"),)))
    changed = replace(case, criteria=tuple(between if c.id == between.id else c for c in case.criteria))
    with zipfile.ZipFile(io.BytesIO(problem_zip(changed))) as package:
        assert f"{case.id}/performances.csv" in package.namelist()
    assert read_given("x.zip", problem_zip(changed)) == changed


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("problem.toml", b"default_method = 'magic'", "There is no method 'magic'"),
        ("problem.toml", b"#" * 200_001, "larger than 200 kB"),
        ("criteria.csv", b"id,name,parent,direction\nx,X,y,max\n", "'y'"),
    ],
)
def test_what_is_wrong_in_a_package_is_told(name: str, content: bytes, words: str) -> None:
    files = {
        "candidates.csv": b"candidate_id,name\na,Alpha\n",
        "criteria.csv": b"id,name,parent,direction\nx,X,,max\n",
        "scores.csv": b"candidate,criterion,likely\na,x,1\n",
    }
    with pytest.raises(FileError, match=words):
        problem_from_zip("a.zip", packed(files | {name: content}))


def test_ratings_beyond_the_limit_are_not_written_as_a_folder_first(
    case: Problem, monkeypatch: pytest.MonkeyPatch
) -> None:
    least = packing._least_bytes(case)
    assert 0.1 * len(scores_text(case).encode()) < least <= len(scores_text(case).encode())
    monkeypatch.setattr(packing, "SIZE_LIMIT", least - 1)
    monkeypatch.setattr(packing, "files_of", lambda _problem: pytest.fail("the folder was written"))
    assert read_given("case.zip", problem_zip(case)) == case
