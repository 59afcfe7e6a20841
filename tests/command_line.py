"""How the tests call the command line in their own process, and where the bundled problems lie."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
CLOUD = str(ROOT / "data" / "automotive-cloud")
FIGHTER = str(ROOT / "data" / "fighter-aircraft")


@dataclass(frozen=True)
class Outcome:
    """What a call left behind: its exit code, what it printed, and what it complained of."""

    code: int
    out: str
    err: str


Call = Callable[..., Outcome]
