"""What all tests share: the bundled problems, loaded once."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from command_line import Call, Outcome
from hypothesis import settings

import criteria
from criteria.model.problem import Problem

ROOT = Path(__file__).parents[1]
# How long an example takes says how busy the machine is, and nothing about the code.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


@pytest.fixture(scope="session")
def case() -> Problem:
    """Return the automotive-cloud case."""
    return criteria.load_problem(ROOT / "data" / "automotive-cloud")


@pytest.fixture(scope="session")
def suppliers() -> Problem:
    """Return the problem with blanks and a flat list of criteria."""
    return criteria.load_problem(ROOT / "data" / "telematics-suppliers")


@pytest.fixture(scope="session")
def aircraft() -> Problem:
    """Return the textbook example."""
    return criteria.load_problem(ROOT / "data" / "fighter-aircraft")


@pytest.fixture
def call(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Call:
    """Return a function that runs the command line in this process, errors and all."""
    from criteria.__main__ import run

    def invoke(*words: str) -> Outcome:
        monkeypatch.setattr(sys, "argv", ["criteria", *words])
        capsys.readouterr()
        code: object = 0
        try:
            run()
        except SystemExit as left:
            code = left.code
        said = capsys.readouterr()
        return Outcome(int(str(code or 0)), said.out, said.err)

    return invoke
