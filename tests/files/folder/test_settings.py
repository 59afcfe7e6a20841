"""problem.toml: optional, read whole, refused in a sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from criteria.errors import FileError
from criteria.files.folder.settings import read_settings


def test_without_a_file_the_defaults_stand(tmp_path: Path) -> None:
    settings = read_settings(tmp_path)
    assert (settings.title, settings.default_method) == ("", "topsis")
    assert settings.attribute_name("home_country") == "Home country"


def test_what_the_file_says_is_used(tmp_path: Path) -> None:
    (tmp_path / "problem.toml").write_text(
        'title = "Pumps"\n[attribute_names]\nhq = "Seat"\n', encoding="utf-8"
    )
    settings = read_settings(tmp_path)
    assert (settings.title, settings.attribute_name("hq")) == ("Pumps", "Seat")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"title = ", "problem.toml cannot be read"),
        (b"titel = 'x'", "'titel' cannot be used here"),
        (b"title = '\xff'", "not encoded as UTF-8"),
        (b"a.b.c.d.e.f = 1", "more parts than any setting"),
        (b"notes = 3", "'notes' cannot be used here"),
    ],
)
def test_what_cannot_be_used_is_told(tmp_path: Path, content: bytes, words: str) -> None:
    (tmp_path / "problem.toml").write_bytes(content)
    with pytest.raises(FileError, match=words):
        read_settings(tmp_path)
