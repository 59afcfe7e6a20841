"""Places of the page that are filled by letters: what follows from a weight goes straight into the page, past the tree that Streamlit draws.

A place is markup that never changes; Streamlit draws it once. What stands in it comes in a letter, a part of the page without a look of its
own, whose code writes it there; see `live.js` and docs/decisions/letters.md.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from hashlib import blake2b
from pathlib import Path

import streamlit as st

from criteria.model.problem import Problem
from criteria.model.scenario import Scenario
from criteria.translation import language_code
from criteria.ui import session
from criteria.ui.components.common.browser_part import browser_part
from criteria.ui.markup import Markup, markup

_letter = browser_part("letter", markup("<span></span>\n"), Path(__file__).with_name("letter.js"))


def about(problem: Problem, scenario: Scenario) -> str:
    """Return a digest of all that a page is about but the weights."""
    told = (problem.fingerprint, replace(scenario, importances=()), language_code())
    return blake2b(repr(told).encode(), digest_size=8).hexdigest()


class LivePlace:
    """One place of a page, by its name.  seen: false inside something that is folded away; what would be drawn there is not worth computing."""

    def __init__(self, live: Live, name: str, *, seen: bool) -> None:
        self.seen = seen
        self._live, self._name = live, name
        st.html(markup('<div data-place="{name}" data-of="{of}"></div>', name=name, of=live.of))

    def html(self, shown: Markup) -> None:
        """Show this markup, or nothing where it is empty, from the next letter on."""
        self._live.fill(self._name, shown)


class Live:
    """The places of one page. Every run that fills them empties those that it did not fill: they would show what is not so any more.

    of: what the page is about, see `about`. A place of something else that Streamlit draws over one is empty until it is filled.
    """

    def __init__(self, problem: Problem, scenario: Scenario) -> None:
        self.of = about(problem, scenario)
        self._names: list[str] = []
        self._sent: set[str] = set()
        self._filled: dict[str, str] = {}

    def place(self, name: str, *, seen: bool = True) -> LivePlace:
        """Draw a place of this name, and return it."""
        self._names.append(name)
        return LivePlace(self, name, seen=seen)

    def fill(self, name: str, shown: Markup) -> None:
        """Note what the next letter brings to a place."""
        self._filled[name] = str(shown)

    def send(self, letter: str) -> None:
        """Send what was filled since the last letter. Letters of a run have different names, and stand on the page in the order of every run."""
        mine = session.session()
        mine.letters += 1
        told = {"session": mine.token, "number": mine.letters, "of": self.of, "filled": self._filled}
        _letter(key=f"letter-{letter}", data=told, height=0)
        self._sent |= self._filled.keys()
        self._filled = {}

    @contextmanager
    def run(self) -> Iterator[None]:
        """Run what fills the places; at its end the last letter brings what is left, and empties every place that was not filled.

        So it does where the run fails. A run that a newer act takes the place of sends nothing more.
        """
        self._sent, self._filled = set(), {}
        try:
            yield
        except Exception:
            self._filled = {}
            self._send_rest()
            raise
        self._send_rest()

    def _send_rest(self) -> None:
        for name in self._names:
            if name not in self._sent:
                self._filled.setdefault(name, "")
        self.send("last")
