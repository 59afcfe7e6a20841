"""What the board takes away: the pack and each file of it, with what only people know; and records that are opened again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import streamlit as st

from criteria.errors import CriteriaError
from criteria.explain.story.proposals import Proposals, proposals
from criteria.files.record import Decision, Reopened, reopened
from criteria.files.record.decision import STATUSES
from criteria.model.evaluation import Evaluation
from criteria.model.problem import Problem
from criteria.model.scenario import Scenario
from criteria.reports.leaving import Leaving, today
from criteria.reports.pack import FILES, FileRow, pack
from criteria.translation import translate as _
from criteria.ui import compute, own, session, widgets
from criteria.ui.components.common import blocks
from criteria.ui.components.scenarios.saving import opened_of
from criteria.ui.leaving import leaving_now
from criteria.ui.session import Session

OPENED = "record-opened"
REFUSED = "record-refused"


def take_away(evaluation: Evaluation) -> None:
    """Draw the buttons for the pack and for each file, and the fields of the decision record."""
    mine = session.session()
    opened = opened_of(evaluation.problem)
    name = opened[2] if opened is not None else ""
    st.html(
        blocks.heading(
            _("Take away"),
            _("Every file says who leads, how firmly, and by what, and opens this scenario again."),
        )
    )
    with widgets.fold(_("For the decision record: what only people know")):
        decision = decision_fields(evaluation)
    identifier = f"{evaluation.problem.id}-{today()}"
    columns = st.columns(4)
    with columns[0]:
        st.download_button(
            _("Board pack (ZIP)"),
            data=lambda: content(mine, name, lambda leaving: pack(leaving, decision)),
            file_name=f"{identifier}-pack.zip",
            mime="application/zip",
            type="primary",
            on_click="ignore",
            width="stretch",
            key="take-pack",
        )
    for k, (key, row) in enumerate(FILES.items(), start=1):
        with columns[k % 4]:
            st.download_button(
                _(row.title),
                data=partial(content, mine, name, partial(_made, row, decision)),
                file_name=f"{identifier}-{row.name}",
                mime=row.media,
                on_click="ignore",
                width="stretch",
                key=f"take-{key}",
            )


def _made(row: FileRow, decision: Decision, leaving: Leaving) -> bytes:
    return row.make(leaving, decision)


def content(mine: Session, name: str, make: Callable[[Leaving], bytes]) -> bytes:
    """Return a file of the scenario of this moment; where nothing is ranked, the sentence that says why."""
    try:
        return make(leaving_now(mine, name=name))
    except CriteriaError as error:
        return str(error).encode()


def decision_fields(evaluation: Evaluation) -> Decision:
    """Draw the fields of the record; return what people said. What is left blank is said by the engine's proposal."""
    proposed = proposals(evaluation, compute.robust(evaluation.problem, evaluation.scenario))
    left, middle, right = st.columns(3)
    with left:
        status = widgets.menu(
            _("Status"), {key: _(word) for key, word in STATUSES.items()}, key="record-status"
        )
        chosen = widgets.menu(
            _("Chosen candidate"),
            {evaluation.alternatives[i].id: evaluation.alternatives[i].label for i in evaluation.order},
            key=f"record-chosen-{evaluation.problem.id}",
            present=proposed.chosen,
        )
    with middle:
        deciders = widgets.field(_("Who decides"), key="record-deciders")
        consulted = widgets.field(_("Who was consulted"), key="record-consulted")
    with right:
        informed = widgets.field(_("Who is informed"), key="record-informed")
        title = widgets.field(_("Title"), key="record-title", placeholder=evaluation.problem.title)
    if chosen != proposed.chosen:
        proposed = proposals(evaluation, compute.robust(evaluation.problem, evaluation.scenario), str(chosen))
    texts = {
        name: widgets.area(label, key=f"record-{name}", placeholder=placeholder)
        for name, label, placeholder in _asked(proposed)
    }
    return Decision(str(status), title, deciders, consulted, informed, str(chosen), **texts)


def _asked(proposed: Proposals) -> tuple[tuple[str, str, str], ...]:
    return (
        ("because", _("Why this candidate?"), proposed.because),
        ("not_runner_up", _("Why not the runner-up?"), proposed.not_runner_up),
        ("consequences", _("What follows from it?"), "\n".join((*proposed.good, *proposed.bad))),
        ("revisit", _("When is it decided again?"), "\n".join(proposed.revisit)),
    )


def record_upload() -> None:
    """Draw the place where a decision record is handed over, and what the last one said."""
    key = widgets.key("record-file")
    title = _("Open a decision record, a board pack (ZIP) or a workbook (XLSX)")
    widgets.files(title, ["zip", "xlsx"], key=key, then=(_read, (key,)))
    if said := session.heard(REFUSED):
        st.html(blocks.refused(_("This file cannot be opened"), [str(said)]))


def _read(key: str) -> None:
    given = widgets.widget_now(key)
    if given is None:
        return
    try:
        session.say(OPENED, reopened(given.name, given.getvalue()))  # type: ignore[attr-defined]
    except CriteriaError as error:
        session.say(REFUSED, str(error))


def record_opened(problems: dict[str, Problem]) -> tuple[Problem, Scenario] | None:
    """Return the problem and scenario of a record that was just handed over, with its notes; None where none was."""
    record = session.heard(OPENED)
    if not isinstance(record, Reopened):
        return None
    problem = own.used_or_here(record.problem, problems)
    scenario = replace(record.scenario, problem=problem.id)
    session.keep(problem, scenario)
    session.replaced()
    mine = session.session()  # whose notes stay when the address is written
    mine.notes, mine.settled, mine.seal = [record.told, *record.notes], None, record.sealed or mine.seal
    return problem, scenario
