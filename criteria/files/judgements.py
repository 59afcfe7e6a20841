"""Judgements as a file, one row a judgement: its columns, its reader and its writer, for a folder's judgements.csv and the page."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from criteria.errors import CriteriaError, FileError
from criteria.files.csv_rows import Table, table_from
from criteria.files.csv_text import csv_text
from criteria.files.findings import unknown_name
from criteria.files.rows import FileRow, Number, Word, checked_rows
from criteria.model.criterion import Criterion
from criteria.model.judgements import SETTINGS, WAYS, WHOLE, Answers, Judgement, Member
from criteria.model.problem import Problem
from criteria.model.text import clean_text
from criteria.translation import translate as _
from criteria.weighting.panel import nodes_of, way_that_counts

if TYPE_CHECKING:
    import pandas as pd

# What stands in the column `question` of a row that holds no judgement: a setting of its way, that its way counts, or nothing but
# the member.
SETTING, WAY, MEMBER = "setting", "way", "member"


class JudgementRow(FileRow):
    """A row of judgements: who, about which node, asked how, and the answer."""

    member: Word
    name: str = ""
    role: str = ""
    colour: str = ""
    weight: Number = None
    node: str = ""
    way: str
    counts: str = ""
    question: Word
    first: str = ""
    second: str = ""
    value: Number = None


COLUMNS = tuple(JudgementRow.model_fields)


def judgements_from(problem: Problem, file: str, content: bytes) -> tuple[Member, ...]:
    """Return the members of an uploaded file; raise FileError with every finding, and then nothing of it is to be used."""
    findings: list[str] = []
    members = read_judgements(
        table_from(file, content),
        problem.criteria,
        findings,
        candidates=[alternative.id for alternative in problem.alternatives],
    )
    known = {profile.id for profile in problem.profiles}
    findings += [
        _(
            "{file}: '{id}' is no stakeholder here and has no name; give one in the column 'name'.",
            file=file,
            id=member.id,
        )
        for member in members
        if not member.name and member.id not in known
    ]
    if not members and not findings:
        findings.append(
            _("{file} holds no judgement: below the header, one row for each is expected.", file=file)
        )
    if findings:
        raise FileError(findings)
    return members


def read_judgements(
    table: Table,
    criteria: Sequence[Criterion],
    findings: list[str],
    *,
    members: Collection[str] | None = None,
    candidates: Sequence[str] = (),
) -> tuple[Member, ...]:
    """Return the members of a table with all they answered; what is wrong is added to the findings.

    members: the only ones there may be, where given.  candidates: those that may be put in order.
    """
    children: dict[str, list[str]] = {}
    for criterion in criteria:
        children.setdefault(criterion.parent, []).append(criterion.id)
    read: dict[str, Member] = {}
    given: dict[tuple[str, ...], float] = {}
    for number, row in checked_rows(table, JudgementRow, findings):
        try:
            _check_names(row, children, candidates)
            if members is not None and row.member not in members:
                findings.append(unknown_name(table, number, "member", row.member))
                continue
            member = _with_row(read.get(row.member), row)
            _refuse_contradiction(row, read.get(row.member), given)
            read[row.member] = member
        except (CriteriaError, ValueError) as error:
            findings.append(_("{file}, row {row}: {reason}", file=table.name, row=number, reason=error))
    return tuple(read.values())


def _refuse_contradiction(
    row: JudgementRow, before: Member | None, given: dict[tuple[str, ...], float]
) -> None:
    """Raise ValueError if an earlier row answers the same question otherwise, or gives the member another weight."""
    if (
        before is not None
        and row.weight is not None
        and before.weight is not None
        and row.weight != before.weight
    ):
        raise ValueError(
            _(
                "the weight is {weight:g}, but {before:g} in an earlier row; give one.",
                weight=row.weight,
                before=before.weight,
            )
        )
    if row.question in (SETTING, WAY, MEMBER) or row.value is None:
        return
    turned = row.question == "ratio" and row.second < row.first
    names = (row.second, row.first) if turned else (row.first, row.second)
    value = 1 / row.value if turned else row.value
    key = (row.member, row.node, row.way, row.question, *names)
    if abs(given.setdefault(key, value) - value) > 1e-9 * max(abs(value), 1.0):
        raise ValueError(_("the same question was answered differently in an earlier row; keep one of them."))


def _check_names(row: JudgementRow, children: Mapping[str, Sequence[str]], candidates: Sequence[str]) -> None:
    if row.question == MEMBER:
        return
    if row.node not in children:
        nodes = ", ".join(sorted(filter(None, children)))
        if not nodes:
            raise ValueError(
                _("there are no groups here; leave the cell '{node}' blank.", node=clean_text(row.node, 60))
            )
        raise ValueError(
            _(
                "there is no group '{node}'; leave the cell blank for the top, or choose from {known}.",
                node=clean_text(row.node, 60),
                known=nodes,
            )
        )
    if row.way not in WAYS:
        raise ValueError(
            _(
                "there is no way '{way}'; choose from {known}.",
                way=clean_text(row.way, 40),
                known=", ".join(WAYS),
            )
        )
    if row.question == WAY:
        return
    if row.question == SETTING:
        if row.first not in SETTINGS[row.way]:
            raise ValueError(
                _("'{way}' has no setting '{name}'.", way=row.way, name=clean_text(row.first, 40))
            )
        return
    if row.question not in WAYS[row.way]:
        raise ValueError(
            _(
                "'{question}' is no question of '{way}'; choose from {known}.",
                question=clean_text(row.question, 40),
                way=row.way,
                known=", ".join(sorted(WAYS[row.way])),
            )
        )
    known = candidates if row.way in WHOLE else children[row.node]
    for name in (row.first, *([row.second] if row.question == "ratio" else [])):
        if name not in known:
            told = {"name": clean_text(name, 60), "known": ", ".join(known)}
            raise ValueError(
                _("there is no candidate '{name}' here; choose from {known}.", **told)
                if row.way in WHOLE
                else _("there is no criterion '{name}' here; choose from {known}.", **told)
            )
    if row.question == "ratio" and row.first == row.second:
        raise ValueError(_("'{name}' is compared with itself; remove the row.", name=row.first))
    if row.value is None and row.question not in ("best", "worst"):
        raise ValueError(_("the value is blank; give a number, or remove the row."))


def _with_row(before: Member | None, row: JudgementRow) -> Member:
    member = before or Member(row.member, row.name, row.role, row.colour, row.weight)
    if row.question == MEMBER:
        return member
    if row.question == SETTING:
        answers = member.answers_to(row.node, row.way).with_setting(row.first, clean_text(row.second, 40))
        member = member.with_answers(answers)
    elif row.question != WAY:
        second = row.second if row.question == "ratio" else ""
        value = 1.0 if row.value is None else row.value
        said = Judgement(row.question, row.first, second, value)
        member = member.with_answers(member.answers_to(row.node, row.way).with_judgements([said]))
    counts = row.question == WAY or row.counts.strip().casefold() in ("yes", "1", "true")
    return replace(member, ways=(*member.ways, (row.node, row.way))) if counts else member


def as_answers(members: Sequence[Member]) -> tuple[tuple[str, Answers], ...]:
    """Return what members answered as a problem keeps it."""
    return tuple((member.id, answers) for member in members for answers in member.answers)


def merged(before: Member | None, member: Member) -> Member:
    """Return the member with what an import brings; answers to other questions, and what it does not speak of, stay."""
    if before is None:
        return member
    answers = list(before.answers)
    for new in member.answers:
        joined = before.answers_to(new.node, new.way).with_judgements(new.judgements)
        for name, value in new.settings:
            joined = joined.with_setting(name, value)
        answers.append(joined)
    after = replace(
        before,
        name=member.name or before.name,
        role=member.role or before.role,
        colour=member.colour or before.colour,
        weight=before.weight if member.weight is None else member.weight,
        answers=tuple(answers),
    )
    for (
        node,
        way,
    ) in (
        member.ways
    ):  # the top comes first: a way for the whole tree takes the place of earlier ones for parts
        after = after.with_way(node, way)
    return after


def judgements_csv(problem: Problem, members: Sequence[Member]) -> str:
    """Return what members answered as the CSV text that `judgements_from` reads back."""
    return csv_text(judgement_table(problem, members))


def judgement_table(problem: Problem, members: Sequence[Member]) -> pd.DataFrame:
    """Return everything that members answered; the points of a profile, which nobody entered, are not among it.

    A row with the question `way` says that this way was chosen: it tells points that were entered from those of a profile.
    """
    import pandas as pd

    rows = [row for member in members for row in _rows(problem, member)]
    return pd.DataFrame(rows, columns=list(COLUMNS))


def _rows(problem: Problem, member: Member) -> Iterator[dict[str, object]]:
    who: dict[str, object] = {
        "member": member.id,
        "name": member.name,
        "role": member.role,
        "colour": member.colour,
        "weight": member.weight,
    }
    rows = 0
    for node in nodes_of(problem):
        counts = way_that_counts(problem, member, node)
        told = {answers.way: answers for answers in member.answers if answers.node == node}
        chosen = dict(member.ways).get(node, "")
        if chosen and (chosen == "direct" or told.get(chosen, Answers(node, chosen)).empty):
            rows += 1
            yield who | {"node": node, "way": counts, "counts": "yes", "question": "way"}
        for answers in told.values():
            for row in _answer_rows(answers):
                rows += 1
                yield (
                    who
                    | {"node": node, "way": answers.way, "counts": "yes" if answers.way == counts else "no"}
                    | row
                )
    if not rows:
        yield who | {"node": "", "way": "", "counts": "", "question": "member"}


def _answer_rows(answers: Answers) -> Iterator[dict[str, object]]:
    for name, value in answers.settings:
        yield {"question": "setting", "first": name, "second": value}
    for judgement in answers.judgements:
        yield {
            "question": judgement.question,
            "first": judgement.first,
            "second": judgement.second,
            "value": judgement.value,
        }
