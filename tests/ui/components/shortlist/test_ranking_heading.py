"""The heading that tells how to read the bars."""

from __future__ import annotations

from dataclasses import replace

import pytest
from by_hand import evaluated

from criteria.model.split import known_split
from criteria.ui.components.shortlist.ranking_heading import ranking_heading


def test_the_heading_says_what_is_split_and_which_way_is_better() -> None:
    markup = ranking_heading(evaluated())
    assert "split by criteria group, longer is better." in markup
    assert markup.count("<i style=") == 3


def test_a_score_that_cannot_be_split_says_so_and_has_no_legend() -> None:
    markup = ranking_heading(replace(evaluated(), split=known_split(None), higher_is_better=False))
    assert (
        "bars begin at the last candidate&#39;s 0.670, longer is better; this score cannot be split" in markup
    )
    assert "<i style=" not in markup


def test_a_score_that_too_many_candidates_leave_no_time_to_split_says_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(
        "criteria.ui.components.shortlist.ranking_heading.too_many_to_split", lambda *_asked: True
    )
    for higher in (True, False):
        markup = ranking_heading(replace(evaluated(), split=known_split(None), higher_is_better=higher))
        assert (
            "longer is better; with so many candidates this score is not split by criteria group." in markup
        )


def test_an_estimate_says_how_far_off_it_may_be() -> None:
    found = evaluated()
    estimated = replace(found, split=known_split(found.contributions, 0.00123))
    assert "each to ±0.0012" in ranking_heading(estimated)
    assert "estimated" not in ranking_heading(evaluated())
