"""Equal questions are one."""

from __future__ import annotations

from criteria.model.problem import Problem
from criteria.ui.background import frames
from criteria.ui.background.question import Question
from tests.ui.background import questions


def test_questions_are_equal_where_all_that_counts_is(case: Problem) -> None:
    given, base = frames.packed(case), case.base_scenario()
    one = Question(questions.waits, given, base, (1.0,))
    assert {one, Question(questions.waits, frames.packed(case), case.base_scenario(), (1.0,))} == {one}
    assert one != Question(questions.waits, given, base.with_method("wsm"), (1.0,))
    assert one != Question(questions.waits, given, base, (2.0,))
