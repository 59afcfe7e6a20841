"""What was understood: the weights shown are those of the preview."""

from __future__ import annotations

import criteria
from criteria.ui.components.own_table.understood import criteria_markup


def test_criteria_carry_direction_unit_scale_and_the_weight_used() -> None:
    problem = criteria.read_table(
        b"Vendor,Price <1>,Care\ndirection,min,max\nunit,kEUR,\nweight,3,1\nscale min,0,0\nscale max,9,10\nA,3,5\nB,4,9\n"
    ).problem
    assert problem is not None
    html = criteria_markup(problem)
    assert "Price &lt;1&gt;" in html
    assert "less is better" in html
    assert "more is better" in html
    assert "kEUR" in html
    assert "0 to 10" in html
    assert html.index("75%") < html.index("25%")
