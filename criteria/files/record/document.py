"""The record that machines read: problem, scenario and decision in one JSON document, each part with its digest."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from functools import lru_cache
from typing import Annotated, Any, Final, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from criteria.errors import CriteriaError, FileError
from criteria.explain.face import Face
from criteria.files.document import ProblemDocument, ScenarioDocument, problem_document, scenario_document
from criteria.files.document_place import CELLS, place_in, with_cell
from criteria.files.record.decision import Decision
from criteria.model.evaluation import Evaluation
from criteria.model.problem import Problem
from criteria.model.remembered import remembered
from criteria.model.text import clean_text
from criteria.translation import translate as _

FORMAT: Final = "criteria-decision"
VERSION: Final = 1
Digest = Annotated[str, Field(pattern="^[0-9a-f]{64}$")]


class DecisionDocument(BaseModel):
    """What `decision.json` holds. `parts` and `files` have SHA-256 digests: of each part as canonical JSON, of each file's bytes."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)

    format: Literal["criteria-decision"] = FORMAT
    version: Literal[1] = VERSION
    date: str
    software: str
    link: str
    verdict: str
    name: str = ""
    decision: Decision
    problem: ProblemDocument
    scenario: ScenarioDocument
    parts: dict[str, Digest] = {}
    files: dict[str, Digest] = {}


PARTS = ("date", "verdict", "decision", "problem", "scenario")


def document_of(
    evaluation: Evaluation, face: Face, decision: Decision, *, version: str, name: str
) -> dict[str, Any]:
    """Return the document as plain values, with the digests of its parts and none of files yet."""
    problem, scenario = evaluation.problem, evaluation.scenario
    fields = {field: getattr(decision, field) for field in Decision.__dataclass_fields__}
    values: dict[str, Any] = {
        "format": FORMAT,
        "version": VERSION,
        "date": face.day,
        "software": version,
        "link": face.link,
        "verdict": face.said,
        "name": name,
        "decision": fields,
        "problem": json.loads(_problem_text(problem)),
        "scenario": json.loads(scenario_document(problem, scenario, indent=None)),
    }
    return values | {"parts": {part: digest_of_part(values[part]) for part in PARTS}}


@remembered
def _problem_text(problem: Problem) -> str:
    """Return the problem as JSON text on one line, written once for record and workbook."""
    return problem_document(problem, indent=None)


def digest_of_part(value: object) -> str:
    """Return the SHA-256 digest of a value as canonical JSON: keys sorted, no space, UTF-8."""
    return digest_of(json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode())


def digest_of(content: bytes) -> str:
    """Return the SHA-256 digest of bytes, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def read_document(content: bytes) -> tuple[DecisionDocument, Mapping[str, Any]]:
    """Return the document of these bytes, checked, and its plain values; raise FileError with a sentence where it is none."""
    try:
        values = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise FileError(
            [_("decision.json is not a JSON document: {reason}.", reason=clean_text(str(error), 200))]
        ) from error
    if not isinstance(values, dict) or values.get("format") != FORMAT:
        raise FileError([_("decision.json is not the document of a decision record.")])
    if values.get("version") != VERSION:
        raise FileError(
            [
                _(
                    "The record has version {version}; this software reads version {known}. Use the software that wrote it.",
                    version=clean_text(str(values.get("version")), 20),
                    known=VERSION,
                )
            ]
        )
    try:
        return DecisionDocument.model_validate_json(content), values
    except ValidationError as error:
        found = error.errors(include_url=False, include_context=False, include_input=False)[0]
        path = found["loc"]
        rating = path[:2] == ("problem", CELLS)
        place = place_in(values.get("problem"), path[1:]) if rating else ".".join(map(str, path))
        raise FileError(
            [
                _(
                    "The record cannot be used at '{place}': {reason}.",
                    place=clean_text(place, 120),
                    reason=clean_text(str(found["msg"]), 160),
                )
            ]
        ) from error
    except CriteriaError as error:
        raise FileError([with_cell(values.get("problem"), error)]) from error


@lru_cache(maxsize=1)
def decision_schema() -> str:
    """Return the JSON schema of the document, as JSON text."""
    return json.dumps(DecisionDocument.model_json_schema(mode="serialization"), ensure_ascii=False, indent=1)
