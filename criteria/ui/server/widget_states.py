"""What widgets hold, on the server and in the browser, kept the same where acts follow each other faster than their answers.

With each act a browser sends what all its widgets hold: also those of a page that it still showed, and that the server had left already.
Streamlit takes that for what the next page shows, and does not tell a field that is drawn anew what it begins with. It also throws
away what a run drew where the next run begins at once, and supposes it told. In both cases the page would show blank fields for what
was answered, and the next act would take the answers back.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import replace
from typing import Any

from streamlit.proto.WidgetStates_pb2 import WidgetState, WidgetStates
from streamlit.runtime import state
from streamlit.runtime.state import SessionState
from streamlit.runtime.state.common import RegisterWidgetResult, WidgetMetadata

# Fields, menus, switches and sliders; buttons, files and components have ways of their own.
_KINDS = frozenset(
    {"bool_value", "double_value", "int_value", "string_value", "double_array_value", "string_array_value"}
)
_LEFT = 1_000  # widgets that were left last whose value is remembered


class TruthfulState(SessionState):
    """The state of a session that knows which widgets its browser holds, and which it was only about to be told of."""

    def __init__(self) -> None:
        super().__init__()
        self._sent: dict[str, WidgetState] = {}  # what the browser holds, in its last request
        # What is no longer drawn, as it was sent last.
        self._left: OrderedDict[str, WidgetState] = OrderedDict()
        self._late: frozenset[str] = frozenset()  # what the last request brought of those

    def set_widgets_from_proto(self, widget_states: WidgetStates) -> None:
        """Take what the browser sent, but for what nobody has changed of widgets that were left meanwhile."""
        sent = widget_states.widgets
        self._late = frozenset(one.id for one in sent if one.id in self._left)
        self._sent = {one.id: one for one in sent}
        kept = [one for one in sent if self._left.get(one.id) != one]
        super().set_widgets_from_proto(
            widget_states if len(kept) == len(sent) else WidgetStates(widgets=kept)
        )

    def register_widget(
        self, metadata: WidgetMetadata[Any], user_key: str | None
    ) -> RegisterWidgetResult[Any]:
        """Draw a widget; its browser is told what it holds wherever it does not hold it yet."""
        answer = super().register_widget(metadata, user_key)
        self._left.pop(metadata.id, None)
        if metadata.id in self._late and metadata.value_type in _KINDS:
            # The browser may never have taken it away, and show what it held there although the server began anew.
            return replace(answer, value_changed=True)
        if answer.value_changed or metadata.id in self._sent or metadata.value_type not in _KINDS:
            return answer
        return replace(answer, value_changed=bool(answer.value != metadata.deserializer(None)))

    def _remove_stale_widgets(self, active_widget_ids: frozenset[str]) -> None:
        """Forget the widgets that a whole run did not draw, and remember what the browser said of them."""
        super()._remove_stale_widgets(active_widget_ids)
        for name, said in self._sent.items():
            if name not in self._new_widget_state and said.WhichOneof("value") in _KINDS | {None}:
                self._left[name] = said
                self._left.move_to_end(name)
        while len(self._left) > _LEFT:
            self._left.popitem(last=False)


def keep_widgets_truthful() -> None:
    """Give each session that begins from now on a state of this kind."""
    state.SessionState = TruthfulState  # type: ignore[assignment, misc]
