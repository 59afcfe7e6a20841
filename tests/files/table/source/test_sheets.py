"""The one door: paths, bytes, data frames, packed CSV."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pandas as pd
import pytest

import criteria
from criteria.errors import FileError, QuestionsOpen
from criteria.files.table.source.sheets import source_of


def test_a_frame_is_named_by_its_index() -> None:
    frame = pd.DataFrame({"Price": [3, 1.5], "Care": [5, None]}, index=["A", "B"])
    problem = criteria.problem_from_frame(frame, minimize=["Price"], maximize=["Care"], title="Offers")
    assert [a.name for a in problem.alternatives] == ["A", "B"]
    assert [[cell.likely for cell in row] for row in problem.performances] == [[3, 5], [1.5, None]]
    with pytest.raises(QuestionsOpen, match="'Care'"):
        criteria.problem_from_frame(frame, minimize=["Price"])


def test_a_frame_with_names_in_a_column_and_levels_of_heads_is_read() -> None:
    frame = pd.DataFrame(
        [["A", 1, 2], ["B", 3, 4]],
        columns=pd.MultiIndex.from_tuples([("", "Vendor"), ("Money", "Price"), ("Work", "Care")]),
    )
    problem = criteria.problem_from_frame(frame, minimize=["Price"], maximize=["Care"])
    assert [c.name for c in problem.leaves] == ["Price", "Care"]
    assert [g.name for g in problem.groups] == ["Money", "Work"]


def test_packed_csv_files_are_sheets() -> None:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as packed:
        packed.writestr("offers/a.csv", "Vendor,x\ndirection,max\nA,1\nB,2\n")
        packed.writestr("readme.md", "see a")
    assert [sheet.name for sheet in source_of(content.getvalue(), "z.zip").sheets] == ["a.csv"]


def test_a_path_that_cannot_be_read_is_a_sentence(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "none.csv"):
        with pytest.raises(FileError, match="cannot be read"):
            source_of(path)
