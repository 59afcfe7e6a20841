"""What goes over a session's own connection: nothing about the machine on the way out, nothing that only developers send in."""

from __future__ import annotations

import json
import logging
from dataclasses import dataclass, field

from google.protobuf.message import DecodeError
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.NewSession_pb2 import NewSession
from streamlit.proto.WidgetStates_pb2 import WidgetState

from criteria.links.door import ADDRESS_DOOR, PARAMETER_DOOR
from criteria.ui.server.downloads import Browsers, browsers, offered_to
from criteria.ui.server.offers import Offers

_LOGGER = logging.getLogger("criteria.server")
_PARTS = (
    PARAMETER_DOOR + 1
)  # of an address that are passed on; one more than a link may have, so that the page says so
_LENGTH = 2 * ADDRESS_DOOR  # characters of an address that are passed on, for the same reason
_ROOM = 300  # levels that lists may be nested less deeply than the reader of JSON could follow: the page reads them from further down
_FROM_DEVELOPERS = (
    "clear_cache",
    "set_run_on_save",
    "load_git_info",
    "debug_disconnect_websocket",
    "debug_shutdown_runtime",
)
_OPERATIONS = ("deferred_file", "dataframe_chunk")  # the others install files for developers


class QuietMessages:
    """Middleware: leave the path of the script and the versions of the system out of what a session is told.

    A message that would empty everybody's caches is not passed on. Of an address that Streamlit would drop whole, without a word, so
    much is passed on that the page says it is too long. A value of a widget that cannot be read is left out. What a part of a page says that
    was left in the same instant is passed on as a message to the page that is there now; what was chosen on a page goes along when it is left.
    """

    def __init__(self, app: ASGIApp, script: str) -> None:
        self._app = app
        self._script = script.encode()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a connection on, with its messages looked at in both directions."""
        if scope["type"] != "websocket":
            await self._app(scope, receive, send)
            return

        mine, offers, where = browsers(scope), Offers(), Where()

        async def heard() -> Message:
            while True:
                message = await receive()
                data = message.get("bytes") if message["type"] == "websocket.receive" else None
                if not data:
                    return message
                passed, mended = checked(data, mine, offers, where)
                if mended:
                    _LOGGER.warning("message from a browser", extra={"mended": mended})
                if passed:
                    return {**message, "bytes": passed}

        async def told(message: Message) -> None:
            data = message.get("bytes")
            if message["type"] == "websocket.send" and data:
                passed = _without_machine(data, where) if self._script in data else offers.told(data)
                message = {**message, "bytes": passed}
            await send(message)

        try:
            await self._app(scope, heard, told)
        finally:
            offers.end()


@dataclass
class Where:
    """Which page a session is at.  page: by Streamlit's hash, empty where it is not known: the first is opened by the script's name alone.

    chosen: what its widgets hold, by identifier, as the browser said it since the last run began: that run has taken up all before.
    """

    page: str = ""
    chosen: dict[str, WidgetState] = field(default_factory=dict)

    def told(self, run: NewSession) -> None:
        """Note which page a run draws: it may be another one than the browser asked for."""
        self.page = "" if run.page_script_hash == run.main_script_hash else run.page_script_hash
        self.chosen = {}  # the run may give a widget another value, of which the browser would not speak before its next choice

    def follow(self, asked: ClientState) -> bool:
        """Note which page a browser asks for; return whether it was asked for a part of another one, and what was changed so that it is not.

        Streamlit would draw that part of the page that was left, which is gone: the browser would show an empty page from then on.
        """
        if not asked.fragment_id:
            self.page = asked.page_script_hash
        elif self.page and asked.page_script_hash not in ("", self.page):
            asked.fragment_id, asked.page_script_hash = "", self.page
            return True
        return False

    def bring_along(self, asked: ClientState) -> bool:
        """Add to a question for another page what the widgets of this one hold; return whether there was anything.

        Where a choice has not been taken up yet, Streamlit would put the question, which says nothing of it, in its place.
        """
        there = {widget.id: widget for widget in asked.widget_states.widgets if not _is_press(widget)}
        if asked.fragment_id or asked.page_script_hash == self.page:
            self.chosen |= there
            return False
        along = [widget for name, widget in self.chosen.items() if name not in there]
        asked.widget_states.widgets.extend(along)
        self.chosen = there
        return bool(along)


def checked(
    data: bytes, mine: Browsers = (), offers: Offers | None = None, where: Where | None = None
) -> tuple[bytes, str]:
    """Return what is passed on of a message from a browser, nothing where all of it is dropped; and what was done, in a word for the log.

    mine: which browser it comes from.  offers: what its connection was told, for an offer that Streamlit forgot.  where: the page that it is at.
    """
    message = BackMsg()
    try:
        message.ParseFromString(data)
    except DecodeError:
        return data, ""  # Streamlit closes the connection itself
    kind = message.WhichOneof("type")
    if kind in _FROM_DEVELOPERS:
        return b"", "dropped"
    if kind == "backend_operation_request":
        asked = message.backend_operation_request
        what = asked.WhichOneof("payload")
        if what == "deferred_file" and offers is not None:
            asked.deferred_file.file_id = offers.asked(asked.deferred_file.file_id)
        foreign = what == "deferred_file" and not offered_to(mine, asked.deferred_file.file_id)
        return (b"", "dropped") if foreign or what not in _OPERATIONS else (message.SerializeToString(), "")
    if kind != "rerun_script":
        return data, ""
    rerun, done = message.rerun_script, []
    if (shorter := _bounded(rerun.query_string)) != rerun.query_string:
        rerun.query_string = shorter
        done.append("address cut")
    widgets = rerun.widget_states.widgets
    unread = [place for place, widget in enumerate(widgets) if not _readable(widget)]
    for place in reversed(unread):
        del widgets[place]
        done.append("value left out")
    along = where is not None and where.bring_along(rerun)  # before the other page is noted
    if where is not None and where.follow(rerun):
        done.append("part of a page that was left")
    return (message.SerializeToString() if done or along else data), ", ".join(done)


def _is_press(widget: WidgetState) -> bool:
    """Whether a widget says that it was pressed: Streamlit hands a press on by itself, and it counts once."""
    return (widget.WhichOneof("value") or "").endswith(("trigger_value", "chat_input_value"))


def _bounded(query: str) -> str:
    """Return an address's parameters; of far too many or too long ones the first."""
    parts = query.split("&", _PARTS)
    return (query if len(parts) <= _PARTS else "&".join(parts[:_PARTS]))[:_LENGTH]


def _readable(widget: WidgetState) -> bool:
    """Whether a widget's value can be read: JSON, no number of thousands of digits, no list in a list in a list without end."""
    name = widget.WhichOneof("value")
    if name not in ("json_value", "json_trigger_value"):
        return True
    try:
        json.loads("[" * _ROOM + getattr(widget, name) + "]" * _ROOM)
    except (ValueError, RecursionError):
        return False
    return True


def _without_machine(data: bytes, where: Where) -> bytes:
    message = ForwardMsg()
    message.ParseFromString(data)
    if message.WhichOneof("type") != "new_session":
        return data
    where.told(message.new_session)
    message.new_session.main_script_path = ""
    about = message.new_session.initialize.environment_info
    about.python_version = about.server_os = ""
    return message.SerializeToString()
