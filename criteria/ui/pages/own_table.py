"""New or open: hand over a table, answer what it leaves open, see what was understood, and use it. Nothing is kept before that."""

from __future__ import annotations

import streamlit as st

from criteria.model.problem import Problem
from criteria.model.scenario import Scenario
from criteria.translation import translate as _
from criteria.ui import own, session, widgets
from criteria.ui.components.common import blocks
from criteria.ui.components.common.page import run_page, take
from criteria.ui.components.own_table.handed_over import present, put, read_waiting
from criteria.ui.components.own_table.intake import ways_in
from criteria.ui.components.own_table.kept_list import kept_list
from criteria.ui.components.own_table.questions import questions
from criteria.ui.components.own_table.save import save
from criteria.ui.components.own_table.sheet import sheet
from criteria.ui.components.own_table.understood import understood


def page() -> None:
    """Draw the page."""
    run_page("open", draw, foot=False)


def draw(problems: dict[str, Problem], problem: Problem, scenario: Scenario) -> tuple[Problem, Scenario]:
    """Draw the ways in, and what was handed over; return the problem that is used, the present one before that."""
    blocks.brand(_("New or open"), _("Criteria"))
    read_waiting()
    ways_in()
    with st.container():  # what stands here comes and goes
        opened = kept_list(problems)
    if opened is not None:
        return begun(opened)
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
        title = widgets.field(_("Name"), key=widgets.key(f"own-{draft.name}"), value=draft.problem.title)
    with right:
        then = (session.say, ("use", True))
        widgets.button(_("Use"), key=widgets.key("own-use"), then=then, type="primary", width="stretch")
    if session.heard("use"):
        return used(draft.problem.with_title(title) if title.strip() else draft.problem, problems)
    return problem, scenario


def used(problem: Problem, problems: dict[str, Problem]) -> tuple[Problem, Scenario]:
    """Take the problem into the session and show its ranking."""
    put(None)
    return begun(own.use(problem, problems))


def begun(chosen: Problem) -> tuple[Problem, Scenario]:
    """Begin with a problem: keep it, and show its ranking."""
    take(chosen, chosen.base_scenario())
    widgets.go("shortlist")
    return chosen, chosen.base_scenario()
