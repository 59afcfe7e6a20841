"""Tables of every shape, set upright."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from criteria.files.table.reading import Reading
from criteria.model.importance import leaf_weights

SCORECARD = "Category,Criterion,Weight,Alpha,Beta\nMoney,Price,30%,3,4\n,Terms,10%,5,2\nWork,Care,40%,4,4\n,Speed,20%,2,5\nTotal,,100%,3.4,4.0\n"


def weights(reading: Reading) -> dict[str, float]:
    assert reading.problem is not None, (reading.questions, reading.findings)
    shares = leaf_weights(reading.problem, reading.problem.base_scenario())
    return {leaf.name: round(float(w), 9) for leaf, w in zip(reading.problem.leaves, shares, strict=True)}


def test_a_scorecard_with_groups_is_turned_and_keeps_its_weights(reading: Callable[[str], Reading]) -> None:
    found = reading(SCORECARD).with_directions(all_maximize=True)
    assert weights(found) == {"Price": 0.3, "Terms": 0.1, "Care": 0.4, "Speed": 0.2}
    assert found.problem is not None
    assert [g.name for g in found.problem.groups] == ["Money", "Work"]
    assert [a.name for a in found.problem.alternatives] == ["Alpha", "Beta"]


def test_weights_of_sections_multiply_those_within(reading: Callable[[str], Reading]) -> None:
    found = reading(
        "Criterion,Weight,A,B\nMoney,60%,,\nPrice,50%,1,2\nTerms,50%,2,3\nWork,40%,,\nCare,100%,4,5\n"
    ).with_directions(all_maximize=True)
    assert weights(found) == {"Price": 0.3, "Terms": 0.3, "Care": 0.4}


def test_without_weights_all_criteria_count_alike_in_groups_of_any_size(
    reading: Callable[[str], Reading],
) -> None:
    found = reading(",Money,,,Work\nVendor,a,b,c,d\ndirection,max,max,max,max\nA,1,2,3,4\nB,2,1,4,3\n")
    assert set(weights(found).values()) == {0.25}


def test_a_missing_header_is_asked_and_can_be_numbered(reading: Callable[[str], Reading]) -> None:
    found = reading("A,1,2\nB,3,4\n")
    assert [q.kind for q in found.open] == ["header"]
    problem = found.with_answer("header:", "numbered").with_directions(all_maximize=True).problem
    assert problem is not None
    assert [c.name for c in problem.leaves] == ["Column B", "Column C"]


@pytest.mark.parametrize(
    "text", ["Vendor,Weight,Price\nA,1.2,900\nB,1.5,800\n", "Laptop,Price,Weight\nA,900,1.2\nB,800,1.5\n"]
)
def test_a_criterion_may_be_called_weight(reading: Callable[[str], Reading], text: str) -> None:
    assert {q.about for q in reading(text).open} == {"Weight", "Price"}
