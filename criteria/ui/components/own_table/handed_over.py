"""What was handed over, kept until it is used; a large table is read with its progress shown, in the run after it came."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from criteria.errors import CriteriaError
from criteria.files.table.work import Progress, untold
from criteria.translation import translate as _
from criteria.ui import session
from criteria.ui.components.own_table.draft import Draft, draft_of
from criteria.ui.labels import plain_label

_AT_ONCE = 400_000  # bytes of a file that is read before anything is drawn
Reader = Callable[[Draft | None, Progress], Draft | None]


def present() -> Draft | None:
    """Return what was handed over, None before."""
    found = session.session().draft
    return found if isinstance(found, Draft) else None


def put(draft: Draft | None) -> None:
    """Keep what was handed over until it is used, or replaced."""
    session.session().draft = draft


def hand_over(name: str, content: bytes) -> None:
    """Take up a file or a text; a large one waits for the run that follows. For callbacks."""
    _take_up(lambda _before, progress: draft_of(name, content, progress), large=len(content) > _AT_ONCE)


def change(drawn: Draft, make: Callable[[Draft, Progress], Draft]) -> None:
    """Change what is handed over now, which may be one act ahead of what was drawn; another file is left alone. For callbacks."""

    def made(now: Draft | None, progress: Progress) -> Draft | None:
        return now if now is None or now.name != drawn.name else make(now, progress)

    _take_up(made, large=drawn.large)


def read_waiting() -> None:
    """Read what waits, in the order in which it came, and show how far the reading is; a run that ends early leaves it to the next."""
    mine, place = session.session(), st.empty()
    while mine.to_read:
        reader: Reader = mine.to_read[0]

        def told(share: float) -> None:
            place.progress(share, _("Reading the table …"))

        told(0.0)
        try:
            mine.draft = reader(mine.draft if isinstance(mine.draft, Draft) else None, told)
        except CriteriaError as error:
            st.toast(plain_label(str(error)))
        except Exception:
            mine.to_read.pop(0)
            raise
        mine.to_read.pop(0)
    place.empty()


def _take_up(reader: Reader, *, large: bool) -> None:
    mine = session.session()
    if large or mine.to_read:
        mine.to_read.append(reader)
        return
    try:
        put(reader(present(), untold))
    except CriteriaError as error:
        st.toast(plain_label(str(error)))
