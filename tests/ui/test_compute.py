"""What is wrong with one folder of problems stays with that folder."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from criteria.ui import compute

TABLE = "Name,x\ndirection,max\nA,1\nB,2\n"


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("CRITERIA_DATA", str(tmp_path))
    compute.look_again()
    yield tmp_path
    compute.look_again()


def put(folder: Path, text: str = TABLE) -> None:
    folder.mkdir()
    (folder / "table.csv").write_text(text, encoding="utf-8")


def test_every_failure_stays_with_its_problem_and_says_what_to_do(data: Path) -> None:
    put(data / "good")
    put(data / "bad", "Name,x\ndirection,max\nA,fast\nB,2\n")
    put(data / "pipe")
    os.mkfifo(data / "pipe" / "gates.csv")
    put(data / "number")
    (data / "number" / "problem.toml").write_text("title = " + "9" * 5_000, encoding="utf-8")
    (data / "empty").mkdir()
    found = compute.library()
    assert list(found.problems) == ["good"]
    assert [name for name, _why in found.failures] == ["bad", "empty", "number", "pipe"]
    assert "'fast'" in dict(found.failures)["bad"]
    assert str(data) not in str(found.failures)


def test_a_folder_that_is_a_link_out_of_the_data_folder_is_not_followed_and_one_inside_is(
    data: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "theirs"
    put(elsewhere)
    put(data / "good")
    (data / "out").symlink_to(elsewhere, target_is_directory=True)
    (data / "version").symlink_to(data / "good", target_is_directory=True)
    found = compute.library()
    assert set(found.problems) == {"good", "version"}
    assert found.failures == (("out", "out is a link to another place: put the folder itself here."),)


def test_a_data_folder_that_is_a_link_itself_is_the_choice_of_whoever_runs_the_app(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    put(data / "good")
    link = tmp_path_factory.mktemp("server") / "problems"
    link.symlink_to(data, target_is_directory=True)
    monkeypatch.setenv("CRITERIA_DATA", str(link))
    compute.look_again()
    assert list(compute.library().problems) == ["good"]


def test_an_error_nobody_foresaw_stays_with_its_problem_and_has_a_number(
    data: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    put(data / "good")
    put(data / "odd")
    load = compute.load_problem

    def failing(folder: Path) -> object:
        if folder.name == "odd":
            raise MemoryError("a cell that is nobody's business")
        return load(folder)

    monkeypatch.setattr(compute, "load_problem", failing)
    monkeypatch.setattr(logging.getLogger("criteria"), "propagate", True)
    found = compute.library()
    assert list(found.problems) == ["good"]
    ((name, why),) = found.failures
    (record,) = [r for r in caplog.records if r.name == "criteria.error"]
    assert name == "odd"
    assert record.id in why
    assert "business" not in caplog.text + why


def test_folders_that_differ_in_case_and_spaces_are_two_problems(data: Path) -> None:
    put(data / "Case A", "Name,x\ndirection,max\nA,1\nB,2\nC,3\n")
    put(data / "case-a")
    found = compute.library().problems
    assert {key: len(problem.alternatives) for key, problem in found.items()} == {"case-a": 2, "case-a-2": 3}
    assert all(key == problem.id for key, problem in found.items())


@pytest.mark.parametrize("place", ["nowhere", "table.csv"])
def test_no_folder_of_problems_is_no_problem_and_no_traceback(
    data: Path, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (data / "table.csv").write_text(TABLE, encoding="utf-8")
    monkeypatch.setenv("CRITERIA_DATA", str(data / place))
    assert compute.library() == compute.Library({}, ())


def test_a_new_a_changed_and_a_broken_folder_are_seen_without_a_restart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def put(name: str, text: str) -> None:
        (tmp_path / name).mkdir(exist_ok=True)
        (tmp_path / name / "table.csv").write_text(text, encoding="utf-8")
        compute._state.cache_clear()  # as after some seconds

    monkeypatch.setenv("CRITERIA_DATA", str(tmp_path))
    put("first", "Vendor,x\ndirection,max\nA,1\nB,2\n")
    assert list(compute.library().problems) == ["first"]
    before = compute.library()
    assert compute.library() is before
    put("second", "Vendor,x\nA,1\nB,2\n")  # says no direction
    assert list(compute.library().problems) == ["first"]
    ((name, why),) = compute.library().failures
    assert name == "second"
    assert "which way is better" in why
    assert str(tmp_path) not in why
    put("second", "Vendor,x\ndirection,min\nA,1\nB,2\n")
    assert list(compute.library().problems) == ["first", "second"]
    assert compute.library().failures == ()
    compute.look_again()


@pytest.mark.parametrize("trouble", ["no permission", "a link to nothing", "a link in a circle"])
def test_a_folder_in_trouble_does_not_hide_what_changes_in_the_others(
    data: Path, monkeypatch: pytest.MonkeyPatch, trouble: str
) -> None:
    put(data / "a-troubled")
    put(data / "z-changed")
    if trouble == "no permission":
        listed = Path.iterdir

        def denied(folder: Path) -> Iterator[Path]:
            if folder.name == "a-troubled":
                raise PermissionError(13, "Permission denied", str(folder))
            return listed(folder)

        monkeypatch.setattr(Path, "iterdir", denied)
    else:
        (data / "a-troubled" / "facts.csv").symlink_to("gone.csv" if "nothing" in trouble else "facts.csv")
    assert list(compute.library().problems) == ["z-changed"]
    (data / "z-changed" / "table.csv").write_text(TABLE + "C,3\n", encoding="utf-8")
    compute._state.cache_clear()  # as after some seconds
    assert len(compute.library().problems["z-changed"].alternatives) == 3
