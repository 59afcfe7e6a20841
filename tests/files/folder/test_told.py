"""sources.csv, facts.csv and glossary.csv: read as they are written."""

from __future__ import annotations

from dataclasses import replace

from criteria.files.csv_rows import Table, table_from
from criteria.files.folder.told import (
    facts_text,
    glossary_text,
    read_facts,
    read_glossary,
    read_sources,
    sources_text,
)
from criteria.model.problem import Problem


def table(text: str) -> Table:
    return table_from("t.csv", text.encode())


def test_what_is_told_is_written_so_that_it_is_read_back(case: Problem) -> None:
    case = case.with_source(replace(case.sources[0], key="late", after_case=True))
    findings: list[str] = []
    assert read_sources(table(sources_text(case)), findings) == case.sources
    assert read_facts(table(facts_text(case)), findings) == case.facts
    assert read_glossary(table(glossary_text(case)), findings) == case.glossary
    assert not findings


def test_without_a_table_nothing_is_told_and_a_blank_is_a_finding() -> None:
    findings: list[str] = []
    assert (read_sources(None, findings), read_facts(None, findings), read_glossary(None, findings)) == (
        (),
        (),
        (),
    )
    assert read_glossary(table("term,definition\nSDV,\n"), findings) == ()
    assert findings == ["t.csv, row 2, column 'definition': this cell must not be blank."]
