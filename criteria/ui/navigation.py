"""The pages of the app, one row each: the table of contents that the entry draws and the server knows the addresses from."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module

import streamlit as st

from criteria.translation import later
from criteria.translation import translate as _
from criteria.ui import session


@dataclass(frozen=True, slots=True)
class PageRow:
    """A page: its address below the app's own, its title in English, and its module in `criteria.ui.pages`.

    The module is imported when a page is drawn, not when the server starts: components can only be registered then.
    """

    address: str
    title: str
    module: str


PAGES = (
    PageRow("shortlist", later("Shortlist"), "shortlist"),
    PageRow("weights", later("Weights"), "weights"),
    PageRow("robustness", later("Robustness"), "robustness"),
    PageRow("evidence", later("Evidence"), "evidence"),
    PageRow("scenarios", later("Scenarios"), "scenarios"),
    PageRow("open", later("New or open"), "own_table"),
)


def draw() -> None:
    """Draw the page that the address names; the first one where it names none."""
    from criteria.ui.components.common import blocks

    st.set_page_config(page_title="Criteria", page_icon="⚖️", layout="wide", initial_sidebar_state="auto")
    blocks.style()
    pages = {
        row.address: st.Page(
            import_module(f"criteria.ui.pages.{row.module}").page,
            title=_(row.title),
            url_path=row.address,
            default=row is PAGES[0],
        )
        for row in PAGES
    }
    session.session().pages = pages
    st.navigation(list(pages.values()), position="top").run()
