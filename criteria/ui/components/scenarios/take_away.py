"""What the board takes away: the pack and each file of it, with what only people know; and records that are opened again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, replace
from functools import partial

import streamlit as st

from criteria.errors import CriteriaError
from criteria.explain.story.proposals import Proposals, proposals
from criteria.files.record import Decision, Reopened, reopened
from criteria.files.record.decision import STATUSES
from criteria.model.evaluation import Evaluation
from criteria.model.problem import Problem
from criteria.reports.leaving import Leaving, today
from criteria.reports.pack import FILES, pack
from criteria.translation import translate as _
from criteria.ui import compute, own, presses, session, widgets
from criteria.ui.components.common import blocks
from criteria.ui.components.scenarios.saving import opened_of
from criteria.ui.leaving import leaving_now
from criteria.ui.session import Session

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
        decision_fields(evaluation)
    identifier = f"{evaluation.problem.id}-{today()}"
    columns = st.columns(4)
    with columns[0]:
        st.download_button(
            _("Board pack (ZIP)"),
            data=lambda: content(mine, name, pack),
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
                data=partial(content, mine, name, row.make),
                file_name=f"{identifier}-{row.name}",
                mime=row.media,
                on_click="ignore",
                width="stretch",
                key=f"take-{key}",
            )


def content(mine: Session, name: str, make: Callable[[Leaving, Decision], bytes]) -> bytes:
    """Return a file of the scenario and the decision of this moment; where nothing is ranked, the sentence that says why."""
    try:
        leaving = leaving_now(mine, name=name)
        return make(leaving, decision_now(mine, leaving.evaluation.problem.id))
    except CriteriaError as error:
        return str(error).encode()


def decision_fields(evaluation: Evaluation) -> None:
    """Draw the fields of the record. What is left blank is said by the engine's proposal, of whoever leads unless somebody was chosen."""
    problem = evaluation.problem
    said = decision_now(session.session(), problem.id)
    proposed = proposals(evaluation, compute.robust(problem, evaluation.scenario), said.chosen)
    left, middle, right = st.columns(3)
    with left:
        _choice(problem, said, "status", _("Status"), {key: _(word) for key, word in STATUSES.items()})
        names = {evaluation.alternatives[i].id: evaluation.alternatives[i].label for i in evaluation.order}
        _choice(problem, said, "chosen", _("Chosen candidate"), {"": _("The candidate that leads"), **names})
    with middle:
        _text(problem, said, "deciders", _("Who decides"))
        _text(problem, said, "consulted", _("Who was consulted"))
    with right:
        _text(problem, said, "informed", _("Who is informed"))
        _text(problem, said, "title", _("Title"), problem.title)
    for name, title, placeholder in _asked(proposed):
        _text(problem, said, name, title, placeholder, draw=widgets.area)


def decision_now(mine: Session, problem: str) -> Decision:
    """Return what was said so far about the decision on a problem; it stays when the page is left."""
    return Decision(**mine.decisions.get(problem, {}))


def _choice(problem: Problem, said: Decision, name: str, title: str, options: dict[str, str]) -> None:
    key = _begun(problem, said, name)
    widgets.menu(title, options, key=key, then=(_say, (problem.id, name, key)))


def _text(
    problem: Problem,
    said: Decision,
    name: str,
    title: str,
    placeholder: str = "",
    *,
    draw: Callable[..., str] = widgets.field,
) -> None:
    key = _begun(problem, said, name)
    draw(title, key=key, placeholder=placeholder, then=(_say, (problem.id, name, key)))


def _begun(problem: Problem, said: Decision, name: str) -> str:
    """Return the key of a field that begins with what was said before."""
    key = widgets.key(f"record-{name}-{problem.id}")
    widgets.begin_widget(key, getattr(said, name))
    return key


def _say(problem: str, name: str, key: str) -> None:
    """Keep what a field holds now: a file that is taken in the next instant has it."""
    session.session().decisions.setdefault(problem, {})[name] = str(widgets.widget_now(key) or "")


def _asked(proposed: Proposals) -> tuple[tuple[str, str, str], ...]:
    return (
        ("because", _("Why this candidate?"), proposed.because),
        ("not_runner_up", _("Why not the runner-up?"), proposed.not_runner_up),
        ("consequences", _("What follows from it?"), "\n".join((*proposed.good, *proposed.bad))),
        ("confirmation", _("How is it seen whether it holds?"), proposed.confirmation),
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
        record = reopened(given.name, given.getvalue())  # type: ignore[attr-defined]
    except CriteriaError as error:
        session.say(REFUSED, str(error))
    else:
        presses.do_next(lambda problems: open_record(record, problems))


def open_record(record: Reopened, problems: dict[str, Problem]) -> None:
    """Make problem and scenario of a record that was handed over those of the session, with its notes."""
    problem = own.used_or_here(record.problem, problems)
    session.keep(problem, replace(record.scenario, problem=problem.id))
    session.replaced()
    mine = session.session()  # whose notes stay when the address is written
    if record.decision != Decision():  # a workbook has none
        mine.decisions[problem.id] = asdict(record.decision)
    mine.notes, mine.settled, mine.seal = [record.told, *record.notes], None, record.sealed or mine.seal
