"""The headline of a move, asked for beside the session's own connection: it comes without a run of the page, and the browser paints it alone.

What it says is computed by what draws the page; nothing of the session changes. The move itself goes the way of every other move.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from urllib.parse import parse_qsl

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from criteria.errors import CriteriaError
from criteria.ui import session, turns

ADDRESS = "headline"
SESSION, REVISION = "x-criteria-session", "x-criteria-revision"
_LONGEST = 8_000  # characters of points that are read
_asked = ThreadPoolExecutor(max_workers=2 * turns.AT_ONCE, thread_name_prefix="headline")
_NONE = {"Cache-Control": "no-store"}


async def headline(request: Request) -> Response:
    """Answer the headline of the session's scenario with other points, as a letter to its place; 404 where the page has to be asked."""
    token, revision = (request.headers.get(name, "") for name in (SESSION, REVISION))
    points = dict(parse_qsl(request.url.query)).get("points", "")
    ask = copy_context().run
    found = await asyncio.get_running_loop().run_in_executor(_asked, ask, answer, token, revision, points)
    return JSONResponse(found, status_code=404 if found is None else 200, headers=_NONE)


def answer(token: str, revision: str, points: str) -> dict[str, str] | None:
    """Return the headline and what it is about.

    token: of the session, which nobody but its page knows.  revision: of the panel that the points are from.  points: by criterion, as JSON.
    None where there is no such session, it shows nothing of the kind, or the method takes longer than a move has time for.
    """
    mine = session.tab_of(token)
    if mine is None or mine.problem is None or mine.scenario is None or mine.page != "shortlist":
        return None
    if mine.sealing or revision != str(mine.panel_revision) or len(points) > _LONGEST:
        return None
    # Late: they bring the engine. A page that knows its token has been drawn by them.
    from criteria.ranking.catalogue import METHODS
    from criteria.ranking.families.votes import has_vote
    from criteria.ui.components.common.live import about
    from criteria.ui.components.common.panel_points import points_of
    from criteria.ui.components.shortlist.headline import headline_of
    from criteria.ui.workspace import actor

    problem, scenario = mine.problem, mine.scenario
    if not has_vote(METHODS[scenario.method]):
        return None
    try:
        given = json.loads(points)
    except (ValueError, RecursionError):
        return None
    if not isinstance(given, Mapping):
        return None
    with session.within(mine), turns.turn(turns.FIRST):
        who = actor()
        if who is not None and (not who.role or who.ended):
            return None
        try:
            scenario = scenario.with_importances(points_of(problem, given))
            return {"html": str(headline_of(problem, scenario)), "of": about(problem, scenario)}
        except CriteriaError:  # the page says why
            return None


def routes(base: str) -> list[Route]:
    """Return the route below the app's own path."""
    return [Route(base + ADDRESS, headline)]
