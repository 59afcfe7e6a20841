"""The log: one line for each event, nothing of a scenario in it, and an identifier that the page shows for each error.

An error's message is left out: it may quote a name, a cell or a link. Its kind and where it arose are enough to find it.
"""

from __future__ import annotations

import json
import logging
import secrets
import sys
import traceback
from datetime import UTC, datetime
from pathlib import Path
from typing import TextIO

from criteria.translation import translate as _

_OURS = "criteria"
_SERVERS = ("streamlit", "uvicorn", "websockets")
_KNOWN = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName"}
_PACKAGES = Path(__file__).parents[2]
_PLACES = 6


class Line(logging.Formatter):
    """A record as one line: time, level, logger, message and the fields it was given; as JSON or as words."""

    def __init__(self, *, as_json: bool) -> None:
        super().__init__()
        self._as_json = as_json

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        fields: dict[str, object] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage().replace("\n", " "),
        }
        fields |= {name: value for name, value in vars(record).items() if name not in _KNOWN}
        if record.exc_info and record.exc_info[1] is not None:
            fields |= described(record.exc_info[1])
        if self._as_json:
            return json.dumps(fields, ensure_ascii=True, default=str)
        time, level, logger, message, *rest = fields.items()
        more = "".join(f" {name}={json.dumps(value, default=str)}" for name, value in rest)
        return f"{time[1]} {level[1]} {logger[1]}: {message[1]}{more}"


def begin(*, as_json: bool, stream: TextIO | None = None) -> None:
    """Write our own lines, Streamlit's and the server's to the error output, each in this one form.

    Called again once everything is imported: Streamlit gives each of its modules a logger with a handler of its own.
    """
    line = Line(as_json=as_json)
    ours = logging.getLogger(_OURS)
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(line)
    ours.handlers, ours.propagate = [handler], False
    ours.setLevel(logging.INFO)
    for name, logger in list(logging.root.manager.loggerDict.items()):
        if isinstance(logger, logging.Logger) and name.partition(".")[0] in _SERVERS:
            for other in logger.handlers:
                other.setFormatter(line)
    # It would write each error a second time, with words that may quote a scenario.
    logging.getLogger("streamlit.error_util").disabled = True


def described(error: BaseException) -> dict[str, object]:
    """Return what the log says of an error: its kind and where it arose, the innermost place first; not its words."""
    frames = traceback.extract_tb(error.__traceback__)[-_PLACES:]
    return {"error": type(error).__name__, "at": [_place(frame) for frame in reversed(frames)]}


def _place(frame: traceback.FrameSummary) -> str:
    path = Path(frame.filename)
    name = path.relative_to(_PACKAGES).as_posix() if path.is_relative_to(_PACKAGES) else path.name
    return f"{name}:{frame.lineno} {frame.name}"


def noted(error: BaseException, message: str = "unexpected error") -> str:
    """Write an error to the log; return the identifier that the page shows."""
    identifier = secrets.token_hex(4)
    logging.getLogger(f"{_OURS}.error").error(message, extra={"id": identifier} | described(error))
    return identifier


def script_error(error: Exception) -> bool:
    """Show what a person can do about an error nobody foresaw, in place of anything about the machine."""
    import streamlit as st  # late: a worker logs as well, and draws nothing

    identifier = noted(error)
    st.error(
        _(
            "Something went wrong on this page; your scenario is in the address. Reload the page, and if it happens again, tell "
            "your administrator the number {id}.",
            id=identifier,
        )
    )
    return True
