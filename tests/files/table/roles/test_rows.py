"""What a row below the header is: a candidate, something about the criteria, or nothing that takes part."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from criteria.files.table.question import ABOUT
from criteria.files.table.reading import LEFT, Reading
from criteria.model.importance import leaf_weights

Read = Callable[[str], Reading]
HEAD = "Vendor,x,y\ndirection,max,max\n"
TWO = "Alpha,1,20\nBeta,2,10\n"


def about(found: Reading) -> dict[str, str]:
    """Return what each row about the criteria says, by its name."""
    return {role.name: role.role for role in found.roles if role.use == ABOUT and role.name}


def candidates(found: Reading) -> list[str]:
    return [role.name for role in found.roles if role.role == "candidate"]


def weights(found: Reading) -> list[float]:
    assert found.problem is not None, (found.questions, found.findings)
    return leaf_weights(found.problem, found.problem.base_scenario()).tolist()


@pytest.mark.parametrize(
    ("rows", "what"),
    [
        ("Preference,0.4,0.6\n", "weight"),
        ("Preference,40,60\n", "weight"),
        ("indifference,1,1\nPreference,40,60\n", "preference"),
    ],
    ids=["a whole of 1", "a whole of 100", "beside an indifference"],
)
def test_preference_is_read_by_its_numbers_and_by_what_stands_beside_it(
    reading: Read, rows: str, what: str
) -> None:
    found = reading(HEAD + rows + TWO)
    assert not found.open
    assert about(found)["Preference"] == what
    assert candidates(found) == ["Alpha", "Beta"]
    assert any("read as the weights" in note for note in found.notes) is (what == "weight")


def test_preference_whose_numbers_decide_nothing_is_asked(reading: Read) -> None:
    found = reading(HEAD + "Preference,3,9\n" + TWO)
    assert [(q.id, found.problem) for q in found.open] == [("role:Preference", None)]
    assert weights(found.with_answer("role:Preference", "weight")) == pytest.approx([0.25, 0.75])
    assert candidates(found.with_answer("role:Preference", "candidate")) == ["Preference", "Alpha", "Beta"]


def test_a_second_row_of_weights_counts_only_where_somebody_says_so(reading: Read) -> None:
    same = reading(HEAD + "weight,1,3\nweight %,25,75\n" + TWO)
    assert weights(same) == pytest.approx([0.25, 0.75])
    assert "Row 4 'weight %' is left out: it says the same as the weights in row 3." in same.notes
    other = reading(HEAD + "weight,1,3\nimportance,3,3\n" + TWO)
    ((question),) = other.open
    assert (question.id, question.suggestion) == ("role:importance", LEFT)
    assert weights(other.with_answer("role:importance", LEFT)) == pytest.approx([0.25, 0.75])


def test_single_letters_are_thresholds_unless_a_candidate_has_such_a_name(reading: Read) -> None:
    found = reading(HEAD + "w,0.4,0.6\nq,1,1\np,2,2\nv,3,3\n" + TWO)
    assert about(found) | {"direction": ""} == {
        "direction": "", "w": "weight", "q": "indifference", "p": "preference", "v": "veto",
    }  # fmt: skip
    assert weights(found) == pytest.approx([0.4, 0.6])
    named = reading(HEAD + "w,0.4,0.6\nq,1,1\np,2,2\nr,3,3\n")
    assert candidates(named) == ["w", "q", "p", "r"]


@pytest.mark.parametrize("rows", ["q,3,3\np,1,1\n", "q,-1,0\np,1,1\n", "q,1,1\n"])
def test_letters_whose_numbers_are_no_thresholds_stay_candidates(reading: Read, rows: str) -> None:
    assert candidates(reading(HEAD + rows + TWO))[:1] == ["q"]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("Vendor,x,y", "it repeats the header"),
        ("Region north,,", "it has no data (a heading or a remark)"),
        ("must have,yes,no", "it says which criteria are must-haves"),
        ("remarks,fine,", "it holds remarks"),
    ],
)
def test_a_row_that_is_no_candidate_is_named_with_the_reason(reading: Read, row: str, reason: str) -> None:
    found = reading(HEAD + row + "\n" + TWO)
    assert candidates(found) == ["Alpha", "Beta"]
    assert any(f"Row 3 '{row.partition(',')[0]}' is left out: {reason}" in note for note in found.notes)


def test_points_to_be_won_are_scale_and_weight_and_best_values_are_neither(reading: Read) -> None:
    won = reading(HEAD + "max points,10,30\n" + TWO)
    assert weights(won) == pytest.approx([0.25, 0.75])
    assert any("how many points are to be won" in note for note in won.notes)
    level = reading(HEAD + "max points,30,30\n" + TWO)
    assert weights(level) == [0.5, 0.5]
    assert any("it holds the best possible values" in note for note in level.notes)


def test_a_line_below_the_head_is_no_candidate(reading: Callable[[str], Reading]) -> None:
    for line in ("---|---|---", ":--|:-:|--:", "===|===|==="):
        found = reading(f"Vendor|Price|Quality\n{line}\nAlpha|120|7\nBeta|95|6\n")
        assert [r.name for r in found.roles if r.role == "candidate"] == ["Alpha", "Beta"]
        assert any("it draws a line" in note for note in found.notes)
    kept = reading("Vendor|Price|Quality\n--|3|4\nAlpha|120|7\n")
    assert [r.name for r in kept.roles if r.role == "candidate"] == ["--", "Alpha"]
