"""The panel: each member's weights over the tree, and the group's; the weights of a panel are those the scenario then uses."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from criteria.errors import WeightsError
from criteria.model.importance import leaf_weights
from criteria.model.judgements import Answers, Judgement, Member, Panel
from criteria.model.problem import Problem
from criteria.weighting.elicited import pairs_of
from criteria.weighting.panel import (
    answers_at,
    group_of,
    importances_from,
    importances_of_leaves,
    items_of,
    member_weights,
    nodes_of,
    panel_members,
    points_of_profile,
    way_that_counts,
)

STAKEHOLDERS = 6
LAW = settings(max_examples=60, deadline=None, derandomize=True, database=None)
VALUES = (5.0, 3.0, 7.0, 0.25, 6.0, 2.0, 4.0, 1.0, 0.5, 9.0)


def in_pairs(problem: Problem, identifier: str, **more: object) -> Member:
    """Return a member who compared all pairs of every group, not consistently."""
    answers, ways = [], []
    for node in nodes_of(problem):
        pairs = pairs_of(items_of(problem, node))
        said = zip(pairs, VALUES, strict=False)
        answers.append(Answers(node, "ahp", tuple(Judgement("ratio", *pair, value) for pair, value in said)))
        ways.append((node, "ahp"))
    return Member(identifier, identifier.title(), answers=tuple(answers), ways=tuple(ways), **more)  # type: ignore[arg-type]


def in_points(problem: Problem, identifier: str, nodes: dict[str, list[float]], weight: float = 1) -> Member:
    """Return a member who gave points to the children of some nodes."""
    answers = [
        Answers(node, "direct", tuple(Judgement("points", i, "", p) for i, p in zip(items_of(problem, node), given, strict=True)))
        for node, given in nodes.items()
    ]  # fmt: skip
    ways = tuple((node, "direct") for node in nodes)
    return Member(identifier, identifier.title(), answers=tuple(answers), ways=ways, weight=weight)


def nobody_of_the_data(problem: Problem) -> tuple[Member, ...]:
    return tuple(Member(p.id, weight=0) for p in problem.profiles)


def test_the_nodes_are_those_with_children_the_top_first(case: Problem, aircraft: Problem) -> None:
    assert nodes_of(case) == ("", *(group.id for group in case.groups))
    assert nodes_of(aircraft) == ("",)
    assert items_of(case, "security") == ("sec-compliance", "sec-geo")


def test_the_stakeholders_of_the_data_are_the_panel_from_the_start(case: Problem) -> None:
    people = panel_members(case, Panel())
    assert [m.id for m in people] == [p.id for p in case.profiles if p.kind == "profile"]
    assert len(people) == STAKEHOLDERS
    assert len(panel_members(case, Panel(), scenarios=True)) == len(case.profiles)
    more = panel_members(case, Panel((Member("z", "Adam"), Member("a", "zoe"), Member("scn-ip-first"))))
    assert [m.id for m in more[STAKEHOLDERS:]] == ["z", "a"]


def test_what_was_said_since_is_laid_over_the_data(case: Problem) -> None:
    said = Answers("ip", "direct", (Judgement("points", "ip-terms", "", 1),))
    people = panel_members(case, Panel((Member("ip-legal", "Me", answers=(said,)),)))
    member = next(m for m in people if m.id == "ip-legal")
    assert member.name == "Me"
    assert member.answers_to("ip", "direct") == said
    assert not member.answers_to("ip", "ahp").empty  # the worked example stays


@pytest.mark.parametrize("profile", range(STAKEHOLDERS))
def test_a_stakeholder_who_said_nothing_has_the_weights_of_the_profile(case: Problem, profile: int) -> None:
    member = panel_members(case, Panel())[profile]
    own = member_weights(case, member)
    assert own.leaf_weights == pytest.approx(leaf_weights(case, case.base_scenario(member.id)), abs=1e-12)
    assert set(own.ways.values()) == {"direct"}
    assert own.stand_ins == frozenset()
    assert own.worst_consistency is None


def test_while_a_way_gives_nothing_the_points_of_the_profile_stand_in(case: Problem) -> None:
    member = panel_members(case, Panel())[0].with_way("region", "swing")
    own = member_weights(case, member)
    assert own.stand_ins == {"region"}
    assert own.nodes["region"].weights is None
    assert own.leaf_weights == pytest.approx(leaf_weights(case, case.base_scenario(member.id)), abs=1e-12)


def test_somebody_without_a_profile_has_no_weights_until_every_node_is_answered(case: Problem) -> None:
    member = in_points(case, "new", {"": [1, 2, 3, 4, 5]})
    own = member_weights(case, member)
    assert own.leaf_weights is None
    assert own.global_weights is None
    assert own.local[""] == pytest.approx(np.array([1, 2, 3, 4, 5]) / 15)
    assert own.local["ip"] is None
    assert own.stand_ins == frozenset()


def test_the_way_that_counts_is_the_chosen_then_points_then_the_one_begun(case: Problem) -> None:
    legal = next(m for m in panel_members(case, Panel()) if m.id == "ip-legal")
    assert way_that_counts(case, legal, "ip") == "direct"
    assert way_that_counts(case, legal.with_way("ip", "ahp"), "ip") == "ahp"
    new = Member("new", "New")
    assert way_that_counts(case, new, "ip") == "ahp"
    begun = new.with_answers(Answers("ip", "swing", (Judgement("points", "ip-terms", "", 1),)))
    assert way_that_counts(case, begun, "ip") == "swing"


def test_points_nobody_touched_are_those_of_the_profile(case: Problem) -> None:
    legal = next(m for m in panel_members(case, Panel()) if m.id == "ip-legal")
    shown = answers_at(case, legal, "", "direct").values("points")
    assert shown == {group.id: dict(case.profile("ip-legal").importances)[group.id] for group in case.groups}
    assert answers_at(case, legal, "", "swing").empty


def test_the_weights_of_a_leaf_are_the_product_along_the_tree(case: Problem) -> None:
    own = member_weights(case, in_pairs(case, "new"))
    assert own.leaf_weights is not None
    assert own.global_weights is not None
    for leaf, weight in zip(case.leaves, own.leaf_weights, strict=True):
        top, below = (own.local[node] for node in ("", leaf.parent))
        assert top is not None
        assert below is not None
        group = float(top[items_of(case, "").index(leaf.parent)])
        expected = group * float(below[items_of(case, leaf.parent).index(leaf.id)])
        assert weight == pytest.approx(expected, rel=1e-12)
        assert own.global_weights[leaf.id] == pytest.approx(expected, rel=1e-12)
    assert own.worst_consistency == max(found.consistency or 0 for found in own.nodes.values())


@pytest.mark.parametrize("join", ["priorities", "judgements"])
def test_a_group_of_identical_members_is_the_member(case: Problem, join: str) -> None:
    panel = Panel(
        (*nobody_of_the_data(case), in_pairs(case, "one"), in_pairs(case, "two", weight=3)), join=join
    )
    everybody = [member_weights(case, member) for member in panel_members(case, panel)]
    group = group_of(case, panel, everybody)
    assert len(group.members) == 2
    assert group.leaf_weights == pytest.approx(everybody[-1].leaf_weights, abs=1e-12)
    assert group.consensus == pytest.approx(1)
    assert group.clusters == {"one": 0, "two": 0}
    assert group.joined_judgements == (nodes_of(case) if join == "judgements" else ())


def test_a_group_of_identical_members_is_the_member_for_every_priorities(case: Problem) -> None:
    def by_mean(identifier: str) -> Member:
        member = in_pairs(case, identifier)
        return replace(
            member, answers=tuple(a.with_setting("priorities", "geometric_mean") for a in member.answers)
        )

    panel = Panel((*nobody_of_the_data(case), by_mean("one"), by_mean("two")), join="judgements")
    everybody = [member_weights(case, member) for member in panel_members(case, panel)]
    assert group_of(case, panel, everybody).leaf_weights == pytest.approx(
        everybody[-1].leaf_weights, abs=1e-12
    )


def test_a_blank_is_a_blank_and_pulls_nobody(aircraft: Problem, case: Problem) -> None:
    whole = in_pairs(case, "one")
    part = in_points(case, "two", {"": [1, 1, 1, 1, 6]})
    panel = Panel((*nobody_of_the_data(case), whole, part))
    group = group_of(case, panel, [member_weights(case, m) for m in panel_members(case, panel)])
    alone = member_weights(case, whole)
    for node in nodes_of(case)[1:]:
        assert group.local[node] == pytest.approx(alone.local[node], abs=1e-12)
        assert group.node_consensus[node] == 1.0
    assert group.local[""] != pytest.approx(alone.local[""], abs=1e-3)
    assert group.clusters == {"one": 0}


def test_the_group_is_the_geometric_mean_by_what_members_count(aircraft: Problem) -> None:
    rows = {"one": ([10.0, 20, 30, 20, 10, 10], 1.0), "two": ([40.0, 10, 10, 10, 20, 10], 3.0)}
    people = [in_points(aircraft, name, {"": points}, weight) for name, (points, weight) in rows.items()]
    group = group_of(aircraft, Panel(), [member_weights(aircraft, member) for member in people])
    shares = np.array([points for points, _weight in rows.values()]) / [[100], [100]]
    expected = np.exp(0.25 * np.log(shares[0]) + 0.75 * np.log(shares[1]))
    assert group.leaf_weights == pytest.approx(expected / expected.sum(), abs=1e-12)


def test_judgements_are_joined_only_where_all_compared_pairs(case: Problem) -> None:
    pairs = in_pairs(case, "one")
    mixed = replace(pairs, id="two").with_answers(
        Answers("ip", "direct", tuple(Judgement("points", i, "", 1) for i in items_of(case, "ip")))
    )
    panel = Panel((*nobody_of_the_data(case), pairs, mixed.with_way("ip", "direct")), join="judgements")
    group = group_of(case, panel, [member_weights(case, m) for m in panel_members(case, panel)])
    assert group.joined_judgements == tuple(node for node in nodes_of(case) if node != "ip")
    first = member_weights(case, pairs).local["ip"]
    assert first is not None
    expected = np.sqrt(first * 0.25)
    assert group.local["ip"] == pytest.approx(expected / expected.sum(), abs=1e-12)


def test_who_counts_nothing_is_not_in_the_group(case: Problem) -> None:
    panel = Panel((Member("ip-legal", weight=0), in_pairs(case, "one", weight=0)))
    everybody = [member_weights(case, m) for m in panel_members(case, panel)]
    group = group_of(case, panel, everybody)
    assert {one.member.id for one in group.members}.isdisjoint({"ip-legal", "one"})
    others = [one for one in everybody if one.member.counts]
    assert group.leaf_weights == pytest.approx(group_of(case, Panel(), others).leaf_weights, abs=1e-12)


def test_a_group_of_nobody_is_a_sentence(case: Problem) -> None:
    with pytest.raises(WeightsError, match="No stakeholder has given weights yet"):
        group_of(case, Panel(), [])
    part = member_weights(case, in_points(case, "one", {"": [1, 2, 3, 4, 5]}))
    with pytest.raises(
        WeightsError, match="No stakeholder has given weights for the criteria of 'IP protection' yet"
    ):
        group_of(case, Panel(), [part])


@LAW
@given(data=st.data())
@pytest.mark.parametrize("name", ["case", "suppliers", "aircraft"])
def test_importances_of_leaves_give_exactly_these_weights_back(
    name: str, request: pytest.FixtureRequest, data: st.DataObject
) -> None:
    problem: Problem = request.getfixturevalue(name)
    count = len(problem.leaves)
    points = data.draw(st.lists(st.integers(0, 1000), min_size=count, max_size=count).filter(any))
    weights = np.array(points) / sum(points)
    scenario = problem.base_scenario().with_importances(importances_of_leaves(problem, weights))
    assert leaf_weights(problem, scenario) == pytest.approx(weights, abs=2e-6)


def test_importances_taken_over_give_the_members_weights(case: Problem) -> None:
    own = member_weights(case, in_pairs(case, "one"))
    scenario = case.base_scenario().with_importances(importances_from(case, own.local))
    assert leaf_weights(case, scenario) == pytest.approx(own.leaf_weights, abs=1e-6)


def test_importances_are_told_only_where_there_are_weights(case: Problem) -> None:
    own = member_weights(case, in_points(case, "new", {"security": [1, 3]}))
    assert importances_from(case, own.local) == {"sec-compliance": 25.0, "sec-geo": 75.0}


def test_points_of_a_profile_are_no_answers_until_they_are_entered(case: Problem) -> None:
    (profile, *_others) = panel_members(case, Panel())
    own = member_weights(case, profile)
    assert (own.answered, own.from_profile, own.has_answered) == (frozenset(), own.asked, False)
    entered = tuple(points_of_profile(case, profile.id, node) for node in nodes_of(case))
    own = member_weights(case, Member(profile.id, answers=entered))
    assert (own.answered, own.from_profile, own.has_answered) == (own.asked, frozenset(), True)


def test_while_a_way_gives_nothing_the_answers_in_another_way_count_before_the_profile(case: Problem) -> None:
    items = items_of(case, "")
    points = Answers("", "direct", tuple(Judgement("points", item, "", 5.0) for item in items))
    begun = Answers("", "ahp", (Judgement("ratio", items[0], items[1], 9.0),))
    own = member_weights(case, Member("ip-legal", answers=(points, begun), ways=(("", "ahp"),)))
    assert own.local[""] == pytest.approx([1 / len(items)] * len(items))
    assert "" in own.stand_ins
    assert "" in own.answered
