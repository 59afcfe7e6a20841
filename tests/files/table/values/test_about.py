"""What the label of a row or column says."""

from __future__ import annotations

import pytest

from criteria.files.table.values.about import about_label, known_unit, unit_cells


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("Direction", "direction"), ("Richtung", "direction"), ("Sens", "direction"), ("方向", "direction"), ("Cost/Benefit", "direction"),
        ("Weights", "weight"), ("Weight (%)", "weight"), ("Gewichtung", "weight"), ("Poids", "weight"), ("重み", "weight"), ("Weightage", "weight"),
        ("Gewicht in %", "weight"), ("Gewichtung in Prozent", "weight"), ("Poids en %", "weight"), ("Weight (in %)", "weight"), ("Kriteriengewicht", "weight"),
        ("Weight in kg", ""), ("Growth in %", ""), ("Poids relatif (%)", "weight"),
        ("Unit", "unit"), ("単位", "unit"), ("scale_min", "scale_low"), ("Max points", "scale_high"), ("indifference threshold", "indifference"),
        ("q", ""), ("w", ""), ("Weight Watch GmbH", ""), ("Unit Four", ""), ("Total", ""),
    ],
)  # fmt: skip
def test_a_label_announces_what_its_whole_text_says(label: str, kind: str) -> None:
    assert about_label(label) == kind


def test_units_are_known() -> None:
    assert all(known_unit(unit) for unit in ("EUR", "%", "kEUR", "ms", "km/h", "req/s", "万円", "€/kg"))
    assert not any(known_unit(text) for text in ("telematics", "second round", "A1"))
    assert unit_cells(["(EUR)", "(days)"])
    assert not unit_cells(["Alpha", "days"])
