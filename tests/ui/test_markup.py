"""HTML is made in one place, which escapes; nothing else in the package writes a tag."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
import streamlit as st
from markupsafe import Markup
from streamlit.delta_generator import DeltaGenerator
from streamlit.testing.v1 import AppTest

from criteria.ui.markup import cell, heat_cell, joined, lines, markup, plain_table, row, table
from criteria.ui.navigation import PAGES

PACKAGE = Path(__file__).parents[2] / "criteria"
TAGS = (
    "a abbr b br button code dd details div dl dt em extra form h[1-6] i iframe img input label li meta ol option p pre s script section "
    "select small span strong style sub summary sup svg table tbody td textarea tfoot th thead title tr u ul"
)
TAG = re.compile(rf"</?({'|'.join(TAGS.split())})(\s[^<>]*)?/?>|<!doctype", re.IGNORECASE)
NASTY = "<img src=x onerror=alert(1)> & \"'"
# Plotly reads a little HTML of its own; one module of the charts writes and escapes it.
MAKERS = {"ui/markup.py", "charts/text.py"}


@cache
def modules() -> list[tuple[str, ast.Module]]:
    return [
        (str(path.relative_to(PACKAGE)), ast.parse(path.read_text(encoding="utf-8")))
        for path in sorted(PACKAGE.rglob("*.py"))
    ]


def hand_built(tree: ast.Module) -> list[int]:
    """Return the lines where a tag stands in a text that is neither a docstring nor the template of `markup`."""
    allowed = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.FunctionDef | ast.ClassDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    } | {
        id(node.args[0])
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and (getattr(node.func, "id", "") == "markup" or getattr(node.func, "attr", "") == "compile") and node.args
    }  # fmt: skip
    return [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and id(node) not in allowed
        and TAG.search(
            re.sub(r"\(\?P<\w+>", "", node.value)
        )  # a named group of a regular expression looks like a tag
    ]


def shortcuts(tree: ast.Module) -> list[int]:
    """Return the lines that declare a text to be markup, escape by hand, or let Streamlit read HTML in Markdown."""
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
            unsafe = any(word.arg == "unsafe_allow_html" for word in node.keywords)
            template = name == "markup" and not (node.args and isinstance(node.args[0], ast.Constant))
            if name in ("Markup", "escape_silent") or unsafe or template:
                found.append(node.lineno)
        if isinstance(node, ast.ImportFrom) and node.module in ("html", "markupsafe"):
            found.append(node.lineno)
    return found


@pytest.mark.parametrize("look", [hand_built, shortcuts])
def test_nobody_builds_html_by_hand(look: object) -> None:
    found = {
        name: where
        for name, tree in modules()
        if name not in MAKERS and (where := look(tree))  # type: ignore[operator]
    }
    assert not found, "hand them to criteria.ui.markup.markup as a template"


@pytest.mark.parametrize(
    "source",
    ['x = f"<b>{name}</b>"', 'x = "<td class=n>" + name', 'x = markup(f"<b>{name}</b>")', "x = Markup(name)"],
)
def test_the_test_sees_html_built_by_hand(source: str) -> None:
    tree = ast.parse(source)
    assert hand_built(tree) or shortcuts(tree)


def test_what_is_filled_in_is_escaped_unless_it_is_markup() -> None:
    inner = markup("<b>{name}</b>", name=NASTY)
    assert "<img" not in inner
    outer = markup('<p title="{name}">{inner}</p>', name=NASTY, inner=inner)
    assert outer.count("<b>") == 1
    assert "<img" not in outer
    assert "\"'" not in outer


def test_numbers_keep_their_decimals() -> None:
    assert markup("{share:.1f} {count}", share=12.345, count=3) == "12.3 3"


def test_braces_in_names_are_shown_as_they_are() -> None:
    assert markup("{name}", name="{inner} {0}") == "{inner} {0}"


@pytest.mark.parametrize(
    "made",
    [
        lambda: cell(NASTY, NASTY, style=NASTY, title=NASTY),
        lambda: cell(NASTY, head="row"),
        lambda: heat_cell(NASTY, 12.0, NASTY, title=NASTY),
        lambda: row([NASTY], NASTY),
        lambda: table([(NASTY, "n")], [NASTY], NASTY),
        lambda: plain_table([(NASTY, NASTY)], [[NASTY]]),
        lambda: joined([NASTY, Markup("<i>")]),
        lambda: lines([NASTY, NASTY]),
    ],
)
def test_every_piece_escapes(made: object) -> None:
    made = made()  # type: ignore[operator]
    assert isinstance(made, Markup)
    assert "<img" not in made
    assert "&lt;img" in made


def test_a_table_has_heads_rows_and_the_class_of_each_column() -> None:
    made = plain_table([("Name", "name"), ("Score", "n")], [("A", 1), ("B", 2)])
    assert made.count("<tr") == 3
    assert '<th scope="col" class="n">Score</th>' in made
    assert '<td class="n">2</td>' in made
    with pytest.raises(ValueError, match="zip"):
        plain_table([("Name", "name")], [("A", 1)])


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(row.module for row in PAGES))
def test_what_a_page_shows_as_html_is_markup(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{(tmp_path / 'criteria.db').as_posix()}")
    handed: list[object] = []

    def watched(draw: Callable[..., object]) -> Callable[..., object]:
        def shown(*given: object, **more: object) -> object:
            handed.append(given[-1])
            return draw(*given, **more)

        return shown

    monkeypatch.setattr(DeltaGenerator, "html", watched(DeltaGenerator.html))
    monkeypatch.setattr(st, "html", watched(st.html))
    page = AppTest.from_string(
        f"from criteria.ui.pages import {name}\n{name}.page()", default_timeout=120
    ).run()
    assert not page.exception
    assert len(handed) >= 2  # a heading and something below it
    assert [body for body in handed if not isinstance(body, Markup)] == []
