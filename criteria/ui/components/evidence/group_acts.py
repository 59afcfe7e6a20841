"""Groups of criteria: made, renamed and dissolved; none of it moves a weight."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from types import MappingProxyType

import streamlit as st

from criteria.model.criterion import Criterion
from criteria.model.problem import Problem
from criteria.translation import later
from criteria.translation import translate as _
from criteria.ui import widgets
from criteria.ui.components.common import blocks
from criteria.ui.components.evidence.act import Act, Given, new_id, text


def _groups(problem: Problem) -> dict[str, str]:
    return {c.id: c.label for c in problem.criteria if not problem.tree.scored(c.id)}


def _draw_made(problem: Problem, key: Callable[[str], str]) -> None:
    widgets.field(_("Name"), key=key("name"))
    widgets.several(
        _("Criteria in the group"), {c.id: c.label for c in problem.criteria}, key=key("members"), present=()
    )
    st.html(
        blocks.caption(_("Choose criteria that are in the same group now. Their weights stay as they are."))
    )


def _made(problem: Problem, given: Given) -> tuple[Problem, str]:
    name, members = text(given, "name"), given("members")
    if not name or not isinstance(members, Collection) or not members:
        return problem, ""
    made = problem.with_group(Criterion(new_id(problem, name), name), [str(member) for member in members])
    return made, _("group {name} made", name=name)


def _draw_renamed(problem: Problem, key: Callable[[str], str]) -> None:
    groups = _groups(problem)
    if not groups:
        st.html(blocks.caption(_("There are no groups.")))
        return
    chosen = str(widgets.menu(_("Group"), groups, key=key("group")))
    widgets.field(_("Name"), key=key(f"name-{chosen}"), value=problem.criterion(chosen).name)


def _renamed(problem: Problem, given: Given) -> tuple[Problem, str]:
    group = text(given, "group")
    name = text(given, f"name-{group}")
    if group not in _groups(problem) or not name or name == problem.criterion(group).name:
        return problem, ""
    renamed = problem.with_criterion_renamed(group, name)
    return renamed, _("group {old} renamed {name}", old=problem.criterion(group).label, name=name)


def _draw_dissolved(problem: Problem, key: Callable[[str], str]) -> None:
    groups = _groups(problem)
    if groups:
        widgets.menu(_("Group"), groups, key=key("group"))
        st.html(blocks.caption(_("Its criteria stay, and so do their weights.")))
    else:
        st.html(blocks.caption(_("There are no groups.")))


def _dissolved(problem: Problem, given: Given) -> tuple[Problem, str]:
    group = text(given, "group")
    if group not in _groups(problem):
        return problem, ""
    return problem.without_group(group), _("group {name} dissolved", name=problem.criterion(group).label)


GROUP_ACTS: Mapping[str, Act] = MappingProxyType(
    {
        "make-group": Act(later("Make a group of criteria"), _draw_made, _made),
        "rename-group": Act(later("Rename a group"), _draw_renamed, _renamed),
        "dissolve-group": Act(later("Dissolve a group"), _draw_dissolved, _dissolved),
    }
)
