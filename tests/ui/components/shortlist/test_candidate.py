"""One candidate looked at closely: strengths, gates, and the evidence behind every cell."""

from __future__ import annotations

import re
from dataclasses import replace

from by_hand import PROBLEM, evaluated

import criteria
from criteria.ui.components.shortlist.candidate import evidence_table, portrait


def test_what_speaks_for_and_against_it_by_place() -> None:
    markup = portrait(evaluated(), "ash")
    favour, against = markup.split("Most against it")
    assert "Quality: place 1 of 3" in favour
    assert "Price: place 3 of 3" in against
    assert against.index("Price") < against.index("Speed")
    assert "Hosted here: yes; required: yes." in markup
    assert "Set aside: its place among the candidates is not counted." in portrait(evaluated(), "dogwood")


def test_the_range_lies_on_the_scale_and_the_source_is_named() -> None:
    markup = evidence_table(evaluated(), "ash")
    assert re.search(r'left:60\.0%;width:30\.0%"></i><em style="left:80\.0%"', markup)
    assert "Notes of a visit" in markup
    assert "C judgement" in markup
    assert "EUR, less is better" in markup
    assert "unknown" in evidence_table(evaluated(), "cedar")


def test_what_a_rating_rests_on_and_why_its_confidence_stand_below_both() -> None:
    cell = replace(
        PROBLEM.performance("ash", "speed"), basis="<i>test drive</i>", confidence_note="one lap only"
    )
    problem = PROBLEM.with_performance("ash", "speed", cell)
    table = evidence_table(criteria.evaluate(problem, problem.base_scenario()), "ash")
    assert '<span class="c-caption">Basis: &lt;i&gt;test drive&lt;/i&gt;.</span>' in table
    assert '<br><span class="c-caption">one lap only</span>' in table
    assert "Basis" not in evidence_table(evaluated(), "ash")
