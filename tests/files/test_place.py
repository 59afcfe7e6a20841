"""What is refused before it is read: pipes, devices, links out of a folder, too much; always in a sentence without a path."""

from __future__ import annotations

import os
import tracemalloc
from pathlib import Path

import pytest

import criteria
from criteria.errors import FileError

TABLE = "Name,x\ndirection,max\nA,1\nB,2\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "own"
    place.mkdir()
    (place / "table.csv").write_text(TABLE, encoding="utf-8")
    return place


def refused(folder: Path) -> str:
    with pytest.raises(FileError) as raised:
        criteria.load_problem(folder)
    said = str(raised.value)
    assert str(folder.parent) not in said
    return said


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with a name")
@pytest.mark.parametrize("name", ["table.csv", "problem.toml", "scores.csv"])
def test_a_pipe_is_not_waited_for(folder: Path, name: str) -> None:
    (folder / name).unlink(missing_ok=True)
    os.mkfifo(folder / name)
    assert refused(folder) == f"{name} is not an ordinary file: put a file here."


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="this system has no endless device")
def test_an_endless_device_is_not_read(folder: Path) -> None:
    (folder / "gates.csv").symlink_to("/dev/zero")
    assert refused(folder) == "gates.csv is a link to another folder: put the file itself here."


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="this system has no endless device")
def test_a_device_given_as_a_file_ends_at_the_limit() -> None:
    with pytest.raises(FileError, match="zero is larger than 20 MB"):
        criteria.load_problem("/dev/zero")


def test_a_link_out_of_the_folder_is_refused_and_one_inside_is_followed(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.csv").write_text(TABLE, encoding="utf-8")
    (folder / "table.csv").rename(folder / "kept.txt")
    (folder / "table.csv").symlink_to("kept.txt")
    assert len(criteria.load_problem(folder).alternatives) == 2
    (folder / "table.csv").unlink()
    (folder / "table.csv").symlink_to(tmp_path / "secret.csv")
    assert "link to another folder" in refused(folder)


def test_links_in_a_circle_and_into_nothing_are_a_sentence(folder: Path) -> None:
    (folder / "a.csv").symlink_to("b.csv")
    (folder / "b.csv").symlink_to("a.csv")
    (folder / "gone.csv").symlink_to("nothing.csv")
    said = refused(folder).splitlines()
    assert [line.split(" cannot be read")[0] for line in said] == ["a.csv", "b.csv", "gone.csv"]


def test_a_folder_without_permission_is_a_sentence(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(_self: Path) -> None:
        raise PermissionError(13, "Permission denied", str(folder))

    monkeypatch.setattr(Path, "iterdir", denied)
    assert refused(folder) == "own cannot be read: Permission denied."


def test_a_file_that_is_too_large_is_refused_unread(folder: Path) -> None:
    with (folder / "facts.csv").open("wb") as file:
        file.truncate(5_000_001)
    assert refused(folder) == "facts.csv is larger than 5 MB: remove what is not needed."


@pytest.mark.parametrize(
    "text",
    [
        "title = " + "9" * 5_000,
        "a" + ".b" * 20_000 + " = 1",
        "[" + ".".join(["b"] * 20_000) + "]",
        "# it's \"open\n" + ".".join(['"a b"'] * 10_000) + " = 1",
        "x = " + "[" * 50_000,
        "title = 'x" + "y" * 250_000 + "'",
    ],
    ids=["huge integer", "dotted keys", "dotted table", "quoted keys", "nested lists", "large"],
)
def test_a_hostile_settings_file_ends_in_one_sentence_and_takes_little(folder: Path, text: str) -> None:
    (folder / "problem.toml").write_text(text, encoding="utf-8")
    tracemalloc.start()
    said = refused(folder)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert said.startswith("problem.toml ")
    assert "sys." not in said  # what a programmer would do about it helps nobody here
    assert len(said.splitlines()) == 1
    assert peak < 30_000_000


def test_texts_of_settings_may_hold_dots_and_a_mark_of_the_encoding(folder: Path) -> None:
    text = "title = 'a.b.c.d.e.f.g'  # x.y.z.x.y.z\nnotes = ['''\nw.w.w.w.w.w''']\n"
    (folder / "problem.toml").write_text(text, encoding="utf-8-sig")
    assert criteria.load_problem(folder).title == "a.b.c.d.e.f.g"
