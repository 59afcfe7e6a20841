"""Columns that follow from others, and what they tell of these."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from criteria.files.table.reading import Reading

COSTS = "Vendor;{};{};{};Fit\nA;100;50;150;4\nB;80;90;170;5\nC;120;20;140;3\n"


def directions(reading: Reading) -> dict[str, str]:
    return {q.about: q.suggestion for q in reading.open if q.kind == "direction"}


def test_parts_of_a_cost_are_costs_whatever_their_names_sound_like(reading: Callable[[str], Reading]) -> None:
    found = reading(COSTS.format("Licence", "Services", "Total cost"))
    assert directions(found) == {"Licence": "minimize", "Services": "minimize", "Fit": "maximize"}


@pytest.mark.parametrize("name", ["TCO", "Gesamtkosten", "総費用"])
def test_a_total_by_another_name_is_asked_before_it_counts_twice(
    reading: Callable[[str], Reading], name: str
) -> None:
    found = reading(COSTS.format("Year 1", "Year 2", name))
    (question,) = [q for q in found.open if q.kind == "role"]
    assert (question.about, question.suggestion) == (name, "")
    assert "would count twice" in question.text
    assert directions(found)["Year 1"] == "minimize"


def test_a_plain_total_of_amounts_makes_no_benefits_of_them(reading: Callable[[str], Reading]) -> None:
    amounts = "Anbieter;Material;Montage;Summe\nA;1000;500;1500\nB;800;900;1700\nC;1200;200;1400\n"
    assert directions(reading(amounts)) == {"Material": "", "Montage": ""}
    ratings = "Anbieter;Preis;Fit;Summe\nA;4;5;9\nB;3;4;7\nC;5;2;7\n"
    assert directions(reading(ratings)) == {"Preis": "maximize", "Fit": "maximize"}
    in_thousands = "Anbieter;Material (k€);Montage (k€);Summe\nA;4;5;9\nB;3;4;7\nC;5;2;7\n"
    assert directions(reading(in_thousands)) == {"Material": "minimize", "Montage": "minimize"}


@pytest.mark.parametrize("name", ["Total /100", "Total (/100)", "Score sur 100"])
def test_a_total_out_of_points_is_asked(reading: Callable[[str], Reading], name: str) -> None:
    found = reading(f"Fournisseur;Prix;Note;{name}\nA;1250;15;78\nB;1180;12;74\nC;1320;16;80\n")
    assert [q.about.split()[0] for q in found.open if q.kind == "role"] == [name.split()[0]]
