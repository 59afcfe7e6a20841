"""What people say is kept as text, and a status is one of MADR's."""

from __future__ import annotations

import pytest

from criteria.errors import FileError
from criteria.files.record.decision import Decision


def test_texts_are_cleaned_and_bounded() -> None:
    decision = Decision(deciders="  the board\u202e ", title="t" * 500, because="first line\n\nsecond")
    assert decision.deciders == "the board"
    assert len(decision.title) == 120
    assert decision.because == "first line\nsecond"


def test_an_unknown_status_is_refused_with_those_that_there_are() -> None:
    with pytest.raises(FileError, match="'done' is no status of a decision; choose from proposed, accepted"):
        Decision("done")
