"""The seal on the page of scenarios: begin to seal, the code to publish, and whether anything moved since."""

from __future__ import annotations

import streamlit as st

from criteria.errors import CriteriaError
from criteria.files.seal import seal_document, seal_from_document
from criteria.files.seal_check import check_seal
from criteria.model.problem import Problem
from criteria.model.scenario import Scenario
from criteria.store import NotKeptError
from criteria.translation import translate as _
from criteria.ui import saved_sealing, session, widgets
from criteria.ui.components.common import blocks
from criteria.ui.components.common.sealing import start_sealing
from criteria.ui.components.scenarios.saving import AUTHOR, attempt, now, opened_of

REFUSED = "seal-refused"


def seals(problem: Problem, scenario: Scenario) -> None:
    """Draw the button that hides names and scores, the seal that is there, and the place where one is handed over."""
    st.html(
        blocks.heading(
            _("Seal"),
            _("Weights sealed before scores are seen cannot be bent towards a candidate: the code shows it."),
        )
    )
    made = session.session().seal_of(problem.id)
    with st.container():
        if made is not None:
            st.html(blocks.listed([*check_seal(made, problem, scenario).sentences]))
            st.download_button(
                _("Seal (JSON)"),
                seal_document(made).encode(),
                f"{problem.id}-seal.json",
                "application/json",
                on_click="ignore",
                key="seal-file",
            )
    widgets.button(
        _("Hide names and scores, and seal"), key=widgets.key("seal-start"), then=(attempt, (_start,))
    )
    key = widgets.key("seal-upload")
    widgets.files(_("Check a seal (JSON)"), ["json"], key=key, then=(_read, (key,)))
    if said := session.heard(REFUSED):
        st.html(blocks.notes([str(said)], _("About the seal:")))


def _start() -> None:
    """Begin to seal; the link of the saved scenario that is open hides names and scores too, or else nothing begins."""
    opened = opened_of(session.present()[0])
    token = opened[0] if opened is not None else ""
    mine = session.session()
    if opened is not None:
        try:
            mine.saved = (token, saved_sealing.begin(token, author=now(AUTHOR)), *opened[2:])
        except NotKeptError:  # deleted: its link opens nothing
            mine.saved, token = None, ""
    mine.seal = None
    start_sealing(token)


def _read(key: str) -> None:
    given = widgets.widget_now(key)
    if given is None:
        return
    try:
        found, notes = seal_from_document(given.getvalue())  # type: ignore[attr-defined]
    except CriteriaError as error:
        session.say(REFUSED, str(error))
        return
    session.session().seal = found
    if notes:
        session.say(REFUSED, " ".join(notes))
