"""Text from strangers is cleaned where it comes in, by the short way as by the long one, and shortened in one way where room is short."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from criteria.errors import ProblemError
from criteria.model.text import (
    ID_LIMIT,
    NAME_LIMIT,
    capitalized,
    checked_id,
    checked_name,
    clean_text,
    cut,
    cut_in_the_middle,
    first_few,
    id_from_name,
    one_line,
)

SIGNS = st.text(alphabet=st.one_of(st.sampled_from("ab  \t\n\u200b\u202e\u00a0\u3000é東"), st.characters()))


def by_the_rule(text: str, limit: int) -> str:
    kept = "".join(c for c in text if c.isspace() or unicodedata.category(c) not in ("Cc", "Cs", "Cf"))
    lines = [" ".join(line.split()) for line in kept.splitlines()]
    joined = "\n".join(line for line in lines if line)
    return joined if len(joined) <= limit else joined[: limit - 1] + "…"


@given(SIGNS, st.integers(1, 20))
def test_both_ways_clean_alike(text: str, limit: int) -> None:
    assert clean_text(text, limit) == by_the_rule(text, limit)


def test_what_is_clean_is_not_made_anew() -> None:
    for name in ("", "Amazon Web Services", "東京 – Łódź"):
        assert clean_text(name) is name
    assert clean_text(" two  spaces ") == "two spaces"


@pytest.mark.parametrize(
    ("text", "limit", "shown"),
    [("Azure", 5, "Azure"), ("Azure!", 5, "Azur…"), ("Alibaba Cloud", 9, "Alibaba…"), ("", 5, "")],
)
def test_a_text_is_cut_with_an_ellipsis_and_never_behind_a_space(text: str, limit: int, shown: str) -> None:
    assert cut(text, limit) == shown
    assert len(shown) <= limit


def test_texts_that_differ_at_their_end_are_cut_in_the_middle() -> None:
    one, other = (cut_in_the_middle(f"Supplier of everything in {land}", 15) for land in ("Japan", "Spain"))
    assert (one, other) == ("Supplie…n Japan", "Supplie…n Spain")
    assert cut_in_the_middle("Supplier", 15) == "Supplier"


def test_a_sentence_begins_with_a_capital_and_the_rest_is_as_it_was() -> None:
    assert (capitalized("row 3 'A B'"), capitalized(""), capitalized("été")) == ("Row 3 'A B'", "", "Été")


def test_the_first_few_of_many_are_named() -> None:
    assert first_few(["a", "b"], 2) == "a, b"
    assert first_few(["a", "b", "c"], 2) == "a, b …"


def test_a_name_loses_invisible_marks_and_is_cut() -> None:
    assert clean_text("a\x00b\u202e  c\n\n d") == "ab c\nd"
    assert one_line("a\n b") == "a b"
    assert len(checked_name("x" * 500, "profile")) == NAME_LIMIT
    with pytest.raises(ProblemError, match="A profile has no name"):
        checked_name(" \u200b ", "profile")


def test_identifiers_are_those_that_a_link_can_carry() -> None:
    assert checked_id("日本-1_a", "gate") == "日本-1_a"
    for wrong in ("", "-a", "a b", "a:b", "x" * (ID_LIMIT + 1)):
        with pytest.raises(ProblemError, match="cannot be the identifier of a gate"):
            checked_id(wrong, "gate")
    assert id_from_name("Tata & Sons", set()) == "tata-sons"
    assert id_from_name("Tata & Sons", {"tata-sons"}) == "tata-sons-2"
    assert id_from_name("!!!", set()) == "item"
