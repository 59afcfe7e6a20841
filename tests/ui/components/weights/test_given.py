"""An answer goes into the scenario once, under whoever gave it; what is as before is not written."""

from __future__ import annotations

from criteria.model.judgements import Judgement
from criteria.model.problem import Problem
from criteria.ui.components.weights.given import kept, member_of
from criteria.weighting.panel import answers_at, items_of


def test_an_answer_is_kept_and_its_way_counts(case: Problem) -> None:
    scenario = case.base_scenario()
    member = member_of(case, scenario, "ip-legal")
    before = answers_at(case, member, "", "swing")
    assert kept(case, scenario, member, before, before) == (scenario, member)
    item = items_of(case, "")[0]
    after = before.with_judgements([Judgement("points", item, "", 70.0)])
    moved, answered = kept(case, scenario, member, before, after)
    said = moved.panel.member("ip-legal")
    assert said is not None
    assert (
        said.answers_to("", "swing").judgements
        == answered.answers_to("", "swing").judgements
        == after.judgements
    )
    assert said.way_at("") == "swing"
    assert moved.panel.open == "ip-legal"
    assert said.name == ""  # known by the profile: the link need not carry the name


def test_settings_alone_leave_the_way_that_counts(case: Problem) -> None:
    scenario = case.base_scenario()
    member = member_of(case, scenario, "ip-legal")
    before = answers_at(case, member, "", "ahp")
    moved, _answered = kept(case, scenario, member, before, before.with_setting("scale", "power"))
    said = moved.panel.member("ip-legal")
    assert said is not None
    assert said.way_at("") != "ahp"


def test_somebody_without_a_place_in_the_data_takes_a_name_along(case: Problem) -> None:
    assert member_of(case, case.base_scenario(), "me").name == "Me"
