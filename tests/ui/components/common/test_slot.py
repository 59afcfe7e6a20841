"""A slot shows what it is given, and nothing where there is nothing to show."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest


def _page() -> None:
    from criteria.ui.components.common.slot import Slot
    from criteria.ui.markup import NOTHING, markup

    full, emptied, folded = Slot(), Slot(), Slot(seen=False)
    for slot in (full, emptied, folded):
        slot.html(markup("<b>{name}</b>", name="<A>"))
    full.html(markup("<b>{name}</b>", name="<B>"))
    emptied.html(NOTHING)
    folded.html(markup("<i>{seen}</i>", seen=folded.seen))


def test_what_comes_later_takes_the_place_of_what_was_there() -> None:
    page = AppTest.from_function(_page, default_timeout=30).run()
    assert not page.exception
    assert [element.proto.body for element in page.get("html")] == ["<b>&lt;B&gt;</b>", "<i>False</i>"]
