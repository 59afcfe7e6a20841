"""Gates: pass, conditional or fail, by numbers and by words."""

from __future__ import annotations

import pytest

from criteria.model.evidence import Performance
from criteria.model.gates import Gate, GateStatus


@pytest.mark.parametrize(
    ("low", "high", "status"),
    [(4, 6, "pass"), (5, 5, "pass"), (3, 4, "conditional"), (3, 3.9, "fail")],
)
def test_a_gate_is_conditional_when_the_range_straddles_its_threshold(
    low: float, high: float, status: str
) -> None:
    gate = Gate("g", True, ">=", "x", 4)
    assert gate.status(Performance(low, low, high)) == GateStatus(status)
    mirrored = Gate("g", True, "<=", "x", -4)
    assert mirrored.status(Performance(-high, -low, -low)) == GateStatus(status)


def test_an_unknown_performance_is_conditional_at_every_gate() -> None:
    assert Gate("g", True, ">=", "x", 4).status(Performance()) is GateStatus.CONDITIONAL


@pytest.mark.parametrize(("said", "status"), [("Yes ", "pass"), ("no", "fail"), ("partly", "conditional")])
def test_a_gate_on_an_attribute_reads_words(said: str, status: str) -> None:
    assert Gate("g", True, "==", attribute="Ties", asked="yes").attribute_status(said) == status
