"""What can be done with candidates, criteria and must-haves: one row each, with its fields and the problem that follows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

import streamlit as st

from criteria.errors import CriteriaError
from criteria.model.alternative import Alternative
from criteria.model.criterion import Criterion, Scale, Thresholds
from criteria.model.evidence import Performance
from criteria.model.gates import Gate
from criteria.model.problem import Problem
from criteria.model.text import id_from_name
from criteria.translation import later
from criteria.translation import translate as _
from criteria.ui import widgets
from criteria.ui.components.common import blocks

_TOP = "-"  # the place of a criterion that is in no group
Given = Callable[[str], object]  # what stands in a field, by its name


@dataclass(frozen=True, slots=True)
class Act:
    """One thing that can be done.  draw: its fields.  change: the problem that follows, and what was done in words."""

    title: str
    draw: Callable[[Problem, Callable[[str], str]], None]
    change: Callable[[Problem, Given], tuple[Problem, str]]


def _text(given: Given, name: str) -> str:
    return str(given(name) or "").strip()


def _number(given: Given, name: str) -> float | None:
    value = given(name)
    return float(value) if isinstance(value, int | float) else None


def _new_id(problem: Problem, name: str) -> str:
    taken = {c.id for c in problem.criteria} | {a.id for a in problem.alternatives} | {g.id for g in problem.gates}  # fmt: skip
    return id_from_name(name or "x", taken)


def _candidates(problem: Problem) -> dict[str, str]:
    return {alternative.id: alternative.label for alternative in problem.alternatives}


def _leaves(problem: Problem) -> dict[str, str]:
    return {leaf.id: leaf.label for leaf in problem.leaves}


def _draw_new_candidate(_problem: Problem, key: Callable[[str], str]) -> None:
    widgets.field(_("Name"), key=key("name"))
    st.html(blocks.caption(_("Its ratings are unknown until you type them into the grid.")))


def _new_candidate(problem: Problem, given: Given) -> tuple[Problem, str]:
    name = _text(given, "name")
    if not name:
        return problem, ""
    added = problem.with_alternative(Alternative(_new_id(problem, name), name))
    return added, _("candidate {name} added", name=name)


def _draw_renamed(problem: Problem, key: Callable[[str], str]) -> None:
    chosen = widgets.menu(_("Candidate"), _candidates(problem), key=key("candidate"))
    name = problem.alternatives[problem.row(str(chosen))].name
    widgets.field(_("Name"), key=key("name"), value=name)


def _renamed(problem: Problem, given: Given) -> tuple[Problem, str]:
    old = problem.alternatives[problem.row(_text(given, "candidate"))]
    name = _text(given, "name")
    if not name or name == old.name:
        return problem, ""
    return problem.with_alternative_renamed(old.id, name), _("{old} renamed {name}", old=old.label, name=name)


def _draw_removed(problem: Problem, key: Callable[[str], str]) -> None:
    widgets.menu(_("Candidate"), _candidates(problem), key=key("candidate"))
    st.html(blocks.caption(_("To leave a candidate out of the ranking only, set it aside on the shortlist.")))


def _removed(problem: Problem, given: Given) -> tuple[Problem, str]:
    old = problem.alternatives[problem.row(_text(given, "candidate"))]
    return problem.without_alternative(old.id), _("candidate {name} removed", name=old.label)


def _draw_new_criterion(problem: Problem, key: Callable[[str], str]) -> None:
    _draw_criterion(problem, key, Criterion("x", "x"), name="")
    left, right = st.columns(2)
    with left:
        widgets.menu(_("First rating, of"), _candidates(problem), key=key("rated"))
    with right:
        widgets.number(_("Rating"), key=key("rating"), value=None, format="%g", step=None)


def _draw_changed_criterion(problem: Problem, key: Callable[[str], str]) -> None:
    chosen = str(widgets.menu(_("Criterion"), _leaves(problem), key=key("criterion")))
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


def _criterion(given: Given, suffix: str, old: Criterion) -> Criterion:
    low, high = _number(given, f"low{suffix}"), _number(given, f"high{suffix}")
    anchors = old.scale.anchors if old.scale else ()
    if (low is None) != (high is None):
        raise CriteriaError(_("A scale needs both ends, or neither."))
    group = _text(given, f"group{suffix}")
    return replace(
        old,
        name=_text(given, f"name{suffix}") or old.name,
        parent="" if group in ("", _TOP) else group,
        maximize=given(f"way{suffix}") != "min",
        unit=_text(given, f"unit{suffix}"),
        scale=None if low is None or high is None else Scale(low, high, anchors),
        thresholds=Thresholds(
            *(_number(given, f"{part}{suffix}") for part in ("indifference", "preference", "veto"))
        ),
    )


def _new_criterion(problem: Problem, given: Given) -> tuple[Problem, str]:
    name, rating = _text(given, "name"), _number(given, "rating")
    if not name or rating is None:
        return problem, ""
    made = _criterion(given, "", Criterion(_new_id(problem, name), name))
    rated = {_text(given, "rated"): Performance(rating, rating, rating)}
    return problem.with_criterion(made, rated), _("criterion {name} added", name=name)


def _changed_criterion(problem: Problem, given: Given) -> tuple[Problem, str]:
    old = problem.criterion(_text(given, "criterion"))
    made = _criterion(given, f"-{old.id}", old)
    if made == old:
        return problem, ""
    parts = {
        _("name"): (old.name, made.name),
        _("direction"): (old.maximize, made.maximize),
        _("group"): (old.parent, made.parent),
        _("unit"): (old.unit, made.unit),
        _("scale"): (old.scale, made.scale),
        _("thresholds"): (old.thresholds, made.thresholds),
    }
    what = ", ".join(part for part, (before, after) in parts.items() if before != after)
    return problem.with_criterion(made), _("{what} of {name} changed", what=what, name=old.label)


def _draw_removed_criterion(problem: Problem, key: Callable[[str], str]) -> None:
    widgets.menu(_("Criterion"), _leaves(problem), key=key("criterion"))
    st.html(blocks.caption(_("Its must-haves and its part of profiles and judgements go with it.")))


def _removed_criterion(problem: Problem, given: Given) -> tuple[Problem, str]:
    old = problem.criterion(_text(given, "criterion"))
    return problem.without_criterion(old.id), _("criterion {name} removed", name=old.label)


def _draw_gate(problem: Problem, key: Callable[[str], str]) -> None:
    first, second, third = st.columns(3)
    with first:
        widgets.menu(_("Criterion"), _leaves(problem), key=key("criterion"))
    with second:
        ways = {">=": _("must be at least"), "<=": _("must be at most")}
        widgets.menu(_("Condition"), ways, key=key("operator"))
    with third:
        widgets.number(_("Value"), key=key("threshold"), value=None, format="%g", step=None)
    widgets.switch(
        _("Who fails is set aside (otherwise it is only a warning)"), key=key("hard"), present=True
    )


def _gate(problem: Problem, given: Given) -> tuple[Problem, str]:
    leaf, threshold = problem.criterion(_text(given, "criterion")), _number(given, "threshold")
    if threshold is None:
        return problem, ""
    operator = _text(given, "operator") or ">="
    gate = Gate(
        _new_id(problem, f"gate-{leaf.id}"),
        bool(given("hard")),
        operator,
        leaf.id,
        threshold,
        rationale=_text(given, "reason"),
    )
    return problem.with_gate(gate), _("must-have set: {condition}", condition=gate_words(problem, gate))


def gate_words(problem: Problem, gate: Gate) -> str:
    """Return the condition of a must-have in words."""
    if gate.attribute:
        return _("{attribute} must be {asked}", attribute=gate.attribute, asked=gate.asked)
    leaf = problem.criterion(gate.criterion)
    value = f"{gate.threshold:g}"
    if leaf.unit:
        value = _("{number} {unit}", number=value, unit=leaf.unit)
    if gate.operator == ">=":
        return _("{name} must be at least {value}", name=leaf.label, value=value)
    return _("{name} must be at most {value}", name=leaf.label, value=value)


def _draw_no_gate(problem: Problem, key: Callable[[str], str]) -> None:
    if problem.gates:
        widgets.menu(_("Must-have"), {g.id: gate_words(problem, g) for g in problem.gates}, key=key("gate"))
    else:
        st.html(blocks.caption(_("There are no must-haves.")))


def _no_gate(problem: Problem, given: Given) -> tuple[Problem, str]:
    gate = next((g for g in problem.gates if g.id == _text(given, "gate")), None)
    if gate is None:
        return problem, ""
    return problem.without_gate(gate.id), _(
        "must-have removed: {condition}", condition=gate_words(problem, gate)
    )


ACTS: Mapping[str, Act] = MappingProxyType(
    {
        "add-candidate": Act(later("Add a candidate"), _draw_new_candidate, _new_candidate),
        "rename-candidate": Act(later("Rename a candidate"), _draw_renamed, _renamed),
        "remove-candidate": Act(later("Remove a candidate"), _draw_removed, _removed),
        "add-criterion": Act(later("Add a criterion"), _draw_new_criterion, _new_criterion),
        "change-criterion": Act(later("Change a criterion"), _draw_changed_criterion, _changed_criterion),
        "remove-criterion": Act(later("Remove a criterion"), _draw_removed_criterion, _removed_criterion),
        "set-gate": Act(later("Set a must-have"), _draw_gate, _gate),
        "remove-gate": Act(later("Remove a must-have"), _draw_no_gate, _no_gate),
    }
)
