"""Where the app stands on the web: what a link begins with that somebody else will open."""

from __future__ import annotations

import os
from collections.abc import Collection
from urllib.parse import urlsplit

import streamlit as st

from criteria.ui import session as tab


def note_place() -> None:
    """Note where the page that is drawn stands, for what is made outside of any run."""
    mine = tab.session()
    public = os.environ.get("CRITERIA_PUBLIC_URL", "").strip()  # checked when the server starts
    mine.base = place(st.context.url or "", public, set(mine.pages))


def place(shown: str, public: str, pages: Collection[str]) -> str:
    """Return the address of a page without its query.

    shown: the address that the browser has, which is another one in a frame or behind a proxy.  public: the app's own address for
    everybody, "" where it is not set.  pages: the addresses of the pages below the app's own.
    """
    if not public:
        return shown.partition("?")[0].partition("#")[0]
    last = urlsplit(shown).path.rstrip("/").rpartition("/")[2]
    return f"{public.rstrip('/')}/{last if last in pages else ''}"
