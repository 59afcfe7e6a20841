"""What goes over a session's own connection: nothing about the machine on the way out, nothing that only developers send in."""

from __future__ import annotations

import logging

from google.protobuf.message import DecodeError
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

_LOGGER = logging.getLogger("criteria.server")
_QUERY_LIMIT = 100_000  # bytes; the page says what it makes of an address longer than a link may be
_FROM_DEVELOPERS = ("clear_cache", "set_run_on_save", "load_git_info")


class QuietMessages:
    """Middleware: leave the path of the script and the versions of the system out of what a session is told.

    A message that would empty everybody's caches is not passed on; one with an address beyond any use ends the connection.
    """

    def __init__(self, app: ASGIApp, script: str) -> None:
        self._app = app
        self._script = script.encode()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a connection on, with its messages looked at in both directions."""
        if scope["type"] != "websocket":
            await self._app(scope, receive, send)
            return

        async def heard() -> Message:
            while True:
                message = await receive()
                data = message.get("bytes") if message["type"] == "websocket.receive" else None
                verdict = _judge(data) if data else "pass"
                if verdict == "pass":
                    return message
                _LOGGER.warning("message %s", verdict)
                if verdict == "ends":
                    await send({"type": "websocket.close", "code": 1009})
                    return {"type": "websocket.disconnect", "code": 1009}

        async def told(message: Message) -> None:
            data = message.get("bytes")
            if message["type"] == "websocket.send" and data and self._script in data:
                message = {**message, "bytes": _without_machine(data)}
            await send(message)

        await self._app(scope, heard, told)


def _judge(data: bytes) -> str:
    """Return what to do with a message from a browser: "pass", "dropped", or "ends" the connection."""
    message = BackMsg()
    try:
        message.ParseFromString(data)
    except DecodeError:
        return "pass"  # Streamlit closes the connection itself
    kind = message.WhichOneof("type")
    if kind in _FROM_DEVELOPERS:
        return "dropped"
    if kind == "rerun_script" and len(message.rerun_script.query_string) > _QUERY_LIMIT:
        return "ends"
    return "pass"


def _without_machine(data: bytes) -> bytes:
    message = ForwardMsg()
    message.ParseFromString(data)
    if message.WhichOneof("type") != "new_session":
        return data
    message.new_session.main_script_path = ""
    about = message.new_session.initialize.environment_info
    about.python_version = about.server_os = ""
    return message.SerializeToString()
