"""Who is asked: the menu of members, and new ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from criteria.errors import CriteriaError
from criteria.model.judgements import Member
from criteria.model.problem import Problem
from criteria.model.scenario import Scenario
from criteria.model.text import clean_text, id_from_name
from criteria.translation import translate as _
from criteria.ui import session, widgets
from criteria.ui.components.common import blocks
from criteria.ui.components.common.slot import told
from criteria.ui.labels import told_apart
from criteria.ui.markup import NOTHING
from criteria.weighting.panel import STAKEHOLDER, panel_members

_REFUSED = "new-member-refused"


def member_names(members: Sequence[Member]) -> dict[str, str]:
    """Return what members are called, by identifier; equal names carry a number, and nobody is called as the group is."""
    group = ""  # no identifier is empty
    names = told_apart({group: _("The group")} | {m.id: m.name or m.id for m in members}, numbered=True)
    return {identifier: name for identifier, name in names.items() if identifier != group}


def open_member(problem: Problem, scenario: Scenario) -> Member:
    """Return whose answers are being given: whoever was opened, else the scenario's stakeholder, else the first."""
    members = {member.id: member for member in panel_members(problem, scenario.panel, scenarios=True)}
    if not members:
        return Member("me", _("Me"))
    stakeholders = [p.id for p in problem.profiles if p.kind == STAKEHOLDER] or list(members)
    preferred = [
        scenario.panel.open,
        scenario.profile if scenario.profile in stakeholders else "",
        *stakeholders,
    ]
    return members[next(identifier for identifier in preferred if identifier in members)]


def choose_member(problem: Problem, scenario: Scenario) -> tuple[Scenario, Member]:
    """Draw the menu of everybody who can be asked; return the scenario with whoever is open, and that member."""
    members = {member.id: member for member in panel_members(problem, scenario.panel, scenarios=True)}
    if not members:
        return scenario, open_member(problem, scenario)
    present = open_member(problem, scenario).id
    chosen = widgets.menu(
        _("Whose judgements?"),
        member_names(list(members.values())),
        present=present,
        key=widgets.key(f"member-{problem.id}-{len(members)}"),
        moves=_with_open,
    )
    return _with_open(problem, scenario, chosen), members[chosen]


def _with_open(problem: Problem, scenario: Scenario, chosen: str) -> Scenario:
    """Return the scenario with this member open; nobody else's answers stay uncovered."""
    if chosen == open_member(problem, scenario).id:
        return scenario
    session.session().opened.clear()
    return scenario.with_panel(replace(scenario.panel, open=chosen))


def new_member(problem: Problem, scenario: Scenario) -> None:
    """Draw the form for somebody new; whoever is added is opened before anything else is drawn."""
    count = len(panel_members(problem, scenario.panel, scenarios=True))
    name, role = (widgets.key(f"new-member-{field}-{count}") for field in ("name", "role"))
    # The popover has a new key, and so closes, as soon as somebody was added.
    opens = widgets.popover(
        _("New stakeholder"),
        icon=":material/person_add:",
        width="stretch",
        key=widgets.key(f"new-member-{count}"),
    )
    with opens:
        with st.form(widgets.key(f"new-member-form-{count}"), border=False):
            st.text_input(_("Name"), max_chars=60, key=name)
            st.text_input(_("Role (optional)"), max_chars=100, key=role)
            st.form_submit_button(_("Add"), type="primary", on_click=_add, args=(name, role))
        said = session.heard(_REFUSED)
        told(blocks.caption(str(said)) if said else NOTHING)


def _add(name_field: str, role_field: str) -> None:
    """Add whoever the form names, and open their questions; the callback of the form."""
    with session.unbroken() as held:
        session.act()
        problem, scenario = session.present()
        name, role = (str(held.get(field) or "") for field in (name_field, role_field))
        if not clean_text(name):
            session.say(_REFUSED, _("Give a name first."))
            return
        members = panel_members(problem, scenario.panel, scenarios=True)
        try:
            new = Member(id_from_name(name, {member.id for member in members}), name, role)
            member = replace(new, name=member_names([*members, new])[new.id])
            panel = replace(scenario.panel.with_member(member), open=member.id)
            session.keep(problem, scenario.with_panel(panel))
        except CriteriaError as error:
            session.say(_REFUSED, str(error))
