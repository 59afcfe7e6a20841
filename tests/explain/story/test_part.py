"""A part is a value: equal where what it says is equal."""

from __future__ import annotations

from criteria.explain.story.part import Part


def test_parts_are_compared_by_what_they_say() -> None:
    assert Part("verdict", "A leads") == Part("verdict", "A leads")
    assert Part("verdict", "A leads") != Part("verdict", "B leads")
