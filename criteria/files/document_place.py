"""Where in a document something is wrong, as a person names it: a rating by its candidate and criterion."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from pydantic import ValidationError

from criteria.errors import CriteriaError
from criteria.model.evidence import Performance
from criteria.model.text import clean_text
from criteria.translation import translate as _
from criteria.translation import translate_count

FINDING_LIMIT = 20
CELLS = "performances"
_NUMBERS = ("low", "likely", "high")


def place_in(problem: object, path: Sequence[object]) -> str:
    """Return a place of a problem's document: "likely of Ash under Speed" for a rating, else the path with points between.

    problem: the document of the problem as plain values, whatever they are.  path: keys and positions from there on.
    """
    if len(path) > 1 and path[0] == CELLS and isinstance(path[1], int):
        cells = problem.get(CELLS) if isinstance(problem, Mapping) else None
        if isinstance(cells, list) and path[1] < len(cells) and isinstance(cells[path[1]], Mapping):
            return _cell_name(problem, cells[path[1]], str(path[-1]))
    return clean_text(".".join(map(str, path)), 120)


def with_cell(problem: object, error: CriteriaError) -> str:
    """Return what an error says, led by the rating that it is about where one of the document is refused by itself."""
    for cell, given in _cells(problem):
        try:
            Performance(**{name: given.get(name) for name in _NUMBERS})  # type: ignore[arg-type]
        except CriteriaError as found:
            return f"{_cell_name(problem, cell, '')}: {found}"
        except (TypeError, ValueError, OverflowError):  # no number at all: what refused the document says so
            continue
    return str(error)


def _cells(problem: object) -> Iterator[tuple[Mapping[str, object], Mapping[str, object]]]:
    cells = problem.get(CELLS) if isinstance(problem, Mapping) else None
    for cell in cells if isinstance(cells, list) else ():
        given = cell.get("performance") if isinstance(cell, Mapping) else None
        if isinstance(given, Mapping):
            yield cell, given


def _cell_name(problem: object, cell: Mapping[str, object], part: str) -> str:
    values = {
        "candidate": _name(problem, "alternatives", cell.get("alternative")),
        "criterion": _name(problem, "criteria", cell.get("criterion")),
    }
    if part in _NUMBERS:
        return _("{part} of {candidate} under {criterion}", part=part, **values)
    return _("{candidate} under {criterion}", **values)


def _name(problem: object, kind: str, identifier: object) -> str:
    """Return the name that belongs to an identifier; the identifier where there is none."""
    listed = problem.get(kind) if isinstance(problem, Mapping) else None
    for one in listed if isinstance(listed, list) else ():
        if isinstance(one, Mapping) and one.get("id") == identifier:
            return clean_text(str(one.get("name") or identifier), 60)
    return clean_text(str(identifier), 60)


def findings_in(given: object, error: ValidationError) -> Iterator[str]:
    """Yield a sentence for each place of a document that cannot be used, up to a limit."""
    found = error.errors(include_url=False, include_context=False, include_input=False)
    for finding in found[:FINDING_LIMIT]:
        yield _(
            "The document cannot be used at '{place}': {reason}.",
            place=place_in(given, finding["loc"]),
            reason=clean_text(str(finding["msg"]), 160),
        )
    if len(found) > FINDING_LIMIT:
        yield translate_count(
            "{count} more place cannot be used.",
            "{count} more places cannot be used.",
            len(found) - FINDING_LIMIT,
        )
