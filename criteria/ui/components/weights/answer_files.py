"""Answers as files: one person's or everybody's to send on, several people's to bring together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import streamlit as st

from criteria.errors import CriteriaError, FileError
from criteria.explain.imported import import_line
from criteria.files.answer_files import members_of_files
from criteria.files.judgements import judgements_csv, merged
from criteria.model.judgements import Member, Panel
from criteria.model.problem import Problem
from criteria.model.scenario import Scenario
from criteria.translation import translate as _
from criteria.ui import session, widgets
from criteria.ui.components.common import blocks
from criteria.ui.components.weights.members import member_names, open_member
from criteria.ui.session import Session
from criteria.weighting.panel import panel_members

_FINDINGS_SHOWN = 8


def answer_files(problem: Problem, scenario: Scenario) -> Scenario:
    """Draw export and import of answers; return the scenario with what was imported."""
    with widgets.popover(
        _("Export, import"), icon=":material/swap_vert:", width="stretch", key=widgets.key("files")
    ):
        download_answers(_("Answers of the person shown (CSV)"), "answers", everybody=False)
        download_answers(_("Everybody's answers (CSV)"), "answers-of-everybody", everybody=True)
        _questionnaire()
        st.html(
            blocks.caption(
                _(
                    "Files hold what people answered; points of a profile that were never entered are not in them. An import replaces "
                    "earlier answers to the same questions and keeps everything else. A questionnaire is a workbook to fill in by pairs and to "
                    "import here."
                )
            )
        )
        key = widgets.key("import")
        uploaded = widgets.files(
            _("Answers to import, one or more files"),
            ["csv", "xlsx"],
            key=key,
            accept_multiple_files=True,
            then=(_take, (key,)),
        )
        if not uploaded:
            return scenario
        try:
            return with_files(problem, scenario, uploaded)
        except CriteriaError as error:
            st.html(
                blocks.notes(
                    _first_of(error),
                    _("Nothing was imported; what was entered before stays. Correct the file:"),
                )
            )
            return scenario


def _take(key: str) -> None:
    """Take the answers of the files as soon as they are there; the callback of the place where they are handed over."""
    uploaded = widgets.widget_now(key)
    try:
        if isinstance(uploaded, Sequence) and uploaded:
            with_files(*session.present(), uploaded)
    except CriteriaError:
        return  # it is said where the files lie


def with_files(problem: Problem, scenario: Scenario, uploaded: Sequence[Any]) -> Scenario:
    """Make the scenario with the answers of these files that of the session, and return it; what was brought is reported."""
    members, notes = members_of_files(problem, [(one.name, one.getvalue()) for one in uploaded])
    panel = with_members(scenario.panel, members)
    after = scenario.with_panel(panel)
    with (
        session.unbroken()
    ):  # a run that ended in between would have taken the file away, and its answers nowhere
        session.set_report((*notes, *report(problem, scenario.panel, panel, members)))
        session.keep(problem, after)
        session.widgets_replaced()
    return after


def _first_of(error: CriteriaError) -> list[str]:
    findings = error.findings if isinstance(error, FileError) else (str(error),)
    more = len(findings) - _FINDINGS_SHOWN
    return [*findings[:_FINDINGS_SHOWN], *([_("… and {count} more.", count=more)] if more > 0 else [])]


def download_answers(label: str, name: str, *, everybody: bool) -> None:
    """Draw the button that hands over the answers of whoever is open, or everybody's."""
    mine = session.session()
    st.download_button(
        label,
        # Called when the button is pressed: the session has the answer that was given last.
        data=lambda: answers_file(mine, everybody=everybody),
        file_name=f"{name}.csv",
        mime="text/csv",
        key=f"csv-{name}",
        on_click="ignore",
        icon=":material/download:",
        width="stretch",
    )


def _questionnaire() -> None:
    """Draw the button that hands over the workbook in which whoever is open can answer by pairs."""
    mine = session.session()
    st.download_button(
        _("Questionnaire for the person shown (XLSX)"),
        data=lambda: questionnaire_file(mine),
        file_name="questionnaire.xlsx",
        mime="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        key="xlsx-questionnaire",
        on_click="ignore",
        icon=":material/download:",
        width="stretch",
    )


def questionnaire_file(mine: Session) -> bytes:
    """Return the questionnaire of whoever is open, with the pairs answered so far, as they are in the session now."""
    from criteria.reports.questionnaire import questionnaire

    assert mine.problem is not None
    assert mine.scenario is not None
    return questionnaire(mine.problem, open_member(mine.problem, mine.scenario))


def answers_file(mine: Session, *, everybody: bool) -> bytes:
    """Return the answers of whoever is open, or of everybody, as they are in the session now; CSV as UTF-8."""
    assert mine.problem is not None
    assert mine.scenario is not None
    panel = mine.scenario.panel
    members: Sequence[Member] = (open_member(mine.problem, mine.scenario),)
    if everybody:
        known = {member.id for member in panel_members(mine.problem, panel)}
        asked = panel_members(mine.problem, panel, scenarios=True)
        members = [m for m in asked if m.id in known or panel.member(m.id) is not None]
    return judgements_csv(mine.problem, members).encode("utf-8")


def with_members(panel: Panel, members: Sequence[Member]) -> Panel:
    """Return the panel with what these people answered laid over what it holds."""
    for member in members:
        panel = panel.with_member(merged(panel.member(member.id), member))
    return panel


def report(problem: Problem, before: Panel, after: Panel, members: Sequence[Member]) -> tuple[str, ...]:
    """Return a line for each person of an import: what is new, what changed, or that nothing did."""
    people = {member.id: member for member in panel_members(problem, before, scenarios=True)}
    then = {member.id: member for member in panel_members(problem, after, scenarios=True)}
    names = member_names(list(then.values()))
    return tuple(
        import_line(names[one.id], people.get(one.id, Member(one.id, one.name)), then[one.id])
        for one in members
    )


def import_report() -> None:
    """Draw what the last import brought, until it is closed."""
    lines = session.session().report
    if not lines:
        return
    left, right = st.columns([6, 1], vertical_alignment="top")
    with left:
        st.html(blocks.notes(lines, _("Imported:")))
    with right:
        widgets.button(
            _("Close"), key=widgets.key("close-report"), width="stretch", then=(session.set_report, ((),))
        )
