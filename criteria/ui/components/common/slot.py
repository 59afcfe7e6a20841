"""Places on the page that are filled anew while a slider moves, without drawing the rest of the page again."""

from __future__ import annotations

import streamlit as st


class Slot:
    """One place on the page. A run that fills slots fills every one: Streamlit takes away what a fragment did not send again,
    and lets a fragment write only to places that the last run of the whole page wrote to.

    seen: false inside something that is folded away; what would be drawn there is not worth computing.
    """

    def __init__(self, *, seen: bool = True) -> None:
        self.place = st.empty()
        self.seen = seen

    def html(self, markup: str) -> None:
        """Show this markup, or nothing where it is empty."""
        if markup:
            self.place.html(markup)
        else:
            self.place.empty()
