"""What a reading leaves open or finds wrong, as sentences: one a kind, never one a cell."""

from __future__ import annotations

from criteria.files.table.question import Question
from criteria.files.table.reading import Reading
from criteria.files.table.roles.directions import MAXIMIZE, MINIMIZE
from criteria.files.table.work import listed
from criteria.translation import translate as _

_LINES = 12


def open_sentences(reading: Reading) -> list[str]:
    """Return one sentence for each kind of thing that is open, with how to answer it; empty where nothing is."""
    directions = [q for q in reading.open if q.kind == "direction"]
    rest = [q for q in reading.open if q.kind != "direction"]
    said = [
        _("{file}: {question} (Answer: {answer}.)", file=reading.file, question=q.text, answer=_option(q))
        if q.choices
        else _("{file}: {question}", file=reading.file, question=q.text)
        for q in rest
    ]
    if directions:
        said.append(_directions(reading, directions))
    more = len(said) - _LINES
    return said if more <= 0 else [*said[:_LINES], _("… and {count} more.", count=more)]


def _option(question: Question) -> str:
    """Return how a question is answered on the command line."""
    if question.kind == "sheet":
        return "--sheet NAME"
    if question.kind == "range":
        return "--range CELLS"
    said = [f"--answer '{question.id}={choice.key}'" for choice in question.choices[:2]]
    return _("{one} or {other}", one=said[0], other=said[1]) if len(said) > 1 else said[0]


def _directions(reading: Reading, asked: list[Question]) -> str:
    names = listed((q.about for q in asked), 30)
    down = ",".join(q.about for q in asked if q.suggestion == MINIMIZE)
    up = ",".join(q.about for q in asked if q.suggestion != MINIMIZE)
    options = " ".join(
        part for part in (f'--minimize "{down}"' if down else "", f'--maximize "{up}"' if up else "") if part
    )
    said = _(
        "{file}: which way is better is open under {names}. Add a row 'direction' with max or min, or say --minimize NAMES and --maximize NAMES (--all-maximize if more is better under each).",
        file=reading.file,
        names=names,
    )
    if any(q.suggestion in (MAXIMIZE, MINIMIZE) for q in asked):
        return _("{said} By their names, perhaps: {options}.", said=said, options=options)
    return said
