"""A seal: what was decided about weights, gates, criteria and method before scores or names were seen, with its time and a short code.

The code is made from a digest of all of it: whoever published the code can show later that nothing was changed, and whoever has the
code can check that. The seal itself holds the choices, so that what moved can be told.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Annotated, Any, Final, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, ValidationError

from criteria.errors import FileError
from criteria.model.criterion import Criterion
from criteria.model.gates import Gate
from criteria.model.problem import Problem
from criteria.model.scenario import Scenario
from criteria.model.text import clean_text
from criteria.translation import translate as _

FORMAT: Final = "criteria-seal"
CODE_BYTES = 15  # 120 bits, 24 letters and digits: nobody finds other choices with the same code
SIZE_LIMIT = 5_000_000  # bytes


class Choices(BaseModel):
    """What is sealed. importances: points of every node, in the order of the tree; criteria and gates as the problem has them."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)

    problem: str
    profile: str
    method: str
    normalization: str = ""
    blanks: str
    importances: tuple[tuple[str, Annotated[float, Field(allow_inf_nan=False)]], ...]
    waived: tuple[str, ...] = ()
    criteria: tuple[Criterion, ...]
    gates: tuple[Gate, ...] = ()


class _SealDocument(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)

    format: Literal["criteria-seal"] = FORMAT
    version: Literal[1] = 1
    time: AwareDatetime
    code: str
    choices: Choices


@dataclass(frozen=True, slots=True)
class Seal:
    """time: in UTC, whole seconds.  code: six groups of four, made from time and choices alone."""

    time: datetime
    choices: Choices
    code: str

    @property
    def scenario(self) -> Scenario:
        """The sealed choices as a scenario: nobody set aside, no rating changed."""
        chosen = self.choices
        return Scenario(
            chosen.problem,
            chosen.profile,
            chosen.method,
            chosen.importances,
            chosen.normalization,
            chosen.blanks,
            chosen.waived,
        )


def seal(problem: Problem, scenario: Scenario, *, time: datetime) -> Seal:
    """Return the seal of the choices in a scenario.  time: of sealing, with its time zone.

    Ratings and candidates are no part of it: neither what they are, nor what the scenario changes of them.
    """
    if time.tzinfo is None:
        raise ValueError(_("the time of a seal needs its time zone"))
    choices = Choices(
        problem=problem.id,
        profile=scenario.profile,
        method=scenario.method,
        normalization=scenario.normalization,
        blanks=scenario.blanks,
        importances=scenario.importances,
        waived=scenario.waived,
        criteria=problem.criteria,
        gates=problem.gates,
    )
    moment = time.astimezone(UTC).replace(microsecond=0)
    return Seal(moment, choices, code_of(moment, choices))


def code_of(time: datetime, choices: Choices) -> str:
    """Return the short code of choices sealed at a time, such as ABCD-EFGH-…: letters and the digits 2 to 7."""
    told = {"time": time.astimezone(UTC).isoformat(), "choices": choices.model_dump(mode="json")}
    text = json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    letters = base64.b32encode(hashlib.sha256(text.encode()).digest()[:CODE_BYTES]).decode()
    return "-".join(letters[k : k + 4] for k in range(0, len(letters), 4))


def same_code(one: str, other: str) -> bool:
    """Whether two codes are the same however they were typed: in small letters, with other signs between the groups."""
    bare = ["".join(sign for sign in code.upper() if sign.isalnum()) for code in (one, other)]
    return bare[0] == bare[1] != ""


def seal_document(sealed: Seal) -> str:
    """Return the seal as JSON text; the same text for equal seals."""
    document = _SealDocument(time=sealed.time, code=sealed.code, choices=sealed.choices)
    return json.dumps(document.model_dump(mode="json"), ensure_ascii=False, indent=1)


def seal_from_document(text: str | bytes) -> tuple[Seal, list[str]]:
    """Return the seal of a JSON text, with a note where its code is not that of its choices: then it was changed.

    The code is computed anew, whatever the text says. Raises FileError with a sentence where the text is no seal.
    """
    if len(text) > SIZE_LIMIT:
        raise FileError([_("This is too large to be a seal.")])
    try:
        given: Mapping[str, Any] = json.loads(text)
        document = _SealDocument.model_validate_json(json.dumps(given))
    except ValidationError as error:
        found = error.errors(include_url=False, include_context=False, include_input=False)[0]
        place = ".".join(str(part) for part in found["loc"])
        raise FileError(
            [_("This is no seal: '{place}' {reason}.", place=clean_text(place, 60), reason=found["msg"])]
        ) from error
    except (ValueError, RecursionError) as error:
        raise FileError([_("This is no seal: it is not a JSON document.")]) from error
    code = code_of(document.time, document.choices)
    notes = []
    if not same_code(code, document.code):
        notes.append(
            _(
                "The seal was changed after it was made: its code is {found}, not {stated}.",
                found=code,
                stated=clean_text(document.code, 40),
            )
        )
    return Seal(document.time.astimezone(UTC), document.choices, code), notes


def unsealed(sealed: Seal, problem: Problem, scenario: Scenario) -> Scenario:
    """Return a scenario with its choices as they were sealed, and everything else as it is now.

    Points of criteria that the problem has no more are left out; a criterion that is new keeps its present points.
    """
    points, gates = dict(sealed.choices.importances), {gate.id for gate in problem.gates}
    return replace(
        scenario,
        profile=sealed.choices.profile if sealed.choices.profile in {p.id for p in problem.profiles} else "",
        method=sealed.choices.method,
        normalization=sealed.choices.normalization,
        blanks=sealed.choices.blanks,
        importances=tuple((name, points.get(name, now)) for name, now in scenario.importances),
        waived=tuple(gate for gate in sealed.choices.waived if gate in gates),
    )
