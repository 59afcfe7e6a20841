"""The JSON document of a problem and of a scenario: schema, writer and reader in one place.

The rows are the values of the model themselves, so that a field added there is in the document, its schema and its reader.
Performances are a list with one entry for each cell that says anything; a cell that is not listed is unknown.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, Final, Literal, TypeVar

from pydantic import BaseModel, TypeAdapter, ValidationError

from criteria.errors import CriteriaError, FileError, ProblemError, WeightsError
from criteria.files.dense_rows import dense_rows
from criteria.files.document_place import findings_in, with_cell
from criteria.files.document_ratings import Cell, Finite, Part, ratings_of
from criteria.files.plain_cells import leaves_of, plain_cells
from criteria.files.short_cells import short_cells
from criteria.model.alternative import Alternative
from criteria.model.criterion import Criterion
from criteria.model.evidence import Performance, Source
from criteria.model.gates import Gate
from criteria.model.judgements import Answers, Panel
from criteria.model.performance_table import PerformanceTable
from criteria.model.problem import Problem
from criteria.model.profile import Profile
from criteria.model.scenario import ChangedCell, Scenario
from criteria.model.scenario_checks import check_scenario
from criteria.model.text import clean_text
from criteria.model.uncertainty import Uncertainty
from criteria.translation import translate as _

VERSION: Final = 1
SIZE_LIMIT = 100_000_000  # characters; a table of 10,000 by 100 stays far below
INDENTED = 50_000  # ratings of a document that people may read; with all their fields they take some 400 characters each
_MANY = 20_000  # ratings of a document; so many are read and written at once

Document = TypeVar("Document", bound=BaseModel)


class ProblemDocument(Part):
    """A whole problem. `criteria` in the order of the tree, `performances` in any order.

    numbers: of a large table, one row for each alternative and one entry for each scored criterion, both in their order: a number, null,
    or low, likely and high; an empty row for an alternative whose cells are among `performances`.
    """

    format: Literal["criteria-problem"] = "criteria-problem"
    version: Literal[1] = 1
    id: str
    title: str
    criteria: tuple[Criterion, ...]
    alternatives: tuple[Alternative, ...]
    performances: tuple[Cell, ...]
    numbers: tuple[tuple[Finite | tuple[Finite, Finite, Finite] | None, ...], ...] = ()
    gates: tuple[Gate, ...] = ()
    profiles: tuple[Profile, ...] = ()
    answers: tuple[tuple[str, Answers], ...] = ()
    sources: tuple[Source, ...] = ()
    facts: tuple[tuple[str, str, str] | tuple[str, str, str, str], ...] = ()
    glossary: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()
    default_profile: str = ""
    default_method: str = "topsis"


class ScenarioDocument(Part):
    """A scenario, with the fingerprint of the data that it was made for."""

    format: Literal["criteria-scenario"] = "criteria-scenario"
    version: Literal[1] = 1
    problem: str
    data: str
    profile: str
    method: str
    importances: tuple[tuple[str, Finite], ...]
    normalization: str = ""
    blanks: str = "median"  # what a document that is silent about it meant, for ever
    waived: tuple[str, ...] = ()
    set_aside: tuple[str, ...] = ()
    changed: tuple[ChangedCell, ...] = ()
    uncertainty: Uncertainty = Uncertainty()
    panel: Panel = Panel()
    ranges: tuple[tuple[str, Finite, Finite], ...] = ()


# What is the same in the document and in the model's value, by name.
_PROBLEM_FIELDS = tuple(
    name
    for name in ProblemDocument.model_fields
    if name not in ("format", "version", "performances", "numbers")
)
_SCENARIO_FIELDS = tuple(
    name for name in ScenarioDocument.model_fields if name not in ("format", "version", "data")
)


def problem_document(problem: Problem, *, indent: int | None = 1) -> str:
    """Return the problem as JSON text; the same text for equal problems. indent: None for a text on one line."""
    values = _document_of(problem, tuple(_cells(problem))).model_dump(mode="json", exclude={"numbers"})
    return _json(values, indent)


def saved_document(problem: Problem) -> str:
    """Return the problem as JSON text to keep as a file: indented for people, and on one line where it would be too large to read back."""
    cells = len(problem.alternatives) * len(problem.leaves)
    return problem_document(problem) if cells <= INDENTED else kept_document(problem)


def kept_document(problem: Problem) -> str:
    """Return the problem as JSON text on one line, the numbers of a large table in rows."""
    if len(problem.alternatives) * len(problem.leaves) < _MANY:
        return short_problem_document(problem)
    cells = short_cells(problem, told_alone=True)
    return _short(problem, performances=cells, numbers=dense_rows(problem.performances))


def short_problem_document(problem: Problem) -> str:
    """Return the problem as JSON text on one line: what stands at its default is left out, and a range that is a point.

    Every cell is named, as links have it; `kept_document` is shorter for a large table.
    """
    return _short(problem, performances=short_cells(problem))


def problem_document_with(problem: Problem, part: str, written: str) -> str:
    """Return what `short_problem_document` does, with one part as written: for those who write that part themselves."""
    return _short(problem, **{part: written})


def _short(problem: Problem, **written: str) -> str:
    document = _document_of(problem, ())
    values = document.model_dump(mode="json", exclude_defaults=True)
    values = {"format": document.format, "version": document.version, **values}
    written = {name: _json(value, None) for name, value in values.items()} | written
    fields = (f'"{name}":{written[name]}' for name in ProblemDocument.model_fields if name in written)
    return f"{{{','.join(fields)}}}"


def _document_of(problem: Problem, cells: tuple[Cell, ...]) -> ProblemDocument:
    return ProblemDocument(performances=cells, **{name: getattr(problem, name) for name in _PROBLEM_FIELDS})


def scenario_document(problem: Problem, scenario: Scenario, *, indent: int | None = 1) -> str:
    """Return the scenario as JSON text, with the fingerprint of its problem; the same text for equal scenarios."""
    document = ScenarioDocument(
        data=problem.fingerprint, **{name: getattr(scenario, name) for name in _SCENARIO_FIELDS}
    )
    return _json(document.model_dump(mode="json"), indent)


def problem_from_document(text: str | bytes) -> Problem:
    """Return the problem of a JSON document; raise FileError with one sentence for each finding."""
    given = _given(ProblemDocument, text)
    plain = _plain_problem(given)
    if plain is not None:
        return plain
    rows = given.pop("numbers", None)
    document = _checked(ProblemDocument, given)
    table = ratings_of(document.alternatives, document.criteria, document.performances, rows)
    try:
        return Problem(
            performances=table,
            **{name: getattr(document, name) for name in _PROBLEM_FIELDS},
        )
    except ProblemError as error:
        raise FileError([str(error)]) from error


def _plain_problem(given: dict[str, Any]) -> Problem | None:
    """Return the problem of a document of many plain ratings; None where there are few, or where a closer look must say what is wrong."""
    if not isinstance(given.get("performances"), list) or len(given["performances"]) < _MANY:
        return None
    if given.get("numbers"):
        return None
    try:
        document = _checked(ProblemDocument, given | {"performances": []})
        rows, leaves = [a.id for a in document.alternatives], leaves_of(document.criteria)
        plain = plain_cells(given["performances"], rows, leaves)
        if plain is None:
            return None
        rest = TypeAdapter(tuple[Cell, ...]).validate_json(plain.rest)
        row, column = ({name: i for i, name in enumerate(names)} for names in (rows, leaves))
        table = PerformanceTable.of_numbers(plain.numbers).with_cells(
            {(row[cell.alternative], column[cell.criterion]): cell.performance for cell in rest}
        )
        return Problem(performances=table, **{name: getattr(document, name) for name in _PROBLEM_FIELDS})
    except (CriteriaError, ValidationError):
        return None


def scenario_from_document(problem: Problem, text: str | bytes) -> tuple[Scenario, list[str]]:
    """Return the scenario of a JSON document, with a note where the data are not those it was made for.

    Raises FileError if the document cannot be read, ScenarioError if it names what the problem does not have.
    """
    document = _read(ScenarioDocument, text)
    scenario = Scenario(**{name: getattr(document, name) for name in _SCENARIO_FIELDS})
    check_scenario(problem, scenario)
    notes = []
    if document.problem != problem.id or document.data != problem.fingerprint:
        notes.append(
            _(
                "The scenario was saved for other data ({saved}, now {present}): its figures can differ from those seen then.",
                saved=clean_text(document.data, 20),
                present=problem.fingerprint,
            )
        )
    return scenario, notes


def _json(values: Any, indent: int | None) -> str:
    separators = (",", ":") if indent is None else None
    return json.dumps(values, ensure_ascii=False, indent=indent, separators=separators, allow_nan=False)


def _cells(problem: Problem) -> Iterator[Cell]:
    blank = Performance()
    for alternative in problem.alternatives:
        for leaf in problem.leaves:
            performance = problem.performance(alternative.id, leaf.id)
            if performance != blank:
                yield Cell(alternative=alternative.id, criterion=leaf.id, performance=performance)


def document_schema() -> dict[str, object]:
    """Return the JSON schema of the documents of a problem and of a scenario."""
    found: dict[str, object] = TypeAdapter(ProblemDocument | ScenarioDocument).json_schema(
        mode="serialization"
    )
    return found


def _read(kind: type[Document], text: str | bytes) -> Document:
    return _checked(kind, _given(kind, text))


def _given(kind: type[Document], text: str | bytes) -> dict[str, Any]:
    """Return the values of a document of a kind; raise FileError where it is none."""
    if len(text) > SIZE_LIMIT:
        raise FileError(
            [_("The document is larger than {limit} MB; leave something out.", limit=SIZE_LIMIT // 10**6)]
        )
    try:
        given = json.loads(text, parse_constant=_refused)
    except (ValueError, RecursionError) as error:
        raise FileError(
            [_("This is not a JSON document: {reason}.", reason=clean_text(str(error), 200))]
        ) from error
    if not isinstance(given, dict) or given.get("format") != kind.model_fields["format"].default:
        expected = kind.model_fields["format"].default
        raise FileError([_("This is not a document of the kind '{kind}'.", kind=expected)])
    if given.get("version") != VERSION:
        raise FileError(
            [
                _(
                    "The document has version {version}; this software reads version {known}. Use the software that wrote it.",
                    version=clean_text(str(given.get("version")), 20),
                    known=VERSION,
                )
            ]
        )
    return given


def _checked(kind: type[Document], given: dict[str, Any]) -> Document:
    try:
        document = kind.model_validate_json(json.dumps(given))
    except ValidationError as error:
        raise FileError(list(findings_in(given, error))) from error
    except (ProblemError, WeightsError) as error:
        raise FileError([with_cell(given, error)]) from error
    return document


def _refused(constant: str) -> float:
    raise ValueError(_("{constant} is no number that a document may hold", constant=constant))
