"""From a table understood to a problem: every number under its own criterion, weights as the table has them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from criteria.files.table.problem import PROFILE, per_cent
from criteria.files.table.reading import Reading
from criteria.model.criterion import Scale
from criteria.model.importance import leaf_weights
from criteria.model.problem import Problem

Read = Callable[[str], Reading]
# The criteria of the first group stand apart: its third column comes after another group's.
APART = ",Cost,Care,Cost\nVendor,Price,Help,Fees\ndirection,min,max,min\n{}A,1,2,3\nB,4,5,6\n"


def problem(found: Reading) -> Problem:
    assert found.problem is not None, (found.questions, found.findings)
    return found.problem


def test_numbers_stay_with_their_criterion_where_groups_bring_the_criteria_into_another_order(
    reading: Read,
) -> None:
    made = problem(reading(APART.format("")))
    assert [(c.id, c.parent) for c in made.criteria] == [
        ("cost", ""), ("price", "cost"), ("care", ""), ("help", "care"), ("fees", "cost"),
    ]  # fmt: skip
    assert [leaf.id for leaf in made.leaves] == ["price", "fees", "help"]
    assert [leaf.maximize for leaf in made.leaves] == [False, False, True]
    cells = {
        (a.id, leaf.id): made.performance(a.id, leaf.id).likely
        for a in made.alternatives
        for leaf in made.leaves
    }
    assert cells == {
        ("a", "price"): 1, ("a", "help"): 2, ("a", "fees"): 3, ("b", "price"): 4, ("b", "help"): 5, ("b", "fees"): 6,
    }  # fmt: skip


def test_shares_of_leaves_become_points_of_groups_that_give_the_same_weights(reading: Read) -> None:
    made = problem(reading(APART.format("weight,0.07,0.6,0.33\n")))
    assert dict(made.profiles[0].importances) == {
        "cost": 40.0, "care": 60.0, "price": 7.0, "help": 60.0, "fees": 33.0,
    }  # fmt: skip
    assert leaf_weights(made, made.base_scenario()) == pytest.approx([0.07, 0.33, 0.6], abs=1e-15)
    assert made.default_profile == PROFILE


def test_without_weights_a_group_of_two_counts_twice_as_much_as_one_of_one(reading: Read) -> None:
    made = problem(reading(APART.format("")))
    points = dict(made.profiles[0].importances)
    assert (points["cost"], points["care"]) == (66.6666666667, 33.3333333333)
    assert leaf_weights(made, made.base_scenario()) == pytest.approx([1 / 3] * 3, abs=1e-12)
    assert "all criteria begin equally important" in made.notes[-1]


def test_one_group_around_everything_is_no_group(reading: Read) -> None:
    made = problem(reading(",Cost,Cost\nVendor,Price,Fees\ndirection,min,min\nA,1,2\nB,3,4\n"))
    assert [c.parent for c in made.criteria] == ["", ""]
    assert made.profiles == ()


def test_words_in_order_make_a_scale_with_the_words_as_its_anchors(reading: Read) -> None:
    made = problem(reading("Vendor,Help,Price\ndirection,max,min\nA,good,3\nB,poor,4\nC,fair,5\n"))
    # Poor, fair and good belong to a scale of four words, whose best was given to nobody.
    assert made.leaves[0].scale == Scale(1, 4, ((1, "poor"), (2, "fair"), (3, "good")))
    assert [made.performance(a, "help").likely for a in ("a", "b", "c")] == [3, 1, 2]


def test_what_speaks_of_no_criterion_stays_with_the_candidate(reading: Read) -> None:
    made = problem(reading("Vendor,Country,Price\ndirection,,min\nA,JP,1\nA b,,2\n"))
    assert [(a.id, a.attribute("Country")) for a in made.alternatives] == [("a", "JP"), ("a-b", "")]


@pytest.mark.parametrize(("share", "points"), [(0.07, 7.0), (0.29, 29.0), (1 / 3, 33.3333333333), (0.0, 0.0)])
def test_a_share_in_points_has_no_noise_of_the_machine(share: float, points: float) -> None:
    assert per_cent(share) == points
