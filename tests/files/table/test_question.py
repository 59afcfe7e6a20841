"""Roles and questions are frozen values."""

from __future__ import annotations

from dataclasses import FrozenInstanceError

import pytest

from criteria.files.table.question import Choice, Question, together


def test_a_question_cannot_be_changed() -> None:
    question = Question("direction:x", "direction", "x", "Which way?", (Choice("maximize", "more"),))
    with pytest.raises(FrozenInstanceError):
        question.about = "y"  # type: ignore[misc]
    assert question.essential


def test_questions_that_ask_the_same_of_many_columns_come_together() -> None:
    def asked(kind: str, name: str, suggestion: str = "") -> Question:
        return Question(f"{kind}:{name}", kind, name, name, (Choice("a", "a"),), suggestion)

    first = [asked("direction", f"x{k}") for k in range(8)]
    other = [asked("direction", f"y{k}", "a") for k in range(7)]
    orders = [asked("order", f"z{k}") for k in range(9)]
    found = together([*first, *other, *orders])
    assert [len(group) for group in found] == [8, *[1] * 16]
    assert sorted(q.id for group in found for q in group) == sorted(q.id for q in [*first, *other, *orders])
