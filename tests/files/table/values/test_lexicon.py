"""The words of five languages."""

from __future__ import annotations

import pytest

from criteria.files.table.values.lexicon import (
    COST_STEMS,
    GOOD_STEMS,
    cost_name,
    direction_word,
    has_stem,
)


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


@pytest.mark.parametrize(
    "name",
    [
        "Price", "Insurance cost", "Performance risk", "Efficiency loss", "Leistungspreis", "Schutzgebühr", "Coût de la qualité", "Coste de calidad", "Level of risk",
        "Quality issues", "Stock-outs", "Recovery time", "Risk of price stability", "Délai de livraison", "Leistungsaufnahme",
    ],
)  # fmt: skip
def test_a_cost_stays_a_cost_beside_a_word_for_less_of_it(name: str) -> None:
    assert cost_name(name)


@pytest.mark.parametrize(
    "name",
    [
        "Cost savings", "Risk reduction", "Price stability", "Error handling", "Preis-Leistung", "Kosteneinsparung", "Fehlertoleranz", "Réduction des coûts",
        "Maîtrise des risques", "Quality of error messages", "Reliability of delivery time", "コスト削減", "コストパフォーマンス", "Feedback", "Rentabilité", "Support",
    ],
)  # fmt: skip
def test_less_of_a_cost_or_what_one_gets_for_it_is_none(name: str) -> None:
    assert not cost_name(name)


def test_an_income_is_no_rent() -> None:
    assert cost_name("Rent per month")
    assert not cost_name("Renta media")
