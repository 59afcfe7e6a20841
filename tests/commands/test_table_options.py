"""The options that answer what a table leaves open."""

from __future__ import annotations

from pathlib import Path

import pytest

from criteria.commands.table_options import TableOptions, problem_at, reading_of
from criteria.errors import CriteriaError

ROOT = Path(__file__).parents[2]


def test_answers_come_before_directions(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("A,1,2\nB,3,4\n", encoding="utf-8")
    problem = problem_at(path, TableOptions(maximize=("Column B,Column C",), answers=("header:=numbered",)))
    assert [c.name for c in problem.leaves] == ["Column B", "Column C"]


def test_a_folder_of_files_takes_no_answers() -> None:
    place = ROOT / "data" / "automotive-cloud"
    assert reading_of(place, TableOptions()) is None
    with pytest.raises(CriteriaError, match="leave out --sheet"):
        reading_of(place, TableOptions(all_maximize=True))


def test_what_words_count_is_an_answer_with_signs_of_equality(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("Name,x,y\ndirection,max,max\nweight,high,low\nA,1,2\n", encoding="utf-8")
    problem = problem_at(path, TableOptions(answers=("weights:=high = 5, low = 2",)))
    assert [points for _id, points in problem.profiles[0].importances] == [5, 2]
