"""Why one is ahead of another, what speaks for a candidate, and how a scenario differs from its base."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import permutations

import pytest

import criteria
from criteria.explain.differences import differences
from criteria.explain.head_to_head import head_to_head
from criteria.explain.strengths import standings
from criteria.model.evaluation import Evaluation
from criteria.model.problem import Problem
from criteria.model.scenario import ChangedCell

BUNDLED = ("automotive-cloud", "fighter-aircraft", "telematics-suppliers")
Ranked = Callable[..., Evaluation]


@pytest.mark.parametrize("name", BUNDLED)
@pytest.mark.parametrize("method", criteria.METHODS)
def test_swapping_the_two_negates_every_difference(
    evaluated: Callable[[str, str], Evaluation], name: str, method: str
) -> None:
    evaluation = evaluated(name, method)
    pairs = list(permutations([a.id for a in evaluation.alternatives][:5], 2))
    for first, second in pairs:
        forth, back = head_to_head(evaluation, first, second), head_to_head(evaluation, second, first)
        assert [g.difference for g in forth.groups] == pytest.approx([-g.difference for g in back.groups])
        assert [c.better for c in forth.criteria] == [-c.better for c in back.criteria]
        assert [c.certain for c in forth.criteria] == [c.certain for c in back.criteria]
        assert forth.sentence.endswith(".")
        assert not re.search(r"\b(nan|None|inf)\b|[{}]", forth.sentence)
        labels = [evaluation.problem.alternatives[evaluation.problem.row(i)].label for i in (first, second)]
        assert all(label in forth.sentence for label in labels)
        ranks = [evaluation.ranks[evaluation.position(i)] for i in (first, second)]  # type: ignore[index]
        if forth.groups and ranks[0] != ranks[1]:
            assert forth.sentence == back.sentence


@pytest.mark.parametrize("method", ["topsis", "wsm", "vikor", "spotis"])
def test_the_differences_add_up_to_the_gap_in_favour_of_the_first(
    evaluated: Callable[[str, str], Evaluation], method: str
) -> None:
    evaluation = evaluated("automotive-cloud", method)
    first, second = evaluation.order[0], evaluation.order[-1]
    found = head_to_head(evaluation, evaluation.alternatives[first].id, evaluation.alternatives[second].id)
    gap = abs(evaluation.scores[first] - evaluation.scores[second])
    assert sum(g.difference for g in found.groups) == pytest.approx(gap, abs=1e-9)


def test_the_sentence_names_what_speaks_for_and_against(ranked: Ranked) -> None:
    evaluation = ranked([[9.0, 2.0], [3.0, 4.0]])
    said = head_to_head(evaluation, "a1", "a0").sentence
    assert said == "A is 0.20 ahead of B: all of its advantage comes from X; Y favours most B."


def test_where_nothing_speaks_against_it_says_so(ranked: Ranked) -> None:
    assert "no group favours B" in head_to_head(ranked([[9.0, 5.0], [3.0, 5.0]]), "a0", "a1").sentence


@pytest.mark.parametrize("method", ["wsm", "mabac", "moora", "promethee_ii", "mairca"])
def test_a_group_in_which_both_are_alike_speaks_for_nobody(suppliers: Problem, method: str) -> None:
    scenario = suppliers.base_scenario().with_method(method)
    for leaf in suppliers.leaves[1:]:
        for identifier in ("supplier-a", "supplier-b"):
            assert leaf.scale is not None
            third = leaf.scale.low + (leaf.scale.high - leaf.scale.low) / 3
            scenario = scenario.with_cell(ChangedCell(identifier, leaf.id, third, third, third))
    said = head_to_head(
        criteria.evaluate(suppliers, scenario, methods=()), "supplier-a", "supplier-b"
    ).sentence
    assert "no group favours Supplier B" in said or "practically tied" in said
    assert "speaks for Supplier B" not in said.replace("no group favours Supplier B", "")


def test_who_is_level_is_said_to_be(ranked: Ranked) -> None:
    assert head_to_head(ranked([[5.0, 3.0], [3.0, 5.0]]), "a0", "a1").sentence == "A and B are tied."


def test_a_lead_too_small_to_show_is_not_shown_as_zero(ranked: Ranked) -> None:
    said = head_to_head(ranked([[9.0], [8.9999], [1.0]]), "a0", "a1").sentence
    assert "0.00 ahead" not in said


@pytest.mark.parametrize(
    ("rows", "relation"),
    [
        ([[9.0, 9.0], [1.0, 1.0], [5.0, 5.0]], "A is preferred to B."),
        ([[5.0, 5.0], [5.0, 5.0], [1.0, 1.0]], "A and B are indifferent."),
    ],
)
def test_a_partial_order_says_what_it_says_of_the_pair(
    ranked: Ranked, rows: list[list[float]], relation: str
) -> None:
    evaluation = ranked(rows, "promethee_i")
    assert head_to_head(evaluation, "a0", "a1").sentence == relation
    assert head_to_head(evaluation, "a1", "a0").sentence in (relation, "B and A are indifferent.")


def test_a_better_value_is_certain_only_where_the_ranges_do_not_meet(ranked: Ranked) -> None:
    (apart,) = head_to_head(ranked([[8.0], [5.0]], "wsm", 1.0), "a0", "a1").criteria
    assert (apart.better, apart.certain) == (1, True)
    (meeting,) = head_to_head(ranked([[6.0], [5.0]], "wsm", 1.0), "a0", "a1").criteria
    assert (meeting.better, meeting.certain) == (1, False)
    (unknown,) = head_to_head(ranked([[6.0], [None]]), "a0", "a1").criteria
    assert (unknown.better, unknown.certain) == (0, False)


def test_less_of_a_cost_is_better(suppliers: Problem) -> None:
    found = head_to_head(
        criteria.evaluate(suppliers, suppliers.base_scenario(), methods=()), "supplier-a", "supplier-b"
    ).criteria
    price = next(c for c in found if c.criterion.id == "price-per-vehicle")
    assert (price.first.likely, price.second.likely, price.better) == (14, 11, -1)


def test_strengths_are_sorted_by_what_they_add_above_the_average(ranked: Ranked) -> None:
    found = standings(ranked([[9.0, 2.0], [3.0, 4.0], [3.0, 6.0]]), "a0")
    assert [(s.criterion.id, s.place) for s in found] == [("c0", 1), ("c1", 3)]
    assert [s.effect for s in found] == pytest.approx([0.5 * (0.9 - 0.5), 0.5 * (0.2 - 0.4)])


def test_the_effects_of_all_candidates_cancel_out(evaluated: Callable[[str, str], Evaluation]) -> None:
    evaluation = evaluated("automotive-cloud", "topsis")
    total = {leaf.id: 0.0 for leaf in evaluation.problem.leaves}
    for alternative in evaluation.alternatives:
        for standing in standings(evaluation, alternative.id):
            total[standing.criterion.id] += standing.effect
            assert 1 <= standing.place <= len(evaluation.ranked)
    assert list(total.values()) == pytest.approx([0.0] * len(total), abs=1e-9)


def test_who_is_set_apart_has_no_strengths_here(evaluated: Callable[[str, str], Evaluation]) -> None:
    assert standings(evaluated("automotive-cloud", "topsis"), "huawei-cloud") == ()


def test_the_base_case_differs_in_nothing_and_other_profiles_in_their_names(case: Problem) -> None:
    assert differences(case, case.base_scenario()) == ""
    for profile in case.profiles:
        if profile.id != case.default_profile:
            assert profile.name in differences(case, case.base_scenario(profile.id))


def test_every_change_is_told_in_one_sentence(case: Problem) -> None:
    scenario = (
        case.base_scenario()
        .with_importance("cap-ota", 60)
        .with_method("vikor", "minmax")
        .with_waived("g-lawful-na")
        .with_set_aside("aws")
        .with_cell(ChangedCell("fujitsu", "ip-terms", 1, 2, 3))
        .with_blanks("worst")
    )
    said = differences(case, scenario)
    assert said.startswith("Differs from the base case: ")
    assert said.endswith(".")
    for part in (
        "→ 60",
        "VIKOR instead of TOPSIS",
        "min–max",
        "waived: ",
        "set aside: Amazon Web Services",
        "Fujitsu, ",
        "worst value",
    ):
        assert part in said, part
    assert len(said.split("; ")) == 7


def test_a_difference_is_never_told_as_none(case: Problem) -> None:
    before = case.base_scenario().importance("cap-ota")
    said = differences(case, case.base_scenario().with_importance("cap-ota", before + 1e-9))
    old, new = re.search(r"(\S+) → (\S+)\.", said).groups()  # type: ignore[union-attr]
    assert old != new
