"""A file that cannot be written is a sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from criteria.commands.output_file import write
from criteria.errors import CriteriaError


def test_a_file_is_written_or_the_reason_is_said(tmp_path: Path) -> None:
    write(tmp_path / "f", b"x")
    assert (tmp_path / "f").read_bytes() == b"x"
    with pytest.raises(CriteriaError, match="cannot be written"):
        write(tmp_path / "no" / "f", b"x")
