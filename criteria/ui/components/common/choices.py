"""The choices of the side bar: problem, profile, method, normalization, rule for missing ratings."""

from __future__ import annotations

import streamlit as st

from criteria.model.problem import Problem
from criteria.model.scenario import BLANK_RULES, Scenario
from criteria.ranking.catalogue import METHODS
from criteria.ranking.matrix import offered_normalizations, settings_from
from criteria.ranking.method import Method
from criteria.scaling.normalization import NORMALIZATIONS
from criteria.translation import translate as _
from criteria.ui import compute, own, session, widgets
from criteria.ui.components.common.blocks import caption, notes


def choose_problem(
    problems: dict[str, Problem], problem: Problem, scenario: Scenario
) -> tuple[Problem, Scenario]:
    """Draw the menu of problems; another one begins with its base scenario."""
    widgets.page_link("open", _("New or open"), icon=":material/upload_file:")
    if told := own.said(problem):
        st.html(notes([told], _("About keeping this problem:")))
    unread = compute.library().failures
    if unread:
        lines = [f"{name}: {why}" for name, why in unread]
        st.html(notes(lines, _("Cannot be opened; mend the files and restart the app:")))
    if len(problems) < 2:
        return problem, scenario
    titles = {identifier: one.title for identifier, one in problems.items()}
    chosen = widgets.menu(_("Problem"), titles, present=problem.id, key=widgets.key("problem"))
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


def choose_method(problem: Problem, scenario: Scenario) -> Scenario:
    """Draw the menu of methods with the method's card, and the normalizations it allows."""
    keys = sorted(
        METHODS, key=lambda key: (key != problem.default_method, METHODS[key].group, METHODS[key].name)
    )
    chosen = widgets.menu(
        _("Method"),
        {key: METHODS[key].name for key in keys},
        present=scenario.method,
        key=widgets.key(f"method-{problem.id}"),
    )
    if chosen != scenario.method:
        scenario = scenario.with_method(chosen)
    row = METHODS[chosen]
    offered = offered_normalizations(problem, row)
    used = scenario.normalization or offered[0]
    with widgets.popover(_("About {method}, settings", method=row.name), width="stretch"):
        method_card(row, reorders=row.can_reorder(used, settings_from(problem, row, used)))
        if len(offered) > 1:
            scenario = _choose_normalization(scenario, offered, used)
        if not problem.performances.known.all():
            scenario = _choose_blank_rule(scenario)
    return scenario


def method_card(row: Method, *, reorders: bool) -> None:
    """Draw what a method does, assumes, and when not to use it."""
    reorder = (
        _("With this normalization, adding or removing a candidate can reorder the others.")
        if reorders
        else _("With this normalization, adding or removing a candidate cannot reorder the others.")
    )
    published = {
        "complete": _("A complete ranking."),
        "partial": _("A partial order: some candidates may stay incomparable."),
        "kernel": _("A selection (the kernel), no ranking."),
    }
    st.markdown(f"**{row.name}** · {row.group}\n\n{row.summary}")
    st.markdown(
        "\n".join(
            (
                f"- **{_('Gives')}** {published[row.order]}",
                f"- **{_('Assumes')}** {row.assumptions}",
                f"- **{_('Not when')}** {row.avoid_when}",
                f"- **{_('Others')}** {reorder}",
                f"- **{_('Source')}** {row.reference}",
            )
        )
    )


def _choose_normalization(scenario: Scenario, offered: tuple[str, ...], used: str) -> Scenario:
    chosen = widgets.menu(
        _("Normalization"),
        {key: NORMALIZATIONS[key].name for key in offered},
        present=used,
        help=" ".join(f"{NORMALIZATIONS[key].name}: {NORMALIZATIONS[key].summary}" for key in offered),
        key=widgets.key(f"normalization-{scenario.method}"),
    )
    # The method's own choice is kept as such, so that a link does not say what goes without saying.
    return scenario.with_method(scenario.method, "" if chosen == offered[0] else chosen)


def _choose_blank_rule(scenario: Scenario) -> Scenario:
    chosen = widgets.menu(
        _("Missing ratings are set to"),
        {rule: _(told) for rule, told in BLANK_RULES.items()},
        present=scenario.blanks,
        key=widgets.key("blanks"),
    )
    return scenario.with_blanks(chosen)
