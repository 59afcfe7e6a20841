"""One function says who leads by how much, and what is printed adds up."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import numpy as np
import pytest
from by_hand import BASE, evaluated

import criteria
from criteria.explain.judging import beside
from criteria.explain.lead import apart, lead_sentence, lead_word, rank_texts, shown_digits
from criteria.explain.numbers import adding_up
from criteria.explain.verdict import verdict
from criteria.model.evaluation import Evaluation

FROZEN = Path(__file__).parents[1] / "golden" / "problems"
Ranked = Callable[..., Evaluation]


def test_a_lead_has_digits_enough_to_be_the_difference_of_the_printed_scores(ranked: Ranked) -> None:
    # 0.676 and 0.664 would read 0.68, 0.66 and 0.01.
    evaluation = ranked([[6.76], [6.64], [1.0]])
    assert shown_digits(evaluation) == 3
    assert lead_sentence(evaluation) == "A leads B by 0.012"
    assert "0.676 against 0.664" in verdict(evaluation).sentences[0]
    assert shown_digits(ranked([[9.0], [5.0], [1.0]])) == 2


@pytest.mark.parametrize("name", ["automotive-cloud", "fighter-aircraft", "telematics-suppliers"])
def test_what_is_printed_adds_up_under_every_method(name: str) -> None:
    problem = criteria.load_problem(FROZEN / name)
    tried = 0
    for method in criteria.METHODS:
        evaluation = criteria.evaluate(problem, problem.base_scenario().with_method(method), methods=())
        for other in evaluation.order[1:3]:
            found = apart(evaluation, evaluation.order[0], other)
            texts = [text.replace("\u2212", "-") for text in (found.first, found.second, found.gap or "0")]
            first, second, gap = map(Decimal, texts)
            assert abs(first - second) == gap, (method, found)
            tried += 1
    assert tried > 50


def test_headline_and_weights_page_say_the_same_lead() -> None:
    assert verdict(evaluated()).headline == lead_sentence(evaluated()) == "Ash leads Birch by 0.060"
    assert beside(evaluated()) == "With the weights in use Ash leads Birch by 0.060."


def test_a_partial_order_has_no_lead(ranked: Ranked) -> None:
    evaluation = ranked([[9.0, 4.0], [4.0, 9.0], [1.0, 1.0]], "electre_iii")
    assert lead_sentence(evaluation) == "A and B are unbeaten: this method does not say which of them leads"
    assert lead_word(evaluation) == "partial order"


def test_tied_ranks_are_marked(ranked: Ranked) -> None:
    evaluation = ranked([[5.0], [9.0], [5.0], [1.0]])
    assert rank_texts(evaluation) == ("=2", "1", "=2", "4")


@pytest.mark.parametrize(
    ("parts", "total", "digits", "shown"),
    [
        ((1 / 3, 1 / 3, 1 / 3), 1.0, 2, (0.34, 0.33, 0.33)),
        ((0.146, 0.146, 0.146), 0.438, 2, (0.15, 0.15, 0.14)),
        ((0.6, -0.146, -0.147), 0.307, 2, (0.6, -0.14, -0.15)),
        ((0.2, 0.3), 0.9, 1, (0.2, 0.3)),  # what does not add up is not bent
    ],
)
def test_parts_are_rounded_so_that_they_add_up(
    parts: tuple[float, ...], total: float, digits: int, shown: tuple[float, ...]
) -> None:
    assert adding_up(np.array(parts), total, digits) == pytest.approx(shown)


def test_a_leader_set_aside_by_hand_is_named_in_the_headline_with_its_rank_before() -> None:
    without = evaluated(BASE.with_set_aside("ash"))
    assert lead_sentence(without).startswith("Birch leads Cedar by 0.010")
    assert verdict(without).headline == f"{lead_sentence(without)}; Ash, set aside by hand, would be first"
    ash = next(entry for entry in without.set_apart if entry.alternative == "ash")
    assert (ash.rank, ash.base_rank) == (1, 1)
    rows = without.shortlist().set_index("candidate_id")
    assert rows.loc["ash", "rank_in_base_case"] == 1
    assert "set aside" not in verdict(evaluated(BASE.with_set_aside("cedar"))).headline


def test_a_waived_gate_that_makes_the_leader_is_named_in_the_headline() -> None:
    assert verdict(evaluated()).headline == "Ash leads Birch by 0.060"
    assert "Dogwood would be first if it did not fail Hosted here." in verdict(evaluated()).sentences
    waived = verdict(evaluated(BASE.with_waived("hosting")))
    assert waived.headline == "Dogwood leads Ash by 0.16; Dogwood fails Hosted here, which is waived"


def test_a_lead_that_was_not_tested_says_so_and_is_not_green(ranked: Ranked) -> None:
    said = verdict(ranked([[9.0, 9.0], [5.0, 2.0], [1.0, 1.0]], "electre_ii"))
    assert (said.caution.endswith("not tested"), said.tested) == (True, False)
    assert said.sentences[-1].endswith("The pages Shortlist and Robustness do it on request.")
    assert verdict(ranked([[5.0], [5.0], [1.0]])).tested  # a tie has nothing to test


@pytest.mark.parametrize(("second", "word"), [(8.3, "narrow lead"), (8.1, "")])
def test_a_lead_below_a_tenth_of_the_way_from_first_to_last_is_called_narrow(
    ranked: Ranked, second: float, word: str
) -> None:
    # 0.7 of 8 is less than a tenth, 0.9 of 8 is more.
    assert lead_word(ranked([[9.0], [second], [1.0]])) == word
