"""The face of a file: leader, firmness, weights, method, data, day and link."""

from __future__ import annotations

import criteria
from criteria.explain.face import face_of
from criteria.explain.numbers import percent
from criteria.explain.verdict import verdict
from criteria.model.problem import Problem
from criteria.robustness.evaluated.summary import robustness_of


def test_the_face_repeats_the_verdict_and_the_settings_that_lead_to_it(case: Problem) -> None:
    evaluation = criteria.evaluate(case, case.base_scenario().with_method("wsm"), methods=())
    robustness = robustness_of(evaluation)
    face = face_of(evaluation, robustness, day="2026-11-27", link="https://example.org/?v=1", version="9.9")
    said = verdict(evaluation, robustness)
    settings = dict(face.settings)
    assert (face.headline, face.caution, face.sentences) == (said.headline, said.caution, said.sentences)
    assert settings["Method"] == "Weighted sum"
    assert settings["Data fingerprint"] == case.fingerprint
    assert settings["Link to this scenario"] == "https://example.org/?v=1"
    assert settings["Software version"] == "9.9"
    for group in case.groups:
        assert f"{group.label} {percent(evaluation.node_weights[group.id])}" in settings["Weights"]
    assert all(part in face.foot for part in (case.title, "Weighted sum", case.fingerprint, "2026-11-27"))


def test_the_face_says_how_the_scenario_differs_from_the_base_case(case: Problem) -> None:
    base = face_of(
        criteria.evaluate(case, case.base_scenario(), methods=()), None, day="d", link="l", version="v"
    )
    moved = case.base_scenario().with_importance("cap-ota", 61)
    face = face_of(criteria.evaluate(case, moved, methods=()), None, day="d", link="l", version="v")
    assert dict(base.settings)["Scenario"] == "The base case."
    assert "61" in dict(face.settings)["Scenario"]
