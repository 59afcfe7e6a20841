"""The choices of the side bar that every page has: problem and profile."""

from __future__ import annotations

import streamlit as st

from criteria.model.problem import Problem
from criteria.model.scenario import Scenario
from criteria.translation import translate as _
from criteria.ui import compute, own, session, widgets
from criteria.ui.components.common.blocks import caption, notes

_UNREAD = "!"  # before the name of a folder that cannot be read; no identifier begins so


def choose_problem(
    problems: dict[str, Problem], problem: Problem, scenario: Scenario
) -> tuple[Problem, Scenario]:
    """Draw the menu of problems; another one begins with its base scenario."""
    widgets.page_link("open", _("New or open"), icon=":material/upload_file:")
    if told := own.said(problem):
        st.html(notes([told], _("About keeping this problem:")))
    unread = {f"{_UNREAD}{name}": (name, why) for name, why in compute.library().failures}
    if len(problems) + len(unread) < 2:
        return problem, scenario
    titles = {identifier: one.title for identifier, one in problems.items()}
    broken = {key: _("{name} (cannot be opened)", name=name) for key, (name, _why) in unread.items()}
    chosen = widgets.menu(_("Problem"), titles | broken, present=problem.id, key=widgets.key("problem"))
    if chosen in unread:
        # The page stays with the problem that is open; what is wrong with the other is said.
        st.html(
            notes([": ".join(unread[chosen])], _("Cannot be opened; once its files are mended it is here:"))
        )
        return problem, scenario
    if chosen == problem.id:
        return problem, scenario
    return problems[chosen], problems[chosen].base_scenario()


def choose_profile(problem: Problem, scenario: Scenario) -> Scenario:
    """Draw the menu of profiles; another one brings its importances."""
    if not problem.profiles:
        return scenario
    names = {profile.id: profile.name for profile in problem.profiles}
    if not scenario.profile:
        names = {"": _("Equal importance"), **names}
    chosen = widgets.menu(
        _("Profile"), names, present=scenario.profile, key=widgets.key(f"profile-{problem.id}")
    )
    if chosen != scenario.profile:
        scenario = scenario.with_profile(problem, chosen)
        session.importances_replaced()
    if chosen:
        profile = problem.profile(chosen)
        rule = (
            _("Rule: {rule}.", rule=profile.rule)
            if profile.kind == "group"
            else _(
                "Written for another rule ({rule}); here its weights feed the method below.",
                rule=profile.rule,
            )
        )
        about = [profile.note, rule if profile.rule not in ("", "weighted sum") else ""]
        if any(about):
            st.html(caption(" ".join(filter(None, about))))
    return scenario
