"""The theme as every run of a page tells it to its browser, read once.

Streamlit puts it together from all of its settings anew at the begin of each run, of a part of a page as well: with many people that was a
tenth of what a server did. It does not change while a server runs, unless its file of settings does.
"""

from __future__ import annotations

from streamlit import config
from streamlit.proto.NewSession_pb2 import CustomThemeConfig, NewSession
from streamlit.runtime import app_session

_read = app_session._populate_theme_msg
_known: dict[str, NewSession] = {}


def told_theme(msg: CustomThemeConfig, section: str = "theme") -> None:
    """Fill a part of a message with one section of the theme, as Streamlit does; a section without settings leaves no trace in it."""
    known = _known.get(section)
    if known is None:
        known = NewSession()
        _read(known.custom_theme, section)
        _known[section] = known
    if known.HasField("custom_theme"):
        msg.SetInParent()
        msg.MergeFrom(known.custom_theme)


def read_the_theme_once() -> None:
    """Let every run from now on use what was read, until the file of settings changes."""
    app_session._populate_theme_msg = told_theme
    config.on_config_parsed(_known.clear, force_connect=True)
