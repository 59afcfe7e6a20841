"""Several people's answers from several files at once, and what in them was really answered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from criteria.errors import FileError
from criteria.files.csv_rows import table_from
from criteria.files.judgements import WAY, JudgementRow, judgements_from, merged
from criteria.files.questionnaire import is_workbook, member_of_questionnaire
from criteria.files.rows import checked_rows
from criteria.model.judgements import Member
from criteria.model.problem import Problem
from criteria.translation import translate_count
from criteria.weighting.panel import nodes_of, points_of_profile


def members_of_files(
    problem: Problem, files: Sequence[tuple[str, bytes]]
) -> tuple[tuple[Member, ...], tuple[str, ...]]:
    """Return what people answered in these files together, and where two files contradict each other.

    files: name and content of each, tables of answers (CSV) or questionnaires that were filled in (XLSX).  Points that are those of a person's profile, and that nobody entered, are left out: they are no
    answers and displace none. Where two files answer one question differently, the later file counts, and a sentence says so.
    Raises FileError with the findings of all files, and then nothing of any is to be used.
    """
    findings: list[str] = []
    found: dict[str, Member] = {}
    notes = []
    for name, content in files:
        try:
            read, chosen = _read(problem, name, content)
        except FileError as error:
            findings += error.findings
            continue
        for member in read:
            entered = _entered(problem, member, chosen)
            earlier = found.get(member.id)
            if earlier is not None and (count := _contradictions(earlier, entered)):
                notes.append(
                    translate_count(
                        "{who}: {count} answer in {file} differs from an earlier file; that of {file} counts.",
                        "{who}: {count} answers in {file} differ from an earlier file; those of {file} count.",
                        count,
                        who=_called(problem, member),
                        file=name,
                    )
                )
            found[member.id] = merged(earlier, entered)
    if findings:
        raise FileError(findings)
    return tuple(found.values()), tuple(notes)


def _read(problem: Problem, name: str, content: bytes) -> tuple[Sequence[Member], set[tuple[str, str]]]:
    """Return the people of one file, a questionnaire or a table, and for which of their parts it says that points were chosen."""
    if is_workbook(content):
        return (member_of_questionnaire(problem, name, content),), set()
    return judgements_from(problem, name, content), _chosen(name, content)


def _chosen(name: str, content: bytes) -> set[tuple[str, str]]:
    """Return the members and nodes for which the file says that points were chosen."""
    rows = checked_rows(table_from(name, content), JudgementRow, [])
    return {(row.member, row.node) for _number, row in rows if (row.question, row.way) == (WAY, "direct")}


def _entered(problem: Problem, member: Member, chosen: set[tuple[str, str]]) -> Member:
    """Return the member without points that are those of the profile and were not entered."""
    unsaid = {
        node
        for node in nodes_of(problem)
        if (member.id, node) not in chosen
        and not (points := member.answers_to(node, "direct")).empty
        and points == points_of_profile(problem, member.id, node)
    }
    return replace(
        member,
        answers=tuple(a for a in member.answers if a.way != "direct" or a.node not in unsaid),
        ways=tuple((node, way) for node, way in member.ways if way != "direct" or node not in unsaid),
    )


def _contradictions(earlier: Member, later: Member) -> int:
    """Return how many questions the two answer differently."""
    count = 0
    for answers in later.answers:
        before = earlier.answers_to(answers.node, answers.way)
        joined = before.with_judgements(answers.judgements)
        count += len(set(before.judgements) - set(joined.judgements))
    return count


def _called(problem: Problem, member: Member) -> str:
    names = {profile.id: profile.name for profile in problem.profiles}
    return member.name or names.get(member.id, member.id)
