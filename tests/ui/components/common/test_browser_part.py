"""A part of the page that brings code into the browser: its files are sent joined in their order, each kind by itself."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import streamlit as st

from criteria.ui.components.common.browser_part import browser_part
from criteria.ui.markup import markup


def test_files_are_sent_in_their_order_by_kind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names = ("first.js", "look.css", "then.js")
    for name in names:
        (tmp_path / name).write_text(f"/* {name} – ü */", encoding="utf-8")
    sent: dict[str, Any] = {}
    monkeypatch.setattr(st.components.v2, "component", lambda name, **given: sent.update(given, name=name))
    browser_part("try", markup("<span></span>"), *(tmp_path / name for name in names))
    assert sent == {
        "name": "criteria_try",
        "html": "<span></span>",
        "css": "/* look.css – ü */",
        "js": "/* first.js – ü */\n/* then.js – ü */",
    }
    browser_part("bare", markup("<span></span>"), tmp_path / "then.js")
    assert sent["css"] is None


def test_style_sheets_for_another_part_are_a_constant_of_the_code(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "look.css").write_text('.a::before { content: "`${x}"; }\n', encoding="utf-8")
    (tmp_path / "code.js").write_text("export default () => STYLE", encoding="utf-8")
    sent: dict[str, Any] = {}
    monkeypatch.setattr(st.components.v2, "component", lambda name, **given: sent.update(given, name=name))
    browser_part("try", markup("<span></span>"), tmp_path / "look.css", tmp_path / "code.js", style="STYLE")
    assert sent["css"] is None
    first, _line, rest = sent["js"].partition("\n")
    assert json.loads(first.removeprefix("const STYLE = ")) == '.a::before { content: "`${x}"; }\n'
    assert rest == "export default () => STYLE"
