"""The history in words, the latest version first."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from by_hand import BASE, PROBLEM

from criteria.store import Version
from criteria.ui.components.scenarios.saved_list import history_table
from criteria.ui.saved import Saved


def version(number: int, author: str) -> Version:
    return Version(
        number,
        number - 1 or None,
        datetime(2026, 11, number, 12, 30, tzinfo=UTC),
        author,
        "<b>note</b>",
        "",
        "",
    )


def test_each_version_says_when_by_whom_and_what_changed() -> None:
    table = history_table(
        [
            Saved("t", "n", version(1, ""), PROBLEM, BASE, False),
            Saved("t", "n", version(2, "Ann <x>"), PROBLEM, BASE.with_importance("price", 90), False),
            Saved(
                "t",
                "n",
                version(3, "Ben"),
                replace(PROBLEM, title="Other"),
                BASE.with_importance("price", 90),
                True,
            ),
        ]
    )
    assert table.index("2026-11-03 12:30") < table.index("2026-11-02 12:30") < table.index("Saved first.")
    assert "Changed: Importance of Price 20 (20%) → 90 (53%)." in table
    assert "Nothing was changed." in table
    assert "Ann &lt;x&gt;" in table
    assert "&lt;b&gt;note" in table
    assert ">–<" in table
