"""Slopes: who passes another is coloured and no one else, and names and ranks are those of the scenarios."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from by_hand import PROBLEM

from criteria.ui.components.common.slopes import crossing, moved_line, slopes

RANKS = [("ash", (1, 2)), ("birch", (2, 1)), ("cedar", (3, 3)), ("dogwood", (None, None))]


@pytest.mark.parametrize(
    ("left", "right", "found"),
    [
        ("abc", "abc", {}),
        ("abc", "bac", {"a": -1, "b": 1}),
        ("abcd", "dbca", {"d": 1, "a": -1, "b": 0, "c": 0}),
        ("abc", "cb", {"b": -1, "c": 1}),  # who is gone passes nobody
        ("", "ab", {}),
    ],
)
def test_whoever_passes_another_is_found(left: str, right: str, found: dict[str, int]) -> None:
    assert crossing(list(left), list(right)) == found


def test_only_those_who_cross_are_coloured_and_lines_end_at_their_names() -> None:
    made = slopes(PROBLEM, ["Base <b>", "Now"], RANKS)
    lines = re.findall(r'<u class="(\w*)" style="--from:(\d+)px;--to:(\d+)px">', made)
    assert sorted(lines) == [("", "60", "60"), ("lost", "12", "36"), ("won", "36", "12")]
    left, right = re.findall(r"<ol[^>]*>(.*?)</ol>", made)
    names = [re.findall(r"</span> (\w+)", side) for side in (left, right)]
    assert names == [["Ash", "Birch", "Cedar"], ["Birch", "Ash", "Cedar"]]
    assert "▲ 1" in right
    assert "▲" not in left
    assert '<div class="heads two"><span>Base &lt;b&gt;</span><span>Now</span></div>' in made


def test_names_are_text() -> None:
    first, *others = PROBLEM.alternatives
    problem = replace(PROBLEM, alternatives=(replace(first, name="<i>A</i>"), *others))
    assert "<i>A" not in slopes(problem, ["A", "B"], RANKS)


def test_three_scenarios_have_lines_between_each_two() -> None:
    made = slopes(PROBLEM, ["A", "B", "C"], [("ash", (1, 2, 1)), ("birch", (2, 1, 2))])
    assert made.count('class="lines"') == 2
    assert '--gaps:2;--between:1"><div class="heads"><span>A</span>' in made
    assert "▲" not in made  # from the first to the last nobody moved


def test_the_sentence_counts_who_moved_and_names_who_moved_most() -> None:
    said = moved_line(PROBLEM, ["Base case", "Now"], [("ash", (1, 3)), ("birch", (2, 1)), ("cedar", (3, 3))])
    assert said == "2 of 3 candidates change rank. Ash moves most: ▼ 2 from Base case to Now."
    same = moved_line(PROBLEM, ["Base case", "Now"], [("ash", (1, 1)), ("dogwood", (None, 2))])
    assert same == "All ranks are the same in both: Base case, Now."
