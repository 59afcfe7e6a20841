"""Which method ranks: the menu, the list of all methods by group with what each does, the method's card and its settings."""

from __future__ import annotations

from types import MappingProxyType

import streamlit as st

from criteria.errors import CriteriaError
from criteria.model.problem import Problem
from criteria.model.scenario import BLANK_RULES, Scenario
from criteria.ranking.catalogue import METHODS
from criteria.ranking.matrix import offered_normalizations, settings_from
from criteria.ranking.method import Method
from criteria.scaling.normalization import NORMALIZATIONS
from criteria.translation import later
from criteria.translation import translate as _
from criteria.ui import compute, widgets
from criteria.ui.components.common.blocks import heading, points

IN_A_WORD = MappingProxyType(  # the groups of methods, where a line has little room
    {
        "Value and utility": later("value"),
        "Distance to a reference": later("distance"),
        "Ratio and proportion": later("ratio"),
        "Outranking": later("outranking"),
    }
)


def choose_method(problem: Problem, scenario: Scenario) -> Scenario:
    """Draw the menu of methods with the method's card, and the normalizations it allows."""
    chosen = widgets.menu(
        _("Method"),
        _with_groups(problem.default_method),
        present=scenario.method,
        key=widgets.key(_menu_name(problem)),
        moves=_with_method,
    )
    scenario = _with_method(problem, scenario, chosen)
    row = METHODS[chosen]
    offered = offered_normalizations(problem, row)
    used = scenario.normalization or offered[0]
    with widgets.popover(_("About {method}, settings", method=row.name), width="stretch"):
        method_card(row, reorders=row.can_reorder(used, settings_from(problem, row, used)))
        if len(offered) > 1:
            scenario = _choose_normalization(problem, scenario, offered, used)
        if not problem.performances.known.all():
            scenario = _choose_blank_rule(scenario)
    _all_methods(problem, scenario)
    return scenario


def _with_method(_problem: Problem, scenario: Scenario, chosen: str) -> Scenario:
    return scenario if chosen == scenario.method else scenario.with_method(chosen)


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
    st.markdown(f"**{row.name}** · {_(row.group)}\n\n{_(row.summary)}")
    st.markdown(
        points(
            (_("Gives"), published[row.order]),
            (_("Assumes"), _(row.assumptions)),
            (_("Not when"), _(row.avoid_when)),
            (_("Others"), reorder),
            (_("Source"), row.reference),
        )
    )


def _menu_name(problem: Problem) -> str:
    return f"method-{problem.id}"


def _all_methods(problem: Problem, scenario: Scenario) -> None:
    """Draw, once it is opened, every method under the heading of its group: first the group and method that the problem opens with, then those that suit these data, each with a line on what it does."""
    unfolded = widgets.popover(
        _("Compare all methods"), width="stretch", key=widgets.key("all-methods"), watched=True
    )
    with unfolded:
        if not unfolded.open:
            return
        try:
            failures = dict(compute.evaluated_by_all(problem, scenario).method_failures)
        except CriteriaError as error:  # nobody is ranked, by any method
            failures = dict.fromkeys(METHODS, str(error))
        for group, keys in methods_by_group(problem.default_method).items():
            suited = [key for key in keys if METHODS[key].order == "complete" and key not in failures]
            others = [key for key in keys if key not in suited]
            st.html(heading(_(group)))
            widgets.described(
                _(group),
                {key: METHODS[key].name for key in (*suited, *others)},
                {key: _about(METHODS[key], failures.get(key, "")) for key in keys},
                present=scenario.method if scenario.method in keys else None,
                key=widgets.key(f"methods-{group}-{scenario.method}"),
                then=lambda key: widgets.note_widget_value(_menu_name(problem), key),
            )


def methods_by_group(first: str) -> dict[str, list[str]]:
    """Return the keys of all methods by their group, in the order of the catalogue, but for the group of `first` and `first` in it."""
    groups: dict[str, list[str]] = {METHODS[first].group: [first]} if first in METHODS else {}
    for key, row in METHODS.items():
        if key != first:
            groups.setdefault(row.group, []).append(key)
    return groups


def _with_groups(first: str) -> dict[str, str]:
    """Return every method with its group in a word, for a menu without headings: group by group, in each the complete orders first."""
    return {
        key: f"{METHODS[key].name} · {_(IN_A_WORD[group])}"
        for group, keys in methods_by_group(first).items()
        for key in sorted(keys, key=lambda key: (key != first, METHODS[key].order != "complete"))
    }


def _about(row: Method, failure: str) -> str:
    """Return what a method does, and what stands against it here: it fails on these data, or publishes no complete ranking."""
    if failure:
        return _("{summary} Not for these data: {why}", summary=_(row.summary), why=failure)
    if row.order == "partial":
        return _("{summary} Some candidates may stay incomparable.", summary=_(row.summary))
    if row.order == "kernel":
        return _("{summary} No ranking.", summary=_(row.summary))
    return _(row.summary)


def _choose_normalization(
    problem: Problem, scenario: Scenario, offered: tuple[str, ...], used: str
) -> Scenario:
    def moved(_problem: Problem, scenario: Scenario, chosen: str) -> Scenario:
        # The method's own choice is kept as such, so that a link does not say what goes without saying.
        return scenario.with_method(scenario.method, "" if chosen == offered[0] else chosen)

    chosen = widgets.menu(
        _("Normalization"),
        {key: _(NORMALIZATIONS[key].name) for key in offered},
        present=used,
        help=" ".join(f"{_(NORMALIZATIONS[key].name)}: {_(NORMALIZATIONS[key].summary)}" for key in offered),
        key=widgets.key(f"normalization-{scenario.method}"),
        moves=moved,
    )
    return moved(problem, scenario, chosen)


def _choose_blank_rule(scenario: Scenario) -> Scenario:
    chosen = widgets.menu(
        _("Missing ratings are set to"),
        {rule: _(told) for rule, told in BLANK_RULES.items()},
        present=scenario.blanks,
        key=widgets.key("blanks"),
        moves=lambda _problem, scenario, chosen: scenario.with_blanks(chosen),
    )
    return scenario.with_blanks(chosen)
