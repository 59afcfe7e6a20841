"""What one session was offered for download, kept for as long as its browser may ask for it.

Streamlit gives a button a new offer on each run, and forgets the old one: a press that is under way meanwhile would be for nothing.
It also forgets an offer when a run of its session has begun and another session's run ends, and a file that was made as soon as two
runs of anybody have ended: on a busy server both happen between a press and its answer.
"""

from __future__ import annotations

import re
import time
import uuid
from collections import OrderedDict
from typing import TypeVar

from streamlit import runtime
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime.media_file_manager import DeferredCallableEntry, MediaFileManager

from criteria.translation import translate as _
from criteria.ui.server.downloads import file_at

KEPT = 120.0  # seconds that a file, or the offer of one, stays after it was asked for, while its session is connected
_BUTTONS = 200  # of one page whose last offers are remembered
_OLD = 1_000  # offers that were replaced whose button is remembered
_HOLDER = "kept for a download"  # stands among Streamlit's sessions for the files that are kept
_OFFER = re.compile(rb"b [0-9a-f]{32}")  # as the message of a button writes it
_BUTTON = 20_000  # bytes at most of a message that holds a button
_ANSWER = 1_000  # bytes at most of a message that says what became of a request
_FAILED = "Failed to generate file for download"  # in the words of Streamlit
_TAKEN = 40  # files and offers that are kept for one connection at a time

_Value = TypeVar("_Value")


class Offers:
    """The offers that one connection was told: of each button the last, of older ones the button."""

    def __init__(self) -> None:
        self._last: OrderedDict[str, tuple[str, DeferredCallableEntry]] = OrderedDict()
        self._buttons: OrderedDict[str, str] = OrderedDict()

    def told(self, data: bytes) -> bytes:
        """Remember what a message to the browser offers; return the message, with a sentence of ours where no file could be made."""
        if len(data) > _BUTTON or not (len(data) < _ANSWER or _OFFER.search(data)):
            return data
        message = ForwardMsg()
        message.ParseFromString(data)
        kind = message.WhichOneof("type")
        if kind == "delta" and message.delta.new_element.HasField("download_button"):
            button = message.delta.new_element.download_button
            self._remember(button.id, button.deferred_file_id)
        elif kind == "backend_operation_response":
            answer = message.backend_operation_response
            if file := file_at(answer.deferred_file.url):
                _keep(file, self)
            elif answer.error_msg == _FAILED:
                answer.error_msg = _("The file could not be made. Press once more, or reload the page.")
                return message.SerializeToString()
        return data

    def asked(self, file: str) -> str:
        """Return the offer to take for one that this connection was told and now asks for: one that no run takes away meanwhile.

        It brings what was offered, or where that was replaced what the same button offers now. An offer that it was not told, or
        that was withdrawn, stays as it is.
        """
        manager = _manager()
        with manager._lock:
            last = self._last.get(self._buttons.get(file, ""))
            entry = manager._deferred_callables.get(file) or (last[1] if last else None)
            if entry is None or file not in self._buttons:
                return file
            taken = uuid.uuid4().hex
            manager._deferred_callables[taken] = {**entry, "coordinates": _HOLDER, "element_id": ""}
            manager._deferred_ids_by_session[entry["session_id"]].add(taken)
        _keep(taken, self)
        return taken

    def end(self) -> None:
        """Let go of everything: the connection is over."""
        self._last.clear()
        self._buttons.clear()
        let_go(self)

    def _remember(self, button: str, file: str) -> None:
        entry = _manager()._deferred_callables.get(file)
        if not file:  # drawn without an offer: it may not be pressed
            self._last.pop(button, None)
        if entry is None:
            return
        _put(self._last, button, (file, entry), _BUTTONS)
        _put(self._buttons, file, button, _OLD)


_kept: dict[tuple[str, Offers], float] = {}  # until when, by file or offer and connection


def _put(known: OrderedDict[str, _Value], name: str, value: _Value, most: int) -> None:
    known[name] = value
    known.move_to_end(name)
    if len(known) > most:
        known.popitem(last=False)


def let_go(of: Offers | None = None) -> None:
    """Let go of the files and offers whose time is over, and of those that are kept for this connection."""
    now = time.monotonic()
    for file, holder in [key for key, until in _kept.items() if until <= now or key[1] is of]:
        del _kept[file, holder]
    _tell()


def _keep(file: str, holder: Offers) -> None:
    _kept.pop((file, holder), None)
    _kept[file, holder] = time.monotonic() + KEPT
    own = [key for key in _kept if key[1] is holder]
    for key in own[:-_TAKEN]:
        del _kept[key]
    _tell()


def _tell() -> None:
    manager = _manager()
    with manager._lock:
        manager._files_by_session_and_coord[_HOLDER] = {file: file for file, _holder in _kept}


def _manager() -> MediaFileManager:
    return runtime.get_instance().media_file_mgr
