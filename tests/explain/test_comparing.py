"""What differs, what changed and who moved, in words that name both sides."""

from __future__ import annotations

from by_hand import BASE, PROBLEM

from criteria.explain.comparing import changes, moved_sentence, summary_line, way_between, what_differs
from criteria.model.scenario import ChangedCell
from criteria.robustness.evaluated.moves import moves_between
from criteria.robustness.evaluated.over_scenarios import over_scenarios

HEAVY = BASE.with_importance("price", 90)


def test_only_what_differs_is_a_row_with_each_side() -> None:
    other = (
        HEAVY.with_method("topsis")
        .with_cell(ChangedCell("cedar", "speed", None, 6.0, None))
        .with_waived("hosting")
    )
    rows = {row[0]: row[1:] for row in what_differs(PROBLEM, (BASE, other, HEAVY))}
    assert rows == {
        "Method": ("Weighted sum", "TOPSIS", "Weighted sum"),
        "Waived must-haves": ("none", "Hosted here", "none"),
        "Importance of Price": ("20 (20%)", "90 (53%)", "90 (53%)"),
        "Speed of Cedar": ("unknown", "6", "unknown"),
    }
    assert what_differs(PROBLEM, (BASE, BASE)) == ()


def test_a_change_is_told_with_what_was_before() -> None:
    assert changes(PROBLEM, BASE, HEAVY) == "Changed: Importance of Price 20 (20%) → 90 (53%)."
    assert changes(PROBLEM, BASE, BASE) == "Nothing was changed."
    assert "judgements" in changes(
        PROBLEM, BASE, BASE.with_panel(PROBLEM.base_scenario().panel.__class__(join="judgements"))
    )


def test_who_moved_is_told_with_what_moved_them() -> None:
    assert (
        moved_sentence(PROBLEM, moves_between(PROBLEM, BASE, HEAVY))
        == "2 candidates moved (Cedar and Ash), by the weights."
    )
    both = HEAVY.with_method("topsis")
    assert "; applied alone, the weights would move the most ranks." in moved_sentence(
        PROBLEM, moves_between(PROBLEM, BASE, both)
    )
    assert moved_sentence(PROBLEM, moves_between(PROBLEM, BASE, BASE)).startswith(
        "The scenarios do not differ"
    )


def test_the_way_of_a_candidate_names_both_ranks_and_what_each_difference_gains() -> None:
    found = moves_between(PROBLEM, BASE, HEAVY)
    cedar = next(move for move in found.moves if move.alternative == "cedar")
    assert way_between(PROBLEM, found.pieces, cedar) == "Cedar: from rank 3 to rank 1, by the weights."
    both = moves_between(PROBLEM, BASE, HEAVY.with_method("topsis"))
    ash = next(move for move in both.moves if move.alternative == "ash")
    assert (ash.before, ash.after, ash.alone, ash.together) == (1, 3, (-2, -1), 1)
    assert way_between(PROBLEM, both.pieces, ash) == (
        "Ash: from rank 1 to rank 3. Ranks gained by each difference alone: weights −2, method −1; by all of them together, beyond that: +1."
    )


def test_the_summary_counts_over_all_scenarios() -> None:
    scenarios = [BASE, HEAVY, BASE.with_waived("hosting")]
    assert summary_line(PROBLEM, *over_scenarios(PROBLEM, scenarios)) == (
        "First in 3 scenarios: Dogwood in 1, Ash in 1 and Cedar in 1. Never below third: Ash and Birch. Failing a must-have: Dogwood in 2."
    )
    assert (
        summary_line(PROBLEM, *over_scenarios(PROBLEM, [])) == "None of these scenarios ranks any candidate."
    )
