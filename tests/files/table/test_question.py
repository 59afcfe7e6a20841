"""Roles and questions are frozen values."""

from __future__ import annotations

from dataclasses import FrozenInstanceError

import pytest

from criteria.files.table.question import Choice, Question


def test_a_question_cannot_be_changed() -> None:
    question = Question("direction:x", "direction", "x", "Which way?", (Choice("maximize", "more"),))
    with pytest.raises(FrozenInstanceError):
        question.about = "y"  # type: ignore[misc]
    assert question.essential
