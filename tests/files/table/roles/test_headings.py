"""Headings taken apart."""

from __future__ import annotations

import pytest

from criteria.files.table.roles.headings import Heading, heading_of


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Price", Heading("Price")),
        ("Price ↓", Heading("Price", False)),
        ("Price (EUR)", Heading("Price", unit="EUR")),
        ("Tickets (lower is better)", Heading("Tickets", False)),
        ("Tickets - lower is better", Heading("Tickets", False)),
        ("Fee (EUR, min)", Heading("Fee", False, "EUR")),
        ("Support (1-5)", Heading("Support", scale=(1, 5))),
        ("Support [scale 0 to 10]", Heading("Support", scale=(0, 10))),
        ("Note audit (/20)", Heading("Note audit (/20)", scale=(0, 20), out_of=True)),
        ("Fit (out of 5)", Heading("Fit (out of 5)", scale=(0, 5), out_of=True)),
        ("Stand (von 2026)", Heading("Stand (von 2026)")),
        ("Security (30%)", Heading("Security", weight=30)),
        ("Charge time (min)", Heading("Charge time", False, brief=True)),
        ("Units (telematics)", Heading("Units (telematics)")),
        ("-D", Heading("-D")),
        ("(%)", Heading("(%)", unit="%")),
    ],
)
def test_a_heading_says_more_than_a_name(text: str, found: Heading) -> None:
    assert heading_of(text) == found
