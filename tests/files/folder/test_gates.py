"""gates.csv: on a criterion, or on an attribute by its column."""

from __future__ import annotations

from criteria.files.csv_rows import table_from
from criteria.files.folder.gates import gates_text, read_gates
from criteria.files.folder.settings import ProblemSettings
from criteria.model.gates import Gate
from criteria.model.problem import Problem

HEAD = "gate_id,criterion,type,operator,threshold\n"


def test_gates_are_read_on_criteria_and_on_attributes(case: Problem) -> None:
    leaf = case.leaves[0].id
    text = f"{HEAD}g,{leaf},Hard,>=,4\nh,(candidate attribute hq),soft,==,JP\n"
    findings: list[str] = []
    settings = ProblemSettings(attribute_names={"hq": "Seat"})
    assert read_gates(table_from("gates.csv", text.encode()), case.criteria, settings, findings) == (
        Gate("g", True, ">=", leaf, 4.0),
        Gate("h", False, "==", attribute="Seat", asked="JP"),
    )
    assert read_gates(None, case.criteria, settings, findings) == ()
    assert not findings


def test_a_written_gate_names_the_column_of_its_attribute(case: Problem) -> None:
    problem = case.with_gate(Gate("seat", False, "==", attribute="HQ country", asked="@JP", rationale="=why"))
    assert "seat,(candidate attribute hq_country),soft,'==,'@JP,'=why," in gates_text(problem)
