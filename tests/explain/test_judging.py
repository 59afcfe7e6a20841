"""What judgements amount to, in sentences that say no more than the numbers."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from scipy.stats import binom

import criteria
from criteria.explain import judging
from criteria.explain.lead import names
from criteria.files.figures import regret_table
from criteria.model.evaluation import Evaluation
from criteria.model.judgements import Answers, Judgement, Panel
from criteria.model.problem import Problem
from criteria.robustness.disagreement import Disagreement, disagreements, winners
from criteria.robustness.evaluated.regret import regret_of
from criteria.weighting.ahp import ahp
from criteria.weighting.chance import consensus_beyond_chance, reached_by_chance
from criteria.weighting.elicited import Elicited, elicited
from criteria.weighting.panel import group_of, importances_from, member_weights, panel_members

Ranked = Callable[..., Evaluation]
# A is twice B and B three times C, but A only twice C.
ISSUE = np.array([[1, 2, 2], [1 / 2, 1, 3], [1 / 2, 1 / 3, 1]])


@pytest.mark.parametrize(
    ("consistency", "word", "kind"),
    [
        (None, "cannot contradict itself", "info"),
        (0.0, "consistent enough", "good"),
        (0.10, "consistent enough", "good"),
        (0.1001, "some contradiction", "warn"),
        (0.20, "some contradiction", "warn"),
        (0.2001, "contradictory", "fail"),
        (5.0, "contradictory", "fail"),
    ],
)
def test_consistency_has_a_word_and_a_mark(consistency: float | None, word: str, kind: str) -> None:
    found = Elicited(np.array([0.5, 0.5]), 3, 3, consistency=consistency)
    assert judging.consistency_word(found) == (word, kind)


def test_answers_that_say_nothing_twice_cannot_contradict_yet() -> None:
    chain = Answers("", "ahp", (Judgement("ratio", "a", "b", 2), Judgement("ratio", "b", "c", 3)))
    assert judging.consistency_word(elicited("abc", chain)) == ("nothing to contradict yet", "info")
    whole = chain.with_judgements([Judgement("ratio", "a", "c", 6)])
    assert judging.consistency_word(elicited("abc", whole)) == ("consistent enough", "good")


@pytest.mark.parametrize(
    ("ratio", "words"),
    [
        (1, "A is as important as B"),
        (1.004, "A is as important as B"),
        (0.9975, "A is as important as B"),
        (3, "A is 3 times as important as B"),
        (2.54, "A is 2.5 times as important as B"),
        (1 / 3, "B is 3 times as important as A"),
        (14.4, "A is 14 times as important as B"),
    ],
)
def test_a_ratio_is_told_with_the_more_important_one_first(ratio: float, words: str) -> None:
    assert judging.comparison_in_words("A", "B", ratio) == words


@pytest.mark.parametrize("ratio", [1.006, 1.04, 0.97])
def test_nothing_is_said_to_be_once_as_important(ratio: float) -> None:
    assert " 1 times" not in judging.comparison_in_words("A", "B", ratio)


def test_the_chain_that_contradicts_a_judgement_is_told_in_words() -> None:
    found = next(s for s in ahp(ISSUE).suggestions if (s.first, s.second) == (0, 2))
    assert judging.contradiction("ABC", ISSUE, found) == (
        "You said: A is 2 times as important as B and B is 3 times as important as C. "
        "These two answers imply about: A is 6 times as important as C; you entered: A is 2 times as important as C."
    )


def test_the_chain_is_told_with_the_same_words_whichever_way_round_the_matrix_is() -> None:
    turned = ISSUE[::-1, ::-1]
    found = next(s for s in ahp(turned).suggestions if {s.first, s.second} == {0, 2})
    said = judging.contradiction("CBA", turned, found)
    assert (
        "These two answers imply about: A is 6 times as important as C; you entered: A is 2 times as important as C."
        in said
    )


def test_of_three_alike_the_judgement_of_the_first_and_last_is_looked_at() -> None:
    worst = ahp(ISSUE).suggestions[0]
    assert (worst.first, worst.second) == (0, 2)


def test_where_the_chain_is_far_from_all_others_together_both_are_told() -> None:
    weights = np.array([8.0, 4, 2, 1])
    matrix = weights[:, None] / weights
    matrix[0, 3], matrix[3, 0] = 2, 1 / 2  # instead of 8
    told = {s: judging.contradiction("ABCD", matrix, s) for s in ahp(matrix).suggestions}
    far = [s for s in told if abs(s.implied / s.fitting - 1) > 0.1]
    assert 0 < len(far) < len(told)
    for found, said in told.items():
        assert ("All other answers together would fit best with" in said) == (found in far)


@pytest.mark.parametrize(
    ("value", "word"),
    [(1.0, "near agreement"), (0.9, "near agreement"), (0.8999, "much agreement"), (0.75, "much agreement"),
     (0.7499, "some agreement"), (0.5, "some agreement"), (0.4999, "little agreement"), (0.0, "little agreement")],
)  # fmt: skip
def test_consensus_has_a_word(value: float, word: str) -> None:
    assert judging.consensus_word(value, 0.0 if value > 0 else -1.0) == word
    assert judging.consensus_word(value, value) == "no more than chance can give"


@pytest.mark.parametrize("members", [2, 3, 6])
@pytest.mark.parametrize("items", [5, 17])
def test_people_who_weigh_at_random_are_rarely_said_to_agree(members: int, items: int) -> None:
    rng = np.random.default_rng([members, items])
    said = [
        judging.consensus_word(consensus_beyond_chance(own), reached_by_chance(own))
        for own in rng.dirichlet(np.ones(items), (400, members))
    ]
    agreeing = sum(word != "no more than chance can give" for word in said)
    assert agreeing <= binom.ppf(0.999, 400, 0.05)  # 5 in 100


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ([[9.0], [5.0], [1.0]], "A leads B by 0.40"),
        ([[5.0], [5.0], [1.0]], "A and B share first place"),
        ([[9.0], [8.99], [1.0]], "A leads B by 0.001"),
    ],
)
def test_the_lead_is_told_in_half_a_sentence(ranked: Ranked, rows: list[list[float]], words: str) -> None:
    assert judging.lead_sentence(ranked(rows)) == words
    assert judging.beside(ranked(rows)) == f"With the weights in use {words}."


def test_the_lead_is_positive_where_lower_is_better(ranked: Ranked) -> None:
    assert judging.lead_sentence(ranked([[9.0], [5.0]], "spotis")) == "A leads B by 0.40"


def test_somebody_alone_is_told_with_one_full_stop(ranked: Ranked) -> None:
    assert ".." not in judging.beside(ranked([[5.0]]))


def row(shares: list[float], group: float, **more: object) -> Disagreement:
    parts = {"stays": (0.1, 0.6), "beyond": (), "leaders": ((0,),) * len(shares), "lead": 0.1} | more
    return Disagreement("c0", np.array(shares), group, **parts)  # type: ignore[arg-type]


def test_disagreement_that_changes_nothing_is_told_with_the_interval(ranked: Ranked) -> None:
    evaluation = ranked([[9.0, 1.0], [5.0, 5.0]])
    assert judging.disagreement(evaluation, row([0.2, 0.5], 0.3), ["Ann", "Bo"]) == (
        "From 20% (Ann) to 50% (Bo); the group has 30%. A stays first from 10% to 60%."
    )


def test_disagreement_that_matters_names_who_would_put_whom_first(ranked: Ranked) -> None:
    evaluation = ranked([[9.0, 1.0], [5.0, 5.0], [1.0, 9.0]])
    found = row([0.2, 0.7, 0.8, 0.05], 0.3, beyond=(1, 2, 3), leaders=((0,), (1,), (1,), (2,)))
    said = judging.disagreement(evaluation, found, ["Ann", "Bo", "Cy", "Di"])
    assert said.endswith(
        "A stays first from 10% to 60%. Outside that range, at the weight of Bo and Cy B leads and at the weight of Di C leads."
    )
    assert said.startswith("From 5.0% (Di) to 80% (Cy); the group has 30%.")


def test_a_member_by_whose_weight_two_tie_is_told_so(ranked: Ranked) -> None:
    evaluation = ranked([[9.0, 1.0], [5.0, 5.0], [1.0, 9.0]])
    found = row([0.2, 0.7], 0.3, beyond=(1,), leaders=((0,), (1, 2)), said=(0.2, 0.7001))
    said = judging.disagreement(evaluation, found, ["Ann", "Bo"])
    assert said.startswith("From 20% (Ann) to 70.01% (Bo)")
    assert said.endswith("Outside that range, at the weight of Bo B and C share first place.")


def test_where_all_have_the_same_weight_that_is_told(ranked: Ranked) -> None:
    evaluation = ranked([[9.0, 1.0], [5.0, 5.0]])
    assert judging.disagreement(evaluation, row([0.25, 0.25], 0.25), ["Ann", "Bo"]) == "Everybody has 25%."


def test_what_everybody_has_is_not_what_the_group_has(ranked: Ranked) -> None:
    # (0.2, 0.7, 0.1) and (0.2, 0.1, 0.7) join to (0.27, 0.36, 0.36): the geometric mean is normalized.
    evaluation = ranked([[9.0, 1.0], [5.0, 5.0]])
    said = judging.disagreement(evaluation, row([0.2, 0.2], 0.27), ["Ann", "Bo"])
    assert "Everybody has 27%" not in said


def test_the_summary_counts_members_and_names_what_is_worth_an_hour(case: Problem) -> None:
    everybody = [member_weights(case, member) for member in panel_members(case, Panel())]
    group = group_of(case, Panel(), everybody)
    scenario = case.base_scenario().with_importances(importances_from(case, group.local))
    evaluation = criteria.evaluate(case, scenario, methods=())
    own = {one.member.name: one.leaf_weights for one in everybody if one.leaf_weights is not None}
    labels = {
        name: names([evaluation.alternatives[i].label for i in first])
        for name, (first, _lead) in winners(evaluation, own).items()
    }
    rows = disagreements(evaluation, list(own.values()))
    leader = evaluation.alternatives[evaluation.order[0]].label
    alone = sum(label == leader for label in labels.values())
    matter = [case.criterion(row.criterion).label for row in rows if row.matters]
    said = judging.disagreement_summary(case, evaluation, rows, labels)
    assert said.startswith(f"By the group's weights {leader} leads ")
    assert f"so it is by the weights of {alone} of 6 members alone." in said
    assert f"Discuss {len(matter)} of {len(case.criteria)} criteria and groups: {matter[0]}" in said
    for one in rows:
        told = judging.disagreement(evaluation, one, list(own))
        assert not re.search(r"\b(nan|None|inf)\b|[{}]", told)
        assert ("Outside that range" in told) == one.matters
    calm = [replace(one, beyond=()) for one in rows]
    unasked = judging.disagreement_summary(case, evaluation, (), labels)
    assert "criterion" not in unasked
    assert said.startswith(unasked)
    assert judging.disagreement_summary(case, evaluation, calm, labels).endswith(
        "On no single criterion does the spread between members change who leads."
    )


def test_the_sentence_on_regret_says_who_whose_and_how_much(case: Problem) -> None:
    evaluation = criteria.evaluate(case, case.base_scenario(), methods=())
    everybody = [member_weights(case, member) for member in panel_members(case, Panel())]
    found = regret_of(evaluation, [one.leaf_weights for one in everybody if one.leaf_weights is not None])
    names = [one.member.name for one in everybody]
    said = judging.regret_sentence(evaluation, found, names)
    chosen = found.smallest[0]
    assert said.startswith(f"{evaluation.alternatives[chosen].label} has the lowest regret")
    assert f"for {names[found.worst_for[chosen]]}," in said
    assert f"its score is {found.largest.min():.3f} behind that of" in said
    table = regret_table(evaluation, found, names)
    assert table.loc[0, "candidate"] == evaluation.alternatives[chosen].name
    assert table.loc[0, "largest_for"] == names[found.worst_for[chosen]]
    assert table["largest_regret"].is_monotonic_increasing
    own = table[[f"regret_for_{name}" for name in names]]
    assert own.max(axis=1).tolist() == table["largest_regret"].tolist()


def test_the_sentence_on_regret_knows_ties_and_nothing_to_regret(ranked: Ranked) -> None:
    evaluation = ranked([[9, 9], [1, 1]])
    alone = regret_of(evaluation, [np.array([0.2, 0.8]), np.array([0.6, 0.4])])
    assert "is the first choice of every stakeholder" in judging.regret_sentence(
        evaluation, alone, ["P", "Q"]
    )
    level = ranked([[5, 5], [5, 5]])
    both = regret_of(level, [np.array([0.2, 0.8])])
    assert "have the lowest regret" in judging.regret_sentence(level, both, ["P"])


def test_regret_is_behind_where_low_scores_are_good_and_a_bound_is_rounded_up(ranked: Ranked) -> None:
    evaluation = ranked([[9, 1], [1, 9], [6, 5]], "vikor")
    found = regret_of(evaluation, [np.array([0.7, 0.3]), np.array([0.3, 0.7])])
    said = judging.regret_sentence(evaluation, found, ["P", "Q"])
    assert "behind that of" in said
    assert "less than" not in said  # the compromise index of who is behind is the higher one
    level = replace(found, largest=np.full(3, 0.0341), smallest=(0, 1))
    assert "has a score more than 0.035 better than theirs" in judging.regret_sentence(
        evaluation, level, ["P", "Q"]
    )


def test_agreement_on_weights_is_not_agreement_on_the_winner() -> None:
    assert judging.consensus_sentence(0.8, 0.56, [2, 2, 2]).startswith(
        "Consensus on weights 80%: much agreement. 100%"
    )
    assert "95 of 100 such groups stay below 56%." in judging.consensus_sentence(0.8, 0.56, [2, 2, 2])
    assert judging.consensus_sentence(0.8, 0.56, [2, 0, 2]).startswith(
        "Consensus on weights 80%: much agreement on weights, not on the winner: by their own weights 2 different candidates come first."
    )
