"""What the workbook stores and says on its face."""

from __future__ import annotations

import pytest
from books import book_of, scores_and_ranks, stored

import criteria
from criteria.explain.face import face_of
from criteria.model.problem import Problem
from criteria.reports.workbook import RECALCULATED, workbook
from criteria.robustness.evaluated.summary import robustness_of

CLOSE = 1e-9


def test_stored_values_are_the_engines_for_every_method(case: Problem) -> None:
    for method in (*RECALCULATED, "vikor"):
        evaluation = criteria.evaluate(case, case.base_scenario().with_method(method), methods=())
        scores, ranks = scores_and_ranks(stored(book_of(evaluation), values=True), evaluation)
        assert scores == pytest.approx(evaluation.scores.tolist(), rel=1e-15)  # a file holds 16 digits
        assert ranks == evaluation.ranks.tolist()


def test_the_face_says_who_leads_how_firmly_and_where_to_open_it_again(case: Problem) -> None:
    evaluation = criteria.evaluate(case, case.base_scenario().with_importance("cap-ota", 60), methods=())
    robustness = robustness_of(evaluation)
    face = face_of(
        evaluation, robustness, day="2026-11-27", link="https://example.org/?w=cap-ota:60", version="0"
    )
    written = {
        str(value)
        for (sheet, _place), value in stored(workbook(evaluation, face), values=True).items()
        if sheet == "RESULT"
    }
    leader = evaluation.alternatives[evaluation.order[0]].label
    assert any(text.startswith(leader) and face.caution in text for text in written)
    assert {
        case.title,
        "https://example.org/?w=cap-ota:60",
        case.fingerprint,
        "2026-11-27",
        "TOPSIS",
    } <= written
    assert any("OTA" in text and "60" in text for text in written)  # how it differs from the base case


def test_a_method_without_formulas_says_that_its_scores_are_values(case: Problem) -> None:
    evaluation = criteria.evaluate(case, case.base_scenario().with_method("vikor"), methods=())
    texts = [str(value) for value in stored(book_of(evaluation), values=True).values()]
    assert any("are values computed by the software" in text for text in texts)
    topsis = criteria.evaluate(case, case.base_scenario(), methods=())
    assert not any(
        "are values computed" in str(value) for value in stored(book_of(topsis), values=True).values()
    )
