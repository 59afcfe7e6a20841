"""What all charts have in common."""

from __future__ import annotations

from dataclasses import replace

from by_hand import PROBLEM

import criteria
from criteria.charts.frame import axis, labels_of, layout
from criteria.model.alternative import Alternative


def test_a_layout_keeps_what_is_common_and_takes_what_differs() -> None:
    made = layout(300, margin={"l": 1}, barmode="stack")
    assert made["height"] == 300
    assert made["margin"] == {"l": 1}
    assert made["barmode"] == "stack"
    assert (made["dragmode"], made["showlegend"]) == (False, False)


def test_an_axis_stays_where_it_is() -> None:
    made = axis("Weight", range=[0, 1])
    assert (made["title"], made["fixedrange"], made["range"]) == ({"text": "Weight"}, True, [0, 1])


def test_labels_are_those_of_the_ranked_short_and_harmless() -> None:
    names = (Alternative("ash", "<b>Ash</b>"), Alternative("birch", "B" * 40))
    problem = replace(PROBLEM, alternatives=(*names, *PROBLEM.alternatives[2:]))
    labels = labels_of(criteria.evaluate(problem, problem.base_scenario(), methods=()))
    # An attribute that is not told leaves the gate conditional: both are ranked. Dogwood is not.
    assert labels == ["&lt;b&gt;Ash&lt;/b&gt;", "B" * 25 + "…", "Cedar"]
