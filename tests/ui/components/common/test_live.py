"""Places that letters fill: every run fills or empties each of them, also where it fails; one that is replaced sends nothing more."""

from __future__ import annotations

from dataclasses import replace

import pytest
from by_hand import PROBLEM
from one_page import filled
from streamlit.testing.v1 import AppTest

from criteria.model.problem import Problem
from criteria.ui.components.common.live import about

BASE = PROBLEM.base_scenario()


def _page(ends: str = "") -> None:
    import streamlit as st
    from by_hand import PROBLEM
    from streamlit.runtime.scriptrunner import StopException

    from criteria.ui.components.common.live import Live
    from criteria.ui.markup import NOTHING, markup

    live = Live(PROBLEM, PROBLEM.base_scenario())
    top, middle, folded, low = (
        live.place(name, seen=name != "folded") for name in ("top", "middle", "folded", "low")
    )
    assert [top.seen, folded.seen] == [True, False]
    with live.run():
        top.html(markup("<b>{name}</b>", name="<A>"))
        middle.html(markup("<b>{name}</b>", name="<B>"))
        middle.html(markup("<i>{name}</i>", name="C"))
        live.send("first")
        low.html(NOTHING if ends != "well" else markup("<u>D</u>"))
        if ends == "badly":
            raise ValueError
        if ends == "early":
            raise StopException
    st.session_state["of"] = live.of


def letters(page: AppTest) -> list[str]:
    return [e.proto.id for e in page.get("bidi_component") if e.proto.component_name == "criteria_letter"]


def test_each_place_stands_in_the_page_once_and_says_what_it_is_about() -> None:
    page = AppTest.from_function(_page, default_timeout=30).run()
    assert not page.exception
    of = page.session_state["of"]
    assert [element.proto.body for element in page.get("html")] == [
        f'<div data-place="{name}" data-of="{of}"></div>' for name in ("top", "middle", "folded", "low")
    ]


def test_what_comes_later_takes_the_place_of_what_was_there_and_the_rest_is_emptied() -> None:
    page = AppTest.from_function(_page, default_timeout=30, args=("well",)).run()
    assert not page.exception
    told = {"top": "<b>&lt;A&gt;</b>", "middle": "<i>C</i>", "folded": "", "low": "<u>D</u>"}
    assert filled(page) == told
    assert len(letters(page)) == 2


def test_a_run_that_fails_leaves_nothing_of_an_earlier_one_standing() -> None:
    page = AppTest.from_function(_page, default_timeout=30, args=("badly",)).run()
    assert page.exception
    assert filled(page) == {"top": "<b>&lt;A&gt;</b>", "middle": "<i>C</i>", "folded": "", "low": ""}


def test_a_run_that_another_takes_the_place_of_sends_nothing_more() -> None:
    page = AppTest.from_function(_page, default_timeout=30, args=("early",)).run()
    assert filled(page) == {"top": "<b>&lt;A&gt;</b>", "middle": "<i>C</i>"}


def test_what_a_page_is_about_leaves_the_weights_out_and_nothing_else(case: Problem) -> None:
    mine = about(PROBLEM, BASE)
    assert about(PROBLEM, BASE.with_importance(PROBLEM.criteria[0].id, 3)) == mine
    others = [
        about(PROBLEM, BASE.with_method("topsis")),
        about(PROBLEM, replace(BASE, normalization="sum")),
        about(PROBLEM, replace(BASE, set_aside=(PROBLEM.alternatives[0].id,))),
        about(case, BASE),
    ]
    assert len({mine, *others}) == 1 + len(others)


@pytest.mark.parametrize("language", ["ja"])
def test_another_language_is_another_page(language: str) -> None:
    import gettext

    from criteria.translation import in_language

    catalogue = gettext.NullTranslations()
    catalogue._info = {"language": language}  # type: ignore[attr-defined]
    with in_language(catalogue):
        there = about(PROBLEM, BASE)
    assert there != about(PROBLEM, BASE)
