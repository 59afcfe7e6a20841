"""What the links that leave the app begin with."""

from __future__ import annotations

import pytest

from criteria.ui.web_place import place

PAGES = ("shortlist", "robustness")


@pytest.mark.parametrize(
    ("shown", "public", "expected"),
    [
        ("http://localhost:8501/robustness?v=1#top", "", "http://localhost:8501/robustness"),
        ("http://10.0.0.7:8501/", "https://example.com/criteria", "https://example.com/criteria/"),
        (
            "http://10.0.0.7:8501/inner/robustness?v=1",
            "https://example.com/criteria/",
            "https://example.com/criteria/robustness",
        ),
        ("http://10.0.0.7:8501/inner/", "https://example.com", "https://example.com/"),
        ("", "", ""),
    ],
)
def test_a_link_begins_with_the_public_address_where_one_is_set(
    shown: str, public: str, expected: str
) -> None:
    assert place(shown, public, PAGES) == expected
