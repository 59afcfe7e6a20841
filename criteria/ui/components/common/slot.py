"""Places on the page: filled anew while a slider moves, or held for what comes and goes.

Streamlit knows an element by where it stands. What appears only sometimes has a place that is always there: without one everything
below it would be drawn as another element, and a number that somebody has typed and not yet sent would be lost.
"""

from __future__ import annotations

import streamlit as st

from criteria.ui.markup import Markup


class Slot:
    """One place on the page. A run that fills slots fills every one: Streamlit takes away what a fragment did not send again,
    and lets a fragment write only to places that the last run of the whole page wrote to.

    seen: false inside something that is folded away; what would be drawn there is not worth computing.
    """

    def __init__(self, *, seen: bool = True) -> None:
        self.place = st.empty()
        self.seen = seen

    def html(self, shown: Markup) -> None:
        """Show this markup, or nothing where it is empty."""
        if shown:
            self.place.html(shown)
        else:
            self.place.empty()


def told(shown: Markup) -> None:
    """Draw markup that may be nothing, at a place that is there all the same."""
    Slot().html(shown)
