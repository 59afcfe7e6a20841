"""The link that is copied is the scenario's own."""

from __future__ import annotations

from urllib.parse import parse_qs

from by_hand import BASE, PROBLEM

import criteria
from criteria.ui.components.common.copy_link import link_query


def test_the_link_reads_back_as_the_scenario() -> None:
    scenario = BASE.with_importance("price", 33.3).with_method("vikor").with_set_aside("ash")
    query = parse_qs(link_query(PROBLEM, scenario))
    assert criteria.scenario_from_query(PROBLEM, query) == (scenario, [])
    assert "w=price:33.3" in link_query(PROBLEM, scenario)
