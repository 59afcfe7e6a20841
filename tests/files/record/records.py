"""Records of the small problem, for the tests of this room."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable

from by_hand import BASE, PROBLEM

from criteria.files.record.decision import Decision
from criteria.files.record.package import packed, record_zip
from criteria.model.problem import Problem
from criteria.model.scenario import Scenario
from criteria.reports.leaving import leaving

LINK = "https://example.org/?v=1"


def record(
    problem: Problem = PROBLEM, scenario: Scenario = BASE, decision: Decision | None = None, *, name: str = ""
) -> bytes:
    found = leaving(problem, scenario, day="2026-11-27", link=LINK, version="9.9", methods=())
    return record_zip(found.evaluation, found.robustness, found.face, decision, version="9.9", name=name)


def files_of(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def changed(content: bytes, name: str, change: Callable[[str], str]) -> bytes:
    files = files_of(content)
    return packed(files | {name: change(files[name].decode()).encode()})


def in_document(change: Callable[[dict], object]) -> Callable[[str], str]:
    def changed_text(text: str) -> str:
        values = json.loads(text)
        change(values)
        return json.dumps(values)

    return changed_text
