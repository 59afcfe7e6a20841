"""Choices that several pages have: problem and profile in the side bar, and which must-haves are waived."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping

import streamlit as st

from criteria.model.problem import Problem
from criteria.model.profile import Profile
from criteria.model.scenario import Scenario
from criteria.model.text import first_few
from criteria.translation import translate as _
from criteria.ui import compute, own, session, widgets
from criteria.ui.components.common.blocks import caption, notes
from criteria.ui.components.common.slot import Slot, told
from criteria.ui.labels import plain_label
from criteria.ui.markup import NOTHING, Markup, style_sheet

RANGES_SHOWN = 6
TOLD_FOR = 15  # seconds that it is said which weights a profile replaced: long enough to read it and to act
MENU_ROOM = (
    27  # characters of a name that a menu of the side bar shows; a longer one is told in full below it
)
_UNREAD = "!"  # before the name of a folder that cannot be read; no identifier begins so


def choose_problem(
    problems: dict[str, Problem], problem: Problem, scenario: Scenario
) -> tuple[Problem, Scenario]:
    """Draw the menu of problems; another one begins with its base scenario.

    problem: the one that is open; it may have been opened in this very run, and not be among the problems yet.
    """
    problems = {**problems, problem.id: problem}
    widgets.page_link("open", _("New or open"), icon=":material/upload_file:")
    said = own.said(problem)
    told(notes([said], _("About keeping this problem:")) if said else NOTHING)
    unread = {f"{_UNREAD}{name}": (name, why) for name, why in compute.library().failures}
    if len(problems) + len(unread) < 2:
        return problem, scenario
    titles = {identifier: one.title for identifier, one in problems.items()}
    broken = {key: _("{name} (cannot be opened)", name=name) for key, (name, _why) in unread.items()}
    name = widgets.key("problem")
    chosen = widgets.menu(
        _("Problem"), titles | broken, present=problem.id, key=name, then=(take_problem, (name, problems))
    )
    told(_greyed(_("Problem"), len(titles), len(broken)) if broken else NOTHING)
    cannot = Slot()
    if chosen in unread:
        # The page stays with the problem that is open; what is wrong with the other is said.
        cannot.html(
            notes(unread[chosen][1].splitlines(), _("Cannot be opened until its files are corrected:"))
        )
        return problem, scenario
    if chosen == problem.id:
        return problem, scenario
    return problems[chosen], problems[chosen].base_scenario()


def _greyed(menu: str, opened: int, broken: int) -> Markup:
    """Return the style that greys the last options of a menu: those after the ones that can be opened, while all of them are listed."""
    options = (
        f'[role="listbox"][aria-label={json.dumps(menu)}]:has([role="option"]:nth-child({opened + broken}))'
    )
    return style_sheet(f'{options} [role="option"]:nth-child(n + {opened + 1}) {{ opacity: 0.65; }}')


def take_problem(name: str, problems: dict[str, Problem]) -> None:
    """Begin with the problem that was just chosen, before anything is drawn; the callback of the menu."""
    chosen = problems.get(str(widgets.widget_now(name)))
    if chosen is not None and chosen.id != session.present()[0].id:
        session.keep(chosen, chosen.base_scenario())


def with_profile(problem: Problem, scenario: Scenario, chosen: str) -> Scenario:
    """Return the scenario with the importances of a profile; another one replaces those of the panel."""
    if chosen == scenario.profile:
        return scenario
    session.importances_replaced()
    if problem.importances_of(scenario.profile) != scenario.importances:
        _say_what_was_replaced(problem, chosen)
    return scenario.with_profile(problem, chosen)


def _say_what_was_replaced(problem: Problem, chosen: str) -> None:
    """Say that a profile replaced weights which somebody had set, and how they come back."""
    name = problem.profile(chosen).name if chosen else _("Equal importance")
    said = _(
        "{profile} replaced the weights you had set. Ctrl Z (⌘ Z) or Back takes them back.",
        profile=name,
    )
    st.toast(plain_label(said), icon=":material/undo:", duration=TOLD_FOR)


def choose_profile(problem: Problem, scenario: Scenario) -> Scenario:
    """Draw the menu of profiles; another one brings its importances."""
    if not problem.profiles:
        return scenario
    names = {profile.id: profile.name for profile in problem.profiles}
    if not scenario.profile:
        names = {"": _("Equal importance"), **names}
    chosen = widgets.menu(
        _("Profile"),
        names,
        present=scenario.profile,
        key=widgets.key(f"profile-{problem.id}"),
        moves=with_profile,
    )
    scenario = with_profile(problem, scenario, chosen)
    about = []
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
        about = [
            f"{profile.name}." if len(profile.name) > MENU_ROOM and not profile.name.endswith(".") else "",
            profile.note,
            rule if profile.rule not in ("", "weighted sum") else "",
            ranges_said(problem, profile),
        ]
    told(caption(" ".join(filter(None, about))) if any(about) else NOTHING)
    return scenario


def ranges_said(problem: Problem, profile: Profile) -> str:
    """Return how far the data let the weights of a profile go, in points as they are set; the empty text where they do not say."""
    if not profile.ranges:
        return ""
    return _(
        "The data give these weights a range: {ranges}.",
        ranges=first_few(
            [
                _(
                    "{criterion} {low:g}–{high:g}",
                    criterion=problem.criterion(name).label,
                    low=low,
                    high=high,
                )
                for name, low, high in profile.ranges
            ],
            RANGES_SHOWN,
        ),
    )


def choose_waived(problem: Problem, scenario: Scenario, rules: Mapping[str, str], *, key: str) -> Scenario:
    """Draw the list of waived must-haves; return the scenario with those.  rules: what each asks, by its identifier."""
    waived = widgets.several(
        _("Must-haves waived"),
        rules,
        present=scenario.waived,
        key=widgets.key(key),
        moves=with_only_waived,
    )
    return with_only_waived(problem, scenario, waived)


def with_only_waived(problem: Problem, scenario: Scenario, waived: Collection[str]) -> Scenario:
    """Return the scenario with these must-haves waived and no others."""
    for gate in problem.gates:
        scenario = scenario.with_waived(gate.id, waived=gate.id in waived)
    return scenario
