"""Ordinary sheets and names are read without a question, but for the directions that no sheet states."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from criteria.files.table.reading import Reading

# Names of candidates that begin or end as a total, a weight or a scale does.
CANDIDATES = (
    "Score Ltd", "Priority Cloud", "Rank Group", "Total Mobility", "Weight Watchers", "Unit 4", "Target Corp", "Average Joe", "Ideal Standard",
    "Sum Logic", "Objective Corporation", "Preference Labs", "Minimum Viable", "Direction Maps", "Scale AI", "High Wycombe", "Low & Co",
    "Points of Light", "Result Cloud", "Benchmark Inc", "Mean Well", "Median Tech", "Threshold Ltd", "Goal Systems", "Type Two", "Cost Co",
    "Likely AG", "Weighted Average Ltd", "Total SE", "Rank Xerox", "Q", "P&G",
)  # fmt: skip
CRITERIA = (
    "Factor of safety", "Total cost of ownership", "Total weight", "Weight (kg)", "Priority support", "Score of audits", "Credit score",
    "Ranking in Gartner", "Net promoter score", "Average latency", "Max speed", "Min order", "Unit price", "Target fit", "Ideal fit",
    "Importance for customers", "Direction of travel", "Points of presence", "Result quality", "Median response", "Sum insured", "Goal fit",
    "Type approval", "Preference of users", "Number of points", "Overall risk", "Risk score", "Weighting of risk", "Code quality",
    "Weight", "Gewicht", "Poids", "Weight of the car", "Veto", "Veto rights", "Preference for us", "Median", "Driving range",
    "Year of founding", "Low latency", "High availability", "Mean time to repair", "Safety factor", "Form factor",
)  # fmt: skip


def asked(found: Reading) -> list[str]:
    return [question.id for question in found.open if question.kind != "direction"]


@pytest.mark.parametrize("name", CANDIDATES)
@pytest.mark.parametrize("last", [False, True])
def test_a_candidate_may_be_called_like_a_total(
    name: str, last: bool, reading: Callable[[str], Reading]
) -> None:
    lines = ["Bolt,95,6,4", "Corex,110,8,2", "Delta,100,5,5"]
    lines.insert(3 if last else 0, f"{name},120,7,3")
    found = reading("\n".join(["Vendor,Price,Quality,Support", *lines]))
    assert (asked(found), found.findings) == ([], ())
    assert [r.name for r in found.roles if r.role == "candidate"] == [line.split(",")[0] for line in lines]


@pytest.mark.parametrize(
    ("name", "suggestion"),
    [("Total", "candidate"), ("Median", "candidate"), ("Veto", "candidate"), ("Target", "left out")],
)
@pytest.mark.parametrize("last", [False, True])
def test_a_candidate_called_just_like_a_result_is_asked_about_with_what_its_numbers_can_be(
    name: str, suggestion: str, last: bool, reading: Callable[[str], Reading]
) -> None:
    lines = ["Bolt,95,6,4", "Corex,110,8,2", "Delta,100,5,5"]
    lines.insert(3 if last else 0, f"{name},120,7,3")
    found = reading("\n".join(["Vendor,Price,Quality,Support", *lines]))
    assert [(q.id, q.suggestion) for q in found.open if q.kind != "direction"] == [
        (f"role:{name}", suggestion)
    ]
    ranked = found.with_answer(f"role:{name}", "candidate").with_directions(all_maximize=True).problem
    assert ranked is not None
    assert name in [a.name for a in ranked.alternatives]


@pytest.mark.parametrize("name", CRITERIA)
def test_a_criterion_may_be_called_like_a_weight_or_a_result(
    name: str, reading: Callable[[str], Reading]
) -> None:
    upright = f"Vendor,Price,{name},Support\nAlpha,120,7,3\nBolt,95,6,4\nCorex,110,8,2\nDelta,100,5,5\n"
    turned = f"Criterion,Alpha,Bolt,Corex\nPrice,120,95,110\n{name},7,6,8\nSupport,3,4,2\n"
    for text in (upright, turned):
        found = reading(text)
        assert (asked(found), found.findings) == ([], ())
        named = [role.name for role in found.roles if role.role == "criterion"]
        assert (len(named), named[0], named[2]) == (3, "Price", "Support")


def test_a_total_under_the_weights_is_left_out_by_suggestion_though_its_numbers_are_wrong(
    reading: Callable[[str], Reading],
) -> None:
    found = reading("Requirement,Weight,Alpha,Beta\nCost,60,8,7\nFit,40,6,9\nTotal,100,725,780\n")
    assert [(q.id, q.suggestion) for q in found.open if q.kind == "role"] == [("role:Total", "left out")]


def test_lines_of_several_quotes_are_criteria(reading: Callable[[str], Reading]) -> None:
    found = reading("Item,Quote 1,Quote 2\nHardware,12000,11500\nSoftware,5000,6200\nTotal,17000,17700\n")
    assert [role.name for role in found.roles if role.role == "candidate"] == ["Quote 1", "Quote 2"]
    assert asked(found) == []
