"""Everything that stands before Streamlit, put together for `st.App`."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from starlette.middleware import Middleware
from streamlit import config
from streamlit.runtime.scriptrunner import get_script_run_ctx

from criteria.ui import log
from criteria.ui.background import answered
from criteria.ui.cache import SHARED
from criteria.ui.server import headlines, health
from criteria.ui.server.addresses import DOWNLOADS, KnownAddresses
from criteria.ui.server.downloads import OwnDownloads
from criteria.ui.server.headers import SecurityHeaders
from criteria.ui.server.hosts import KnownHosts, ask_nobody
from criteria.ui.server.messages import QuietMessages
from criteria.ui.server.settings import read_settings
from criteria.ui.server.static import CompressedFiles
from criteria.ui.server.sweep import sweeping
from criteria.ui.server.theme import read_the_theme_once
from criteria.ui.server.uploads import BoundedUploads
from criteria.ui.server.widget_states import keep_widgets_truthful
from criteria.ui.workspace import workspace


def starting() -> bool:
    """Return whether a server imports the entry, rather than a session drawing its page."""
    return get_script_run_ctx(suppress_warning=True) is None


def settings(script: str) -> dict[str, Any]:
    """Return what `st.App` is given for this script: middleware from the outside in, routes of our own, what errors lead to.

    Raises CriteriaError for a setting that cannot be used: better no server than one with a door ajar.
    """
    chosen = read_settings(os.environ)
    log.begin(as_json=chosen.json_log)
    SHARED.limit = chosen.cache_bytes
    ask_nobody()
    keep_widgets_truthful()
    read_the_theme_once()
    workspace()
    answered.begin(workers=chosen.workers, seconds=chosen.seconds)
    base = base_path()
    probes = frozenset(base + address for address in health.ADDRESSES)
    return {
        "middleware": [
            Middleware(SecurityHeaders, settings=chosen, downloads=base + DOWNLOADS),
            Middleware(KnownHosts, anybody=probes),
            Middleware(
                KnownAddresses, settings=chosen, base=base, own=health.ADDRESSES | {headlines.ADDRESS}
            ),
            Middleware(BoundedUploads, settings=chosen, base=base),
            Middleware(OwnDownloads, base=base),
            Middleware(QuietMessages, script=str(Path(script).resolve())),
            Middleware(CompressedFiles, base=base),
        ],
        "routes": [*health.routes(base), *headlines.routes(base)],
        "lifespan": sweeping,
        "on_script_error": log.script_error,
    }


def base_path() -> str:
    """Return the path that the app lies under, with a slash at both ends: `server.baseUrlPath`."""
    name = str(config.get_option("server.baseUrlPath") or "").strip("/")
    return f"/{name}/" if name else "/"
