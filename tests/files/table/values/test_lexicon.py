"""The words of five languages."""

from __future__ import annotations

import pytest

from criteria.files.table.values.lexicon import COST_STEMS, GOOD_STEMS, direction_word, has_stem


@pytest.mark.parametrize(
    "word",
    [
        "max",
        "MAXIMIZE",
        "benefit",
        "↑",
        "+",
        "1",
        "Nutzen",
        "à maximiser",
        "más",
        "最大化",
        "higher is better",
    ],
)
def test_words_for_more(word: str) -> None:
    assert direction_word(word) is True


@pytest.mark.parametrize(
    "word",
    [
        "min",
        "Minimise",
        "cost",
        "↓",
        "-",
        "−",
        "-1",
        "Kosten",
        "à minimiser",
        "menos",
        "最小化",
        "the lower the better",
    ],
)
def test_words_for_less(word: str) -> None:
    assert direction_word(word) is False


@pytest.mark.parametrize("word", ["", "sideways", "7", "Norland"])
def test_words_for_neither(word: str) -> None:
    assert direction_word(word) is None


@pytest.mark.parametrize(
    "name",
    [
        "Unit price",
        "Stückpreis",
        "Coût annuel",
        "Lieferzeit",
        "Plazo de entrega",
        "価格",
        "納期",
        "Risk of failure",
    ],
)
def test_names_of_costs(name: str) -> None:
    assert has_stem(name, COST_STEMS)


def test_a_stem_begins_or_ends_a_word() -> None:
    assert has_stem("Data security", GOOD_STEMS)
    assert not has_stem("Offer", COST_STEMS)
