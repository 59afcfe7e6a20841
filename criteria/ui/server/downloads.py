"""A download is given to the browser that asked for it, and to no other, even to one that knows its address.

A browser is known by a cookie that its first page brings. Its downloads are those whose addresses were told to one of its
sessions. Each cookie has a name of its own: of two pages that are opened at once both stay, where one would replace the other
between the session and its download.
"""

from __future__ import annotations

import re
import secrets
from collections import OrderedDict
from collections.abc import Mapping
from itertools import islice

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import cookie_parser
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit import config, runtime
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from criteria.translation import translate as _
from criteria.ui.server.addresses import DOWNLOADS
from criteria.ui.server.answers import refusal

_COOKIE = "criteria_browser_"
_NAME = re.compile(rf"{_COOKIE}[0-9a-f]{{8}}")
_BROWSER = re.compile(r"[A-Za-z0-9_-]{32}")
_FILE = re.compile(r"/media/([0-9a-f]+)")
_COOKIES = 20  # of one browser that are looked at
_TOLD = 20_000  # addresses that are remembered, for all browsers together

Browsers = tuple[str, ...]


class OwnDownloads:
    """Middleware: answer 404 for a download that was not told to this browser; give a browser that has none its cookie."""

    def __init__(self, app: ASGIApp, base: str) -> None:
        self._app = app
        self._base = base
        self._below = base + DOWNLOADS
        self._told: OrderedDict[tuple[str, str], None] = OrderedDict()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on or answer it."""
        if scope["type"] == "websocket":
            await self._app(scope, receive, self._noting(browsers(scope), send))
        elif scope["type"] != "http":
            await self._app(scope, receive, send)
        elif scope["path"].startswith(self._below):
            file = scope["path"].removeprefix(self._below).partition(".")[0]
            if any((file, browser) in self._told for browser in browsers(scope)):
                await self._app(scope, receive, send)
            else:
                sentence = _(
                    "There is no download of this browser at this address: download it again on the page."
                )
                await refusal(404, sentence, home=self._base)(scope, receive, send)
        else:
            await self._app(scope, receive, send if browsers(scope) else self._with_cookie(send))

    def _noting(self, mine: Browsers, send: Send) -> Send:
        """Return what sends a session's messages on, and remembers the downloads that they name."""

        async def noted(message: Message) -> None:
            data = message.get("bytes")
            if message["type"] == "websocket.send" and data and b"/media/" in data:
                for file in files_told(data):
                    self._remember(file, mine)
            await send(message)

        return noted

    def _remember(self, file: str, mine: Browsers) -> None:
        for browser in mine:
            self._told[file, browser] = None
            self._told.move_to_end((file, browser))
        while len(self._told) > _TOLD:
            self._told.popitem(last=False)

    def _with_cookie(self, send: Send) -> Send:
        """Return what sends an answer on, with a new cookie if it is a page."""

        async def told(message: Message) -> None:
            if message["type"] == "http.response.start" and message["status"] == 200:
                headers = MutableHeaders(scope=message)
                if headers.get("content-type", "").startswith("text/html"):
                    headers.append("Set-Cookie", new_cookie(self._base))
                    headers["Cache-Control"] = "no-store"  # two browsers never get the same one
            await send(message)

        return told


def browsers(scope: Scope) -> Browsers:
    """Return what a request's cookies say which browser it comes from; nothing where it has none of ours."""
    cookies = Headers(scope=scope).getlist("cookie")
    return _named({name: value for text in cookies for name, value in cookie_parser(text).items()})


def _named(cookies: Mapping[str, str]) -> Browsers:
    found = (value for name, value in cookies.items() if _NAME.fullmatch(name) and _BROWSER.fullmatch(value))
    return tuple(islice(found, _COOKIES))


def offered_to(mine: Browsers, file: str) -> bool:
    """Return whether a file that is made when it is asked for was offered to a session of this browser, or to nobody: Streamlit says so."""
    offer = runtime.get_instance().media_file_mgr._deferred_callables.get(file)
    if offer is None:
        return True
    client = runtime.get_instance().get_client(offer["session_id"])
    context = client.client_context if client else None
    if context is None:
        return False
    theirs = _named(context.cookies)
    return bool(set(theirs) & set(mine)) or not (theirs or mine)


def new_cookie(base: str) -> str:
    """Return a cookie for a browser that has none: hidden from scripts, sent where Streamlit's own cookie is, gone with the browser."""
    site = str(config.get_option("server.xsrfCookieSameSite") or "lax").capitalize()
    parts = [
        f"{_COOKIE}{secrets.token_hex(4)}={secrets.token_urlsafe(24)}",
        f"Path={base}",
        "HttpOnly",
        f"SameSite={site}",
    ]
    if site == "None" or config.get_option("server.sslCertFile"):
        parts.append("Secure")
    return "; ".join(parts)


def files_told(data: bytes) -> list[str]:
    """Return the files that a message to a session offers for download; names and texts that only look like addresses are none."""
    message = ForwardMsg()
    message.ParseFromString(data)
    kind = message.WhichOneof("type")
    if kind == "delta":
        found = file_at(message.delta.new_element.download_button.url)
    elif kind == "backend_operation_response":
        found = file_at(message.backend_operation_response.deferred_file.url)
    else:
        return []
    return [found] if found else []


def file_at(address: str) -> str:
    """Return the file that lies at an address of a download, the empty text where none does."""
    found = _FILE.match(address)
    return found[1] if found else ""
