"""A session's own connection, spoken by hand: what it is told, what it may send, and what it may upload."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.NewSession_pb2 import NewSession
from streamlit.runtime.scriptrunner_utils.script_requests import RerunData, ScriptRequests
from websockets.sync.client import ClientConnection, connect

from criteria.ui.server.messages import Where, checked
from tests.ui.server.conftest import Answer, Ask

ROOT = Path(__file__).parents[3]
pytestmark = pytest.mark.slow


@contextmanager
def session(
    served: str, query: str = "", *, cookie: str = ""
) -> Iterator[tuple[ClientConnection, list[ForwardMsg]]]:
    """Open a session and yield its connection and what it was told up to the end of its first run."""
    address = served.replace("http://", "ws://") + "_stcore/stream"
    headers = {"Cookie": cookie} if cookie else {}
    with connect(
        address,
        subprotocols=["streamlit"],  # type: ignore[list-item]
        origin=served.rstrip("/"),  # type: ignore[arg-type]
        additional_headers=headers,
        max_size=None,
    ) as socket:
        message = BackMsg()
        message.rerun_script.query_string = query
        socket.send(message.SerializeToString())
        yield socket, run_of(socket)


def run_of(socket: ClientConnection) -> list[ForwardMsg]:
    told = []
    while True:
        message = ForwardMsg()
        message.ParseFromString(socket.recv(timeout=60))
        told.append(message)
        if message.WhichOneof("type") == "script_finished":
            return told


def test_a_session_is_told_no_path_and_no_version_of_the_system(served: str) -> None:
    with session(served) as (_socket, told):
        (first,) = [m.new_session for m in told if m.WhichOneof("type") == "new_session"]
    assert first.main_script_path == ""
    assert first.initialize.environment_info.python_version == ""
    assert first.initialize.environment_info.server_os == ""
    assert first.initialize.session_id
    for message in told:
        assert str(ROOT).encode() not in message.SerializeToString()


def test_a_message_that_would_empty_the_caches_is_ignored(served: str) -> None:
    with session(served) as (socket, _told):
        clear = BackMsg()
        clear.clear_cache = True
        socket.send(clear.SerializeToString())
        again = BackMsg()
        again.rerun_script.query_string = ""
        socket.send(again.SerializeToString())
        assert run_of(socket)


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("method=vikor&w=" + "ip:1," * 3_000, "longer than 8000 characters"),
        ("method=vikor&w=" + "a" * 600_000, "longer than 8000 characters"),
        ("method=vikor" + "&a=1" * 1_500, "more than 100 parts"),
    ],
    ids=["16 kB", "600 kB", "1,500 parts"],
)
def test_an_address_that_is_too_long_for_a_link_is_said_and_not_applied(
    served: str, query: str, said: str
) -> None:
    with session(served, query) as (_socket, told):
        shown = text_of(told)
    assert said in shown
    assert "VIKOR instead of TOPSIS" not in shown


@pytest.mark.parametrize(
    "points", ["1" + "0" * 400, "1e400", "NaN", "1" + "0" * 5_000, "[" * 5_000], ids=lambda text: text[:6]
)
def test_a_number_that_no_slider_sends_leaves_the_page_as_it_is(served: str, points: str) -> None:
    with session(served) as (socket, told):
        (panel,) = [
            message.delta.new_element.bidi_component.id
            for message in told
            if message.WhichOneof("type") == "delta"
            and message.delta.new_element.bidi_component.component_name == "criteria_importance_panel"
        ]
        sent = BackMsg()
        widget = sent.rerun_script.widget_states.widgets.add()
        widget.id, widget.json_value = (
            panel,
            f'{{"move": {{"revision": 0, "count": 1, "points": {{"ip": {points}}}}}}}',
        )
        socket.send(sent.SerializeToString())
        shown = text_of(run_of(socket))
    assert "Amazon Web Services" in shown
    assert "Something went wrong" not in shown


def text_of(told: list[ForwardMsg]) -> str:
    return b"".join(message.SerializeToString() for message in told).decode(errors="replace")


def put(ask: Ask, token: str, session_id: str, name: str, size: int) -> Answer:
    head = f'--x\r\nContent-Disposition: form-data; name="f"; filename="{name}.csv"\r\n\r\n'
    body = head.encode() + b"1" * size + b"\r\n--x--\r\n"
    return ask(
        f"/_stcore/upload_file/{session_id}/{name}",
        "PUT",
        body,
        Content_Type="multipart/form-data; boundary=x",
        Cookie=f"_streamlit_xsrf={token}",
        X_Xsrftoken=token,
    )


def sent(page: str, part: str = "") -> bytes:
    message = BackMsg()
    message.rerun_script.page_script_hash, message.rerun_script.fragment_id = page, part
    return message.SerializeToString()


def run(page: str, script: str = "script") -> NewSession:
    return NewSession(page_script_hash=page, main_script_hash=script)


def passed(where: Where, page: str, part: str = "") -> tuple[str, str]:
    message = BackMsg()
    message.ParseFromString(checked(sent(page, part), where=where)[0])
    return message.rerun_script.page_script_hash, message.rerun_script.fragment_id


def test_a_part_of_a_page_that_was_left_is_a_message_to_the_page_that_is_there() -> None:
    where = Where()
    assert passed(where, "") == ("", "")
    where.told(run("script"))  # the first page is opened by the script's name alone
    assert passed(where, "first", "bars") == ("first", "bars")
    assert passed(where, "second") == ("second", "")
    assert passed(where, "first", "bars") == ("second", "")
    where.told(run("second"))
    assert passed(where, "first", "bars") == ("second", "")
    assert passed(where, "second", "menu") == ("second", "menu")
    where.told(run("third"))  # a run may go on to another page
    assert passed(where, "third", "menu") == ("third", "menu")
    assert passed(where, "second", "menu") == ("third", "")
    assert passed(where, "") == ("", "")  # opened anew
    assert passed(where, "second", "menu") == ("second", "menu")
    assert checked(sent("second", "menu"), where=None)[1] == ""
    where.told(run("third"))
    assert checked(sent("second", "menu"), where=where)[1] == "part of a page that was left"


def widgets_after(
    where: Where, requests: ScriptRequests, page: str, *, part: str = "", **said: object
) -> set[str]:
    """Pass a message on to a session that has not taken up the last one; return which widgets it will hear of then."""
    message = BackMsg()
    message.ParseFromString(sent(page, part))
    for name, value in said.items():
        state = message.rerun_script.widget_states.widgets.add(id=name)
        setattr(state, "trigger_value" if name == "button" else "bool_value", value)
    message.ParseFromString(checked(message.SerializeToString(), where=where)[0])
    rerun = message.rerun_script
    states = rerun.widget_states
    data = RerunData(
        widget_states=states, page_script_hash=rerun.page_script_hash, fragment_id=rerun.fragment_id or None
    )
    requests.request_rerun(data)
    waiting = requests._rerun_data
    assert waiting.page_script_hash == page
    assert waiting.widget_states is not None
    assert len({state.id for state in waiting.widget_states.widgets}) == len(waiting.widget_states.widgets)
    return {state.id for state in waiting.widget_states.widgets if state.bool_value or state.trigger_value}


def test_a_choice_that_waits_is_not_lost_where_another_page_is_opened() -> None:
    where, requests = Where(), ScriptRequests()
    where.told(run("first"))
    assert widgets_after(where, requests, "first", hidden=True, other=False) == {"hidden"}
    assert widgets_after(where, requests, "first", part="table", row=True) == {"row"}
    assert widgets_after(where, requests, "first", button=True, sidebar=True, other=True) == {
        "button",
        "sidebar",
        "other",
    }
    # A press is brought along by Streamlit itself, once; what the question says itself is newer.
    assert widgets_after(where, requests, "second", sidebar=False) == {"button", "hidden", "row", "other"}
    requests = ScriptRequests()
    assert widgets_after(where, requests, "second", new=True) == {"new"}
    assert widgets_after(where, requests, "third") == {"new"}
    assert widgets_after(where, ScriptRequests(), "first", row=True) == {"row"}
    where.told(run("first"))  # it has taken the choice up, and may have set another since
    assert widgets_after(where, ScriptRequests(), "second") == set()
    assert widgets_after(where, ScriptRequests(), "first") == set()
    message = sent("first")
    assert checked(message, where=where) == (message, "")  # nothing to bring along: as it came


def test_a_page_that_is_left_in_the_instant_of_a_move_is_not_empty(served: str) -> None:
    with session(served) as (socket, told):
        pages = next(m.navigation.app_pages for m in told if m.WhichOneof("type") == "navigation")
        names = {page.page_name: page.page_script_hash for page in pages}
        part = next(m.delta.fragment_id for m in told if m.delta.fragment_id)
        socket.send(sent(names["Weights"]))
        socket.send(sent(names["Shortlist"], part))
        drawn = run_of(socket)
        with suppress(TimeoutError):  # the two may have become one run
            while True:
                message = ForwardMsg()
                message.ParseFromString(socket.recv(timeout=3))
                drawn.append(message)
    runs = [m.new_session.page_script_hash for m in drawn if m.WhichOneof("type") == "new_session"]
    assert set(runs) == {names["Weights"]}


def test_a_session_may_upload_so_many_files_and_bytes_and_no_more(served: str, ask: Ask) -> None:
    token = ask("/_stcore/health").headers["set-cookie"].partition("=")[2].partition(";")[0]
    with session(served) as (_socket, told):
        (own,) = [m.new_session.initialize.session_id for m in told if m.WhichOneof("type") == "new_session"]
        assert put(ask, token, own, "large", 2_100_000).status == 413
        assert [put(ask, token, own, f"small{i}", 1_000).status for i in range(5)] == [204] * 3 + [413] * 2
    assert put(ask, token, "nobody", "small", 10).status == 400


def test_a_download_is_kept_by_nobody(ask: Ask) -> None:
    answer = ask("/media/" + "0" * 56 + ".csv")
    assert (answer.status, answer.headers["cache-control"]) == (404, "no-store")
