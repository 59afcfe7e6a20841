"""The first door: is this a name that the app answers to, and does the request come from the app's own pages?

Streamlit asks the same of a websocket, but for a foreign origin it first asks an outside host for the machine's own
address, for up to two seconds and on the event loop: one foreign page would freeze everybody.
"""

from __future__ import annotations

import logging
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit import config, net_util
from streamlit.web.server.starlette.starlette_websocket import is_host_allowed

from criteria.translation import translate as _
from criteria.ui.server.answers import refuse

_LOGGER = logging.getLogger("criteria.server")


def ask_nobody() -> None:
    """Keep Streamlit from asking an outside host for this machine's address, whatever it would need it for."""
    net_util.get_external_ip = lambda: None
    net_util.get_internal_ip = lambda: None


class KnownHosts:
    """Middleware: refuse what is addressed to another name (421), and what another site's page sends (403).

    The names are `server.allowedHosts`, the other sites that may speak to the app `server.corsAllowedOrigins`. A request
    without an Origin comes from no page (a program, or an address typed in) and passes. The addresses in `anybody` answer
    under every name, for a probe knows the machine and not the app's name.
    """

    def __init__(self, app: ASGIApp, anybody: frozenset[str] = frozenset()) -> None:
        self._app = app
        self._anybody = anybody

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on or answer it."""
        if scope["type"] not in ("http", "websocket") or scope["path"] in self._anybody:
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        hosts, origins = headers.getlist("host"), headers.getlist("origin")
        if len(hosts) != 1 or not is_host_allowed(hosts[0]):
            await _refuse(scope, receive, send, 421, _("This server does not answer to that name."))
        elif len(origins) > 1 or (origins and not own_origin(origins[0], hosts[0])):
            await _refuse(scope, receive, send, 403, _("This request comes from another site's page."))
        else:
            await self._app(scope, receive, send)


def own_origin(origin: str, host: str) -> bool:
    """Return whether an Origin is that of the app's own pages, or of a site that the administrator named."""
    if origin in {named.strip() for named in config.get_option("server.corsAllowedOrigins")}:
        return True
    try:
        parts = urlsplit(origin)
    except ValueError:
        return False
    plain = parts.scheme in ("http", "https") and not (parts.path or parts.query or parts.fragment)
    return plain and parts.netloc.casefold() == host.casefold()


async def _refuse(scope: Scope, receive: Receive, send: Send, status: int, sentence: str) -> None:
    _LOGGER.warning("refused", extra={"status": status, "kind": scope["type"]})
    await refuse(scope, receive, send, status, sentence)
