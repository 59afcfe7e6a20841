"""A header or names that are missing are asked for, and can be counted."""

from __future__ import annotations

from collections.abc import Callable

from criteria.files.table.reading import Reading

Read = Callable[[str], Reading]


def test_a_missing_header_is_asked_for_and_columns_are_counted(reading: Read) -> None:
    found = reading("Acme,10,4\nBolt,12,5\n")
    assert [(q.kind, q.choices[0].key) for q in found.open] == [("header", "numbered")]
    problem = found.with_answer("header:", "numbered").with_directions(all_maximize=True).problem
    assert problem is not None
    assert [leaf.name for leaf in problem.leaves] == ["Column B", "Column C"]
    assert [a.name for a in problem.alternatives] == ["Acme", "Bolt"]


def test_a_column_of_numbers_does_not_name_candidates_unasked(reading: Read) -> None:
    found = reading("Price,Quality\n10.5,4\n12.25,5\n")
    assert "names" in [q.kind for q in found.open]


def test_answers_of_people_are_no_candidates_unasked(reading: Read) -> None:
    found = reading("Respondent,Ease of use,Price\nAnn,4,3\nBob,5,4\n")
    question = next(q for q in found.open if q.kind == "names")
    assert "The rows are answers of people ('Respondent')" in question.text
    assert "names" not in [q.kind for q in found.with_answer("names:", "numbered").open]


def test_a_header_without_rows_is_a_finding(reading: Read) -> None:
    found = reading("Vendor,Price,Quality\n")
    assert found.problem is None
    assert any("no candidates" in text for text in found.findings)


def test_comparisons_in_pairs_are_named(reading: Callable[[str], Reading]) -> None:
    found = reading("Criteria,Price,Care,Time\nPrice,1,1/3,5\nCare,3,1,7\nTime,1/5,1/7,1\n")
    assert found.open == ()
    assert "with each other in pairs" in found.findings[0]
    plain = reading("Site,North,South,West\nNorth,2,3,5\nSouth,3,1,7\nWest,5,7,1\n")
    assert plain.findings == ()
