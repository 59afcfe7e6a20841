"""What the members amount to together: each card, each weight and each disagreement against numbers by hand."""

from __future__ import annotations

import re

import pytest
from by_hand import BASE, PROBLEM

from criteria.model.judgements import Member, Panel
from criteria.ui.components.weights.stakeholders import _together
from criteria.ui.components.weights.together import Together, disagreement_frame, member_cards
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


def test_disagreements_that_change_the_winner_come_first_with_everybodys_weight() -> None:
    """Quality at 60 % makes Ash first (0.743 to 0.667), price at 20 % too (0.722 to 0.715); speed at 20 or 50 % leaves Cedar."""
    frame = disagreement_frame(PROBLEM, together())
    assert frame.set_index("criterion")["matters"].to_dict() == {
        "Quality": True, "Price": True, "Speed": False,
    }  # fmt: skip
    assert frame["matters"].tolist() == [True, True, False]
    rows = frame.set_index("criterion_id")
    assert rows["Weight of Buyers"].to_dict() == pytest.approx({"quality": 0.6, "price": 0.2, "speed": 0.2})
    assert rows["Weight of Engineers"].to_dict() == pytest.approx(
        {"quality": 0.2, "price": 0.3, "speed": 0.5}
    )
    assert rows["group"].to_dict() == pytest.approx(
        {"quality": 0.38168, "price": 0.26989, "speed": 0.34843}, abs=1e-5
    )
    # Quality at 0.6: Ash 0.8·0.6 + 0.7·0.2254 + 0.6·0.1746 = 0.7425, Cedar 0.6675: Cedar is behind by 0.0751.
    assert rows.loc["quality", "smallest_lead"] == pytest.approx(-0.0751, abs=1e-4)
