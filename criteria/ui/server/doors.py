"""Everything that stands before Streamlit, put together for `st.App`."""

from __future__ import annotations

from typing import Any

from streamlit.runtime.scriptrunner import get_script_run_ctx


def starting() -> bool:
    """Return whether a server imports the entry, rather than a session drawing its page."""
    return get_script_run_ctx(suppress_warning=True) is None


def settings() -> dict[str, Any]:
    """Return what `st.App` is given: middleware from the outside in, and routes of our own."""
    return {}
