"""The files of a problem together: read from a disk or from memory, and written.

candidates.csv, criteria.csv and scores.csv are needed; gates.csv, profiles.csv, judgements.csv, sources.csv, facts.csv, glossary.csv and
problem.toml where there is something to say.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from criteria.errors import FileError
from criteria.files.csv_rows import Table, table_from
from criteria.files.folder.candidates import (
    attribute_columns,
    candidates_text,
    read_candidates,
    unread_in_candidates,
)
from criteria.files.folder.criteria import criteria_text, read_criteria, unread_in_criteria
from criteria.files.folder.gates import GateRow, gates_text, read_gates
from criteria.files.folder.profiles import ProfileRow, profiles_text, read_profiles
from criteria.files.folder.scores import ScoreRow, read_performances, scores_text
from criteria.files.folder.settings import ProblemSettings, settings_text
from criteria.files.folder.told import (
    FactRow,
    SourceRow,
    TermRow,
    facts_text,
    glossary_text,
    read_facts,
    read_glossary,
    read_sources,
    sources_text,
)
from criteria.files.judgements import JudgementRow, as_answers, judgements_csv, read_judgements
from criteria.files.place import content_of
from criteria.files.rows import unread_columns
from criteria.model.judgements import Answers, Member
from criteria.model.performance_table import PerformanceTable
from criteria.model.problem import Problem
from criteria.model.text import id_from_name
from criteria.translation import translate as _

NEEDED = ("candidates.csv", "criteria.csv", "scores.csv")
OPTIONAL = ("gates.csv", "profiles.csv", "judgements.csv", "sources.csv", "facts.csv", "glossary.csv")
SETTINGS = "problem.toml"


def problem_from_folder(folder: Path, settings: ProblemSettings) -> Problem:
    """Return the problem of a folder; raise FileError with every finding."""
    names = (name for name in (*NEEDED, *OPTIONAL) if (folder / name).exists())
    return problem_from_files(folder.name, {name: content_of(folder / name) for name in names}, settings)


def problem_from_files(folder: str, files: Mapping[str, bytes], settings: ProblemSettings) -> Problem:
    """Return the problem of the files by their names; raise FileError with every finding.  folder: its name, for sentences."""
    findings: list[str] = []
    tables = {name: _table(folder, name, files, findings) for name in (*NEEDED, *OPTIONAL)}
    candidates, criteria_table, scores, asked, weighed, judged, sourced, told, named = tables.values()
    if candidates is None or criteria_table is None or scores is None:
        raise FileError(findings)
    alternatives = read_candidates(candidates, settings, findings)
    criteria = read_criteria(criteria_table, settings, findings)
    known = {row.cells.get("id", "") for row in criteria_table.rows}
    performances = read_performances(scores, alternatives, criteria, known, findings)
    gates = read_gates(asked, criteria, settings, findings)
    profiles = read_profiles(weighed, criteria, findings)
    members = {profile.id for profile in profiles}
    answers = (
        as_answers(
            read_judgements(
                judged, criteria, findings, members=members, candidates=[one.id for one in alternatives]
            )
        )
        if judged
        else ()
    )
    sources = read_sources(sourced, findings)
    facts = read_facts(told, findings)
    glossary = read_glossary(named, findings)
    if findings:
        raise FileError(findings)
    unread = [
        unread_in_candidates(candidates),
        unread_in_criteria(criteria_table),
        unread_columns(scores, ScoreRow),
        unread_columns(asked, GateRow),
        unread_columns(weighed, ProfileRow),
        unread_columns(judged, JudgementRow),
        unread_columns(sourced, SourceRow),
        unread_columns(told, FactRow),
        unread_columns(named, TermRow),
    ]
    first = profiles[0].id if profiles else ""
    return Problem(
        id=id_from_name(settings.id or folder, set()),
        title=settings.title or folder,
        criteria=criteria,
        alternatives=alternatives,
        performances=PerformanceTable.of(performances),
        gates=gates,
        profiles=profiles,
        answers=answers,
        sources=sources,
        facts=facts,
        glossary=glossary,
        notes=(*settings.notes, *_not_read(unread)),
        default_profile=first if settings.default_profile is None else settings.default_profile,
        default_method=settings.default_method,
    )


def files_of(problem: Problem) -> dict[str, str]:
    """Return the texts of the folder's files by their names, those that say nothing left out."""
    columns = attribute_columns(problem)
    files = {
        "candidates.csv": candidates_text(problem),
        "criteria.csv": criteria_text(problem),
        "scores.csv": scores_text(problem),
    }
    for name, said, text in (
        ("gates.csv", problem.gates, gates_text),
        ("profiles.csv", problem.profiles, profiles_text),
        ("judgements.csv", problem.answers, _judgements_text),
        ("sources.csv", problem.sources, sources_text),
        ("facts.csv", problem.facts, facts_text),
        ("glossary.csv", problem.glossary, glossary_text),
    ):
        if said:
            files[name] = text(problem)
    return files | {SETTINGS: settings_text(problem, {column: name for name, column in columns.items()})}


def _judgements_text(problem: Problem) -> str:
    answers: dict[str, tuple[Answers, ...]] = {}
    for member, said in problem.answers:
        answers[member] = (*answers.get(member, ()), said)
    return judgements_csv(problem, [Member(member, answers=said) for member, said in answers.items()])


def _not_read(columns: list[str]) -> tuple[str, ...]:
    """Return the note that names the columns of which nothing is kept, by file; no note where there are none."""
    named = "; ".join(filter(None, columns))
    return (
        (_("Columns that are not read, and of which nothing is shown: {columns}.", columns=named),)
        if named
        else ()
    )


def _table(folder: str, name: str, files: Mapping[str, bytes], findings: list[str]) -> Table | None:
    if name not in files:
        if name in NEEDED:
            findings.append(_("The file {file} is missing in the folder {folder}.", file=name, folder=folder))
        return None
    try:
        return table_from(name, files[name])
    except FileError as error:
        findings.extend(error.findings)
        return None
