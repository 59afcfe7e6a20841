"""The report of the gates: who fails which, what that would mean, and nothing where all pass."""

from __future__ import annotations

import re
from dataclasses import replace

from by_hand import BASE, PROBLEM, evaluated

import criteria
from criteria.model.gates import Gate
from criteria.ui.components.shortlist.gates import gate_report


def plain(markup: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", markup).split())


def test_who_fails_stands_with_the_reason_and_the_rank_it_would_have() -> None:
    assert plain(gate_report(evaluated())) == "Dogwood fail Hosted here: no; required: yes. Would rank 1."


def test_one_set_aside_by_hand_and_one_waived_say_so() -> None:
    said = plain(gate_report(evaluated(BASE.with_set_aside("ash").with_waived("hosting"))))
    assert "Ash set aside Set aside by hand. Would rank 2." in said
    assert "Dogwood waived Hosted here: no; required: yes." in said


def test_a_missed_threshold_is_told_with_the_margin_and_an_unknown_as_conditional() -> None:
    gate = Gate("fast", True, ">=", "speed", 7.5)
    problem = replace(PROBLEM, gates=(gate,))
    said = plain(gate_report(criteria.evaluate(problem, problem.base_scenario(), methods=())))
    # Ash has 7 of 7.5; Birch 6 to 10 reaches to both sides; Cedar is unknown.
    assert "Ash fail Speed: 7; required: at least 7.5. Misses by 0.5." in said
    assert "Birch, Cedar conditional Speed: at least 7.5. Birch 8 (from 6 to 10); Cedar unknown." in said


def test_where_everybody_passes_it_says_so() -> None:
    problem = replace(PROBLEM, gates=(Gate("cheap", True, "<=", "price", 50),))
    report = gate_report(criteria.evaluate(problem, problem.base_scenario(), methods=()))
    assert plain(report) == "Every candidate meets every must-have."
