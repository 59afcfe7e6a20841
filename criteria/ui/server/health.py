"""Is the process alive, can it do its work, and what should search engines do with it? Routes of our own."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from criteria.errors import CriteriaError
from criteria.translation import translate as _

_LOGGER = logging.getLogger("criteria.server")
_NOT_KEPT = {"Cache-Control": "no-store"}


@dataclass(frozen=True, slots=True)
class Check:
    """Something that must hold before anybody is sent here: its name, and a function that raises where it does not."""

    name: str
    passes: Callable[[], object]


def _problems() -> None:
    from criteria.ui import (
        compute,  # late: it brings the engine, which a server need not wait for to be alive
    )

    if not compute.library().problems:
        raise CriteriaError(_("no problem can be read"))


def _store() -> None:
    from criteria.store import connect

    if not connect().reachable():
        raise CriteriaError(_("the store does not answer"))


# One row for each thing that the app cannot work without.
CHECKS: tuple[Check, ...] = (Check("problems", _problems), Check("store", _store))


async def alive(_request: Request) -> Response:
    """Answer that the process is there; nothing else is asked."""
    return PlainTextResponse("ok\n", headers=_NOT_KEPT)


async def ready(_request: Request) -> Response:
    """Answer 200 where every check passes, otherwise 503 with the names of those that do not; never why, which is in the log."""
    failed = [check.name for check in CHECKS if not await run_in_threadpool(_passes, check)]
    status = 503 if failed else 200
    return JSONResponse({"ready": not failed, "failed": failed}, status_code=status, headers=_NOT_KEPT)


def _passes(check: Check) -> bool:
    try:
        check.passes()
    except Exception as error:  # whatever it is: not ready
        _LOGGER.error("not ready", extra={"check": check.name, "error": type(error).__name__})
        return False
    return True


async def robots(_request: Request) -> Response:
    """Answer that nothing here is for search engines."""
    return PlainTextResponse("User-agent: *\nDisallow: /\n")


_ROUTES = {"healthz": alive, "readyz": ready, "robots.txt": robots}
ADDRESSES = frozenset(_ROUTES)


def routes(base: str) -> list[Route]:
    """Return the routes below the app's own path."""
    return [Route(base + address, endpoint) for address, endpoint in _ROUTES.items()]
