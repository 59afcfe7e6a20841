"""The pages: each with an address, a module that draws it, and a title that translators are given."""

from __future__ import annotations

from dataclasses import replace
from importlib.util import find_spec

from bracketed import extracted
from by_hand import PROBLEM

import criteria
from criteria.ui.navigation import PAGES, about


def test_every_page_has_an_address_of_its_own_a_module_and_a_title() -> None:
    assert PAGES[0].address == "shortlist"
    assert len({row.address for row in PAGES}) == len({row.module for row in PAGES}) == len(PAGES)
    for row in PAGES:
        assert find_spec(f"criteria.ui.pages.{row.module}"), row.module
        assert row.title in extracted()


def test_every_page_has_a_title_an_icon_and_an_address_of_its_own() -> None:
    for values in zip(*((row.address, row.title, row.module, row.icon) for row in PAGES), strict=True):
        assert len(set(values)) == len(PAGES)
    assert all(row.icon.startswith(":material/") for row in PAGES)


def test_the_menu_tells_version_licence_and_the_data_that_are_open() -> None:
    told = about(PROBLEM)
    for part in (criteria.__version__, "Apache 2.0", PROBLEM.title, PROBLEM.fingerprint):
        assert part in told
    assert "fingerprint" not in about(None)
    assert "![" not in about(replace(PROBLEM, title="![x](http://example.com/x.png)"))
