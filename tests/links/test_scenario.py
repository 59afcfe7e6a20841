"""A link carries every scenario that can be made, exactly, and stays short."""

from __future__ import annotations

import json
import random
from pathlib import Path
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

import criteria
from benchmarks import hostile_addresses
from criteria.links.door import too_long
from criteria.links.scenario import PARAMETERS, address
from criteria.model.problem import Problem
from criteria.model.scenario import BLANK_RULES, ChangedCell, Scenario
from criteria.ranking.matrix import offered_normalizations

LAW = settings(
    max_examples=150,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)
points = st.one_of(
    st.sampled_from([0.0, 5e-324, 1e9, 999_999_999.9999999, 0.1 + 0.2, 1e8, 1e-7, 33.3333333333]),
    st.integers(0, 100).map(float),
    st.floats(0, 1e9),
)


@st.composite
def scenarios(draw: st.DrawFn, problem: Problem) -> Scenario:
    profile = draw(st.sampled_from(["", *(p.id for p in problem.profiles)]))
    scenario = problem.base_scenario(profile)
    method = draw(st.sampled_from(list(criteria.METHODS)))
    scenario = scenario.with_method(
        method, draw(st.sampled_from(["", *offered_normalizations(problem, criteria.METHODS[method])]))
    )
    scenario = scenario.with_importances(
        draw(st.dictionaries(st.sampled_from([c.id for c in problem.criteria]), points, max_size=22))
    )
    scenario = scenario.with_blanks(draw(st.sampled_from(list(BLANK_RULES))))
    for gate in draw(st.sets(st.sampled_from([g.id for g in problem.gates]))) if problem.gates else ():
        scenario = scenario.with_waived(gate)
    for alternative in draw(st.sets(st.sampled_from([a.id for a in problem.alternatives]), max_size=5)):
        scenario = scenario.with_set_aside(alternative)
    for _ in range(draw(st.integers(0, 4))):
        scenario = scenario.with_cell(draw(cells(problem)))
    return scenario


@st.composite
def cells(draw: st.DrawFn, problem: Problem) -> ChangedCell:
    leaf = draw(st.sampled_from(problem.leaves))
    place = draw(st.sampled_from([a.id for a in problem.alternatives])), leaf.id
    if draw(st.booleans()):
        return ChangedCell(*place, None, None, None)
    bounds = {} if leaf.scale is None else {"min_value": leaf.scale.low, "max_value": leaf.scale.high}
    value = st.floats(**bounds, allow_nan=False, allow_infinity=False)
    return ChangedCell(*place, *sorted(draw(st.lists(value, min_size=3, max_size=3))))


def returned(problem: Problem, scenario: Scenario) -> tuple[Scenario, list[str]]:
    query = criteria.scenario_to_query(problem, scenario)
    assert set(query) <= set(PARAMETERS)
    return criteria.scenario_from_query(problem, parse_qs(urlencode(query), keep_blank_values=True))


@pytest.mark.slow
@LAW
@given(st.data())
@pytest.mark.parametrize("name", ["case", "suppliers", "aircraft"])
def test_every_scenario_comes_back_equal(
    name: str, request: pytest.FixtureRequest, data: st.DataObject
) -> None:
    problem = request.getfixturevalue(name)
    scenario = data.draw(scenarios(problem))
    assert returned(problem, scenario) == (scenario, [])
    query = criteria.scenario_to_query(problem, scenario)
    assert criteria.scenario_from_query(problem, query) == (scenario, [])


@LAW
@given(points)
@example(5e-324)
@example(1e9)
@example(0.1 + 0.2)
def test_every_importance_comes_back_to_the_last_bit(case: Problem, value: float) -> None:
    scenario = case.base_scenario().with_importance("cap-ota", value)
    assert returned(case, scenario)[0].importance("cap-ota") == value


@pytest.mark.parametrize(
    "cell",
    [(-3.0, -2.0, -1.0), (-3.0, -3.0, -3.0), (1e-5, 2e-5, 3e-5), (-1e300, 0.0, 1e300), (None, None, None)],
)
def test_changed_cells_may_be_negative_tiny_huge_or_unknown(
    aircraft: Problem, cell: tuple[float | None, ...]
) -> None:
    scenario = aircraft.base_scenario().with_cell(
        ChangedCell(aircraft.alternatives[0].id, "maximum-speed", *cell)
    )  # type: ignore[arg-type]
    assert returned(aircraft, scenario) == (scenario, [])


def test_the_base_scenario_says_only_what_it_is(case: Problem) -> None:
    query = criteria.scenario_to_query(case, case.base_scenario())
    assert query == {"v": "1", "problem": "automotive-cloud", "data": case.fingerprint}


@pytest.mark.parametrize("profile", ["", "ip-legal"])
def test_a_link_keeps_its_profile(case: Problem, profile: str) -> None:
    assert returned(case, case.base_scenario(profile)) == (case.base_scenario(profile), [])


