"""What a rating says of itself, and what a correction leaves in the notes."""

from __future__ import annotations

from by_hand import PROBLEM

from criteria.model.criterion import Criterion, Scale
from criteria.model.evidence import Performance
from criteria.model.scenario import ChangedCell
from criteria.ui.components.evidence.rating import about, correction_words


def test_anchors_stand_beside_the_rating() -> None:
    leaf = Criterion("q", "Quality", scale=Scale(0, 10, ((8, "<b>good</b>"), (2, "bad"))))
    html = about(leaf, Performance(likely=8), None)
    assert "8 = &lt;b&gt;good&lt;/b&gt;" in html
    assert "In the data: 8" in html
    assert "What-if" not in html


def test_a_what_if_is_named_beside_the_data() -> None:
    html = about(PROBLEM.leaves[0], Performance(), ChangedCell("ash", "quality", 4, 5, 6))
    assert "In the data: unknown" in html
    assert "What-if: 5" in html
    assert "Scale from 0 to 10" in html


def test_a_correction_is_told_with_reason_and_author() -> None:
    said = correction_words(PROBLEM, ("ash", "speed"), Performance(likely=9), "Ann", "measured again.")
    assert said == "Corrected: Ash, Speed: 7 became 9. Reason: measured again. By Ann."
    nobody = correction_words(PROBLEM, ("cedar", "speed"), Performance(likely=9), "", "")
    assert nobody == "Corrected: Cedar, Speed: unknown became 9. Reason: not given. By an unnamed person."
