"""How each candidate fares over several scenarios, against ranks that a pencil gives."""

from __future__ import annotations

from by_hand import BASE, PROBLEM

from criteria.robustness.evaluated.over_scenarios import over_scenarios

NOBODY = BASE.with_set_aside("ash").with_set_aside("birch").with_set_aside("cedar")


def test_firsts_worst_ranks_and_failures_are_counted() -> None:
    scenarios = [
        BASE,
        BASE.with_importance("price", 90),
        BASE.with_waived("hosting"),
        BASE.with_set_aside("birch"),
        NOBODY,
    ]
    count, found = over_scenarios(PROBLEM, scenarios)
    assert count == 4  # the last one ranks nobody
    rows = {row.alternative: row for row in found}
    assert (rows["ash"].first, rows["ash"].worst, rows["ash"].ranks) == (2, 3, (1, 3, 2, 1))
    assert (rows["dogwood"].first, rows["dogwood"].fails, rows["dogwood"].apart) == (1, 3, 3)
    assert (rows["birch"].apart, rows["birch"].fails) == (1, 0)
    assert found[0].alternative == "ash"


def test_without_scenarios_nobody_has_a_rank() -> None:
    count, found = over_scenarios(PROBLEM, [])
    assert count == 0
    assert {row.worst for row in found} == {None}
