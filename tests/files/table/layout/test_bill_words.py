"""What remains of a heading without the words for money."""

from __future__ import annotations

from criteria.files.table.layout.bill_words import without_money


def test_a_heading_without_words_for_money_is_the_name_of_the_offer() -> None:
    heads = (
        "EP Müller",
        "GP Müller",
        "Bidder A (unit price)",
        "Beta - Amount",
        "Prix total Durand",
        "Unit price",
        "Price Waters",
    )
    assert [without_money(head) for head in heads] == ["Müller", "Müller", "Bidder A", "Beta", "Durand", "", "Waters"]  # fmt: skip
