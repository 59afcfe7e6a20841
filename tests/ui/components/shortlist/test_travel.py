"""What a slider's travel holds is what the bars of each step show; and when there is none."""

from __future__ import annotations

import base64
import json
import zlib
from dataclasses import replace
from typing import Any

import pytest

import criteria
from criteria.model.problem import Problem
from criteria.model.scenario import ChangedCell, Scenario
from criteria.ui.components.shortlist import travel as module
from criteria.ui.components.shortlist.bar_rows import bar_rows
from criteria.ui.components.shortlist.travel import answer, refusal, state_of


def wanted(scenario: Scenario, node: str, **points: float) -> dict[str, object]:
    return {"node": node, "points": dict(scenario.importances) | points}


def opened(told: dict[str, object] | None) -> dict[str, Any]:
    assert told is not None
    found = json.loads(zlib.decompress(base64.b64decode(str(told["packed"]))))
    assert isinstance(found, dict)
    return found


@pytest.mark.parametrize("method", ["topsis", "wsm", "promethee_ii", "vikor", "ram"])
def test_each_step_holds_who_stands_where_and_what_is_said(case: Problem, method: str) -> None:
    scenario = case.base_scenario().with_method(method)
    found = opened(answer(case, scenario, wanted(scenario, "ip")))
    assert len(found["frames"]) == 101
    for points in (0, 33, 100):
        step = criteria.evaluate(case, scenario.with_importance("ip", points), methods=())
        bars = bar_rows(step, limit=20)
        assert found["frames"][points][2:] == [bar.identifier for bar in bars]
        for bar in bars:
            rank, figure, change, at, mark, *rest = (
                field[points] for field in found["columns"][bar.identifier]
            )
            pieces = len(bar.pieces)
            ends = [place.split(" ")[-1] for place in rest[:pieces]]
            assert (rank, figure) == (bar.rank, bar.figure)
            assert ends == [f"{piece.end:.2f}" for piece in bar.pieces]
            assert (at or ends[-1]) == f"{bar.end:.2f}"
            assert change == ("apart" if bar.apart else bar.change or 0)
            assert mark == ("" if bar.mark is None else f"{bar.mark:.2f}")
            if not bar.apart:
                assert rest[pieces:] == [piece.amount for piece in bar.pieces]
            assert found["names"][bar.identifier] == bar.name


def test_the_other_points_are_those_of_the_panel_which_may_be_ahead_of_the_server(case: Problem) -> None:
    scenario = case.base_scenario()
    told = answer(case, scenario, wanted(scenario, "ip", region=77.0))
    assert told is not None
    others = told["others"]
    assert isinstance(others, dict)
    assert others["region"] == 77.0
    assert "ip" not in others
    step = criteria.evaluate(case, scenario.with_importances({"region": 77.0, "ip": 20.0}), methods=())
    first = bar_rows(step, limit=20)[0]
    assert opened(told)["columns"][first.identifier][1][20] == first.figure


def test_a_travel_of_the_bundled_case_takes_at_most_sixty_kilobytes(case: Problem) -> None:
    scenario = case.base_scenario()
    assert all(
        len(json.dumps(answer(case, scenario, wanted(scenario, group.id)))) <= 60_000 for group in case.groups
    )


def test_there_is_none_for_what_is_no_wish_or_cannot_be_had(
    case: Problem, monkeypatch: pytest.MonkeyPatch
) -> None:
    base = case.base_scenario()
    for sent in (None, 3, "ip", [], {"node": "nobody"}, {"node": 3}, {"node": ["ip"]}):
        assert answer(case, base, sent) is None
    partial = base.with_method("promethee_i")
    assert answer(case, partial, wanted(partial, "ip")) is None
    assert answer(case, base, {"node": "ip", "points": {"region": "much", "nobody": 3}}) is not None
    monkeypatch.setattr(module, "GROUP_COLOURS", module.GROUP_COLOURS[: len(case.groups) - 1])
    assert answer(case, base, wanted(base, "ip")) is None


def test_a_wish_that_cannot_be_had_is_refused_by_name(case: Problem) -> None:
    assert refusal(wanted(case.base_scenario(), "ip")) == {"node": "ip"}
    for sent in (None, 3, "ip", [], {}, {"node": 3}, {"node": ["ip"]}):
        assert refusal(sent) is None


def test_more_bars_than_are_repainted_in_a_frame_have_none(
    case: Problem, monkeypatch: pytest.MonkeyPatch
) -> None:
    base = case.base_scenario()
    ranked = len(criteria.evaluate(case, base, methods=()).ranked)
    monkeypatch.setattr(module, "_BARS", ranked)
    assert answer(case, base, wanted(base, "ip")) is not None
    monkeypatch.setattr(module, "_BARS", ranked - 1)
    assert answer(case, base, wanted(base, "ip")) is None


def test_the_state_tells_everything_but_the_importances(case: Problem) -> None:
    scenario = case.base_scenario()

    def state(other: Scenario, limit: int = 20, hidden: tuple[str, ...] = ()) -> str:
        return state_of(criteria.evaluate(case, other, methods=()), limit, hidden)

    mine = state(scenario)
    assert state(scenario.with_importance("ip", 3)) == mine
    first = case.alternatives[0].id
    changed = ChangedCell(first, case.leaves[0].id, 1.0, 2.0, 3.0)
    others = [
        state(scenario.with_method("wsm")),
        state(replace(scenario, normalization="minmax")),
        state(replace(scenario, blanks="median")),
        state(replace(scenario, waived=(case.gates[0].id,))),
        state(replace(scenario, set_aside=(first,))),
        state(replace(scenario, changed=(changed,))),
        state(replace(scenario, profile=next(one.id for one in case.profiles if one.id != scenario.profile))),
        state(scenario, limit=3),
        state(scenario, hidden=(first,)),
    ]
    assert len({mine, *others}) == 1 + len(others)


def test_two_sliders_at_one_point_have_each_their_own_travel(case: Problem) -> None:
    scenario = case.base_scenario().with_importances({"ip": 1.0, "region": 1.0})
    first, second = (answer(case, scenario, wanted(scenario, node)) for node in ("ip", "region"))
    assert first is not None
    assert second is not None
    assert (first["node"], second["node"]) == ("ip", "region")
    assert opened(first)["columns"] != opened(second)["columns"]
