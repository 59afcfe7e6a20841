"""Candidates, criteria and must-haves: added, changed and removed, each shown with what it would do to the order before it is done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import streamlit as st

from criteria.errors import CriteriaError
from criteria.explain.effect import effect_sentence
from criteria.model.problem import Problem
from criteria.model.scenario import Scenario
from criteria.translation import translate as _
from criteria.ui import compute, session, widgets
from criteria.ui.components.common import blocks
from criteria.ui.components.evidence.act import Given
from criteria.ui.components.evidence.acts import ACTS
from criteria.ui.components.evidence.corrected import carried, correct

_REFUSED = "structure-refused"


def structure(problem: Problem, scenario: Scenario, taken: frozenset[str]) -> None:
    """Draw the choice of an act, its fields, what it would do, and the button.  taken: identifiers that a copy must not have."""
    chosen = str(
        widgets.menu(_("What"), {key: _(act.title) for key, act in ACTS.items()}, key="structure-act")
    )
    act = ACTS[chosen]

    def key(name: str) -> str:
        return widgets.key(f"structure-{chosen}-{name}")

    act.draw(problem, key)
    try:
        changed, _what = act.change(problem, _fields(key))
        told = _effect(problem, scenario, changed)
    except CriteriaError as error:
        told = str(error)
    st.html(blocks.caption(told))
    if refused := session.heard(_REFUSED):
        st.html(blocks.refused(_("This cannot be done"), [str(refused)]))
    left, right = st.columns(2)
    with left:
        widgets.field(_("Reason of the correction"), key=key("reason"))
    with right:
        widgets.field(_("Your name"), key=key("author"))
    widgets.button(_(act.title), key=key("do"), then=(_do, (chosen, _fields(key), taken)), type="primary")


def _fields(key: Callable[[str], str]) -> Given:
    """Return what the fields hold now, by name: asked in a callback, it is what was typed last."""
    return lambda name: widgets.widget_now(key(name))


def _do(chosen: str, fields: Given, taken: frozenset[str]) -> None:
    author, reason = str(fields("author") or "").strip(), str(fields("reason") or "").strip()
    correct(lambda problem: ACTS[chosen].change(problem, fields), author, reason, taken, _REFUSED)


def _effect(problem: Problem, scenario: Scenario, changed: Problem) -> str:
    if changed == problem:
        return _("Nothing is changed yet.")
    then = replace(carried(problem, changed, scenario), problem=changed.id)
    return effect_sentence(compute.evaluated(problem, scenario), compute.evaluated(changed, then))
