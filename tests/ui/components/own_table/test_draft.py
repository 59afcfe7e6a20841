"""The draft: answers one by one, all suggestions at once, and the way back."""

from __future__ import annotations

import pytest

from criteria.errors import CriteriaError
from criteria.ui.components.own_table.draft import answered, confirmed, draft_of, more_is_better, taken_back

TABLE = b"Vendor,Price,Foo,Bar\nA,3,5,1\nB,4,9,2\nC,5,2,9\n"


def test_only_suggestions_are_confirmed() -> None:
    draft = confirmed(draft_of("t.csv", TABLE))
    assert [q.about for q in draft.open] == ["Foo", "Bar"]
    assert draft.problem is None


def test_more_is_better_speaks_only_of_what_has_no_suggestion() -> None:
    draft = more_is_better(draft_of("t.csv", TABLE))
    assert [q.about for q in draft.open] == ["Price"]
    done = answered(draft, "direction:Price", "minimize")
    assert [leaf.maximize for leaf in done.problem.leaves] == [False, True, True]


def test_each_act_is_taken_back_as_a_whole() -> None:
    first = draft_of("t.csv", TABLE)
    second = confirmed(first)
    third = more_is_better(second)
    assert taken_back(third).reading == second.reading
    assert taken_back(taken_back(third)).reading == first.reading
    assert taken_back(first) is first
    assert first.problem is None  # what was there before is as it was


def test_a_wrong_answer_is_refused() -> None:
    with pytest.raises(CriteriaError, match="no answer"):
        answered(draft_of("t.csv", TABLE), "direction:Price", "sideways")


def test_a_file_that_cannot_be_read_is_its_findings() -> None:
    draft = draft_of("x.pdf", b"%PDF-1.4")
    assert draft.problem is None
    assert draft.wrong
    assert "PDF" in draft.wrong[0]
    assert confirmed(draft) is draft
