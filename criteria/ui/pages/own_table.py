"""New or open: hand over a table, answer what it leaves open, see what was understood, and use it. Nothing is kept before that."""

from __future__ import annotations

import streamlit as st

from criteria.model.problem import Problem
from criteria.model.scenario import Scenario
from criteria.translation import translate as _
from criteria.ui import own, presses, widgets
from criteria.ui.components.common import blocks
from criteria.ui.components.common.page import run_page
from criteria.ui.components.own_table.handed_over import present, put, read_waiting
from criteria.ui.components.own_table.intake import ways_in
from criteria.ui.components.own_table.kept_list import begin, kept_list
from criteria.ui.components.own_table.questions import questions
from criteria.ui.components.own_table.save import save
from criteria.ui.components.own_table.sheet import sheet
from criteria.ui.components.own_table.understood import understood


def page() -> None:
    """Draw the page."""
    run_page("open", draw, foot=False)


def draw(_problems: dict[str, Problem], problem: Problem, scenario: Scenario) -> tuple[Problem, Scenario]:
    """Draw the ways in, and what was handed over; return the present problem, which stays until another one is used."""
    blocks.brand(_("New or open"), _("Criteria"))
    read_waiting()
    ways_in()
    with st.container():  # what stands here comes and goes
        kept_list()
    draft = present()
    if draft is None:
        save(problem)
        st.html(
            blocks.caption(
                _("Nothing is kept before you press Use; {title} stays open.", title=problem.title)
            )
        )
        return problem, scenario
    if draft.wrong:
        st.html(blocks.refused(_("{file} cannot be used as it is", file=draft.name), draft.wrong))
    if draft.reading is not None:
        left, right = st.columns([3, 2], gap="large")
        with left:
            sheet(draft)
        with right:
            questions(draft)
    if draft.problem is None:
        if draft.reading is not None and draft.reading.notes:
            st.html(blocks.notes(draft.reading.notes, _("Left out, converted or assumed:")))
        return problem, scenario
    understood(draft.problem, draft.reading.notes if draft.reading is not None else draft.problem.notes)
    left, right = st.columns([3, 2], gap="large", vertical_alignment="bottom")
    with left:
        name = widgets.key(f"own-{draft.name}")
        widgets.field(_("Name"), key=name, value=draft.problem.title)
    with right:
        then = (_use, (name,))
        widgets.button(_("Use"), key=widgets.key("own-use"), then=then, type="primary", width="stretch")
    return problem, scenario


def _use(name: str) -> None:
    """Use what was handed over, with the title and the answers that it has by now; the callback of the button."""
    title = str(widgets.widget_now(name) or "").strip()

    def work(problems: dict[str, Problem]) -> None:
        read_waiting()
        draft = present()
        if draft is None or draft.problem is None:
            return
        begin(own.use(draft.problem.with_title(title) if title else draft.problem, problems))
        put(None)

    presses.do_next(work)
