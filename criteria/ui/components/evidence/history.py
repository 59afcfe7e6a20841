"""What was changed in this session, in words: what-ifs of the scenario, corrections of the problem, and their undo and redo."""

from __future__ import annotations

import streamlit as st

from criteria.model.evidence import Performance
from criteria.model.problem import Problem
from criteria.model.scenario import Scenario
from criteria.translation import translate as _
from criteria.ui import own, session, widgets
from criteria.ui.components.common import blocks
from criteria.ui.components.common.blocks import with_range
from criteria.ui.components.common.slot import told
from criteria.ui.components.evidence.corrected import carried
from criteria.ui.markup import NOTHING

SHOWN = 30  # what-ifs by name


def history(problem: Problem, scenario: Scenario) -> None:
    """Draw the what-ifs in force, the corrections, and what was undone."""
    tried, done, undone = what_ifs(problem, scenario), own.corrections(problem), own.taken_back(problem)
    told(blocks.heading(_("What-ifs of this scenario")) + blocks.listed(tried) if tried else NOTHING)
    if done:
        st.html(blocks.heading(_("Corrections of this session")) + blocks.listed(done[::-1]))
        widgets.button(_("Undo the last correction"), key=widgets.key("rating-undo"), then=(_undo, ()))
    if undone:
        st.html(blocks.caption(_("Undone: {words}", words=undone[-1])))
        widgets.button(_("Redo the correction"), key=widgets.key("rating-redo"), then=(_redo, ()))


def what_ifs(problem: Problem, scenario: Scenario) -> tuple[str, ...]:
    """Return each cell that the scenario changes in words, with what the data have there; those beyond SHOWN as a number."""
    lines = [
        _(
            "What-if: {candidate}, {criterion} {value} instead of {before}.",
            candidate=problem.alternatives[problem.row(cell.alternative)].label,
            criterion=problem.criterion(cell.criterion).label,
            value=with_range(Performance(cell.low, cell.likely, cell.high)),
            before=with_range(problem.performance(cell.alternative, cell.criterion)),
        )
        for cell in scenario.changed[:SHOWN]
    ]
    more = len(scenario.changed) - SHOWN
    return (*lines, *([_("… and {count} more.", count=more)] if more > 0 else []))


def _undo() -> None:
    problem, scenario = session.present()
    before = own.undone(problem)
    session.keep(before, carried(problem, before, scenario))


def _redo() -> None:
    problem, scenario = session.present()
    after = own.redone(problem)
    session.keep(after, carried(problem, after, scenario))
