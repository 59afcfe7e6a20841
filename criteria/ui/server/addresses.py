"""The second door: which addresses there are, how long one may be, and what may be sent to it.

Streamlit answers every address with its page; a probe on a wrong path would always pass, and every misspelt link would be
a page of its own to a search engine.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit import file_util

from criteria.links.door import ADDRESS_DOOR, PARAMETER_DOOR
from criteria.translation import translate as _
from criteria.ui.answer_links import PARAMETER
from criteria.ui.navigation import PAGES
from criteria.ui.server.answers import refuse
from criteria.ui.server.settings import ServerSettings

UPLOADS = "_stcore/upload_file/"
DOWNLOADS = "media/"
_STREAMLIT = ("_stcore/health", "_stcore/host-config", "_stcore/stream")
_STREAMLIT_BELOW = (DOWNLOADS, UPLOADS, "_stcore/bidi-components/")
_SIGN_IN = ("oauth2callback", "auth/login", "auth/logout")
_QUESTIONS = next(row.address for row in PAGES if not row.listed)
_METRICS = "_stcore/metrics"
_READING = ("GET", "HEAD", "OPTIONS")


@lru_cache(maxsize=1)
def static_files() -> frozenset[str]:
    """Return the addresses of the files that Streamlit's page consists of, below the app's own."""
    folder = Path(file_util.get_static_dir())
    return frozenset(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


class KnownAddresses:
    """Middleware: 404 for an address that is none of the app's, 414 for one that is too long or has too many parts, 405 for another verb. The first page has
    one address: its name leads there.

    base: the path that the app lies under, "/" or "/criteria/"; own: addresses of routes of our own below it.
    """

    def __init__(self, app: ASGIApp, settings: ServerSettings, base: str, own: frozenset[str]) -> None:
        self._app = app
        self._base = base
        pages = {"", *(row.address for row in PAGES), *(f"{row.address}/" for row in PAGES)}
        metrics = {_METRICS} if settings.metrics else set()
        self._known = frozenset({*pages, *own, *_STREAMLIT, *_SIGN_IN, *metrics}) | static_files()

    def below(self, path: str) -> str | None:
        """Return the part of a path below the app's own, None for one that is outside."""
        if path == self._base.rstrip("/"):
            return ""
        return path.removeprefix(self._base) if path.startswith(self._base) else None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on or answer it."""
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return
        place = self.below(scope["path"])
        known = place is not None and (place in self._known or place.startswith(_STREAMLIT_BELOW))
        length = len(scope.get("query_string", b""))
        if not known:
            sentence = _("There is no page at this address.")
            await refuse(scope, receive, send, 404, sentence, home=self._base)
        elif scope["type"] == "websocket":
            await self._app(scope, receive, send)
        elif length > ADDRESS_DOOR:
            sentence = _(
                "This link is too long ({length} characters; the limit is {limit}). Nothing of it was opened: ask its sender "
                "for the file instead.",
                length=length,
                limit=ADDRESS_DOOR,
            )
            await refuse(scope, receive, send, 414, sentence, home=self._base)
        elif scope.get("query_string", b"").count(b"&") >= PARAMETER_DOOR:
            sentence = _(
                "This link has more than {limit} parts. Nothing of it was opened: ask its sender for the link again.",
                limit=PARAMETER_DOOR,
            )
            await refuse(scope, receive, send, 414, sentence, home=self._base)
        elif place == PAGES[0].address:
            # Streamlit knows its first page by the empty address alone, and says of its own that there is no such page.
            query = scope.get("query_string", b"").decode("latin-1")
            await RedirectResponse(f"{self._base}?{query}" if query else self._base)(scope, receive, send)
        elif place == _QUESTIONS and not scope.get("query_string"):
            # Of a link that was broken off the page says so; without the part that names the questions it would not be there.
            await RedirectResponse(f"{self._base}{_QUESTIONS}?{PARAMETER}=")(scope, receive, send)
        elif scope["method"] not in _READING and not (place or "").startswith(UPLOADS):
            await refuse(scope, receive, send, 405, _("Nothing can be sent to this address."))
        else:
            await self._app(scope, receive, send)
