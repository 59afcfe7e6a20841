"""Text from strangers in the label of a widget, where Streamlit reads Markdown: it is read letter by letter."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from criteria.ui.labels import label, option, web_address

# What Streamlit makes something of: links, images, icons, colours, formulas, HTML; and addresses standing alone.
ALIVE = re.compile(
    r"\]\(|\]\[|!\[|:[a-z_-]+\[|:[a-z_]+:|:[a-z_]+/[a-z_]+:|\$|<[a-zA-Z/!]|&[a-zA-Z#]|https?://|@[\w-]+\.", re.IGNORECASE
)  # fmt: skip
LIVELY = (
    "[x](https://evil.example)", "![x](https://evil.example/a.png)", "[x]", "[x][y]", "<https://evil.example>",
    "https://evil.example", "HTTP://evil.example", "mailto:a@evil.example", "a@evil.example", ":material/home:",
    ":smile:", ":red[x]", ":blue-background[x]", ":streamlit:", "$x^2$", "$$x$$", "<b>x</b>", "&lt;b&gt;", "&#58;",
    ":small[x]", ":rainbow[x]",
)  # fmt: skip
pieces = st.lists(
    st.sampled_from([*"[]()!:@$`<>&/.\\ ", "https", "www.", "red", "material", "x"]), max_size=12
)


@pytest.mark.parametrize("value", LIVELY)
def test_nothing_lively_survives(value: str) -> None:
    assert ALIVE.search(value) or value == "[x]"
    assert not ALIVE.search(label(value))
    assert not ALIVE.search(label(f"A {value} {value}"))


@given(pieces.map("".join))
def test_nothing_lively_survives_however_it_is_put_together(value: str) -> None:
    assert not ALIVE.search(label(value))


@pytest.mark.parametrize("before", ["", " ", "(", "*", "~~", "x "])
def test_an_address_without_a_scheme_is_no_link(before: str) -> None:
    assert not re.search(r"(?i)(?<![^\W_])www\.", label(f"{before}www.evil.example"))


@pytest.mark.parametrize("value", ["_www.evil.example", "__www.evil.example__"])
def test_an_address_behind_an_underscore_is_no_link(value: str) -> None:
    assert "www." not in label(value)


@pytest.mark.parametrize("value", ["IP protection", "R&D", "Cost: low", "日産 [中国]", "50 % – “ok”", "a_b"])
def test_what_a_person_reads_stays_the_same(value: str) -> None:
    assert label(value).replace("\u2060", "") == value


@pytest.mark.parametrize(
    "value", ["2*3*4", "*a*", "**a**", "~a~", "~~a~~", "_a_", "A -> B", "A <- B", "a <-> b", "a -- b", "a --- b", "a >= b", "a ~= b",
              "1. first", "# a", "> a", "- a", "+ a", "\\*a\\*", "a_b_c", "= a"]
)  # fmt: skip
def test_signs_that_markdown_reads_are_shown_as_signs(value: str) -> None:
    shown = label(value)
    assert re.sub("[\u2060\u200a]", "", shown) == value
    for sign in ("*", "~"):
        assert not re.search(rf"[^\u200a]{re.escape(sign)}|{re.escape(sign)}[^\u200a]", shown)
    assert not re.search(r"--|->|<-|>=|<=|~=|(?<!\u2060)_|_(?!\u2060)|\\(?!\u2060)", shown)
    assert not re.match(r"[#>+\-=]|\d+[.)]", shown)


def test_a_backtick_is_one_that_begins_no_code() -> None:
    assert label("`a`") == "ˋaˋ"


def test_the_sign_of_a_currency_is_the_wide_one() -> None:
    assert label("5 $ a month") == "5 ＄ a month"


@given(st.text(max_size=300), st.integers(1, 80))
def test_an_option_is_one_line_within_its_limit(value: str, limit: int) -> None:
    shown = option(value, limit)
    assert len(shown) <= limit
    assert len(shown.splitlines()) <= 1
    assert shown == re.sub(r"[^\S\u202f]+", " ", shown).strip()


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "//evil.example", "https://", "ftp://x.example", "https://[", ""]
)  # fmt: skip
def test_only_an_address_of_a_web_page_is_one(url: str) -> None:
    assert web_address(url) == ""
    assert web_address("https://x.example/?a=1&b=2") == "https://x.example/?a=1&b=2"
