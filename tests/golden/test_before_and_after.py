"""What the product says of the same data stays the same, word for word, until somebody means it to change."""

from __future__ import annotations

import difflib
import re

import pytest
from pictures import STORED, pictures

NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:e[+-]?\d+)?")
MADE = pictures()


def differ(before: str, after: str) -> bool:
    """Whether two lines differ by more than the last of six digits, which is not the same on every machine."""
    if before == after:
        return False
    if NUMBER.sub("0", before) != NUMBER.sub("0", after):
        return True
    pairs = zip(NUMBER.findall(before), NUMBER.findall(after), strict=True)
    return any(
        float(one) != pytest.approx(float(other), rel=2e-5, abs=1e-9) or ("." not in one and one != other)
        for one, other in pairs
    )


@pytest.mark.parametrize(
    "name",
    [pytest.param(n, marks=pytest.mark.slow if n.startswith("automotive-cloud") else ()) for n in MADE],
)
def test_what_is_said_is_what_was_said(name: str) -> None:
    before = (STORED / name).read_text(encoding="utf-8").splitlines()
    after = MADE[name]().splitlines()
    if len(before) == len(after) and not any(map(differ, before, after)):
        return
    shown = list(difflib.unified_diff(before, after, "stored", "now", lineterm="", n=1))
    pytest.fail(
        "\n".join(line[:400] for line in shown[:60])
        + "\n\nIf this was meant, store the texts anew: .venv/bin/python tests/golden/pictures.py",
        pytrace=False,
    )


def test_nothing_is_stored_that_is_not_compared() -> None:
    assert {path.name for path in STORED.glob("*.txt")} == set(MADE)


@pytest.mark.parametrize(
    ("before", "after", "different"),
    [
        ("A leads by 0.02", "A leads by 0.02", False),
        ("A leads by 0.02", "B leads by 0.02", True),
        ("A leads by 0.02", "A leads by 0.03", True),
        ("rank 2 of 3", "rank 3 of 3", True),
        ("0.123456", "0.123457", False),
        ("71%", "72%", True),
        ("1,2", "1,2,3", True),
    ],
)
def test_only_the_last_of_six_digits_may_differ(before: str, after: str, different: bool) -> None:
    assert differ(before, after) is different
