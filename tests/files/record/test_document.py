"""The record as machines read it: a document of its published schema, refused in sentences."""

from __future__ import annotations

import json

import jsonschema
import pytest
from records import files_of, record

from criteria.errors import FileError
from criteria.files.record.document import decision_schema, digest_of_part, read_document


def test_the_document_is_that_of_its_schema() -> None:
    files = files_of(record())
    assert files["decision.schema.json"].decode() == decision_schema()
    jsonschema.validate(json.loads(files["decision.json"]), json.loads(decision_schema()))


def test_equal_values_have_one_digest_however_they_are_written() -> None:
    assert digest_of_part({"a": 1.0, "b": "é"}) == digest_of_part(json.loads('{"b": "\\u00e9",  "a": 1.0}'))
    assert digest_of_part({"a": 1.0}) != digest_of_part({"a": 1.5})


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"{", "not a JSON document"),
        (b"[]", "not the document of a decision record"),
        (b'{"format": "criteria-decision", "version": 7}', "version 7; this software reads version 1"),
        (b'{"format": "criteria-decision", "version": 1}', "cannot be used at"),
    ],
)
def test_what_is_no_document_is_refused_in_a_sentence(content: bytes, said: str) -> None:
    with pytest.raises(FileError, match=said):
        read_document(content)


def test_the_published_schema_names_every_field_of_a_problem() -> None:
    schema = json.loads(decision_schema())["$defs"]
    assert {"criteria", "alternatives", "performances", "gates", "profiles"} <= set(
        schema["ProblemDocument"]["properties"]
    )
    assert {"low", "likely", "high", "confidence", "rationale", "source"} <= set(
        schema["Performance"]["properties"]
    )
