"""What every answer says to the browser: run only our own code, show only our own pictures, tell nobody where you are."""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache
from pathlib import Path

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit import file_util

from criteria.ui.server.settings import ServerSettings

_INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)


@cache
def inline_scripts() -> tuple[str, ...]:
    """Return the hashes of the scripts that Streamlit's page holds in itself, as a policy names them."""
    page = (Path(file_util.get_static_dir()) / "index.html").read_text(encoding="utf-8")
    hashes = (hashlib.sha256(script.encode()).digest() for script in _INLINE.findall(page))
    return tuple(f"'sha256-{base64.b64encode(value).decode()}'" for value in hashes)


def policy(settings: ServerSettings) -> str:
    """Return the Content-Security-Policy.

    blob: is where components' scripts are loaded from, which the app itself sends; WebAssembly multiplies the long integers of
    Streamlit's messages (no text becomes script by it); styles stand in the markup throughout.
    """
    parts = {
        "default-src": ("'self'",),
        "script-src": ("'self'", "blob:", "'wasm-unsafe-eval'", *inline_scripts()),
        "style-src": ("'self'", "'unsafe-inline'"),
        "img-src": ("'self'", "data:", "blob:"),
        "font-src": ("'self'", "data:"),
        "connect-src": ("'self'",),
        "worker-src": ("'self'", "blob:"),
        "media-src": ("'none'",),
        "frame-src": ("'none'",),
        "object-src": ("'none'",),
        "base-uri": ("'none'",),
        "form-action": ("'none'",),
        "frame-ancestors": settings.frame_ancestors,
    }
    return "; ".join(f"{name} {' '.join(sources)}" for name, sources in parts.items())


def security_headers(settings: ServerSettings) -> dict[str, str]:
    """Return the headers that every answer carries."""
    headers = {
        "Content-Security-Policy": policy(settings),
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "strict-origin",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "X-Robots-Tag": "noindex, nofollow",
    }
    framed = {"'self'": "SAMEORIGIN", "'none'": "DENY"}.get(" ".join(settings.frame_ancestors))
    return headers | {"X-Frame-Options": framed} if framed else headers


class SecurityHeaders:
    """Middleware: put the headers on every answer, refusals (of a websocket too) and errors as well; downloads are kept by nobody."""

    def __init__(self, app: ASGIApp, settings: ServerSettings, downloads: str) -> None:
        self._app = app
        self._headers = security_headers(settings)
        self._downloads = downloads

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, and its answer back with the headers."""
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return

        async def with_headers(message: Message) -> None:
            if message["type"] in ("http.response.start", "websocket.http.response.start"):
                headers = MutableHeaders(scope=message)
                for name, value in self._headers.items():
                    headers[name] = value
                if scope["path"].startswith(self._downloads):
                    headers["Cache-Control"] = "no-store"
            await send(message)

        await self._app(scope, receive, with_headers)
