"""Names from strangers stay text in Markdown, as a reader of Markdown and of GitHub's additions sees them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from criteria.files.record.escaped import escaped, paragraphs, web_link

HOSTILE = [
    "[click](http://evil.example)", "![x](http://evil.example/a.png)", "<img src=x onerror=alert(1)>", "http://evil.example",
    "www.evil.example", "# heading", "- item", "1. item", "2) item", "+ item", "* item", "> quote", "| a | b |", "**bold**", "_em_",
    "~~gone~~", "`code`", "$x^2$", "@somebody", "me@evil.example", "&lt;b&gt;", "---", "===", "\\*", "a\\", ":smile:", "[^1]", "#12",
]  # fmt: skip
READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def inside(text: str) -> list[Token]:
    """Return what a reader finds in the only paragraph there is."""
    tokens = READER.parse(text)
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"], tokens
    return list(tokens[1].children or [])


def read(text: str) -> str:
    found = inside(text)
    assert {token.type for token in found} <= {"text", "text_special"}, found
    return "".join(token.content for token in found).replace("\u2060", "")


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names_are_read_letter_by_letter(name: str) -> None:
    assert read(escaped(name)) == name


@given(st.text("aB7 é日\"'=+-@,;:|\t\n/\\<>&#%{}[]()*_`~^?!.$wW1", min_size=1, max_size=40).filter(str.strip))
def test_any_text_is_read_letter_by_letter_on_one_line(text: str) -> None:
    assert read(escaped(text)) == " ".join(text.split())


def test_an_address_that_a_reader_would_find_by_itself_is_broken_up() -> None:
    assert "http://" not in escaped("http://evil.example")
    assert "www." not in escaped("www.evil.example")
    assert "@e" not in escaped("me@evil.example")


def test_lines_become_paragraphs() -> None:
    assert paragraphs("one\n# two\n\n3. three") == "one\n\n\\# two\n\n3\\. three"


def test_only_a_whole_address_becomes_a_link() -> None:
    assert web_link("Open", "https://x.org/?v=1&w=ip:40,b:6.5").startswith("[Open](<https://x.org/?v=1")
    for address in ("?v=1", "javascript:alert(1)", "https://x.org/> <script>", "https://x.org/ y"):
        assert web_link("Open", address) == ""
