"""A file that cannot be written is a sentence."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from criteria.commands.output_file import say_what_is_made, write
from criteria.errors import CriteriaError


def test_a_file_is_written_or_the_reason_is_said(tmp_path: Path) -> None:
    write(tmp_path / "f", b"x")
    assert (tmp_path / "f").read_bytes() == b"x"
    with pytest.raises(CriteriaError, match="cannot be written"):
        write(tmp_path / "no" / "f", b"x")


def test_what_is_being_made_is_said_at_a_terminal_and_not_into_a_file(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    say_what_is_made("Deck")
    assert capsys.readouterr() == ("", "")
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    say_what_is_made("Deck")
    assert capsys.readouterr() == ("", "Deck …\n")
