"""Candidates and criteria are there, each with a name."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from criteria.files.table.reading import Reading


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("V,x\ndirection,max\nA,1\na,2\n", "more than once"),
        ("V,x\ndirection,max\nA,1\n,7\n", "has no name"),
        ("V,x,x\ndirection,max,max\nA,1,2\n", "two criteria are named 'x'"),
        ("V,x,y\ndirection,max,max\nA,?,1\nB,?,2\n", "nothing is known under 'x'"),
        ("V,x\ndirection,max\n", "no candidates"),
    ],
)
def test_what_is_missing_or_double_is_a_finding(
    reading: Callable[[str], Reading], text: str, said: str
) -> None:
    found = reading(text)
    assert found.problem is None
    assert any(said in finding for finding in found.findings)
