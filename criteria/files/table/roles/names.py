"""Whether candidates and criteria are there, each with a name of its own and something known of it."""

from __future__ import annotations

from criteria.files.table.roles.column import Column
from criteria.files.table.table import Table
from criteria.files.table.values.about import bare
from criteria.files.table.values.lexicon import folded
from criteria.files.table.work import Work, listed, shown
from criteria.model.text import first_few
from criteria.translation import translate as _
from criteria.translation import translate_count


def check_names(table: Table, candidates: list[int], criteria: list[Column], work: Work) -> None:
    """Add a finding for each kind of thing that is missing, nameless or there twice."""
    if not candidates:
        work.findings.append(
            _("{file}: there are no candidates; give one row for each below the header.", file=work.file)
        )
    if not criteria and not work.questions:
        work.findings.append(
            _(
                "{file}: there are no criteria; give one column for each after the candidates' names, with numbers or words of one scale such as low, medium and high.",
                file=work.file,
            )
        )
    seen: dict[str, int] = {}
    # What a row without a name is may be asked already.
    asked = any(question.id == "role:" for question in work.questions)
    nameless = [table.row_place(i) for i in candidates if not table.labels[i] and not asked]
    if nameless:
        work.findings.append(
            _(
                "{file}, {rows}: the candidate has no name in the column of names; give it one.",
                file=work.file,
                rows=first_few(nameless, 5),
            )
        )
    twice = []
    for i in candidates:
        key = folded(table.labels[i])
        if key and table.labels[i].casefold() in seen:
            twice.append(
                _(
                    "'{name}' ({row} and {first})",
                    name=shown(table.labels[i]),
                    row=table.row_place(i),
                    first=table.row_place(seen[table.labels[i].casefold()]),
                )
            )
        seen.setdefault(table.labels[i].casefold(), i)
    if twice:
        work.findings.append(
            translate_count(
                "{file}: {names} appears more than once; give each candidate a name of its own.",
                "{file}: {names} appear more than once; give each candidate a name of its own.",
                len(twice),
                file=work.file,
                names=first_few(twice, 5),
            )
        )
    names = [column.name.casefold() for column in criteria]
    double = list(
        dict.fromkeys(
            column.name for column in criteria if column.name and names.count(column.name.casefold()) > 1
        )
    )
    for name in double[:5]:
        work.findings.append(
            _(
                "{file}: two criteria are named '{name}'; give each a name of its own.",
                file=work.file,
                name=shown(name),
            )
        )
    for column in criteria:
        if not bare(column.name):
            work.findings.append(
                _(
                    "{file}: {column} has no name; give it one in the header.",
                    file=work.file,
                    column=table.column_place(column.position),
                )
            )
    unknown = [
        column.name
        for column in criteria
        if candidates
        and not any(column.reading.values)
        and column.reading.kind != "text"
        and not column.reading.strays
        and not column.reading.bounds
    ]
    if unknown:
        work.findings.append(
            _(
                "{file}: nothing is known under {names}; fill in at least one candidate, or leave the criterion out.",
                file=work.file,
                names=listed(unknown),
            )
        )
