"""The story has all parts in order, for every method, in whole rows."""

from __future__ import annotations

import pytest
from by_hand import BASE, evaluated

from criteria.explain.story import STORY, story
from criteria.ranking.catalogue import METHODS
from criteria.robustness.evaluated.summary import live, robustness_of


@pytest.mark.parametrize("method", METHODS)
def test_every_part_is_told_for_every_method(method: str) -> None:
    evaluation = evaluated(BASE.with_method(method))
    found = story(evaluation, robustness_of(evaluation) if live(evaluation) else None)
    assert [part.key for part in found] == list(STORY)
    for part in found:
        assert part.title[:1].isupper() or part.title[:1].isdigit()
        assert not part.title.endswith(".")
        assert all(len(row) == len(part.heads) for row in part.rows)
        assert len(part.values) in (0, len(part.rows))
