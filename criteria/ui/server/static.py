"""Streamlit's scripts and styles, compressed once: uncompressed they are twenty times as large as everything else."""

from __future__ import annotations

import gzip
import mimetypes
from functools import cache
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit import file_util

from criteria.ui.server.addresses import static_files

_COMPRESSIBLE = (".js", ".css", ".json", ".svg")
_FOR_EVER = "public, immutable, max-age=31536000"  # their names change with their content


class CompressedFiles:
    """Middleware: answer for a script or a style with its compressed content, where the browser takes that."""

    def __init__(self, app: ASGIApp, base: str) -> None:
        self._app = app
        self._base = base

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request for such a file, pass on any other."""
        if scope["type"] == "http" and scope["method"] in ("GET", "HEAD"):
            place = scope["path"].removeprefix(self._base)
            wanted = place.startswith("static/") and place.endswith(_COMPRESSIBLE) and place in static_files()
            if wanted and "gzip" in Headers(scope=scope).get("accept-encoding", ""):
                content = await run_in_threadpool(compressed, place)
                headers = {
                    "Content-Encoding": "gzip",
                    "Cache-Control": _FOR_EVER,
                    "Vary": "Accept-Encoding",
                    "Content-Length": str(len(content)),
                }
                kind = mimetypes.guess_type(place)[0] or "application/octet-stream"
                body = b"" if scope["method"] == "HEAD" else content
                await Response(body, media_type=kind, headers=headers)(scope, receive, send)
                return
        await self._app(scope, receive, send)


@cache  # one entry for each of Streamlit's files, a few megabytes in all
def compressed(place: str) -> bytes:
    """Return the compressed content of one of Streamlit's files."""
    return gzip.compress((Path(file_util.get_static_dir()) / place).read_bytes(), 6, mtime=0)
