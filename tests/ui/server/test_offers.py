"""A press on a download is answered on a busy server, where Streamlit forgets offers and files between the press and its answer."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from streamlit import runtime
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime.media_file_manager import MediaFileManager
from streamlit.runtime.media_file_storage import MediaFileStorageError
from streamlit.runtime.memory_media_file_storage import MemoryMediaFileStorage

from criteria.ui.server import offers
from criteria.ui.server.messages import checked
from criteria.ui.server.offers import Offers, let_go


@pytest.fixture
def manager(monkeypatch: pytest.MonkeyPatch) -> MediaFileManager:
    found = MediaFileManager(MemoryMediaFileStorage("/media"))
    instance = SimpleNamespace(media_file_mgr=found, get_client=lambda _session: None)
    monkeypatch.setattr(runtime, "get_instance", lambda: instance)
    monkeypatch.setattr(offers, "_kept", {})
    return found


def button(file: str, name: str = "shortlist") -> bytes:
    message = ForwardMsg()
    message.delta.new_element.download_button.id = name
    if file:
        message.delta.new_element.download_button.deferred_file_id = file
    return message.SerializeToString()


def answer(address: str = "", error: str = "") -> bytes:
    message = ForwardMsg()
    message.backend_operation_response.request_id = "one"
    message.backend_operation_response.error_msg = error
    if address:
        message.backend_operation_response.deferred_file.url = address
    return message.SerializeToString()


def content(manager: MediaFileManager, offer: str) -> bytes:
    file = manager.execute_deferred(offer).rpartition("/")[2]
    return manager._storage.get_file(file).content  # type: ignore[attr-defined, no-any-return]


def test_an_offer_that_was_forgotten_while_its_page_is_drawn_anew_is_made_good(
    manager: MediaFileManager,
) -> None:
    mine, theirs = Offers(), Offers()
    file = manager.add_deferred(lambda: b"a,b", "text/csv", "place", "a.csv", element_id="shortlist")
    mine.told(button(file))
    manager.clear_session_refs()  # a run of this session begins,
    manager.remove_orphaned_files()  # and one of another ends
    with pytest.raises(MediaFileStorageError):
        manager.execute_deferred(file)
    assert theirs.asked(file) == file  # only the connection that was told it can ask for it
    with pytest.raises(MediaFileStorageError):
        manager.execute_deferred(file)
    assert content(manager, mine.asked(file)) == b"a,b"


def test_a_press_while_its_button_is_drawn_anew_brings_what_the_button_offers_now(
    manager: MediaFileManager,
) -> None:
    mine = Offers()
    old = manager.add_deferred(lambda: b"old", "text/csv", "place", "a.csv", element_id="shortlist")
    mine.told(button(old))
    manager.remove_deferred("place", element_id="shortlist")
    new = manager.add_deferred(lambda: b"new", "text/csv", "place", "a.csv", element_id="shortlist")
    mine.told(button(new))
    assert content(manager, mine.asked(old)) == b"new"
    manager.clear_session_refs()
    manager.remove_orphaned_files()
    assert content(manager, mine.asked(old)) == b"new"


def test_no_run_takes_an_offer_away_between_the_question_and_its_answer(manager: MediaFileManager) -> None:
    mine = Offers()
    file = manager.add_deferred(lambda: b"a,b", "text/csv", "place", "a.csv", element_id="shortlist")
    mine.told(button(file))
    taken = mine.asked(file)
    manager.remove_deferred("place", element_id="shortlist")
    manager.clear_session_refs()
    manager.remove_orphaned_files()
    assert content(manager, taken) == b"a,b"
    mine.end()
    manager.remove_orphaned_files()
    with pytest.raises(MediaFileStorageError):
        manager.execute_deferred(taken)


def test_an_offer_that_was_withdrawn_is_not_made_good(manager: MediaFileManager) -> None:
    mine = Offers()
    file = manager.add_deferred(lambda: b"old", "text/csv", "place", "a.csv", element_id="shortlist")
    mine.told(button(file))
    mine.told(button(""))  # drawn without an offer: it may not be pressed
    manager.remove_deferred("place", element_id="shortlist")
    assert mine.asked(file) == file
    with pytest.raises(MediaFileStorageError):
        manager.execute_deferred(file)


def test_a_file_stays_until_its_browser_had_time_to_fetch_it(
    manager: MediaFileManager, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine = Offers()
    address = manager.execute_deferred(manager.add_deferred(lambda: b"a,b", "text/csv", "place", "a.csv"))
    file = address.rpartition("/")[2]
    mine.told(answer(address))
    manager.clear_session_refs()
    for _run in range(5):  # of anybody
        manager.remove_orphaned_files()
    assert manager._storage.get_file(file).content == b"a,b"  # type: ignore[attr-defined]
    now = offers.time.monotonic()
    monkeypatch.setattr(offers.time, "monotonic", lambda: now + offers.KEPT - 1)
    let_go()
    manager.remove_orphaned_files()
    manager.remove_orphaned_files()
    assert manager._storage.get_file(file)  # type: ignore[attr-defined]
    monkeypatch.setattr(offers.time, "monotonic", lambda: now + offers.KEPT + 1)
    let_go()
    manager.remove_orphaned_files()
    manager.remove_orphaned_files()
    with pytest.raises(MediaFileStorageError):
        manager._storage.get_file(file)  # type: ignore[attr-defined]


def test_a_file_goes_with_its_connection_unless_another_has_it_too(manager: MediaFileManager) -> None:
    mine, theirs = Offers(), Offers()
    address = manager.execute_deferred(manager.add_deferred(lambda: b"a,b", "text/csv", "place", "a.csv"))
    file = address.rpartition("/")[2]
    mine.told(answer(address))
    theirs.told(answer(address))
    manager.clear_session_refs()
    mine.end()
    manager.remove_orphaned_files()
    manager.remove_orphaned_files()
    assert manager._storage.get_file(file)  # type: ignore[attr-defined]
    theirs.end()
    manager.remove_orphaned_files()
    manager.remove_orphaned_files()
    with pytest.raises(MediaFileStorageError):
        manager._storage.get_file(file)  # type: ignore[attr-defined]


def test_a_connection_that_asks_without_end_keeps_the_last_files_alone(manager: MediaFileManager) -> None:
    mine = Offers()
    file = manager.add_deferred(lambda: b"a,b", "text/csv", "place", "a.csv", element_id="shortlist")
    mine.told(button(file))
    taken = [mine.asked(file) for _time in range(offers._TAKEN + 10)]
    manager.remove_orphaned_files()
    assert content(manager, taken[-1]) == b"a,b"
    assert sum(one in manager._deferred_callables for one in taken) == offers._TAKEN


def test_a_file_that_could_not_be_made_is_answered_by_a_sentence(manager: MediaFileManager) -> None:
    told = ForwardMsg()
    told.ParseFromString(Offers().told(answer(error="Failed to generate file for download")))
    said = told.backend_operation_response
    assert said.error_msg == "The file could not be made. Press once more, or reload the page."
    assert said.request_id == "one"
    other = answer(error="Something else went wrong")
    assert Offers().told(other) == other
    message = BackMsg()
    message.backend_operation_request.request_id = "one"
    message.backend_operation_request.deferred_file.file_id = "0" * 32
    data = message.SerializeToString()
    assert checked(data, ("a",), Offers()) == (data, "")  # passed on, so that it is answered


def test_other_messages_go_on_as_they_are(manager: MediaFileManager) -> None:
    message = ForwardMsg()
    message.delta.new_element.markdown.body = "b " + "0" * 32
    data = message.SerializeToString()
    assert Offers().told(data) is data
    assert Offers().told(b"b " + b"0" * 30_000) == b"b " + b"0" * 30_000