def test_a_link_with_every_weight_moved_and_ten_cells_changed_stays_short(case: Problem) -> None:
    scenario = case.base_scenario("regional-japan-asean").with_method("moora_reference_point", "vector")
    scenario = scenario.with_importances({c.id: float(100 - i) for i, c in enumerate(case.criteria)})
    longest = sorted(case.alternatives, key=lambda a: -len(a.id))[:10]
    leaf = max(case.leaves, key=lambda c: len(c.id))
    for alternative in longest:
        scenario = scenario.with_cell(ChangedCell(alternative.id, leaf.id, 5.5, 6.5, 7.5))
    assert len(urlencode(criteria.scenario_to_query(case, scenario))) < 2_000
    assert len(address(case, scenario)) < 2_000
    assert returned(case, scenario) == (scenario, [])


def test_a_link_with_every_cell_changed_comes_back_too(case: Problem) -> None:
    scenario = case.base_scenario()
    for alternative in case.alternatives:
        for leaf in case.leaves:
            scenario = scenario.with_cell(ChangedCell(alternative.id, leaf.id, 7.25, 8.25, 9.25))
    assert returned(case, scenario) == (scenario, [])


def test_many_criteria_with_long_names_come_back_too() -> None:
    from criteria.model.criterion import Criterion
    from criteria.model.evidence import Performance
    from criteria.model.problem import Alternative

    leaves = tuple(Criterion(f"c{j}-" + "long" * 13, f"C{j}") for j in range(200))
    problem = Problem(
        "many", "Many", leaves, (Alternative("a", "A"),), (tuple(Performance(likely=1.0) for _ in leaves),)
    )
    scenario = problem.base_scenario().with_importances({leaf.id: 12.5 for leaf in leaves})
    assert returned(problem, scenario) == (scenario, [])


@pytest.mark.parametrize("base", ["http://localhost:8501/", "https://example.org/app/", ""])
def test_an_address_is_the_base_and_the_parameters(case: Problem, base: str) -> None:
    scenario = case.base_scenario().with_importance("ip", 12)
    found = urlsplit(address(case, scenario, base))
    assert address(case, scenario, base).startswith(f"{base}?")
    assert criteria.scenario_from_query(case, parse_qs(found.query)) == (scenario, [])


@pytest.mark.parametrize("identifier", ["東芝", "a_b-c", "Ünïcode"])
def test_names_of_any_script_travel(identifier: str) -> None:
    from criteria.model.criterion import Criterion
    from criteria.model.evidence import Performance
    from criteria.model.problem import Alternative

    problem = Problem(
        identifier,
        "T",
        (Criterion(identifier, "X"),),
        (Alternative(identifier, "A"),),
        ((Performance(likely=1.0),),),
    )
    scenario = problem.base_scenario().with_importance(identifier, 3).with_set_aside(identifier)
    scenario = scenario.with_cell(ChangedCell(identifier, identifier, -2, -1, 5))
    assert returned(problem, scenario) == (scenario, [])


@pytest.mark.parametrize("wrong", [1, 11, 12, 13, 40])
def test_every_part_that_was_left_out_is_listed_or_counted(case: Problem, wrong: int) -> None:
    text = ",".join(f"nobody-{k}:5" for k in range(wrong))
    _scenario, notes = criteria.scenario_from_query(case, {"w": text})
    listed = [note for note in notes if "nobody-" in note]
    counted = int(notes[-1].split()[0]) if len(listed) < wrong else 0
    assert len(listed) + counted == wrong
    assert len(notes) <= 12


def test_a_link_without_a_rule_for_missing_ratings_means_the_median_that_its_sender_saw(
    suppliers: Problem, case: Problem
) -> None:
    old = {"v": "1", "problem": suppliers.id, "data": suppliers.fingerprint}
    scenario, notes = criteria.scenario_from_query(suppliers, old)
    assert (scenario.blanks, notes) == ("median", [])
    assert criteria.scenario_from_query(suppliers, {"problem": suppliers.id})[0].blanks == "worst-known"
    # A link says the rule wherever a rating is missing, by the data or by hand, and only there.
    assert criteria.scenario_to_query(suppliers, suppliers.base_scenario())["blanks"] == "worst-known"
    base = case.base_scenario()
    assert "blanks" not in criteria.scenario_to_query(case, base)
    emptied = base.with_cell(ChangedCell("aws", "ip-terms", None, None, None))
    query = criteria.scenario_to_query(case, emptied)
    assert query["blanks"] == "worst-known"
    assert criteria.scenario_from_query(case, query) == (emptied, [])
    del query["blanks"]
    assert criteria.scenario_from_query(case, query)[0] == emptied.with_blanks("median")


def test_a_few_of_the_hostile_addresses_of_the_benchmark_are_read_and_mean_the_same_written_again(
    case: Problem,
) -> None:
    kept = Path(__file__).parents[1] / "golden" / "links.json"
    rng, good = random.Random(7), hostile_addresses.links_in(json.loads(kept.read_text(encoding="utf-8")))
    assert len(good) > 40
    for number in range(600):
        query = hostile_addresses.mutated(rng, good)
        too_long(query)
        hostile_addresses.read(case, query)  # whatever is raised fails the test
        assert not hostile_addresses.again(case, query, ranked=number % 100 == 0)
