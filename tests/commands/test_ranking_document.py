"""The ranking as a JSON document."""

from __future__ import annotations

import json

import jsonschema

import criteria
from criteria.commands.leaving_now import leaving_now
from criteria.commands.ranking_document import ranking_json, ranking_schema
from criteria.model.problem import Problem


def test_the_document_is_that_of_its_schema_and_says_what_is_unknown(suppliers: Problem) -> None:
    evaluation = criteria.evaluate(suppliers, suppliers.base_scenario())
    found = json.loads(ranking_json(evaluation, "1"))
    jsonschema.validate(found, json.loads(ranking_schema()))
    unknown = sum(not cell.known for row in suppliers.performances for cell in row)
    assert sum(cell is None for row in found["performances"].values() for cell in row.values()) == unknown > 0
    assert sum(row["weight"] for row in found["criteria"]) == sum(found["settings"]["weights"].values())


def test_the_document_says_who_leads_how_firmly_and_when(suppliers: Problem) -> None:
    evaluation = criteria.evaluate(suppliers, suppliers.base_scenario(), methods=())
    leaving = leaving_now(evaluation, "1")
    face = leaving.face
    found = json.loads(ranking_json(evaluation, "1", leaving.robustness, face))
    jsonschema.validate(found, json.loads(ranking_schema()))
    assert found["verdict"] == {
        "headline": face.headline,
        "caution": face.caution,
        "sentences": list(face.sentences),
        "date": face.day,
    }
