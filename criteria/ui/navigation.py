"""The pages of the app, one row each: the table of contents that the entry draws and the server knows the addresses from."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

import streamlit as st

import criteria
from criteria.model.problem import Problem
from criteria.translation import later
from criteria.translation import translate as _
from criteria.ui import address, session, turns
from criteria.ui.labels import label

_LOGO = Path(__file__).parent / "logo.svg"


@dataclass(frozen=True, slots=True)
class PageRow:
    """A page: its address below the app's own, its title in English, its module in `criteria.ui.pages`, and its icon.

    listed: whether the menu has it; the page that a person's own link opens leads nowhere else.
    The module is imported when a page is drawn, not when the server starts: components can only be registered then.
    """

    address: str
    title: str
    module: str
    icon: str
    listed: bool = True


PAGES = (
    PageRow("shortlist", later("Shortlist"), "shortlist", ":material/leaderboard:"),
    PageRow("weights", later("Weights"), "weights", ":material/tune:"),
    PageRow("robustness", later("Robustness"), "robustness", ":material/shield:"),
    PageRow("evidence", later("Evidence"), "evidence", ":material/fact_check:"),
    PageRow("scenarios", later("Scenarios"), "scenarios", ":material/bookmarks:"),
    PageRow("open", later("New or open"), "own_table", ":material/upload_file:"),
    PageRow("answer", later("Your answers"), "answers", ":material/edit:", listed=False),
)


def draw() -> None:
    """Draw the page that the address names; the first one where it names none."""
    from criteria.ui.components.common import blocks, sign_in

    logo = _LOGO.read_text(encoding="utf-8")
    # Never a name of an icon here: the browser would fetch its picture from another host.
    st.set_page_config(page_icon=logo, layout="wide", initial_sidebar_state="auto")
    st.logo(logo, size="small")
    blocks.style()
    asks, instead = address.asks_one_person(), sign_in.instead()
    pages = {
        row.address: st.Page(
            instead or import_module(f"criteria.ui.pages.{row.module}").page,
            title=_(row.title),
            icon=row.icon,
            url_path=row.address,
            default=row is PAGES[0],
        )
        for row in PAGES
        if row.listed or asks or instead
    }
    session.session().pages = pages
    chosen = st.navigation(list(pages.values()), position="hidden" if asks or instead else "top")
    st.set_page_config(page_title=_("{page} · Criteria", page=chosen.title))
    with turns.turn():
        session.still_waiting()
        chosen.run()
    if not instead:
        sign_in.account()
    # Said last: only now is it known which problem is open.
    st.set_page_config(menu_items={"About": about(session.session().problem)})


def about(problem: Problem | None) -> str:
    """Return what the menu tells about the app: version, licence, and the data of the open problem with their fingerprint."""
    told = _("**Criteria {version}**, licence: Apache 2.0.", version=criteria.__version__)
    if problem is None:
        return told
    return _(
        "{app} Open problem: {title}. Data fingerprint: {fingerprint}.",
        app=told,
        title=label(problem.title),
        fingerprint=problem.fingerprint,
    )
