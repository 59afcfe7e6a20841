"""The order of known candidates: places that change places, what follows, and the way through link, file and reload."""

from __future__ import annotations

import pytest

from criteria.files.judgements import judgements_csv, judgements_from
from criteria.model.importance import leaf_weights
from criteria.model.judgements import Answers, Judgement
from criteria.model.problem import Problem
from criteria.ui.components.weights.asking_candidates import WAY, slots, with_place
from criteria.weighting.panel import member_weights, panel_members
from tests.ui.weights_page import again, choose, elicited_by, menu, opened, scenario, shown, use

EMPTY = Answers("", WAY)


def order(answers: Answers) -> list[str]:
    return [name for _place, name in sorted(slots(answers)[0].items())]


def placed(*names: str) -> Answers:
    answers = EMPTY
    for k, name in enumerate(names):
        answers = with_place(answers, k + 1, name)
    return answers


def test_a_candidate_chosen_for_another_place_changes_places_with_the_one_there() -> None:
    three = placed("a", "b", "c")
    assert order(three) == ["a", "b", "c"]
    assert order(with_place(three, 1, "c")) == ["c", "b", "a"]
    assert order(with_place(three, 2, None)) == ["a", "c"]
    assert slots(with_place(three, 2, None))[0] == {1: "a", 3: "c"}  # the others stay where they are
    assert order(with_place(three, 2, "d")) == ["a", "d", "c"]
    assert slots(with_place(three, 5, "a"))[0] == {2: "b", 3: "c", 5: "a"}


def test_no_candidate_stands_at_two_places_and_none_beyond_the_last_is_lost() -> None:
    many = placed(*(f"c{k}" for k in range(7)))
    more = many.with_judgements([Judgement("place", "far", "", 9)])
    assert slots(more)[1] == ["far"]
    assert "far" in with_place(more, 1, "c3").values("place")
    assert len(set(with_place(more, 1, "c3").values("place").values())) == 8


def put(page, *names: str):
    for k, name in enumerate(names):
        title = f"Place {k + 1}" + (" (best)" if k == 0 else " (optional)" if k > 2 else "")
        page = menu(page, title).set_value(name).run()
    return page


THREE = ("microsoft-azure", "harman", "ibm-red-hat")


def test_an_order_becomes_weights_of_the_whole_tree_and_comes_back_by_link_and_file(case: Problem) -> None:
    page = put(choose(opened(), WAY), *THREE)
    assert not page.exception
    said = shown(page)
    assert "What your order leaves open" in said
    assert "Ranked first, of all weights that give your order:" in said
    assert "would tell most" in said
    panel = scenario(page).panel
    member = next(m for m in panel.members if m.id == panel.open)
    assert dict(member.ways) == {"": WAY}
    own = elicited_by(case, page)
    back = scenario(again(page)).panel
    assert back == panel
    (read,) = judgements_from(case, "answers.csv", judgements_csv(case, [member]).encode())
    assert read.answers == member.answers
    assert set(member_weights(case, read).ways.values()) == {WAY}
    used = scenario(use(page))
    assert leaf_weights(case, used) == pytest.approx(own, abs=1e-6)


def test_a_contradiction_is_said_in_place_of_weights_and_what_was_there_counts_meanwhile(
    case: Problem,
) -> None:
    page = choose(opened(), WAY)
    before = scenario(page).importances
    page = put(page, "qualcomm", "wirelesscar", "aws", "bosch-etas")
    assert not page.exception
    # Tried by a linear program in tests/weighting/test_ordered_candidates.py: these two cannot both hold.
    told = shown(page)
    assert (
        "No weights give this order: Qualcomm before Amazon Web Services contradicts WirelessCar before Bosch / ETAS."
        in told
    )
    assert "What your order leaves open" not in told
    member = next(m for m in panel_members(case, scenario(page).panel) if m.id == scenario(page).panel.open)
    found = member_weights(case, member)
    assert found.stand_ins == found.asked  # what was answered before, or the profile, counts meanwhile
    assert scenario(page).importances == before
