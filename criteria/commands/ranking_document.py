"""A ranking as a JSON document with a published schema."""

from __future__ import annotations

import json

from pydantic import BaseModel, ConfigDict, Field

from criteria.explain.face import Face
from criteria.files.shortlist import shortlist_columns
from criteria.links.scenario import scenario_to_query
from criteria.model.evaluation import Evaluation
from criteria.model.scenario import ChangedCell
from criteria.robustness.evaluated.summary import Robustness


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", defer_build=True)


class Settings(_Part):
    """How the ranking was computed."""

    version: str = Field(description="version of the software")
    problem: str = Field(description="identifier of the problem")
    data: str = Field(description="fingerprint of the data: eight hexadecimal digits")
    method: str = Field(description="key of the ranking method")
    normalization: str
    weights: dict[str, float] = Field(description="weight of each criterion by its identifier; they sum to 1")
    query: dict[str, str] = Field(description="parameters of the link to this scenario")


class CriterionRow(_Part):
    """A criterion that candidates are rated under."""

    id: str
    name: str
    direction: str = Field(pattern="^(maximize|minimize)$")
    unit: str
    weight: float = Field(ge=0, le=1)


class CandidateRow(BaseModel):
    """A candidate of the shortlist; further columns say how it scores under each group of criteria.

    What was drawn is null where the method is not tested live, and for a candidate that is set aside.
    """

    model_config = ConfigDict(extra="allow", defer_build=True)

    rank: int | None = Field(description="1 is best; null for a candidate that is set aside")
    candidate: str
    first_by_weights: float | None = Field(
        ge=0, le=1, description="share of the draws of weights in which it is first"
    )
    first_by_evidence: float | None = Field(
        ge=0, le=1, description="share of the draws of the evidence in which it is first"
    )
    rank_low: int | None = Field(description="best rank in 90 % of the draws")
    rank_high: int | None = Field(description="worst rank in 90 % of the draws")
    separated_from_first: bool | None = Field(
        description="whether the first is ahead of it in more than 90 % of the draws of either kind; null for the first itself"
    )


class HandRow(_Part):
    """A performance that the scenario sets by hand: it has no source."""

    candidate: str
    criterion: str
    was: tuple[float, float, float] | None = Field(
        description="low, likely and high of the data; null where unknown"
    )


class VerdictPart(_Part):
    """Who leads and how firmly, in the words of every other file of this scenario."""

    headline: str
    caution: str = Field(
        description="how firm the lead is, in a word or two; empty where there is nothing to add"
    )
    sentences: list[str]
    date: str = Field(description="day on which the document was made, ISO 8601")


class RankingDocument(_Part):
    """What `rank --format json` writes."""

    verdict: VerdictPart | None = None
    settings: Settings
    criteria: list[CriterionRow]
    performances: dict[str, dict[str, tuple[float, float, float] | None]] = Field(
        description="by candidate's name and criterion's name: low, likely and high, or null where unknown"
    )
    set_by_hand: list[HandRow] = Field(description="performances that are not those of the data")
    shortlist: list[CandidateRow] = Field(description="best first; those set aside at the end")
    notes: list[str] = Field(description="what was left out, converted or assumed when the data were read")


def ranking_schema() -> str:
    """Return the JSON schema of the document."""
    return json.dumps(RankingDocument.model_json_schema(), ensure_ascii=False, indent=2)


def ranking_json(
    evaluation: Evaluation, version: str, robustness: Robustness | None = None, face: Face | None = None
) -> str:
    """Return the ranking with its settings, criteria and data as JSON; what is missing is null.

    robustness: how far each place is earned, None where that is not tested.  face: who leads and how firmly, in the document's first part.
    """
    problem, scenario = evaluation.problem, evaluation.scenario
    columns = shortlist_columns(evaluation, robustness)
    rows = [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]
    weights = {leaf.id: float(w) for leaf, w in zip(problem.leaves, evaluation.weights, strict=True)}
    cells = evaluation.cells
    said = face and {
        "headline": face.headline,
        "caution": face.caution,
        "sentences": list(face.sentences),
        "date": face.day,
    }
    document = {
        **({"verdict": said} if said else {}),
        "settings": {
            "version": version,
            "problem": problem.id,
            "data": problem.fingerprint,
            "method": scenario.method,
            "normalization": evaluation.normalization,
            "weights": weights,
            "query": scenario_to_query(problem, scenario),
        },
        "criteria": [
            {
                "id": leaf.id,
                "name": leaf.name,
                "direction": "maximize" if leaf.maximize else "minimize",
                "unit": leaf.unit,
                "weight": weights[leaf.id],
            }
            for leaf in problem.leaves
        ],
        "performances": {
            alternative.name: {
                leaf.name: [cell.low, cell.likely, cell.high] if cell.known else None
                for leaf, cell in zip(problem.leaves, row, strict=True)
            }
            for alternative, row in zip(problem.alternatives, cells, strict=True)
        },
        "set_by_hand": [_by_hand(evaluation, cell) for cell in scenario.changed],
        "shortlist": rows,
        "notes": list(problem.notes),
    }
    return json.dumps(document, ensure_ascii=False, indent=2)


def _by_hand(evaluation: Evaluation, cell: ChangedCell) -> dict[str, object]:
    problem = evaluation.problem
    before = problem.performance(cell.alternative, cell.criterion)
    return {
        "candidate": problem.alternatives[problem.row(cell.alternative)].name,
        "criterion": problem.criterion(cell.criterion).name,
        "was": [before.low, before.likely, before.high] if before.known else None,
    }
