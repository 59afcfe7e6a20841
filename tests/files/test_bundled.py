"""The problems that come with the package, found by name; a path wins over a name."""

from __future__ import annotations

from pathlib import Path

import pytest

from criteria.files.bundled import bundled_folder, data_folder, entry_script, problem_place


def test_the_bundled_problems_and_the_entry_are_there() -> None:
    assert (bundled_folder() / "automotive-cloud").is_dir()
    assert entry_script().is_file()


def test_a_name_is_looked_up_and_a_path_is_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("CRITERIA_DATA", raising=False)
    assert problem_place("automotive-cloud") == bundled_folder() / "automotive-cloud"
    assert problem_place("../automotive-cloud") == Path("../automotive-cloud")
    (tmp_path / "automotive-cloud").mkdir()
    assert problem_place("automotive-cloud") == Path("automotive-cloud")


def test_a_deployments_own_folder_goes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CRITERIA_DATA", str(tmp_path))
    (tmp_path / "fighter-aircraft").mkdir()
    assert data_folder() == tmp_path
    assert problem_place("fighter-aircraft") == tmp_path / "fighter-aircraft"
    assert problem_place("automotive-cloud") == bundled_folder() / "automotive-cloud"
