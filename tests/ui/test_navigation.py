"""The pages: each with an address, a module that draws it, and a title that translators are given."""

from __future__ import annotations

from importlib.util import find_spec

from bracketed import extracted

from criteria.ui.navigation import PAGES


def test_every_page_has_an_address_of_its_own_a_module_and_a_title() -> None:
    assert PAGES[0].address == "shortlist"
    assert len({row.address for row in PAGES}) == len({row.module for row in PAGES}) == len(PAGES)
    for row in PAGES:
        assert find_spec(f"criteria.ui.pages.{row.module}"), row.module
        assert row.title in extracted()
