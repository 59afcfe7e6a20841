"""What can be done with candidates, criteria and must-haves: one row each, with its fields and the problem that follows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType

import streamlit as st

from criteria.errors import CriteriaError
from criteria.model.alternative import Alternative
from criteria.model.criterion import Criterion, Scale, Thresholds
from criteria.model.evidence import Performance
from criteria.model.problem import Problem
from criteria.translation import later
from criteria.translation import translate as _
from criteria.ui import widgets
from criteria.ui.components.common import blocks
from criteria.ui.components.evidence.act import Act, Given, leaves, new_id, number, text
from criteria.ui.components.evidence.anchors import anchor_lines, anchors_in
from criteria.ui.components.evidence.gate_acts import GATE_ACTS
from criteria.ui.components.evidence.group_acts import GROUP_ACTS

_TOP = "-"  # the place of a criterion that is in no group


def _candidates(problem: Problem) -> dict[str, str]:
    return {alternative.id: alternative.label for alternative in problem.alternatives}


def _draw_new_candidate(_problem: Problem, key: Callable[[str], str]) -> None:
    widgets.field(_("Name"), key=key("name"))
    st.html(blocks.caption(_("Its ratings are unknown until you type them into the grid.")))


def _new_candidate(problem: Problem, given: Given) -> tuple[Problem, str]:
    name = text(given, "name")
    if not name:
        return problem, ""
    added = problem.with_alternative(Alternative(new_id(problem, name), name))
    return added, _("candidate {name} added", name=name)


def _draw_renamed(problem: Problem, key: Callable[[str], str]) -> None:
    chosen = widgets.menu(_("Candidate"), _candidates(problem), key=key("candidate"))
    name = problem.alternatives[problem.row(str(chosen))].name
    widgets.field(_("Name"), key=key("name"), value=name)


def _renamed(problem: Problem, given: Given) -> tuple[Problem, str]:
    old = problem.alternatives[problem.row(text(given, "candidate"))]
    name = text(given, "name")
    if not name or name == old.name:
        return problem, ""
    return problem.with_alternative_renamed(old.id, name), _("{old} renamed {name}", old=old.label, name=name)


def _draw_removed(problem: Problem, key: Callable[[str], str]) -> None:
    widgets.menu(_("Candidate"), _candidates(problem), key=key("candidate"))
    st.html(blocks.caption(_("To leave a candidate out of the ranking only, set it aside on the shortlist.")))


def _removed(problem: Problem, given: Given) -> tuple[Problem, str]:
    old = problem.alternatives[problem.row(text(given, "candidate"))]
    return problem.without_alternative(old.id), _("candidate {name} removed", name=old.label)


def _draw_new_criterion(problem: Problem, key: Callable[[str], str]) -> None:
    _draw_criterion(problem, key, Criterion("x", "x"), name="")
    left, right = st.columns(2)
    with left:
        widgets.menu(_("First rating, of"), _candidates(problem), key=key("rated"))
    with right:
        widgets.number(_("Rating"), key=key("rating"), value=None, format="%g", step=None)


def _draw_changed_criterion(problem: Problem, key: Callable[[str], str]) -> None:
    chosen = str(widgets.menu(_("Criterion"), leaves(problem), key=key("criterion")))
    _draw_criterion(problem, lambda name: key(f"{name}-{chosen}"), problem.criterion(chosen))


def _draw_criterion(
    problem: Problem, key: Callable[[str], str], old: Criterion, name: str | None = None
) -> None:
    groups = {_TOP: _("no group")} | {
        c.id: c.label for c in problem.criteria if not problem.tree.scored(c.id) and c.id != old.id
    }
    first, second, third, fourth = st.columns(4)
    with first:
        widgets.field(_("Name"), key=key("name"), value=old.name if name is None else name)
    with second:
        ways = {"max": _("more is better"), "min": _("less is better")}
        widgets.menu(_("Direction"), ways, key=key("way"), present="max" if old.maximize else "min")
    with third:
        widgets.menu(_("Group"), groups, key=key("group"), present=old.parent or _TOP)
    with fourth:
        widgets.field(_("Unit"), key=key("unit"), value=old.unit)
    scale, bounds = old.scale, old.thresholds
    numbers = (
        ("low", _("Scale from"), scale.low if scale else None),
        ("high", _("Scale to"), scale.high if scale else None),
        ("indifference", _("Indifference"), bounds.indifference),
        ("preference", _("Preference"), bounds.preference),
        ("veto", _("Veto"), bounds.veto),
    )
    for column, (part, title, value) in zip(st.columns(len(numbers)), numbers, strict=True):
        with column:
            widgets.number(title, key=key(part), value=value, format="%g", step=None)
    title = _("What values of the scale mean, a line each, such as 8 = certified")
    widgets.area(title, key=key("anchors"), value=anchor_lines(scale), height=110)


def _criterion(given: Given, suffix: str, old: Criterion) -> Criterion:
    low, high = number(given, f"low{suffix}"), number(given, f"high{suffix}")
    if (low is None) != (high is None):
        raise CriteriaError(_("A scale needs both ends, or neither."))
    group = text(given, f"group{suffix}")
    typed = given(f"anchors{suffix}")
    lines = anchor_lines(old.scale) if typed is None else str(typed)
    if low is None and lines.strip() and lines.strip() != anchor_lines(old.scale).strip():
        raise CriteriaError(_("Give both ends of the scale before you say what its values mean."))
    return replace(
        old,
        name=text(given, f"name{suffix}") or old.name,
        parent="" if group in ("", _TOP) else group,
        maximize=given(f"way{suffix}") != "min",
        unit=text(given, f"unit{suffix}"),
        scale=None
        if low is None or high is None
        else Scale(low, high, anchors_in(lines, old.scale, low, high)),
        thresholds=Thresholds(
            *(number(given, f"{part}{suffix}") for part in ("indifference", "preference", "veto"))
        ),
    )


def _new_criterion(problem: Problem, given: Given) -> tuple[Problem, str]:
    name, rating = text(given, "name"), number(given, "rating")
    if not name or rating is None:
        return problem, ""
    made = _criterion(given, "", Criterion(new_id(problem, name), name))
    rated = {text(given, "rated"): Performance(rating, rating, rating)}
    return problem.with_criterion(made, rated), _("criterion {name} added", name=name)


def _changed_criterion(problem: Problem, given: Given) -> tuple[Problem, str]:
    old = problem.criterion(text(given, "criterion"))
    made = _criterion(given, f"-{old.id}", old)
    if made == old:
        return problem, ""
    parts = {
        _("name"): (old.name, made.name),
        _("direction"): (old.maximize, made.maximize),
        _("group"): (old.parent, made.parent),
        _("unit"): (old.unit, made.unit),
        _("scale"): (_ends(old.scale), _ends(made.scale)),
        _("anchors"): (old.scale and old.scale.anchors, made.scale and made.scale.anchors),
        _("thresholds"): (old.thresholds, made.thresholds),
    }
    what = ", ".join(part for part, (before, after) in parts.items() if before != after)
    return problem.with_criterion(made), _("{what} of {name} changed", what=what, name=old.label)


def _ends(scale: Scale | None) -> tuple[float, float] | None:
    return (scale.low, scale.high) if scale else None


def _draw_removed_criterion(problem: Problem, key: Callable[[str], str]) -> None:
    widgets.menu(_("Criterion"), leaves(problem), key=key("criterion"))
    st.html(blocks.caption(_("Its must-haves and its part of profiles and judgements go with it.")))


def _removed_criterion(problem: Problem, given: Given) -> tuple[Problem, str]:
    old = problem.criterion(text(given, "criterion"))
    return problem.without_criterion(old.id), _("criterion {name} removed", name=old.label)


ACTS: Mapping[str, Act] = MappingProxyType(
    {
        "add-candidate": Act(later("Add a candidate"), _draw_new_candidate, _new_candidate),
        "rename-candidate": Act(later("Rename a candidate"), _draw_renamed, _renamed),
        "remove-candidate": Act(later("Remove a candidate"), _draw_removed, _removed),
        "add-criterion": Act(later("Add a criterion"), _draw_new_criterion, _new_criterion),
        "change-criterion": Act(later("Change a criterion"), _draw_changed_criterion, _changed_criterion),
        "remove-criterion": Act(later("Remove a criterion"), _draw_removed_criterion, _removed_criterion),
        **GROUP_ACTS,
        **GATE_ACTS,
    }
)
