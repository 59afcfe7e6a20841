"""All likely values as a grid to type into; what was typed is tried as a what-if, or corrected in the data, in one act."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from math import isfinite
from typing import Any

import pandas as pd
import streamlit as st

from criteria.errors import CriteriaError
from criteria.model.effective import sets_anew
from criteria.model.evidence import Performance
from criteria.model.problem import Problem
from criteria.model.scenario import ChangedCell
from criteria.translation import translate as _
from criteria.translation import translate_count
from criteria.ui import compute, session, widgets
from criteria.ui.components.common import blocks
from criteria.ui.components.evidence.corrected import correct
from criteria.ui.labels import told_apart

ROWS, COLUMNS = 200, 60  # of the grid; a larger table is corrected in its file
_REFUSED = "grid-refused"
Places = dict[tuple[str, str], float | None]


def grid(problem: Problem, taken: frozenset[str]) -> None:
    """Draw the grid, and what can be done with what was typed.  taken: identifiers that a copy must not have."""
    names = told_apart({leaf.id: leaf.label for leaf in problem.leaves[:COLUMNS]})
    settings: dict[str, Any] = {"_index": st.column_config.TextColumn(_("Candidate"), disabled=True)}
    settings |= {
        leaf.id: st.column_config.NumberColumn(names[leaf.id], help=leaf.unit or None, format="%g")
        for leaf in problem.leaves[:COLUMNS]
    }
    key = widgets.key(f"evidence-grid-{problem.fingerprint}")
    # The frame stays the same from run to run; what was typed lies over it under the key.
    widgets.grid(
        likely_values(problem),
        key=key,
        column_config=settings,
        width="stretch",
        num_rows="fixed",
        placeholder=_("unknown"),
    )
    if refused := session.heard(_REFUSED):
        st.html(blocks.refused(_("This cannot be taken over"), [str(refused)]))
    typed = typed_in(problem, _edits(key))
    st.html(blocks.caption(_told(problem, typed)))
    if not typed:
        return
    keys = {name: widgets.key(f"grid-{name}") for name in ("source", "reason", "author")}
    for column, (name, title) in zip(
        st.columns(3), (("source", _("Source")), ("reason", _("Reason of the correction")), ("author", _("Your name"))), strict=True
    ):  # fmt: skip
        with column:
            widgets.field(title, key=keys[name])
    left, right = st.columns(2)
    with left:
        widgets.button(
            _("Try all as what-ifs"), key=widgets.key("grid-try"), then=(_try, (key,)), width="stretch"
        )
    with right:
        widgets.button(
            _("Correct all in the data"),
            key=widgets.key("grid-correct"),
            then=(_correct, (key, keys, taken)),
            type="primary",
            width="stretch",
        )


def likely_values(problem: Problem) -> pd.DataFrame:
    """Return the likely values, one row a candidate by its name, one column a criterion by its identifier; nan where unknown."""
    return compute.kept_for(problem, likely_values, lambda: _likely_values(problem))


def _likely_values(problem: Problem) -> pd.DataFrame:
    rows = problem.alternatives[:ROWS]
    names = told_apart({alternative.id: alternative.label for alternative in rows})
    values = problem.performances.likely[:ROWS, :COLUMNS]
    return pd.DataFrame(
        values,
        index=pd.Index([names[alternative.id] for alternative in rows], name=_("Candidate")),
        columns=[leaf.id for leaf in problem.leaves[:COLUMNS]],
        copy=True,
    )


def typed_in(problem: Problem, edits: Mapping[object, Mapping[str, object]]) -> Places:
    """Return what was typed, by candidate and criterion, without what says the same as the data; None: unknown.

    edits: row position to column to value, as the grid reports them.
    """
    leaves = {leaf.id for leaf in problem.leaves}
    found: Places = {}
    for row, cells in edits.items():
        position = int(str(row))
        if not 0 <= position < len(problem.alternatives):
            continue
        alternative = problem.alternatives[position].id
        for criterion, value in cells.items():
            number = float(value) if isinstance(value, int | float) and isfinite(value) else None
            if criterion in leaves and number != problem.performance(alternative, criterion).likely:
                found[alternative, criterion] = number
    return found


def rated(cell: Performance, number: float | None, source: str, reason: str) -> Performance:
    """Return the performance that a typed number makes: the range stays where it still holds the number, the old evidence does not."""
    if number is None:
        return Performance()
    fits = cell.low is not None and cell.high is not None and cell.low <= number <= cell.high
    ends = (cell.low, cell.high) if fits else (number, number)
    return Performance(ends[0], number, ends[1], "", reason, source)


def _edits(key: str) -> Mapping[object, Mapping[str, object]]:
    state = widgets.widget_now(key)
    found = state.get("edited_rows", {}) if isinstance(state, Mapping) else {}
    return found if isinstance(found, Mapping) else {}


def _told(problem: Problem, typed: Places) -> str:
    if not typed:
        said = _("Type over a value; nothing counts before you say whether it is a what-if or a correction. A cleared cell is unknown.")  # fmt: skip
        if len(problem.alternatives) > ROWS or len(problem.leaves) > COLUMNS:
            said += " " + _(
                "The first {rows} candidates and {columns} criteria are shown.", rows=ROWS, columns=COLUMNS
            )
        return said
    return translate_count(
        "{count} value was typed and counts once you say what it is.",
        "{count} values were typed and count once you say what they are.",
        len(typed),
    )


def _try(key: str) -> None:
    problem, scenario = session.present()
    try:
        for (alternative, criterion), number in typed_in(problem, _edits(key)).items():
            now = rated(problem.performance(alternative, criterion), number, "", "")
            problem.with_performance(alternative, criterion, now)  # the same conditions as a correction
            cell = ChangedCell(alternative, criterion, now.low, now.likely, now.high)
            scenario = scenario.without_cell(alternative, criterion)
            scenario = scenario.with_cell(cell) if sets_anew(problem, cell) else scenario
    except CriteriaError as error:
        session.say(_REFUSED, str(error))
        return
    session.keep(problem, scenario)
    session.replaced()


def _correct(key: str, keys: dict[str, str], taken: frozenset[str]) -> None:
    source, reason, author = (
        str(widgets.widget_now(keys[name]) or "").strip() for name in ("source", "reason", "author")
    )
    present, scenario = session.present()
    typed = typed_in(present, _edits(key))

    def change(problem: Problem) -> tuple[Problem, str]:
        cells = {
            place: rated(problem.performance(*place), number, source, reason)
            for place, number in typed.items()
        }
        return problem.with_performances(cells), words(problem, typed)

    for place in typed:
        scenario = scenario.without_cell(*place)  # what is corrected is no what-if any more
    session.keep(present, replace(scenario))
    correct(change, author, reason, taken, _REFUSED)


def words(problem: Problem, typed: Places) -> str:
    """Return what was typed as one clause: at most three cells by name."""
    parts = []
    for (alternative, criterion), number in list(typed.items())[:3]:
        before = problem.performance(alternative, criterion).likely
        parts.append(
            _(
                "{candidate}, {criterion}: {before} became {after}",
                candidate=problem.alternatives[problem.row(alternative)].label,
                criterion=problem.criterion(criterion).label,
                before=_("unknown") if before is None else f"{before:g}",
                after=_("unknown") if number is None else f"{number:g}",
            )
        )
    more = len(typed) - len(parts)
    said = "; ".join(parts)
    return _("{listed}; and {count} more", listed=said, count=more) if more > 0 else said
