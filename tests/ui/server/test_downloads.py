"""A download belongs to the browser that asked for it: tried with two browsers' cookies, spoken by hand."""

from __future__ import annotations

import re

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from criteria.ui.server.downloads import _COOKIES, browsers, files_told, new_cookie
from tests.ui.server.conftest import Ask
from tests.ui.server.test_messages import run_of, session

FILE = "/media/" + "0a" * 28 + ".csv"


def scope(cookies: str) -> dict[str, object]:
    return {"type": "http", "headers": [(b"cookie", cookies.encode())]}


def test_a_browser_is_known_by_any_of_its_cookies() -> None:
    first, second = (new_cookie("/").partition(";")[0] for _turn in range(2))
    assert first.partition("=")[0] != second.partition("=")[0]
    assert set(browsers(scope(f"{first}; _streamlit_xsrf=x; {second}"))) == {
        first.partition("=")[2],
        second.partition("=")[2],
    }
    assert browsers(scope("criteria_browser_0=x; criteria_browser_00000000=short; other=1")) == ()
    many = "; ".join(f"criteria_browser_{place:08x}={'a' * 32}" for place in range(100))
    assert len(browsers(scope(many))) == _COOKIES


def test_a_cookie_is_hidden_from_scripts_and_stays_below_the_app() -> None:
    assert re.fullmatch(
        r"criteria_browser_[0-9a-f]{8}=[\w-]{32}; Path=/criteria/; HttpOnly; SameSite=Lax",
        new_cookie("/criteria/"),
    )


def test_a_file_is_told_by_a_button_and_never_by_a_text_that_looks_like_its_address() -> None:
    message = ForwardMsg()
    message.delta.new_element.markdown.body = f"[a name]({FILE})"
    assert files_told(message.SerializeToString()) == []
    message = ForwardMsg()
    message.delta.new_element.download_button.label = FILE
    assert files_told(message.SerializeToString()) == []
    message.delta.new_element.download_button.url = FILE
    assert files_told(message.SerializeToString()) == ["0a" * 28]
    message = ForwardMsg()
    message.backend_operation_response.deferred_file.url = FILE
    assert files_told(message.SerializeToString()) == ["0a" * 28]


def request(file: str, told: list[ForwardMsg]) -> bytes:
    (own,) = [m.new_session.initialize.session_id for m in told if m.WhichOneof("type") == "new_session"]
    message = BackMsg()
    message.backend_operation_request.session_id = own
    message.backend_operation_request.request_id = "one"
    message.backend_operation_request.deferred_file.file_id = file
    return message.SerializeToString()


@pytest.mark.slow
def test_a_download_is_given_to_the_browser_that_asked_for_it_alone(served: str, ask: Ask) -> None:
    mine, theirs = (ask("/").headers["set-cookie"].partition(";")[0] for _turn in range(2))
    again = ask("/", Cookie=mine)
    assert "criteria_browser_" not in again.headers.get("set-cookie", "")
    with session(served, cookie=mine) as (socket, told), session(served, cookie=theirs) as (other, their):
        (button, *_more) = [
            message.delta.new_element.download_button.deferred_file_id
            for message in told
            if message.WhichOneof("type") == "delta"
            and message.delta.new_element.download_button.deferred_file_id
        ]
        other.send(request(button, their))  # nothing comes back, and the next run is told as ever
        again_run = BackMsg()
        again_run.rerun_script.query_string = ""
        other.send(again_run.SerializeToString())
        assert "backend_operation_response" not in [message.WhichOneof("type") for message in run_of(other)]
        socket.send(request(button, told))
        answer = ForwardMsg()
        while answer.WhichOneof("type") != "backend_operation_response":
            answer.ParseFromString(socket.recv(timeout=60))
        address = answer.backend_operation_response.deferred_file.url
        assert address.startswith("/media/")
        assert ask(address).status == 404
        assert ask(address, Cookie=theirs).status == 404
        found = ask(address, Cookie=mine)
        assert (found.status, found.headers["cache-control"]) == (200, "no-store")
        assert "Amazon Web Services" in found.body.decode()


@pytest.mark.slow
def test_a_page_that_brings_a_cookie_is_kept_by_nobody(ask: Ask) -> None:
    assert ask("/weights").headers["cache-control"] == "no-store"
    assert "set-cookie" not in ask("/healthz").headers
