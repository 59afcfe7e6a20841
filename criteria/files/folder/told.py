"""sources.csv, facts.csv and glossary.csv: what the ratings rest on, and what the words mean."""

from __future__ import annotations

from criteria.files.csv_rows import Table
from criteria.files.csv_text import csv_of_rows
from criteria.files.rows import FileRow, Word, checked_rows
from criteria.model.evidence import Source
from criteria.model.problem import Problem
from criteria.model.text import clean_text


class SourceRow(FileRow):
    """A row of sources.csv.  asof: "post" for what was published after the case."""

    source_key: Word
    title: Word
    publisher: str = ""
    date: str = ""
    url: str = ""
    tier: str = ""
    asof: str = ""


class FactRow(FileRow):
    """A row of facts.csv."""

    subject: Word
    category: str = ""
    fact: Word
    source_key: str = ""


class TermRow(FileRow):
    """A row of glossary.csv."""

    term: Word
    definition: Word


def read_sources(table: Table | None, findings: list[str]) -> tuple[Source, ...]:
    """Return the sources of a table; none where there is no table."""
    return tuple(
        Source(s.source_key, s.title, s.publisher, s.date, s.url, s.tier, after_case=s.asof == "post")
        for _line, s in (checked_rows(table, SourceRow, findings) if table else ())
    )


def read_facts(table: Table | None, findings: list[str]) -> tuple[tuple[str, ...], ...]:
    """Return subject, category, fact and source of each row; none where there is no table."""
    return tuple(
        (f.subject, clean_text(f.category), clean_text(f.fact), f.source_key)
        for _line, f in (checked_rows(table, FactRow, findings) if table else ())
    )


def read_glossary(table: Table | None, findings: list[str]) -> tuple[tuple[str, str], ...]:
    """Return each term with what it means; none where there is no table."""
    return tuple(
        (clean_text(t.term), clean_text(t.definition))
        for _line, t in (checked_rows(table, TermRow, findings) if table else ())
    )


def sources_text(problem: Problem) -> str:
    """Return the sources as CSV text."""
    rows = (
        [s.key, s.title, s.publisher, s.date, s.url, s.tier, "post" if s.after_case else "pre"]
        for s in problem.sources
    )
    return csv_of_rows(list(SourceRow.model_fields), rows)


def facts_text(problem: Problem) -> str:
    """Return the facts as CSV text."""
    return csv_of_rows(list(FactRow.model_fields), problem.facts)


def glossary_text(problem: Problem) -> str:
    """Return the glossary as CSV text."""
    return csv_of_rows(list(TermRow.model_fields), problem.glossary)
