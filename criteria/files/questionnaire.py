"""A workbook in which one person compares criteria in pairs: where its cells stand, and the answers read back from it.

The sheet of answers has one block for each part of the tree: the items down and across, numbers typed in the triangle above the
diagonal, formulas below it. A hidden sheet names the person, and for each block its place and the identifiers of its items; the writer
is `criteria.reports.questionnaire`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import date

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from criteria.errors import FileError, WeightsError
from criteria.files.table.grid import letters
from criteria.files.table.source.sheet import Sheet
from criteria.files.table.source.workbook import sheets_of_workbook
from criteria.model.judgements import Answers, Judgement, Member
from criteria.model.problem import Problem
from criteria.model.text import clean_text
from criteria.translation import translate as _
from criteria.weighting.panel import items_of, nodes_of

KEY_SHEET = "criteria-questionnaire"  # it tells such a workbook from others
FIRST_COLUMN = 1  # of the cells of a block, counted from 0; the items' names stand to their left


class Block(BaseModel):
    """Where the answers about the children of one node stand: the row of the first item, counted from 0."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    node: str
    row: int = Field(ge=1, le=100_000)
    items: tuple[str, ...] = Field(min_length=2, max_length=60)


class Key(BaseModel):
    """What the hidden sheet says: the version, whose answers these are, and on which sheet."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    version: int = Field(ge=1, le=1)
    member: str = Field(min_length=1)
    name: str = ""
    sheet: str


def is_workbook(content: bytes) -> bool:
    """Return whether a file's content is that of a workbook, whatever its name says."""
    return content[:4] == b"PK\x03\x04"


def blocks_of(problem: Problem, first_row: int) -> tuple[Block, ...]:
    """Return the blocks of a problem, one below the other, for every node with two children or more."""
    blocks = []
    row = first_row
    for node in nodes_of(problem):
        items = items_of(problem, node)
        if len(items) > 1:
            blocks.append(Block(node=node, row=row + 2, items=items))
            row += len(items) + 7
    return tuple(blocks)


def member_of_questionnaire(problem: Problem, file: str, content: bytes) -> Member:
    """Return the person of a questionnaire with the pairs that were answered.

    Only the triangle above the diagonal is read. Raises FileError with every finding: another workbook, parts that the problem does
    not have, rows that were moved, a cell that is no number above 0, or no answer at all.
    """
    sheets = {sheet.name: sheet for sheet in sheets_of_workbook(file, content)}
    key, blocks = _key_of(file, sheets.get(KEY_SHEET))
    if key.sheet not in sheets:
        raise FileError([_("{file} has lost its sheet of answers: download a new questionnaire.", file=file)])
    known = {profile.id for profile in problem.profiles}
    findings: list[str] = []
    if key.member not in known and not key.name:
        findings.append(
            _("{file} is about '{id}', who is no stakeholder here.", file=file, id=clean_text(key.member, 40))
        )
    member = Member(key.member, "" if key.member in known else key.name)
    for block in blocks:
        if set(block.items) != set(items_of(problem, block.node) if block.node in nodes_of(problem) else ()):
            findings.append(
                _(
                    "{file} compares criteria that are not those of '{part}' here: download a new questionnaire of this problem.",
                    file=file,
                    part=_part(problem, block.node),
                )
            )
            continue
        said = tuple(_judgements(problem, file, sheets[key.sheet], block, findings))
        if said:
            member = member.with_answers(Answers(block.node, "ahp", said)).with_way(block.node, "ahp")
    if not member.answers and not findings:
        findings.append(
            _("{file} holds no answer yet: type numbers into the yellow cells and save it.", file=file)
        )
    if findings:
        raise FileError(findings)
    return member


def key_rows(key: Key, blocks: Sequence[Block]) -> list[str]:
    """Return the lines of the hidden sheet, one for each row, as `member_of_questionnaire` reads them."""
    return [key.model_dump_json(), *(block.model_dump_json() for block in blocks)]


def _key_of(file: str, sheet: Sheet | None) -> tuple[Key, list[Block]]:
    foreign = _(
        "{file} is a workbook, but no questionnaire of this software: import CSV files of answers or a filled-in questionnaire.",
        file=file,
    )
    if sheet is None:
        raise FileError([foreign])
    try:
        first, *rest = [json.loads(str(row[0])) for row in sheet.rows if row and row[0] != ""]
        return Key.model_validate(first), [Block.model_validate(line) for line in rest]
    except (ValidationError, ValueError, RecursionError) as error:
        raise FileError([foreign]) from error


def _judgements(
    problem: Problem, file: str, sheet: Sheet, block: Block, findings: list[str]
) -> Iterator[Judgement]:
    """Yield the answered pairs of a block; what cannot be read is added to the findings."""
    names = [problem.criterion(item).name for item in block.items]
    shown = [str(_cell(sheet, block.row + i, 0)) for i in range(len(names))]
    if [clean_text(name) for name in shown] != [clean_text(name) for name in names]:
        findings.append(
            _(
                "{file}: rows of '{part}' were moved or renamed; leave them as they were made.",
                file=file,
                part=_part(problem, block.node),
            )
        )
        return
    for i, first in enumerate(block.items):
        for j, second in enumerate(block.items[i + 1 :], start=i + 1):
            row, column = block.row + i, FIRST_COLUMN + j
            value = _cell(sheet, row, column)
            if value == "":
                continue
            ratio = _ratio(value)
            try:
                if ratio is None or ratio <= 0:
                    raise WeightsError("")
                yield Judgement("ratio", first, second, ratio)
            except WeightsError:
                findings.append(
                    _(
                        "{file}, cell {cell}: '{value}' does not say how many times as important '{first}' is as '{second}'; give a number above 0, such as 3 or =1/3.",
                        file=file,
                        cell=f"{letters(column)}{row + 1}",
                        value=clean_text(str(value), 40),
                        first=names[i],
                        second=names[j],
                    )
                )


def _cell(sheet: Sheet, row: int, column: int) -> object:
    """Return a cell's value, the empty text where nothing stands."""
    cells = sheet.rows[row] if row < len(sheet.rows) else ()
    return cells[column] if column < len(cells) else ""


def _ratio(value: object) -> float | None:
    """Return a cell as a number, 1/3 and 0,5 written as text too; None for anything else."""
    if isinstance(value, bool | date):
        return None
    if isinstance(value, int | float):
        return float(value)
    over, _slash, under = str(value).strip().replace(",", ".").partition("/")
    try:
        return float(over) / (float(under) if _slash else 1.0)
    except (ValueError, ZeroDivisionError):
        return None


def _part(problem: Problem, node: str) -> str:
    known = {criterion.id: criterion.name for criterion in problem.criteria}
    return known.get(node, clean_text(node, 40)) if node else _("Top of the tree")
