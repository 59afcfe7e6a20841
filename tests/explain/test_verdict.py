"""The headline: who leads, by how much, and what that is worth; it claims no more than the numbers do."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

import criteria
from criteria.explain.lead import lead, names
from criteria.explain.verdict import verdict
from criteria.model.evaluation import Evaluation
from criteria.model.problem import Problem
from criteria.model.scenario import ChangedCell

BUNDLED = ("automotive-cloud", "fighter-aircraft", "telematics-suppliers")
Ranked = Callable[..., Evaluation]


@pytest.mark.parametrize(
    ("rows", "headline", "caution"),
    [
        ([[9.0], [5.0], [1.0]], "A leads B by 0.40", "not tested"),
        ([[9.0], [8.8], [1.0]], "A leads B by 0.02", "narrow lead, not tested"),
        ([[5.0], [5.0], [1.0]], "A and B share first place", "tie"),
        ([[5.0], [5.0], [5.0], [5.0], [5.0], [1.0]], "A, B, C and 2 more share first place", "tie"),
        ([[5.0], [5.0], [5.0]], "All 3 candidates are tied", "no difference"),
        ([[5.0]], "A is the only candidate left", "nothing to compare"),
        ([[9.0], [8.9999], [1.0]], "A is ahead of B by less than 0.01", "practically tied, not tested"),
    ],
)
def test_the_headline_says_who_leads_and_what_it_is_worth(
    ranked: Ranked, rows: list[list[float]], headline: str, caution: str
) -> None:
    said = verdict(ranked(rows))
    assert (said.headline, said.caution) == (headline, caution)


def test_a_lead_is_named_the_same_way_where_lower_is_better(ranked: Ranked) -> None:
    evaluation = ranked([[9.0], [5.0], [1.0]], "spotis")
    said = verdict(evaluation)
    assert said.headline == "A leads B by 0.40"
    assert "lower is better" in said.sentences[0]
    assert lead(evaluation) == pytest.approx(0.4)


def test_a_partial_order_does_not_name_a_leader_that_it_does_not_give(ranked: Ranked) -> None:
    said = verdict(ranked([[10.0, 4.0, 5.0], [2.0, 8.0, 5.5], [1.0, 3.0, 1.0]], "promethee_i"))
    assert said.headline == "B is unbeaten: no candidate is preferred to it"
    assert (said.caution, said.tested) == ("partial order, not tested", False)
    assert "higher is better" not in " ".join(said.sentences)


def test_a_kernel_is_a_selection_and_no_order(ranked: Ranked) -> None:
    said = verdict(ranked([[9.0, 9.0], [1.0, 2.0], [2.0, 1.0]], "electre_i"))
    assert said.headline == "A is the kernel: no candidate outranks it"
    assert said.caution == "selection, no order, not tested"


def test_a_compromise_set_is_told(ranked: Ranked) -> None:
    said = " ".join(verdict(ranked([[9.0, 2.0], [2.0, 9.0], [8.9, 2.1], [1.0, 1.0]], "vikor")).sentences)
    assert "equally acceptable compromises" in said


def test_an_incomplete_leader_is_told_with_the_rank_it_could_fall_to(case: Problem) -> None:
    base = criteria.evaluate(case, case.base_scenario(), methods=())
    leader = base.alternatives[base.order[0]]
    scenario = case.base_scenario()
    for leaf in case.leaves[:5]:
        scenario = scenario.with_cell(ChangedCell(leader.id, leaf.id, None, None, None)).with_blanks("best")
    evaluation = criteria.evaluate(case, scenario, methods=())
    assert evaluation.alternatives[evaluation.order[0]].id == leader.id
    said = " ".join(verdict(evaluation).sentences)
    assert (
        f"with its missing ratings at their worst, {leader.label} would rank {evaluation.incomplete[0].worst_rank}"
        in said
    )


def test_missing_ratings_that_could_change_the_leader_are_told(suppliers: Problem) -> None:
    said = " ".join(verdict(criteria.evaluate(suppliers, suppliers.base_scenario(), methods=())).sentences)
    assert (
        "Missing ratings are set to the worst known value; at their best they would put Supplier B first."
        in said
        or ("Missing ratings are set to the worst known value; each with its own at their best, " in said)
    )


def test_of_several_with_missing_ratings_each_is_first_with_its_own_alone(suppliers: Problem) -> None:
    scenario = suppliers.base_scenario().with_method("multimoora")
    evaluation = criteria.evaluate(suppliers, scenario, methods=())
    said = " ".join(verdict(evaluation).sentences)
    assert "each with its own at their best, Supplier B and Supplier F would be first." in said
    assert "The data give no ranges" not in said  # missing ratings lie anywhere on their range


@pytest.mark.parametrize(
    ("ranges", "words"), [(0.0, "The data give no ranges"), (0.5, "each comes with a range")]
)
def test_the_evidence_behind_the_ratings_is_told(ranked: Ranked, ranges: float, words: str) -> None:
    assert words in " ".join(verdict(ranked([[7.0], [5.0]], "wsm", ranges)).sentences)


@pytest.mark.parametrize(
    ("count", "text"),
    [(0, "no candidate"), (1, "A"), (2, "A and B"), (4, "A, B, C and D"), (5, "A, B, C and 2 more")],
)
def test_names_are_listed_as_people_do(count: int, text: str) -> None:
    assert names("ABCDE"[:count]) == text


@pytest.mark.parametrize("name", BUNDLED)
@pytest.mark.parametrize("method", criteria.METHODS)
def test_every_method_has_a_verdict_in_whole_sentences(
    evaluated: Callable[[str, str], Evaluation], name: str, method: str
) -> None:
    evaluation = evaluated(name, method)
    said = verdict(evaluation)
    assert said.headline
    assert not said.headline.endswith(".")
    assert all(sentence.endswith(".") for sentence in said.sentences)
    everything = " ".join(
        [said.headline, said.caution, *said.sentences, *(r.reason for r in evaluation.gate_results)]
    )
    assert not re.search(r"\b(nan|None|inf|NaN)\b|[{}]|\d{12}", everything)
    if evaluation.order_published == "complete":
        assert any(evaluation.alternatives[i].label in said.headline for i in evaluation.leaders)
