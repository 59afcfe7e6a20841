"""The shortest document says what the whole one says, field by field."""

from __future__ import annotations

import json

from hypothesis import given, settings

from criteria.files.document import ProblemDocument, problem_document, short_problem_document
from criteria.model.problem import Problem
from tests.model.any_problem import problems


@given(problems())
@settings(max_examples=40, deadline=None)
def test_a_short_document_is_the_whole_one_without_what_goes_without_saying(problem: Problem) -> None:
    whole = ProblemDocument.model_validate_json(problem_document(problem))
    left = whole.model_dump(mode="json", exclude_defaults=True)
    for cell in left["performances"]:
        known = cell["performance"]
        for end in ("low", "high"):
            if known.get(end) == known.get("likely"):
                known.pop(end, None)
    expected = {"format": whole.format, "version": whole.version, **left}
    assert short_problem_document(problem) == json.dumps(expected, ensure_ascii=False, separators=(",", ":"))
