"""Places on the page that are filled anew while a slider moves, without drawing the rest of the page again."""

from __future__ import annotations

import streamlit as st


class Slot:
    """One place on the page. A run that fills slots fills every one: Streamlit takes away what a fragment did not send again."""

    def __init__(self) -> None:
        self.place = st.empty()

    def html(self, markup: str) -> None:
        """Show this markup, or nothing where it is empty."""
        if markup:
            self.place.html(markup)
        else:
            self.place.empty()
