"""What was changed in this session, in words."""

from __future__ import annotations

import pytest
from by_hand import PROBLEM

from criteria.model.scenario import ChangedCell
from criteria.ui.components.evidence import history
from criteria.ui.components.evidence.history import what_ifs

BASE = PROBLEM.base_scenario()


def test_a_what_if_is_told_with_what_the_data_have() -> None:
    tried = BASE.with_cell(ChangedCell("ash", "speed", 5, 6, 8))
    assert what_ifs(PROBLEM, tried) == ("What-if: Ash, Speed 6 (5–8) instead of 7.",)
    known = BASE.with_cell(ChangedCell("cedar", "speed", 5, 5, 5))
    assert what_ifs(PROBLEM, known) == ("What-if: Cedar, Speed 5 instead of unknown.",)
    unknown = BASE.with_cell(ChangedCell("ash", "speed", None, None, None))
    assert what_ifs(PROBLEM, unknown) == ("What-if: Ash, Speed unknown instead of 7.",)
    assert what_ifs(PROBLEM, BASE) == ()


def test_many_what_ifs_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(history, "SHOWN", 1)
    many = BASE.with_cell(ChangedCell("ash", "speed", 5, 5, 5)).with_cell(
        ChangedCell("cedar", "speed", 5, 5, 5)
    )
    assert history.what_ifs(PROBLEM, many) == ("What-if: Ash, Speed 5 instead of 7.", "… and 1 more.")
