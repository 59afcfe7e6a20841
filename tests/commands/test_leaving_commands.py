"""The commands whose result is a file: written, opened again, and refused in sentences."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner

import criteria
from criteria.__main__ import main
from criteria.commands.scenario_options import _query_of
from criteria.errors import CriteriaError
from criteria.files.record import reopened
from criteria.links.scenario import scenario_from_query

SUPPLIERS = "telematics-suppliers"


def call(*words: str, fails: bool = False) -> str:
    done = CliRunner().invoke(main, words)
    if fails:
        raise done.exception  # type: ignore[misc]
    assert done.exit_code == 0, done.output
    return done.output


def test_a_record_is_written_and_opens_again_with_its_link(tmp_path: Path) -> None:
    file, problem = tmp_path / "r.zip", criteria.load_problem(Path("data") / SUPPLIERS)
    name = problem.alternatives[1].name
    call(
        "record",
        SUPPLIERS,
        "--method",
        "topsis",
        "--deciders",
        "the board",
        "--chosen",
        name.upper(),
        "--output",
        str(file),
    )
    found = reopened("r.zip", file.read_bytes())
    assert found.scenario == problem.base_scenario().with_method("topsis")
    assert (found.decision.deciders, found.decision.chosen) == ("the board", problem.alternatives[1].id)
    told = call("reopen", str(file)).splitlines()
    assert told[0].endswith(found.verdict)
    assert scenario_from_query(problem, _query_of(told[-1])) == (found.scenario, [])


def test_an_unknown_candidate_and_a_foreign_file_are_sentences(tmp_path: Path) -> None:
    with pytest.raises(CriteriaError, match="no candidate 'Nobody'"):
        call("record", SUPPLIERS, "--chosen", "Nobody", "--output", str(tmp_path / "r.zip"), fails=True)
    (tmp_path / "x.zip").write_bytes(b"no zip")
    with pytest.raises(CriteriaError, match=r"x\.zip is no decision record"):
        call("reopen", str(tmp_path / "x.zip"), fails=True)
    with pytest.raises(CriteriaError, match="cannot be written"):
        call("record", SUPPLIERS, "--output", str(tmp_path / "no" / "r.zip"), fails=True)


@pytest.mark.parametrize("what", ["workbook", "page"])
def test_one_file_is_written(what: str, tmp_path: Path) -> None:
    file = tmp_path / "file"
    call("export", SUPPLIERS, "--what", what, "--output", str(file))
    assert file.read_bytes().startswith({"workbook": b"PK", "page": b"%PDF"}[what])


def test_the_pack_is_written(tmp_path: Path) -> None:
    call("pack", SUPPLIERS, "--output", str(tmp_path / "p.zip"))
    with zipfile.ZipFile(tmp_path / "p.zip") as package:
        assert len(package.namelist()) == 6


def test_a_second_opinion_that_is_asked_for_stands_in_record_and_inputs(tmp_path: Path) -> None:
    for command in ("record", "pack"):
        file = tmp_path / f"{command}.zip"
        for asked in (True, False):
            call(command, SUPPLIERS, *["--second-opinion"] * asked, "--output", str(file))
            texts = [text.decode("utf-8") for text in _texts(file.read_bytes())]
            said = [text for text in texts if "Computed independently by scikit-criteria" in text]
            # The record has the inputs in it; the pack has them beside it too.
            assert len(said) == (0 if not asked else 2 if command == "record" else 3)
            assert all("same order" in text for text in said)


def _texts(content: bytes) -> list[bytes]:
    """Return the CSV and Markdown files of a zip, and of the zips in it."""
    found = []
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        for name in package.namelist():
            if name.endswith((".csv", ".md")):
                found.append(package.read(name))
            elif name.endswith(".zip"):
                found += _texts(package.read(name))
    return found
