"""While answers are hidden until all have answered, no page shows anything that depends on what somebody answered."""

from __future__ import annotations

import re

import pytest
from streamlit.testing.v1 import AppTest

from criteria.links.judgements import panel_text
from criteria.model.judgements import Answers, Judgement, Member, Panel
from criteria.model.problem import Problem
from criteria.weighting.panel import items_of
from tests.ui.one_page import filled
from tests.ui.weights_page import choose

OF_PLACE = r"data-of=\\\"[0-9a-f]{16}\\\""  # a digest of the link, of which nobody learns an answer that is not in the link
PAGES = ("shortlist", "weights", "robustness", "evidence", "scenarios")


def panel(case: Problem, favourite: str, *, hidden: bool) -> Panel:
    """Return a panel in which one of six people answered, with most points for one group."""
    said = tuple(
        Judgement("points", item, "", 90.0 if item == favourite else 5.0) for item in items_of(case, "")
    )
    one = Member("ip-legal", answers=(Answers("", "direct", said),)).with_way("", "direct")
    return Panel((one,), hidden=hidden, open="cto-connected")


def opened(case: Problem, name: str, panel: Panel) -> AppTest:
    page = AppTest.from_string(f"from criteria.ui.pages import {name}\n{name}.page()\n", default_timeout=240)
    page.query_params["judged"] = panel_text(case, panel, room=8000)
    page.run()
    assert not page.exception
    return page


def told(page: AppTest) -> list[str]:
    """Return all that the page says and draws, links left out: a link holds the answers, and is sent by those who gave them."""
    kinds = (
        "html",
        "markdown",
        "caption",
        "metric",
        "plotly_chart",
        "selectbox",
        "number_input",
        "arrow_data_frame",
    )
    said = [str(element.proto) for kind in kinds for element in page.get(kind)]
    said += [f"{place}: {text}" for place, text in filled(page).items()]
    return [re.sub(r"judged=[^\"& ]*", "judged", re.sub(OF_PLACE, "", text)) for text in said]


@pytest.mark.slow
@pytest.mark.parametrize("name", PAGES)
def test_pages_are_alike_whatever_was_answered(case: Problem, name: str) -> None:
    one, other = (opened(case, name, panel(case, item, hidden=True)) for item in ("ip", "commercial"))
    assert told(one) == told(other)


@pytest.mark.slow
def test_the_doors_of_weights_are_alike_too_and_differ_where_nothing_is_hidden(case: Problem) -> None:
    def facilitated(*, hidden: bool) -> list[list[str]]:
        return [
            told(choose(opened(case, "weights", panel(case, item, hidden=hidden)), "stakeholders"))
            for item in ("ip", "commercial")
        ]

    one, other = facilitated(hidden=True)
    assert one == other
    assert any("Still to answer" in text for text in one)
    one, other = facilitated(hidden=False)
    assert one != other
