"""What stands in the fields of an act."""

from __future__ import annotations

from criteria.model.problem import Problem
from criteria.ui.components.evidence.act import new_id, number, text


def test_fields_are_texts_and_numbers_or_nothing(suppliers: Problem) -> None:
    given = {"name": "  Nova ", "low": 3, "unit": None}.get
    assert (text(given, "name"), text(given, "unit"), text(given, "none")) == ("Nova", "", "")
    assert (number(given, "low"), number(given, "name")) == (3.0, None)
    taken = suppliers.criteria[0]
    assert new_id(suppliers, taken.id) != taken.id
