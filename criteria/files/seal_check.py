"""Check a seal against what a problem and a scenario are now."""

from __future__ import annotations

from criteria.explain.sealed import SealCheck, checked
from criteria.files.seal import Seal, unsealed
from criteria.model.problem import Problem
from criteria.model.scenario import Scenario


def check_seal(sealed: Seal, problem: Problem, scenario: Scenario) -> SealCheck:
    """Return when it was sealed, whether anything moved afterwards, what, and what that did to the order.

    A candidate set aside by hand or a rating changed is no part of a seal and is not reported.
    """
    return checked(
        problem,
        unsealed(sealed, problem, scenario),
        scenario,
        code=sealed.code,
        time=f"{sealed.time:%Y-%m-%d %H:%M:%S}",
        criteria=sealed.choices.criteria,
        gates=sealed.choices.gates,
    )
