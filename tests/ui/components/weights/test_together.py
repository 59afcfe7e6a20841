"""What the members amount to together: each card and each weight against numbers by hand."""

from __future__ import annotations

import re
from dataclasses import replace

import numpy as np
import pytest
from by_hand import BASE, PROBLEM

from criteria.explain.verdict import names
from criteria.model.judgements import Member, Panel
from criteria.ui.components.weights.stakeholders import _together
from criteria.ui.components.weights.together import Together, member_cards
from criteria.weighting.panel import member_weights, panel_members


def together(panel: Panel | None = None) -> Together:
    panel = panel or Panel()
    everybody = tuple(member_weights(PROBLEM, member) for member in panel_members(PROBLEM, panel))
    return _together(PROBLEM, BASE.with_panel(panel), everybody)


def cards(found: Together) -> dict[str, str]:
    """Return each card by the name on it."""
    parts = member_cards(PROBLEM, found).split("<h3>")[1:]
    return {part.split("</h3>")[0]: part for part in parts}


# The group's weights are the geometric means, normalized: √(0.6·0.2), √(0.2·0.5), √(0.2·0.3) of quality, speed and price give 38, 35 and 27 %,
# by which Cedar has 0.382·0.55 + 0.348·0.8 + 0.270·0.9 = 0.732, Birch 0.724 and Ash 0.711.
@pytest.mark.parametrize(
    ("name", "first", "shares"),
    [
        ("The group", "Cedar", ["38%", "35%", "27%"]),
        ("Buyers", "Ash", ["60%", "20%", "20%"]),
        ("Engineers", "Cedar", ["20%", "50%", "30%"]),
    ],
)
def test_a_card_has_who_wins_and_the_weights_as_they_are(name: str, first: str, shares: list[str]) -> None:
    card = cards(together())[name]
    assert f"<b>{first}</b></p>" in card
    assert re.findall(r"<b>([\d.]+%)</b>", card) == shares
    widths = [float(width) for width in re.findall(r"width:([\d.]+)%", card)]
    assert [f"{width:.0f}%" for width in widths] == shares


def test_a_profile_is_told_from_answers_and_who_has_said_nothing_is_not_counted() -> None:
    shown = cards(together(Panel((Member("new", "<Ann>"),))))
    assert "From the profile, not answered" in shown["Buyers"]
    assert "Not yet: Between the criteria" in shown["&lt;Ann&gt;"]
    assert "From the profile" not in shown["&lt;Ann&gt;"]
    assert "<b>Cedar</b></p>" in shown["The group"]


def test_the_card_of_the_group_names_all_who_share_first_place() -> None:
    found = together()
    tied = replace(found.evaluation, ranks=np.array([1, 1, 3]))
    first = names([tied.alternatives[i].label for i in tied.leaders])
    assert len(tied.leaders) == 2
    assert f"<b>{first}</b></p>" in cards(replace(found, evaluation=tied))["The group"]
