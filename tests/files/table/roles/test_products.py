"""Ratings times weights beside the ratings."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from criteria.files.table.reading import Reading

Read = Callable[[str], Reading]
SCORECARDS = (
    "Criterion,Weight,Acme score,Acme weighted,Bolt score,Bolt weighted\nPrice,40,3,120,5,200\nQuality,60,4,240,2,120\nTotal,100,7,360,7,320\n",
    "Criteria,Weight,Acme,,Bolt,\n,,Score,Weighted,Score,Weighted\nPrice,0.4,3,1.2,5,2\nQuality,0.6,4,2.4,2,1.2\nTotal,1,,3.6,,3.2\n",
    "Kriterium;Gewicht;Acme;;Bolt;\n;;Note;Nutzen;Note;Nutzen\nPrice;40 %;3;1,2;5;2,0\nQuality;60 %;4;2,4;2;1,2\nSumme;100 %;;3,6;;3,2\n",
    "Nr.;Kriterium;Gewicht in %;Bewertung Acme;gew. Acme;Bewertung Bolt;gew. Bolt\n1;Price;40;3;120;5;200\n2;Quality;60;4;240;2;120\n;Summe;100;;360;;320\n",
    "Critère;Poids en %;Note Acme;Pond. Acme;Note Bolt;Pond. Bolt\nPrice;40;3;1,2;5;2\nQuality;60;4;2,4;2;1,2\nTotal;100;;3,6;;3,2\n",
    "Vendor,Price rating,Price weighted,Quality rating,Quality weighted,Total\nWeight,40,,60,,\nAcme,3,120,4,240,360\nBolt,5,200,2,120,320\n",
)


@pytest.mark.parametrize(
    "text", SCORECARDS, ids=["suffix", "two heads", "German", "prefix", "French prefix", "upright"]
)
def test_products_are_neither_candidates_nor_criteria(reading: Read, text: str) -> None:
    found = reading(text)
    assert {q.suggestion for q in found.open} == {
        "maximize"
    }  # the table adds ratings up, of the price as well
    problem = found.with_directions(all_maximize=True).problem
    assert problem is not None
    assert [a.name for a in problem.alternatives] == ["Acme", "Bolt"]
    assert [leaf.name for leaf in problem.leaves] == ["Price", "Quality"]
    assert [[c.likely for c in row] for row in problem.performances] == [[3, 4], [5, 2]]
    assert dict(problem.profiles[0].importances) == {"price": 40, "quality": 60}
    assert sum("times" in note for note in found.notes) == 2


def test_numbers_that_are_no_products_are_asked(reading: Read) -> None:
    found = reading(
        "Criterion,Weight,Acme score,Acme weighted\nPrice,40,3,120\nQuality,35,4,170\nReach,25,1,9\n"
    )
    assert "role:Acme weighted" in [q.id for q in found.open]
    kept = found.with_answer("role:Acme weighted", "candidate").with_directions(all_maximize=True).problem
    assert kept is not None
    assert [a.name for a in kept.alternatives] == ["Acme score", "Acme weighted"]


def test_proportional_candidates_with_plain_names_stay(reading: Read) -> None:
    found = reading("Criterion,Weight,Direction,Acme,Bolt\nPrice,2,max,3,6\nQuality,2,max,4,8\n")
    assert found.problem is not None
    assert len(found.problem.alternatives) == 2


UNNAMED = (
    "Criterion,Weight,Acme,A2,Bolt,B2\nPrice,40,3,120,5,200\nQuality,35,4,140,2,70\nReach,25,1,25,6,150\n"
)


def test_products_without_a_telling_name_are_asked(reading: Read) -> None:
    found = reading(UNNAMED)
    asked = [q for q in found.open if q.kind == "role"]
    assert [(q.about, q.suggestion) for q in asked] == [("A2", "left out"), ("B2", "left out")]
    assert "those of 'Acme' times the weights" in asked[0].text
    answered = found.with_answers({"role:A2": "left out", "role:B2": "candidate"}).with_directions(
        all_maximize=True
    )
    assert answered.problem is not None
    assert [a.name for a in answered.problem.alternatives] == ["Acme", "Bolt", "B2"]


def test_equal_weights_make_no_products_of_proportional_candidates(reading: Read) -> None:
    found = reading("Criterion,Weight,Acme,Bolt\nPrice,20,3,6\nQuality,20,4,8\nReach,20,1,2\n")
    assert [q for q in found.open if q.kind == "role"] == []


def test_a_line_of_zeros_is_no_product_of_the_one_before_it(reading: Read) -> None:
    found = reading("Criterion,Weight,Acme,Bolt\nPrice,40,3,0\nQuality,35,4,0\nReach,25,1,0\n")
    assert [q for q in found.open if q.kind == "role"] == []
    few = reading("Criterion,Weight,Acme,Bolt\nPrice,40,3,120\nQuality,35,4,140\nReach,25,0,0\n")
    assert [q for q in few.open if q.kind == "role"] == []  # two numbers may be so by chance


@pytest.mark.parametrize("weight", ["5e-324", "1e308"])
def test_weights_at_the_ends_of_all_numbers_make_no_products(reading: Read, weight: str) -> None:
    found = reading(
        f"Criterion,Weight,Acme,Bolt\nPrice,{weight},3,4\nQuality,50,4,5\nReach,50,1e10,2\nCare,50,2,7\n"
    )
    assert [q for q in found.open if q.kind == "role"] == []
