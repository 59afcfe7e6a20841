"""A second person's link opened in the same browser: the answers that were open before are offered beside it, not dropped."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import streamlit as st

from criteria.errors import CriteriaError
from criteria.explain.verdict import names
from criteria.links.door import ADDRESS_DOOR
from criteria.links.judgements import panel_from, panel_text
from criteria.model.judgements import Member, Panel
from criteria.model.problem import Problem
from criteria.model.scenario import Scenario
from criteria.translation import translate as _
from criteria.ui import session, widgets
from criteria.ui.components.common import blocks
from criteria.ui.components.common.browser_part import browser_part
from criteria.ui.components.weights.answer_files import report, with_members
from criteria.ui.components.weights.members import member_names
from criteria.ui.markup import markup
from criteria.weighting.panel import panel_members

_component = browser_part(
    "kept_answers", markup("<span></span>\n"), Path(__file__).with_name("kept_answers.js")
)


def offer_kept_answers(problem: Problem, scenario: Scenario) -> None:
    """Draw the offer to add the people whose answers this browser had open before, where the opened link holds others."""
    mine = session.session()
    missing = people_not_here(problem, scenario.panel, mine.kept_answers)
    result = _component(
        key=widgets.key("kept-answers"),
        data={
            "problem": problem.id,
            "answers": panel_text(problem, _answered(scenario.panel), room=ADDRESS_DOOR),
            "open": bool(missing),
        },
        on_kept_change=session.act,
        height=0,
    )
    told = str(getattr(result, "kept", None) or "")
    if told and told != mine.kept_told:
        mine.kept_told = mine.kept_answers = told[:ADDRESS_DOOR]
        missing = people_not_here(problem, scenario.panel, mine.kept_answers)
    with st.container():
        if not missing:
            return
        called = member_names(
            list(panel_members(problem, with_members(scenario.panel, missing), scenarios=True))
        )
        st.html(
            blocks.notes(
                [
                    _(
                        "This browser had answers of {names} open before; the link that you opened does not hold them.",
                        names=names([called[one.id] for one in missing]),
                    )
                ],
                _("Two people's answers"),
            )
        )
        add, leave = st.columns(2)
        with add:
            widgets.button(
                _("Add them to those in this link"),
                key=widgets.key("kept-add"),
                icon=":material/group_add:",
                type="primary",
                width="stretch",
                then=(add_kept, ()),
            )
        with leave:
            widgets.button(
                _("Show only this link's answers"),
                key=widgets.key("kept-leave"),
                width="stretch",
                then=(leave_kept, ()),
            )


def _answered(panel: Panel) -> Panel:
    """Return the people of a panel who answered anything, without its settings."""
    return Panel(tuple(member for member in panel.members if _said(member)))


def _said(member: Member | None) -> bool:
    return member is not None and any(answers.judgements for answers in member.answers)


def people_not_here(problem: Problem, panel: Panel, text: str) -> Sequence[Member]:
    """Return who answered in the text of a panel that was open before and has no answers in this one; nobody where none are here.

    Without answers of another person in the opened link there is nothing that took the place of those before.
    """
    if not text or not any(map(_said, panel.members)):
        return ()
    try:
        before = panel_from(problem, text, [])
    except CriteriaError:
        return ()
    return tuple(member for member in before.members if _said(member) and not _said(panel.member(member.id)))


def add_kept() -> None:
    """Add the people who were open before to those in the link; the callback of a button."""
    mine = session.session()
    problem, scenario = session.present()
    missing = people_not_here(problem, scenario.panel, mine.kept_answers)
    try:
        panel = with_members(scenario.panel, missing)
    except CriteriaError:
        return
    session.set_report(report(problem, scenario.panel, panel, missing))
    session.keep(problem, scenario.with_panel(panel))
    leave_kept()
    session.widgets_replaced()


def leave_kept() -> None:
    """Show the answers of the opened link alone; the callback of a button."""
    session.session().kept_answers = ""
