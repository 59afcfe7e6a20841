"""The check in sentences."""

from __future__ import annotations

from by_hand import BASE, PROBLEM

from criteria.explain.sealed import checked

SEALED = {"code": "ABCD", "time": "2026-11-27", "criteria": PROBLEM.criteria, "gates": PROBLEM.gates}


def test_an_effect_that_cannot_be_told_says_why() -> None:
    nobody = BASE
    for alternative in PROBLEM.alternatives:
        nobody = nobody.with_set_aside(alternative.id)
    found = checked(PROBLEM, nobody, nobody.with_importance("price", 90), **SEALED)
    assert found.effect.startswith("The effect on the order cannot be determined: No candidate is left")


def test_an_intact_seal_says_so() -> None:
    found = checked(PROBLEM, BASE, BASE, **SEALED)
    assert found.intact
    assert found.sentences[0] == "Sealed on 2026-11-27 (UTC) under the code ABCD."
