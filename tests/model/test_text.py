"""Text from strangers is cleaned: what is clean already comes back as it is, by the short way as by the long one."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from criteria.model.text import clean_text

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
