"""The short answers that the doors themselves give: a page for a person who took a wrong turn, a line for a program."""

from __future__ import annotations

from starlette.responses import HTMLResponse, Response
from starlette.types import Receive, Scope, Send

from criteria.translation import language_code
from criteria.translation import translate as _
from criteria.ui.markup import markup


def refusal(status: int, sentence: str, *, home: str = "") -> Response:
    """Return a page that says in one sentence why there is nothing here; home, the address of the app, becomes a link."""
    link = markup('<p><a href="{home}">{open}</a></p>', home=home, open=_("Open the app")) if home else ""
    return HTMLResponse(
        markup(
            '<!doctype html><html lang="{lang}"><meta charset="utf-8"><title>Criteria</title>'
            '<meta name="viewport" content="width=device-width"><body style="font:16px sans-serif;margin:3em">'
            "<p>{sentence}</p>{link}",
            lang=language_code(),
            sentence=sentence,
            link=link,
        ),
        status_code=status,
        headers={"Cache-Control": "no-store"},
    )


async def refuse(
    scope: Scope, receive: Receive, send: Send, status: int, sentence: str, *, home: str = ""
) -> None:
    """Answer a request, or the handshake of a websocket, with such a page; a server that cannot do so for a handshake answers 403."""
    if scope["type"] == "websocket":
        await receive()  # the handshake
        if "websocket.http.response" not in scope.get("extensions", {}):
            await send({"type": "websocket.close", "code": 1008})
            return
    await refusal(status, sentence, home=home)(scope, receive, send)
