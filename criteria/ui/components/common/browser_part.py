"""A part of the page that brings code of its own into the browser."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import streamlit as st

from criteria.ui.markup import Markup


def browser_part(name: str, html: Markup, *files: Path, style: str | None = None) -> Any:
    """Register a part under a name of its own; return the function that draws it.

    files: style sheets (.css) and code (.js), each kind joined in the order given, so that what comes first can be called by what follows.
    style: the constant that the code finds the style sheets in, where they are for another part; without it they are those of this part.
    """
    css, js = (
        "\n".join(file.read_text(encoding="utf-8") for file in files if file.suffix == kind) or None
        for kind in (".css", ".js")
    )
    if style:
        css, js = None, f"const {style} = {json.dumps(css)}\n{js}"
    return st.components.v2.component(f"criteria_{name}", html=html, css=css, js=js)
