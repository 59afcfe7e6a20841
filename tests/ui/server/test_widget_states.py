"""What widgets hold, where an act is sent before the answer to the one before it was shown."""

from __future__ import annotations

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetStates
from streamlit.runtime import state
from streamlit.testing.v1 import AppTest

from criteria.ui.server.widget_states import keep_widgets_truthful

from .test_messages import run_of, session


def script() -> None:
    """A page with two views; one of them has a field that begins with 18 and says when somebody changed it, and a menu."""
    import streamlit as st

    def changed() -> None:
        st.session_state.changes = [*st.session_state.get("changes", []), st.session_state.points]

    if st.radio("View", ["answer", "look"], key="view") == "answer":
        if "points" not in st.session_state:
            st.session_state.points = 18.0
        st.number_input("Points", value=None, key="points", on_change=changed)
        st.selectbox("Way", ["direct", "pairs"], key="way")
    for place in range(2):
        st.toggle(f"Line {place}", key=f"line-{place}")


@pytest.fixture
def app(monkeypatch: pytest.MonkeyPatch) -> AppTest:
    monkeypatch.setattr(state, "SessionState", state.SessionState)  # put back afterwards
    keep_widgets_truthful()
    monkeypatch.setattr("streamlit.testing.v1.app_test.SessionState", state.SessionState)
    return AppTest.from_function(script).run()


def sent(app: AppTest, view: str, *, without: tuple[str, ...] = (), **points: float) -> WidgetStates:
    """What the browser sends when a view is chosen, with what it shows now."""
    shown = WidgetStates()
    shown.CopyFrom(app._tree.get_widget_states())
    kept = [one for one in shown.widgets if not one.id.endswith(without)] if without else list(shown.widgets)
    for one in kept:
        if one.id.endswith("-view"):
            one.string_value = view
        elif one.id.endswith("-points") and points:
            one.double_value = points["points"]
    return WidgetStates(widgets=kept)


def told(app: AppTest) -> float | None:
    """The number that the browser is told to put into the field, None where it is told none."""
    field = app.number_input(key="points").proto
    return field.value if field.set_value else None


def test_a_field_drawn_anew_is_told_what_it_begins_with_although_the_act_still_brought_it(
    app: AppTest,
) -> None:
    assert told(app) == 18
    before = sent(app, "answer")
    app._run(sent(app, "look"))
    assert not app.number_input
    app._run(before)  # sent before the answer had come: the browser still showed the field
    assert told(app) == 18
    assert "changes" not in app.session_state


def test_a_number_typed_into_a_field_that_was_left_meanwhile_is_taken_and_shown(app: AppTest) -> None:
    typed = sent(app, "answer", points=33.0)
    app._run(sent(app, "look"))
    app._run(typed)
    assert app.session_state.changes == [33]
    assert told(app) == 33
    app._run(sent(app, "answer"))
    assert told(app) is None


def test_a_number_typed_into_a_field_that_is_no_longer_drawn_is_taken_once(app: AppTest) -> None:
    typed = sent(app, "look", points=33.0)
    app._run(sent(app, "look"))
    app._run(typed)
    app._run(typed)  # another act, before the browser has taken the field away
    assert app.session_state.changes == [33]


def test_a_menu_left_meanwhile_holds_what_it_shows(app: AppTest) -> None:
    app.selectbox(key="way").set_value("pairs").run()
    before = sent(app, "answer")
    app._run(sent(app, "look"))
    app._run(before)
    # The server began anew; the browser may never have taken the menu away, and is told what it holds now.
    menu = app.selectbox(key="way")
    assert menu.value == "direct"
    assert (menu.proto.set_value, menu.proto.raw_value) == (True, "direct")
    app._run(sent(app, "answer"))
    assert not app.selectbox(key="way").proto.set_value


def test_what_was_drawn_and_never_sent_is_told_once_more(app: AppTest) -> None:
    app._run(sent(app, "answer", without=("-points",)))  # the browser does not know of the field yet
    assert told(app) == 18


def test_a_field_that_the_browser_holds_is_left_alone(app: AppTest) -> None:
    app._run(sent(app, "answer"))
    assert told(app) is None  # what is being typed stays
    app._run(sent(app, "answer", points=40.0))
    assert told(app) is None
    assert app.session_state.changes == [40]


def test_what_is_remembered_of_views_that_were_left_is_bounded(
    app: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("criteria.ui.server.widget_states._LEFT", 1)
    app._run(sent(app, "look"))
    assert len(app._session_state._state._left) == 1  # type: ignore[attr-defined]


@pytest.mark.slow
def test_the_server_gives_each_session_such_a_state(served: str) -> None:
    with session(served) as (socket, first):
        pages = next(m.navigation for m in first if m.WhichOneof("type") == "navigation").app_pages
        (weights,) = [page.page_script_hash for page in pages if page.page_name == "Weights"]

        def run(*states: object) -> list[ForwardMsg]:
            message = BackMsg()
            message.rerun_script.page_script_hash = weights
            message.rerun_script.widget_states.widgets.extend(states)  # type: ignore[arg-type]
            socket.send(message.SerializeToString())
            return run_of(socket)

        def fields(answer: list[ForwardMsg]) -> list[tuple[str, float, bool]]:
            found = [m.delta.new_element.number_input for m in answer if m.WhichOneof("type") == "delta"]
            return [(f.id, f.value, f.set_value) for f in found if f.id]

        drawn = fields(run())
        assert len(drawn) == 5
        assert all(told for _id, _value, told in drawn)
        held = WidgetStates()
        for name, value, _told in drawn:
            held.widgets.add(id=name, double_value=value)
        assert not any(told for _id, _value, told in fields(run(*held.widgets)))
        assert fields(run()) == drawn
