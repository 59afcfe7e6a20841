"""Two candidates side by side: bars in proportion, figures in cells, names as text."""

from __future__ import annotations

import re

from by_hand import evaluated

from criteria.explain.head_to_head import head_to_head
from criteria.ui.components.shortlist.versus import criterion_differences, group_differences


def test_the_longest_bar_is_the_largest_difference_and_sides_follow_the_sign() -> None:
    markup = group_differences(head_to_head(evaluated(), "ash", "birch"))
    # +0.12, -0.02, -0.04: 22 % of the axis, a sixth and a third of it.
    assert re.findall(r'class="bar" style="(\w+):50%;width:([\d.]+)%', markup) == [
        ("left", "22.0"),
        ("right", "3.7"),
        ("right", "7.3"),
    ]
    assert "Ash is 0.060 ahead of Birch" in markup
    assert re.findall(r"\+0\.120|−0\.020|−0\.040", markup) == ["+0.120", "−0.020", "−0.040"]


def test_every_criterion_has_weight_both_performances_and_who_is_better() -> None:
    markup = criterion_differences(evaluated(), head_to_head(evaluated(), "ash", "cedar"), "ash", "cedar")
    rows = [re.findall(r"<td[^>]*>(.*?)</td>", row) for row in re.findall(r"<tr>(.*?)</tr>", markup)[1:]]
    better = '<b title="better">●</b> '
    assert rows == [
        ["Quality", "60%", better + "8 (6–9)", "5.5"],
        ["Speed", "20%", "7", "unknown"],
        ['Price<small class="">EUR</small>', "20%", "40", better + "10"],
    ]
    close = criterion_differences(evaluated(), head_to_head(evaluated(), "ash", "birch"), "ash", "birch")
    assert '<b title="better, ranges overlap">○</b> ' in close
