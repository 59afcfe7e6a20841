"""Sealed without a score on the screen; checked later with what moved, and with a code that was published."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

import criteria
from criteria.__main__ import main
from criteria.errors import CriteriaError

SUPPLIERS = "telematics-suppliers"


def call(*words: str, fails: bool = False) -> str:
    done = CliRunner().invoke(main, words)
    if fails:
        raise done.exception  # type: ignore[misc]
    assert done.exit_code == 0, done.output
    return done.output


def test_a_seal_shows_no_score_and_tells_later_what_moved(tmp_path: Path) -> None:
    problem = criteria.load_problem(Path("data") / SUPPLIERS)
    file, leaf = str(tmp_path / "seal.json"), problem.leaves[0]
    told = call("seal", SUPPLIERS, "--output", file)
    code = told.splitlines()[-1]
    assert not any(alternative.name in told for alternative in problem.alternatives)
    assert "Nothing has changed since" in call(
        "check-seal", SUPPLIERS, "--seal", file, "--code", code.lower()
    )
    moved = call("check-seal", SUPPLIERS, "--seal", file, "--weights", f"{leaf.id}=99")
    assert f"Importance of {leaf.label}: sealed" in moved
    record = str(tmp_path / "r.zip")
    call("record", SUPPLIERS, "--weights", f"{leaf.id}=99", "--seal", file, "--output", record)
    found = criteria_record(record)
    assert "## Sealed before scores were seen" in found
    assert code[:4] in found


def criteria_record(path: str) -> str:
    import zipfile

    with zipfile.ZipFile(path) as package:
        return package.read("decision.md").decode()


def test_another_code_than_the_published_one_is_refused(tmp_path: Path) -> None:
    file = str(tmp_path / "seal.json")
    call("seal", SUPPLIERS, "--output", file)
    with pytest.raises(CriteriaError, match="is not that of this seal"):
        call("check-seal", SUPPLIERS, "--seal", file, "--code", "AAAA-AAAA", fails=True)
