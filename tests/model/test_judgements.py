"""What people said: equal answers are equal values, one answer stands for a question, and mistakes are told in words."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

import criteria
from criteria.errors import CriteriaError, ScenarioError, WeightsError
from criteria.model.judgements import (
    LARGEST_VALUE,
    MEMBER_LIMIT,
    ROLE_LIMIT,
    SETTINGS,
    WAYS,
    Answers,
    Judgement,
    Member,
    Panel,
)
from criteria.model.problem import Problem
from criteria.model.scenario_checks import check_panel, check_scenario

ratios = st.floats(1 / LARGEST_VALUE, LARGEST_VALUE)


def ratio(first: str, second: str, value: float) -> Judgement:
    return Judgement("ratio", first, second, value)


def points(first: str, value: float) -> Judgement:
    return Judgement("points", first, "", value)


def test_every_way_has_questions_and_settings() -> None:
    assert list(WAYS) == list(SETTINGS)
    assert all(WAYS.values())


def test_judgements_members_and_panels_are_frozen_and_hashable() -> None:
    answers = Answers("ip", "ahp", [ratio("a", "b", 2)])  # type: ignore[arg-type]
    panel = Panel([Member("m", "M", answers=[answers], ways=[("ip", "ahp")])])  # type: ignore[arg-type]
    assert isinstance(hash(panel), int)
    for value, name in ((answers, "way"), (panel, "join"), (panel.members[0], "name")):
        with pytest.raises(FrozenInstanceError):
            setattr(value, name, "x")


@given(value=ratios)
def test_a_pair_is_the_same_value_whichever_side_it_was_asked_from(value: float) -> None:
    one = Answers("", "ahp", (ratio("a", "b", value),)).judgements[0]
    again = Answers("", "ahp", (one,)).judgements[0]
    assert one.value >= 1
    assert again == one
    turned = Answers("", "ahp", (ratio("b", "a", one.value if one.first == "b" else 1 / one.value),))
    assert turned.judgements[0].value == pytest.approx(one.value, rel=1e-15)


def test_equal_importance_names_the_two_in_one_order() -> None:
    assert Answers("", "ahp", (ratio("b", "a", 1),)) == Answers("", "ahp", (ratio("a", "b", 1),))


def test_the_last_answer_to_a_question_counts() -> None:
    pairs = Answers("", "ahp", (ratio("a", "b", 2), ratio("b", "a", 5)))
    assert pairs.judgements == (ratio("b", "a", 5),)
    ends = Answers("", "best_worst", (Judgement("best", "a", "", 1), Judgement("best", "b", "", 1)))
    assert ends.values("best") == {"b": 1}
    both = Answers("", "best_worst", (Judgement("best-to", "a", "", 2), Judgement("to-worst", "a", "", 3)))
    assert len(both.judgements) == 2


def test_the_order_in_which_answers_were_given_does_not_matter() -> None:
    said = (points("a", 1), points("b", 2), points("c", 3))
    assert Answers("", "direct", said) == Answers("", "direct", said[::-1])
    assert Panel((Member("a"), Member("b"))) == Panel((Member("b"), Member("a")))


def test_an_answer_is_added_and_taken_back_without_touching_the_old_value() -> None:
    before = Answers("", "ahp", (ratio("a", "b", 2),))
    after = before.with_judgements([ratio("a", "b", 3), ratio("b", "c", 4)])
    assert before.judgements == (ratio("a", "b", 2),)
    assert {j.value for j in after.judgements} == {3, 4}
    assert after.without("ratio", "b", "a").judgements == (ratio("b", "c", 4),)
    assert after.without("ratio", "a", "c") == after


def test_a_setting_of_another_way_or_without_a_value_is_not_kept() -> None:
    answers = Answers("", "ahp", settings=(("scale", "root"), ("model", "linear"), ("index", "")))
    assert answers.settings == (("scale", "root"),)
    assert answers.with_setting("scale", "").settings == ()
    assert answers.setting("index", "saaty1980") == "saaty1980"


def test_answers_are_empty_only_without_judgement_and_setting() -> None:
    assert Answers("", "ahp").empty
    assert not Answers("", "ahp", settings=(("scale", "root"),)).empty
    assert not Answers("", "direct", (points("a", 0),)).empty


@pytest.mark.parametrize(
    ("question", "value"),
    [("ratio", 0), ("ratio", -2), ("ratio", float("nan")), ("ratio", float("inf")), ("ratio", 2e6),
     ("ratio", 1e-7), ("points", -1), ("points", 1.1e6), ("rank", 0.5), ("best-to", 0.9), ("to-worst", 0)],
)  # fmt: skip
def test_a_value_without_meaning_is_refused_in_a_sentence(question: str, value: float) -> None:
    with pytest.raises(WeightsError, match=r"The judgement about 'Speed' is .*; give a number .*"):
        Judgement(question, "Speed", "Range", value)


def test_minus_zero_points_are_zero() -> None:
    assert str(points("a", -0.0).value) == "0.0"


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        (lambda: Answers("", "guess"), "no way 'guess'.*choose from direct, ahp"),
        (lambda: Answers("", "ahp", (points("a", 1),)), "'points' is no question of 'ahp'"),
        (lambda: Member("m", weight=-1), "What 'm' counts is -1.0"),
        (lambda: Member("m", weight=float("nan")), "What 'm' counts is nan"),
        (lambda: Member("m", ways=(("", "guess"),)), "no way 'guess'"),
        (lambda: Member("a b"), "cannot be the identifier of a member"),
        (lambda: Panel(join="vote"), "'vote' is no way to join members"),
        (lambda: Panel(open="a b"), "cannot be the identifier of a member"),
        (lambda: Panel(tuple(Member(f"m{i}") for i in range(MEMBER_LIMIT + 1))), "at most 40 members"),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(wrong, words: str) -> None:
    with pytest.raises(CriteriaError, match=words):
        wrong()


def test_a_full_panel_takes_another_answer_of_the_same_people() -> None:
    full = Panel(tuple(Member(f"m{i}") for i in range(MEMBER_LIMIT)))
    assert full.with_member(Member("m0", "Zero")).member("m0") == Member("m0", "Zero")
    assert full.member("nobody") is None


@pytest.mark.parametrize(
    ("given", "kept"),
    [("#FF8800", "ff8800"), ("ff8800", "ff8800"), ("red", ""), ("#12345", ""), ("0000zz", ""), ("\u0661" * 6, "")],
)  # fmt: skip
def test_a_colour_is_six_digits_or_none(given: str, kept: str) -> None:
    assert Member("m", colour=given).colour == kept


def test_names_and_roles_are_cleaned_and_cut() -> None:
    member = Member("m", "A\x00\u202eB  C", "x" * 500)
    assert member.name == "AB C"
    assert len(member.role) == ROLE_LIMIT
    assert replace(member) == member


def test_another_way_keeps_what_was_answered_before() -> None:
    answers = Answers("ip", "direct", (points("a", 1),))
    member = Member("m").with_answers(answers).with_way("ip", "direct").with_way("ip", "ahp")
    assert member.way_at("ip") == "ahp"
    assert member.answers_to("ip", "direct") == answers
    assert member.answers_to("ip", "swing").empty
    assert member.way_at("") == ""


def test_a_panel_changes_no_importance(case: Problem) -> None:
    base = case.base_scenario()
    panel = Panel((Member("ip-legal", weight=3),), hidden=True)
    moved = base.with_panel(panel)
    assert moved != base
    assert hash(moved) == hash(base.with_panel(panel))
    assert moved.importances == base.importances
    assert criteria.evaluate(case, moved, methods=()).scores.tolist() == (
        criteria.evaluate(case, base, methods=()).scores.tolist()
    )


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        (Answers("nowhere", "ahp"), "no criterion 'nowhere'"),
        (Answers("ip-terms", "ahp"), "has no criteria below it to weigh"),
        (Answers("ip", "ahp", (ratio("ip-terms", "cap-ota", 2),)), "'cap-ota' is not one of the criteria"),
        (Answers("", "direct", (points("ip-terms", 2),)), "'ip-terms' is not one of the criteria"),
        (Answers("ip", "ahp", (ratio("ip-terms", "ip-terms", 2),)), "'ip-terms' is compared with itself"),
    ],
)
def test_judgements_about_anything_but_children_of_the_node_are_refused(
    case: Problem, answers: Answers, words: str
) -> None:
    scenario = case.base_scenario().with_panel(Panel((Member("ip-legal", answers=(answers,)),)))
    with pytest.raises(ScenarioError, match=words):
        check_scenario(case, scenario)


def test_a_way_for_an_unknown_node_is_refused(case: Problem) -> None:
    with pytest.raises(ScenarioError, match="no criterion 'nowhere'"):
        check_panel(case, Panel((Member("ip-legal", ways=(("nowhere", "ahp"),)),)))


def test_answers_in_the_data_leave_the_figures_and_so_the_fingerprint_alone(case: Problem) -> None:
    without = replace(case, answers=())
    assert case.answers
    assert without.fingerprint == case.fingerprint
    assert without != case
