"""The tiles under the headline stand there whatever is known of how firm it is."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from by_hand import ASH, BASE, BIRCH, evaluated, robust

from criteria.explain.verdict import verdict
from criteria.model.evaluation import Evaluation
from criteria.robustness.evaluated.on_request import Unbeaten
from criteria.ui import session
from criteria.ui.components.shortlist.headline_tiles import headline_tiles, waiting_tiles

PARTIAL = evaluated(BASE.with_method("promethee_i"))


@pytest.fixture(autouse=True)
def _one_session(monkeypatch: pytest.MonkeyPatch) -> None:
    mine = session.Session(evaluated().problem, BASE)
    monkeypatch.setattr(session, "session", lambda: mine)


def shown(evaluation: Evaluation, found: object = None) -> str:
    told = headline_tiles(evaluation, found, verdict(evaluation, found))  # type: ignore[arg-type]
    assert told.count('<a class="c-tile') == 3
    assert told.count("c-tile change") == 1
    return str(told)


def test_a_tested_lead_has_its_figures_and_a_change() -> None:
    told = shown(evaluated(), robust())
    assert "–</b>" not in told.replace(" <small></small>", "")
    assert "What would change it" in told


def test_a_partial_order_has_its_tiles_before_it_is_tested_and_after() -> None:
    before = shown(PARTIAL)
    assert before.count("not tested yet") == 2 * 3  # seen, and heard
    assert "Known once you press Test weights and evidence" in before
    assert "Who else may be in front" in before
    assert shown(PARTIAL, Unbeaten(np.array([0.9, 0.5, 0.2]), None, 300)).count("not tested yet") == 0
    assert waiting_tiles(PARTIAL).count("being tested …") == 2 * 3


def test_a_complete_order_that_takes_time_asks_what_would_change_it() -> None:
    assert "What would change it" in shown(evaluated(BASE.with_method("electre_ii")))


def test_a_shared_first_place_has_no_lead_to_test() -> None:
    ranks = np.array([1, 1, 3])
    tied = replace(evaluated(), ranks=ranks, scores=np.array([0.7, 0.7, 0.6]))
    assert tied.leaders == (ASH, BIRCH)
    assert "no single candidate leads" in shown(tied, robust())


def test_one_candidate_has_no_tiles() -> None:
    alone = evaluated(BASE.with_set_aside("birch").with_set_aside("cedar"))
    assert len(alone.ranked) == 1
    assert headline_tiles(alone, None, verdict(alone)) == ""
