"""The bundled problems load whole, and say the same as their files."""

from __future__ import annotations

import csv
import os
from pathlib import Path

import numpy as np
import pytest

import criteria
from criteria.model.importance import node_weights
from criteria.model.judgements import Panel
from criteria.model.problem import Problem
from criteria.weighting.panel import (
    group_of,
    importances_from,
    items_of,
    member_weights,
    nodes_of,
    panel_members,
)

DATA = Path(__file__).parents[2] / "data"
CLOUD = DATA / "automotive-cloud"


def rows(name: str) -> list[dict[str, str]]:
    with (CLOUD / name).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_the_automotive_cloud_case_is_complete(case: Problem) -> None:
    assert (len(case.alternatives), len(case.leaves), len(case.gates)) == (16, 17, 6)
    assert (len(case.profiles), len(case.sources)) == (10, 242)
    cells = [cell for row in case.performances for cell in row]
    assert len(cells) == 272
    assert all(cell.known and cell.confidence and cell.rationale for cell in cells)
    assert case.default_profile == "group"
    assert case.default_method == "topsis"


def test_every_cell_stands_as_in_the_file(case: Problem) -> None:
    seen = 0
    for row in rows("scores.csv"):
        cell = case.performance(row["candidate"], row["criterion"])
        assert (cell.low, cell.likely, cell.high) == tuple(float(row[k]) for k in ("low", "likely", "high"))
        assert (cell.confidence, cell.source) == (row["confidence"], row["source_key"])
        seen += 1
    assert seen == 272


def test_the_weights_of_every_profile_are_those_of_its_file(case: Problem) -> None:
    compared = 0
    for profile in case.profiles:
        weights = node_weights(case, case.base_scenario(profile.id))
        for row in rows("profiles.csv"):
            if row["profile_id"] == profile.id and row["global_weight"]:
                assert weights[row["criterion"]] == pytest.approx(float(row["global_weight"]), abs=1e-9)
                compared += row["level"] == "leaf"
    assert compared == 170


def test_the_case_opens_on_the_average_of_its_six_stakeholders(case: Problem) -> None:
    own = [member_weights(case, member) for member in panel_members(case, Panel())]
    assert [one.member.id for one in own] == [p.id for p in case.profiles if p.kind == "profile"]
    assert len(own) == 6
    group = group_of(case, Panel(), own)
    exact = importances_from(case, group.local)
    assert dict(case.importances_of(case.default_profile)) == pytest.approx(exact, abs=0.06)
    # By hand: the geometric mean over the stakeholders at every node, divided by its sum, in tenths that add up to 100.
    for node in nodes_of(case):
        means = np.exp(np.mean(np.log([one.local[node] for one in own]), axis=0))
        points = [dict(case.importances_of("group"))[item] for item in items_of(case, node)]
        assert np.array(points) == pytest.approx(100 * means / means.sum(), abs=0.06)
        assert points == [round(point, 1) for point in points]
        assert sum(points) == pytest.approx(100, abs=1e-9)
    # The tenths put nobody else anywhere.
    base = case.base_scenario("group")
    for method in ("topsis", "wsm", "vikor", "promethee_ii"):
        rounded = criteria.evaluate(case, base.with_method(method), methods=())
        whole = criteria.evaluate(case, base.with_method(method).with_importances(exact), methods=())
        assert rounded.order == whole.order
        assert rounded.scores == pytest.approx(whole.scores, abs=2e-3)
    assert case.profile("group").rule.startswith("geometric mean of the six stakeholders' weights")


def test_a_link_to_the_former_lowest_regret_opens_with_a_note(case: Problem) -> None:
    scenario, notes = criteria.scenario_from_query(case, {"v": "1", "profile": "scn-lowest-regret"})
    assert scenario == case.base_scenario("group")
    assert len(notes) == 1
    assert "scn-lowest-regret" in notes[0]


def test_every_source_that_a_cell_names_exists(case: Problem) -> None:
    keys = {source.key for source in case.sources}
    named = {
        key.strip()
        for row in case.performances
        for cell in row
        for key in cell.source.split(";")
        if key.strip()
    }
    assert named <= keys


def test_directions_scales_and_anchors_stand_as_in_the_file(case: Problem) -> None:
    for row in rows("criteria.csv"):
        criterion = case.criterion(row["id"])
        assert criterion.parent == row["parent"]
        if row["direction"]:
            assert criterion.maximize == (row["direction"] == "max")
            assert criterion.scale is not None
            assert (criterion.scale.low, criterion.scale.high) == (
                float(row["scale_min"]),
                float(row["scale_max"]),
            )
            assert len(criterion.scale.anchors) >= 2


@pytest.mark.parametrize(
    ("name", "candidates", "leaves", "blanks"),
    [("fighter-aircraft", 4, 6, 0), ("telematics-suppliers", 6, 7, 5)],
)
def test_the_plain_examples_are_complete(name: str, candidates: int, leaves: int, blanks: int) -> None:
    problem = criteria.load_problem(DATA / name)
    assert (len(problem.alternatives), len(problem.leaves)) == (candidates, leaves)
    assert sum(not cell.known for row in problem.performances for cell in row) == blanks
    assert problem.id == name


@pytest.mark.parametrize("folder", sorted(DATA.iterdir()), ids=lambda path: path.name)
def test_loading_twice_gives_equal_problems(folder: Path) -> None:
    one, other = criteria.load_problem(folder), criteria.load_problem(str(folder))
    assert one == other
    assert one.fingerprint == other.fingerprint


def test_a_folder_is_the_same_problem_from_wherever_it_is_opened(
    monkeypatch: pytest.MonkeyPatch, case: Problem
) -> None:
    monkeypatch.chdir(CLOUD)
    for path in (".", f"..{os.sep}automotive-cloud"):
        problem = criteria.load_problem(path)
        assert problem.id == case.id
        assert problem == case
