"""Regret over the stakeholders of the bundled case, from an evaluation."""

from __future__ import annotations

import numpy as np
import pytest

import criteria
from criteria.model.problem import Problem
from criteria.robustness.evaluated.regret import regret_of


def test_the_evaluated_form_is_the_engine_on_those_who_are_ranked(case: Problem) -> None:
    evaluation = criteria.evaluate(case, case.base_scenario(), methods=())
    names = [p.id for p in case.profiles if p.kind == "profile"]
    members = [criteria.evaluate(case, case.base_scenario(name), methods=()) for name in names]
    found = regret_of(evaluation, [one.weights for one in members])
    for row, one in zip(found.regrets, members, strict=True):
        assert row == pytest.approx(np.max(one.scores) - np.array(one.scores))
    assert found.largest.shape == (len(evaluation.ranked),)
