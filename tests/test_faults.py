"""Each fault that can be planted names a piece of code that stands once in the package, so that the next run plants what it says."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]


def test_each_piece_of_code_that_a_fault_takes_the_place_of_stands_there_once() -> None:
    run = [sys.executable, str(ROOT / "tests" / "faults" / "run.py"), "--check"]
    checked = subprocess.run(run, capture_output=True, text=True, check=False)
    assert checked.returncode == 0, (
        f"Write these anew in tests/faults/faults.toml:\n{checked.stdout}{checked.stderr}"
    )
