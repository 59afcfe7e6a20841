"""What moved after a seal is told with both sides, and with what it did to the order; what is not sealed is not told."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from by_hand import BASE, PROBLEM

from criteria.files.seal import seal
from criteria.files.seal_check import check_seal
from criteria.model.scenario import ChangedCell

SEALED = seal(PROBLEM, BASE, time=datetime(2026, 11, 27, 9, 30, tzinfo=UTC))


def test_nothing_moved_where_only_ratings_and_candidates_did() -> None:
    now = BASE.with_set_aside("birch").with_cell(ChangedCell("ash", "price", 1, 2, 3))
    found = check_seal(SEALED, PROBLEM, now)
    assert found.intact
    assert found.moved == ()
    assert found.sentences == (
        f"Sealed on 2026-11-27 09:30:00 (UTC) under the code {SEALED.code}.",
        "Nothing has changed since: weights, must-haves, criteria and method are as sealed.",
    )


def test_weights_method_and_gates_that_moved_are_told_with_their_effect() -> None:
    found = check_seal(SEALED, PROBLEM, BASE.with_importance("price", 90).with_waived("hosting"))
    assert not found.intact
    assert "Importance of Price: sealed 20 (20%), now 90 (53%)." in found.moved
    assert "Waived must-haves: sealed none, now Hosted here." in found.moved
    assert "Dogwood" in found.effect
    assert found.sentences[-1] == found.effect


def test_criteria_and_gates_that_were_defined_otherwise_are_told() -> None:
    softer = replace(
        PROBLEM,
        gates=tuple(replace(gate, hard=False) for gate in PROBLEM.gates),
        criteria=(replace(PROBLEM.criteria[0], maximize=False), *PROBLEM.criteria[1:]),
    )
    moved = check_seal(SEALED, softer, BASE).moved
    assert "The criterion 'quality' is defined differently." in moved
    assert "The must-have 'hosting' is defined differently." in moved
    assert (
        "The must-have 'hosting' was removed." in check_seal(SEALED, replace(PROBLEM, gates=()), BASE).moved
    )
