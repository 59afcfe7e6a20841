"""The doors' own answers are text, whatever was asked."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

from bracketed import Bracketed
from starlette.types import Message

from criteria.translation import in_language
from criteria.ui.server.answers import refusal, refuse


def test_a_refusal_escapes_what_it_says_and_links_home_only_where_there_is_one() -> None:
    plain = refusal(421, "<b>no</b>")
    linked = refusal(404, "nothing", home='/a"b/')
    assert (plain.status_code, linked.status_code) == (421, 404)
    assert b"&lt;b&gt;no" in plain.body
    assert b"href" not in plain.body
    assert b'href="/a&#34;b/"' in linked.body
    assert linked.headers["cache-control"] == "no-store"


def test_a_refusal_declares_the_language_it_is_written_in() -> None:
    assert b'<html lang="en">' in refusal(404, "nothing").body
    with in_language(Bracketed("fr")):
        assert b'<html lang="fr">' in refusal(404, "rien").body


def test_a_handshake_is_answered_with_the_page_or_ended_where_a_server_knows_no_such_answer() -> None:
    async def connect() -> Message:
        return {"type": "websocket.connect"}

    def told(scope: dict[str, object]) -> list[Message]:
        sent: list[Message] = []

        async def send(message: Message) -> None:
            sent.append(message)

        # In a thread of its own: a browser that other tests opened keeps a loop running in this one.
        refused = refuse({"type": "websocket", **scope}, connect, send, 421, "nobody of that name")
        with ThreadPoolExecutor(1) as thread:
            thread.submit(asyncio.run, refused).result()
        return sent

    start, body = told({"extensions": {"websocket.http.response": {}}})
    assert (start["type"], start["status"]) == ("websocket.http.response.start", 421)
    assert b"nobody of that name" in body["body"]
    assert told({}) == [{"type": "websocket.close", "code": 1008}]
