"""A setting that is the default is not kept: links say only what was chosen."""

from __future__ import annotations

import pytest

from criteria.model.judgements import Answers, Member
from criteria.ui import widgets
from criteria.ui.components.weights.asking_settings import setting, way_name, widget_key


def test_only_another_choice_than_the_first_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(widgets, "key", lambda name: name)
    choices = {"linear": "Linear", "power": "Power"}
    plain = Answers("", "ahp")
    monkeypatch.setattr(widgets, "menu", lambda *_about, **_more: "power")
    powered = setting(Member("a"), plain, "scale", "Scale", choices)
    assert powered.setting("scale", "linear") == "power"
    monkeypatch.setattr(widgets, "menu", lambda *_about, **_more: "linear")
    assert setting(Member("a"), powered, "scale", "Scale", choices) == plain


def test_fields_of_two_people_two_nodes_and_two_ways_are_never_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(widgets, "key", lambda name: name)
    keys = {
        widget_key(Member(who), Answers(node, way), "scale")
        for who in "ab"
        for node in ("", "ip")
        for way in ("ahp", "swing")
    }
    assert len(keys) == 8
    assert way_name("a", "ip") != way_name("ip", "a")
