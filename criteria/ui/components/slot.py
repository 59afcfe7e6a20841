"""Places on the page that are filled anew while a slider moves, without drawing the rest of the page again."""

from __future__ import annotations

import streamlit as st

from criteria.ui import state


class Slot:
    """One place on the page; what it shows already is not sent again."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.place = st.empty()

    def html(self, markup: str) -> None:
        """Show this markup, or nothing where it is empty."""
        if not state.redrawn(self.name, markup):
            return
        if markup:
            self.place.html(markup)
        else:
            self.place.empty()
