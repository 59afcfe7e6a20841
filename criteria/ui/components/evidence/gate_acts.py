"""Must-haves: set, changed and removed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType

import streamlit as st

from criteria.model.gates import Gate
from criteria.model.problem import Problem
from criteria.translation import later
from criteria.translation import translate as _
from criteria.ui import widgets
from criteria.ui.components.common import blocks
from criteria.ui.components.evidence.act import Act, Given, leaves, new_id, number, text


def _draw_gate(problem: Problem, key: Callable[[str], str]) -> None:
    first, second, third = st.columns(3)
    with first:
        widgets.menu(_("Criterion"), leaves(problem), key=key("criterion"))
    with second:
        ways = {">=": _("must be at least"), "<=": _("must be at most")}
        widgets.menu(_("Condition"), ways, key=key("operator"))
    with third:
        widgets.number(_("Value"), key=key("threshold"), value=None, format="%g", step=None)
    widgets.switch(
        _("Candidates that fail are set aside (otherwise it is only a warning)"),
        key=key("hard"),
        present=True,
    )


def _gate(problem: Problem, given: Given) -> tuple[Problem, str]:
    leaf, threshold = problem.criterion(text(given, "criterion")), number(given, "threshold")
    if threshold is None:
        return problem, ""
    operator = text(given, "operator") or ">="
    gate = Gate(
        new_id(problem, f"gate-{leaf.id}"),
        bool(given("hard")),
        operator,
        leaf.id,
        threshold,
        rationale=text(given, "reason"),
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


def _draw_changed_gate(problem: Problem, key: Callable[[str], str]) -> None:
    gates = {g.id: gate_words(problem, g) for g in problem.gates if g.criterion}
    if not gates:
        st.html(blocks.caption(_("There are no must-haves on a criterion.")))
        return
    chosen = str(widgets.menu(_("Must-have"), gates, key=key("gate")))
    gate = next(g for g in problem.gates if g.id == chosen)
    left, right = st.columns(2)
    with left:
        ways = {">=": _("must be at least"), "<=": _("must be at most")}
        widgets.menu(_("Condition"), ways, key=key(f"operator-{chosen}"), present=gate.operator)
    with right:
        widgets.number(
            _("Value"), key=key(f"threshold-{chosen}"), value=gate.threshold, format="%g", step=None
        )
    widgets.switch(
        _("Candidates that fail are set aside (otherwise it is only a warning)"),
        key=key(f"hard-{chosen}"),
        present=gate.hard,
    )


def _changed_gate(problem: Problem, given: Given) -> tuple[Problem, str]:
    old = next((g for g in problem.gates if g.criterion and g.id == text(given, "gate")), None)
    if old is None or (threshold := number(given, f"threshold-{old.id}")) is None:
        return problem, ""
    operator = text(given, f"operator-{old.id}") or old.operator
    made = replace(old, operator=operator, threshold=threshold, hard=bool(given(f"hard-{old.id}")))
    if made == old:
        return problem, ""
    said = _(
        "must-have changed: {before} became {after}",
        before=gate_words(problem, old),
        after=gate_words(problem, made),
    )
    if (made.operator, made.threshold) == (old.operator, old.threshold):
        said = _("must-have changed: {condition} sets aside", condition=gate_words(problem, made))
        if not made.hard:
            said = _("must-have changed: {condition} only warns", condition=gate_words(problem, made))
    return problem.with_gate(made), said


def _draw_no_gate(problem: Problem, key: Callable[[str], str]) -> None:
    if problem.gates:
        widgets.menu(_("Must-have"), {g.id: gate_words(problem, g) for g in problem.gates}, key=key("gate"))
    else:
        st.html(blocks.caption(_("There are no must-haves.")))


def _no_gate(problem: Problem, given: Given) -> tuple[Problem, str]:
    gate = next((g for g in problem.gates if g.id == text(given, "gate")), None)
    if gate is None:
        return problem, ""
    return problem.without_gate(gate.id), _(
        "must-have removed: {condition}", condition=gate_words(problem, gate)
    )


GATE_ACTS: Mapping[str, Act] = MappingProxyType(
    {
        "set-gate": Act(later("Set a must-have"), _draw_gate, _gate),
        "change-gate": Act(later("Change a must-have"), _draw_changed_gate, _changed_gate),
        "remove-gate": Act(later("Remove a must-have"), _draw_no_gate, _no_gate),
    }
)
