"""The small tables of the robustness page: figures in their cells, names as text."""

from __future__ import annotations

import re
from dataclasses import replace

import numpy as np
from by_hand import PROBLEM, evaluated

import criteria
from criteria.model.alternative import Alternative
from criteria.robustness.evaluated.figures import Unsettled
from criteria.robustness.evidence_value import EvidenceValue
from criteria.robustness.rank_reversal import Change
from criteria.robustness.sobol import SobolIndices
from criteria.ui.components.robustness.tables import explaining, reversals, share_bars, worth_checking

EVALUATION = evaluated()
CELLS = np.array([[0, 0], [1, 1], [2, 1]])


def cells(markup: str) -> list[list[str]]:
    """Return the text of every cell of every row of the body."""
    rows = re.findall(r"<tr>(.*?)</tr>", markup.split("<tbody>")[1], flags=re.S)
    found = [re.findall(r"<td[^>]*>(.*?)</td>", row, flags=re.S) for row in rows]
    return [[re.sub(r"<[^>]+>", " ", cell).strip() for cell in row] for row in found]


def test_shares_come_largest_first_with_their_bar() -> None:
    never = Unsettled(0.0, 10_000)
    markup = share_bars({"method": Unsettled(0.25), "never seen": never, "<weights>": Unsettled(0.5)})
    assert cells(markup) == [["&lt;weights&gt;", "50%"], ["method", "25%"], ["never seen", "&lt; 0.1%"]]
    assert re.findall(r"--share:([\d.]+)", markup) == ["0.500", "0.250", "0.000"]


def test_reversals_are_counted_by_kind_with_those_they_touch() -> None:
    changes = (
        Change("left out", 0, (1, 2), (2, 1), True, True),
        Change("left out", 1, (1, 2), (1, 2), False, False),
        Change("left out", 2, (), (), False, False, "no"),
        Change("dominated added", -1, (1, 2, 3), (1, 2, 3), False, False),
    )
    assert cells(reversals(EVALUATION, changes)) == [
        ["One candidate left out Ash", "1 / 2", "changes"],
        ["A candidate added that is worst everywhere", "0 / 1", "stays"],
    ]


def test_what_is_worth_checking_stands_with_what_is_known() -> None:
    found = EvidenceValue(
        CELLS,
        np.array([0.00314, 0, 0]),
        np.array([0.00021, 0, 0]),
        np.array([0.143, 0, 0]),
        np.array([0.0412, 0.001, 0.001]),
        0.004,
        0.0001,
        0,
        100,
    )
    assert cells(worth_checking(EVALUATION, found, limit=12)) == [
        ["Ash Quality", "8 6–9 C", "Notes of a visit", "0.00314 (±0.00021)", "14% (±4.2)"],
        ["Birch Speed", "8 6–10 C", "–", "too small to tell", "–"],
        ["Cedar Speed", "unknown", "–", "too small to tell", "–"],
    ]
    assert len(cells(worth_checking(EVALUATION, found, limit=1))) == 1


def test_both_indices_stand_with_their_errors_which_are_never_nothing() -> None:
    found = SobolIndices(
        CELLS,
        np.array([0.8, 0.1, 0.0]),
        np.array([0.05, 0.04, 0.0003]),
        np.array([0.9, 0.15, 0.02]),
        np.array([0.06, 0.02, 0.01]),
        20_000,
        64,
    )
    assert cells(explaining(EVALUATION, found, limit=8)) == [
        ["Ash Quality", "80% (±5)", "90% (±6)"],
        ["Birch Speed", "10% (±4)", "15% (±2)"],
        ["Cedar Speed", "0.0% (±0.1)", "2.0% (±1)"],
    ]


def test_names_of_strangers_are_text() -> None:
    names = (
        Alternative("ash", "<img src=x>", attributes=(("Hosted here", "yes"),)),
        *PROBLEM.alternatives[1:],
    )
    problem = replace(PROBLEM, alternatives=names)
    evaluation = criteria.evaluate(problem, problem.base_scenario(), methods=())
    found = EvidenceValue(CELLS, np.ones(3), np.ones(3), np.ones(3), np.ones(3), 1.0, 1.0, 0, 10)
    assert "<img" not in worth_checking(evaluation, found, limit=3)
    assert "<img" not in reversals(evaluation, (Change("copied", 0, (1,), (1,), True, False),))
