"""The third door: how much a session may upload. Streamlit bounds one file, and keeps as many of them as are sent."""

from __future__ import annotations

import time
from collections import Counter

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit import config, runtime
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager

from criteria.translation import translate as _
from criteria.ui.server.addresses import UPLOADS
from criteria.ui.server.answers import refusal
from criteria.ui.server.settings import MEGABYTE, ServerSettings
from criteria.ui.workspace import actor_of, workspace


def held() -> dict[str, tuple[int, int]]:
    """Return how many files, and how many bytes of them, each session holds; sessions that left hold nothing."""
    if not runtime.exists():
        return {}
    manager = runtime.get_instance().uploaded_file_mgr
    assert isinstance(manager, MemoryUploadedFileManager)
    stored = {session: list(files.values()) for session, files in list(manager.file_storage.items())}
    return {session: (len(files), sum(len(file.data) for file in files)) for session, files in stored.items()}


def _admitted(session: str) -> bool:
    """Return whether a session may send files: with sign-in the one of who may do something in the workspace."""
    space, one = workspace(), runtime.get_instance().get_app_session(session)
    return space is None or (one is not None and bool(actor_of(space, one._user_info, time.time()).role))


class BoundedUploads:
    """Middleware: refuse (413) what would go beyond the files and bytes of a session, or the bytes of all; before it is read.

    What is still on its way counts as well, at its stated length or, where none is stated, at the limit of a file.
    """

    def __init__(self, app: ASGIApp, settings: ServerSettings, base: str) -> None:
        self._app = app
        self._settings = settings
        self._below = base + UPLOADS
        self._files_under_way: Counter[str] = Counter()
        self._bytes_under_way: Counter[str] = Counter()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on or answer it."""
        if scope["type"] != "http" or not scope["path"].startswith(self._below) or scope["method"] != "PUT":
            await self._app(scope, receive, send)
            return
        session = scope["path"].removeprefix(self._below).partition("/")[0]
        largest = int(config.get_option("server.maxUploadSize")) * MEGABYTE + MEGABYTE
        stated = Headers(scope=scope).get("content-length", "")
        length = int(stated) if stated.isascii() and stated.isdecimal() and len(stated) < 16 else largest
        if not runtime.exists() or not runtime.get_instance().is_active_session(session):
            await refusal(400, _("This page is no longer connected: reload it."))(scope, receive, send)
        elif not _admitted(session):
            await refusal(403, _("Sign in first."))(scope, receive, send)
        elif length > largest or not self._has_room(session, length):
            sentence = _(
                "There is no room for this file: remove files that were uploaded before, or reload the page."
            )
            await refusal(413, sentence)(scope, receive, send)
        else:
            self._files_under_way[session] += 1
            self._bytes_under_way[session] += length
            try:
                await self._app(scope, _at_most(receive, length), send)
            finally:
                self._files_under_way[session] -= 1
                self._bytes_under_way[session] -= length
                if not self._files_under_way[session]:
                    del self._files_under_way[session], self._bytes_under_way[session]

    def _has_room(self, session: str, length: int) -> bool:
        stored = held()
        files, size = stored.get(session, (0, 0))
        in_all = sum(each for _count, each in stored.values()) + self._bytes_under_way.total()
        return (
            files + self._files_under_way[session] < self._settings.uploads
            and size + self._bytes_under_way[session] + length <= self._settings.upload_bytes
            and in_all + length <= self._settings.upload_bytes_in_all
        )


def _at_most(receive: Receive, limit: int) -> Receive:
    """Return what is received, ended where more arrives than was stated: it is then no whole file."""
    left = limit

    async def bounded() -> Message:
        nonlocal left
        message = await receive()
        if message["type"] != "http.request":
            return message
        left -= len(message.get("body", b""))
        return message if left >= 0 else {"type": "http.disconnect"}

    return bounded
