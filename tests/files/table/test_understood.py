"""One table understood."""

from __future__ import annotations

from collections.abc import Callable

from criteria.files.table.reading import Reading

TABLE = """Round two;;;
Vendor;Preis;Qualität;Land
Richtung;min;max;
Gewicht;2;1;
Einheit;kEUR;Punkte;
q;1;0,5;
p;3;1;
Süd;12,80;7;DE
Nord;11,40;6;FR
Summe;24,20;13;
"""


def test_every_row_and_column_has_a_role_with_a_reason(reading: Callable[[str], Reading]) -> None:
    found = reading(TABLE)
    problem = found.problem
    assert problem is not None, (found.questions, found.findings)
    assert [(c.name, c.maximize, c.unit) for c in problem.leaves] == [
        ("Preis", False, "kEUR"),
        ("Qualität", True, "Punkte"),
    ]
    assert (problem.leaves[0].thresholds.indifference, problem.leaves[0].thresholds.preference) == (1, 3)
    assert [[cell.likely for cell in row] for row in problem.performances] == [[12.8, 7], [11.4, 6]]
    assert {role.name for role in found.roles} >= {
        "Süd",
        "Nord",
        "Summe",
        "Land",
        "Preis",
        "Qualität",
        "Richtung",
        "Gewicht",
        "Einheit",
        "q",
        "p",
    }
    assert all(role.reason and role.place for role in found.roles)
