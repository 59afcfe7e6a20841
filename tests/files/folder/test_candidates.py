"""candidates.csv: each attribute has a column, named as people would name it."""

from __future__ import annotations

from criteria.files.csv_rows import table_from
from criteria.files.folder.candidates import (
    attribute_columns,
    candidates_text,
    read_candidates,
    unread_in_candidates,
)
from criteria.files.folder.settings import ProblemSettings
from criteria.model.alternative import Alternative
from criteria.model.criterion import Criterion
from criteria.model.evidence import Performance
from criteria.model.gates import Gate
from criteria.model.problem import Problem


def told(*attributes: tuple[str, str]) -> Problem:
    one = Alternative("a", "Alpha", attributes=attributes)
    return Problem(
        "any", "Any", (Criterion("x", "X"),), (one, Alternative("b", "Beta")), ((Performance(likely=1.0),),) * 2,
        gates=(Gate("g", True, "==", attribute="Outside the industry", asked="yes"),),
    )  # fmt: skip


def test_columns_are_named_by_their_attribute_and_never_twice() -> None:
    problem = told(("HQ country", "JP"), ("hq country", "FR"), ("Name", "x"), ("!", "y"))
    columns = attribute_columns(problem)
    assert columns["HQ country"] == "hq_country"
    assert columns["Outside the industry"] == "outside_the_industry"
    assert len(set(columns.values()) | {"candidate_id", "name", "source_keys"}) == len(columns) + 3


def test_an_attribute_that_one_candidate_lacks_is_blank_and_stays_so() -> None:
    problem = told(("Seat", "=Oslo"))
    text = candidates_text(problem)
    assert text.splitlines()[1] == "a,Alpha,'=Oslo,"
    names = {column: name for name, column in attribute_columns(problem).items()}
    findings: list[str] = []
    table = table_from("candidates.csv", text.encode())
    assert read_candidates(table, ProblemSettings(attribute_names=names), findings) == problem.alternatives
    assert not findings


def test_columns_of_which_nothing_is_kept_are_named() -> None:
    table = table_from("candidates.csv", b"candidate_id,name,seat,source_keys\na,A,Oslo,s\n")
    assert unread_in_candidates(table) == "candidates.csv (source_keys)"
