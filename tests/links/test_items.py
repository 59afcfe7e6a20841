"""Items of a part: each told once, limited in number, read strictly."""

from __future__ import annotations

import time

import pytest

import criteria
from criteria.links.items import ITEM_LIMIT, items, number_in, whole_in
from criteria.model.problem import Problem


@pytest.mark.parametrize(
    ("query", "read"),
    [
        ({"w": "ip:1,ip:2"}, lambda s: s.importance("ip") == 2),
        (
            {"w": ",".join(f"ip:{points}" for points in range(50, -1, -1)) + ",ip:2"},
            lambda s: s.importance("ip") == 2,
        ),
        ({"w": ["ip:1", "ip:2"]}, lambda s: s.importance("ip") == 2),
        ({"set": "aws.ip-terms:1,aws.ip-terms:2"}, lambda s: [c.likely for c in s.changed] == [2]),
        ({"sure": "seed:4,seed:5"}, lambda s: s.uncertainty.seed == 5),
        ({"out": "aws,aws"}, lambda s: s.set_aside == ("aws",)),
        ({"judged": "ip-legal~role:a~role:b"}, lambda s: s.panel.member("ip-legal").role == "b"),
        ({"judged": "ip-legal~role:a,ip-legal~role:b"}, lambda s: s.panel.member("ip-legal").role == "b"),
        ({"judged": "*~join:judgements~join:priorities"}, lambda s: s.panel.join == "priorities"),
    ],
)
def test_of_what_is_told_twice_the_last_counts_and_it_is_noted(
    case: Problem, query: dict, read: object
) -> None:
    scenario, notes = criteria.scenario_from_query(case, query)
    assert read(scenario)  # type: ignore[operator]
    assert [note.endswith("more than once; the last was used.") for note in notes] == [True]


@pytest.mark.parametrize(
    "query",
    [
        {"w": "ip:１２"},
        {"w": "ip:٣"},
        {"w": "i\u200bp:12"},
        {"w": "ip:12\u200b"},
        {"w": "ip:1e308"},
        {"w": "ip:1000000001"},
        {"set": "aws.ip-terms:７"},
        {"set": "aws.ip-\u2060terms:7"},
        {"sure": "seed:１"},
        {"sure": "nonsense:1"},
        {"out": "aws\ufeff"},
        {"judged": "ip-legal~weight:２"},
        {"judged": "ip-legal~weight:1_0"},
        {"judged": "ip-legal~weight:nan"},
        {"judged": "*~nonsense:1"},
        {"judged": "*~hidden:perhaps"},
        {"judged": "ip-legal~u:nowhere:ahp"},
    ],
)
def test_what_is_not_plain_is_left_out_with_one_note(case: Problem, query: dict[str, str]) -> None:
    scenario, notes = criteria.scenario_from_query(case, query)
    base = case.base_scenario()
    assert len(notes) == 1
    assert (scenario.importances, scenario.changed, scenario.uncertainty) == (
        base.importances,
        base.changed,
        base.uncertainty,
    )
    assert scenario.set_aside == ()
    assert all(member.weight is None and not member.ways for member in scenario.panel.members)
    assert not scenario.panel.hidden


@pytest.mark.parametrize("text", ["１", "nan", "inf", "1_0", " 1", "1 ", "", "0x1", "1e9999"])
def test_a_number_is_digits(text: str) -> None:
    with pytest.raises(ValueError, match=r"^"):
        number_in(text)
    with pytest.raises(ValueError, match=r"^"):
        whole_in(text)


def test_items_beyond_the_limit_are_counted_in_one_note() -> None:
    notes: list[str] = []
    found = list(items(",".join(f"a{n}" for n in range(10 * ITEM_LIMIT)), notes))
    assert len(found) == ITEM_LIMIT
    assert len(notes) == 1
    assert list(items(",".join(f"a{n}" for n in range(ITEM_LIMIT)), notes))
    assert len(notes) == 1


def test_nine_thousand_cells_are_read_in_no_time(case: Problem) -> None:
    cells = [(a.id, leaf.id) for a in case.alternatives for leaf in case.leaves]
    text = ",".join(f"{a}.{c}:{n % 9}" for n in range(34) for a, c in cells)
    began = time.process_time()
    scenario, notes = criteria.scenario_from_query(case, {"set": text[:190_000]})
    assert time.process_time() - began < 1.0
    assert len(scenario.changed) == len(cells)
    assert notes


def test_a_range_given_in_the_link_is_kept_even_where_it_is_a_point(case: Problem) -> None:
    point, _notes = criteria.scenario_from_query(case, {"set": "aws.ip-terms:5"})
    exact, _notes = criteria.scenario_from_query(case, {"set": "aws.ip-terms:5-5-5"})
    assert point != exact
    for scenario, text in ((point, "aws.ip-terms:5"), (exact, "aws.ip-terms:5-5-5")):
        assert criteria.scenario_to_query(case, scenario)["set"] == text
