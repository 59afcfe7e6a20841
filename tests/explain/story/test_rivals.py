"""Why not the runner-up, and what would change the verdict."""

from __future__ import annotations

import pytest
from by_hand import BASE, evaluated, robust

from criteria.explain.firmness import nearest_change
from criteria.explain.head_to_head import head_to_head
from criteria.explain.numbers import share_with_error
from criteria.explain.places import ranks_text
from criteria.explain.story.rivals import change_part, runner_up_part
from criteria.robustness.evaluated.places import places_of


def test_the_runner_up_is_compared_group_by_group() -> None:
    evaluation = evaluated()
    found = runner_up_part(evaluation, None)
    assert found.title + "." == head_to_head(evaluation, "ash", "birch").sentence
    assert found.heads[1] == "Ash over Birch"
    # 0.48 - 0.36, 0.14 - 0.16, 0.12 - 0.16
    assert [value for (value,) in found.values] == pytest.approx([0.12, -0.02, -0.04])
    assert found.sentences[0].startswith("What favours most Birch: ")


def test_with_one_candidate_there_is_no_runner_up() -> None:
    evaluation = evaluated(BASE.with_set_aside("birch").with_set_aside("cedar"))
    assert runner_up_part(evaluation, None).title == "There is no runner-up: one candidate is left"
    assert "no lead that could change" in change_part(evaluation, None).title


def test_the_shares_of_first_place_are_those_of_the_headline() -> None:
    evaluation, robustness = evaluated(), robust()
    found = change_part(evaluation, robustness)
    assert found.title + "." == nearest_change(evaluation, robustness)
    weights = robustness.weights
    assert found.rows[0][:2] == (
        "Ash",
        share_with_error(float(weights.first[0]), weights.draws, int(weights.proved[0])),
    )
    assert found.rows[0][-2] == f"{robustness.first_under[0]} of {robustness.methods}"
    assert found.rows[0][-1] == ranks_text(places_of(robustness)[0])
    assert all(len(row) == len(found.heads) for row in found.rows)


def test_a_partial_order_is_said_to_have_no_lead() -> None:
    found = change_part(evaluated(BASE.with_method("electre_iii")), None)
    assert "no complete order" in found.title
    assert "--method" not in found.title
