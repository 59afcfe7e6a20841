"""A folder that is written is read back equal, with every part of the problem in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import Phase, given, settings

import criteria
from criteria.files.folder.folder import files_of, problem_from_files
from criteria.files.folder.settings import settings_from
from criteria.model.problem import Problem
from tests.files.folder.any_folder import folder_problems
from tests.model.any_problem import parts

Folder = Callable[..., Path]


@pytest.mark.slow
@given(folder_problems())
@settings(max_examples=60, deadline=None, derandomize=True, database=None, phases=[Phase.generate])
def test_every_problem_is_read_back_equal_from_the_folder_that_was_written(problem: Problem) -> None:
    with TemporaryDirectory() as place:
        folder = Path(place) / "another-name"
        folder.mkdir()
        for name, text in files_of(problem).items():
            (folder / name).write_text(text, encoding="utf-8", newline="")
        read = criteria.load_problem(folder)
    assert parts(read) == parts(problem)


def test_the_bundled_case_is_read_back_equal_from_the_folder_that_is_written(case: Problem) -> None:
    files = {name: text.encode() for name, text in files_of(case).items()}
    read = problem_from_files("x", files, settings_from("problem.toml", files.pop("problem.toml")))
    assert parts(read) == parts(case)


def test_a_folder_that_is_written_has_no_column_of_which_nothing_is_kept(suppliers: Problem) -> None:
    files = {name: text.encode() for name, text in files_of(suppliers).items()}
    assert set(files) >= {"candidates.csv", "criteria.csv", "scores.csv", "problem.toml"}
    assert "facts.csv" not in files
    read = problem_from_files("x", files, settings_from("problem.toml", files.pop("problem.toml")))
    assert read == suppliers


def test_no_text_of_a_folder_begins_a_formula_and_a_guard_is_taken_off(folder: Folder) -> None:
    place = folder(candidates="candidate_id,name,note\na,'=1+1,'-5 from Oslo\nb,'Twas Beta,x\n")
    problem = criteria.load_problem(place)
    assert [a.name for a in problem.alternatives] == ["=1+1", "'Twas Beta"]
    assert problem.alternatives[0].attribute("Note") == "-5 from Oslo"
    assert "a,'=1+1,'-5 from Oslo" in files_of(problem)["candidates.csv"]
