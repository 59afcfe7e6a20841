"""The short answers that the doors themselves give: a page for a person who took a wrong turn, a line for a program."""

from __future__ import annotations

from html import escape

from starlette.responses import HTMLResponse, Response

from criteria.translation import translate as _


def refusal(status: int, sentence: str, *, home: str = "") -> Response:
    """Return a page that says in one sentence why there is nothing here; home, the address of the app, becomes a link."""
    link = f'<p><a href="{escape(home)}">{escape(_("Open the app"))}</a></p>' if home else ""
    return HTMLResponse(
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>Criteria</title>'
        f'<meta name="viewport" content="width=device-width"><body style="font:16px sans-serif;margin:3em">'
        f"<p>{escape(sentence)}</p>{link}",
        status_code=status,
        headers={"Cache-Control": "no-store"},
    )
