"""A weight reads alike wherever it is written: the panel's JavaScript against the engine's percentages, share by share."""

from __future__ import annotations

import json
import math
import random
import shutil
import subprocess
from pathlib import Path

import pytest

import criteria
from criteria.explain.numbers import percent
from criteria.ui.components.shortlist import importance_panel

SOURCE = (Path(criteria.__file__).parent / "ui/components/common/percent.js").read_text(encoding="utf-8")
PRINT = "process.stdout.write(JSON.stringify(JSON.parse(require('fs').readFileSync(0)).map(percentText)))"
NODE = shutil.which("node")


def shares() -> list[float]:
    """Return exact halves, the borders of the rule with their neighbours, all thousandths, and shares drawn at random."""
    halves = [k / 1600 for k in range(1601)] + [(k + 0.5) / 100 for k in range(100)]
    borders = [0.0, 0.0005, 0.005, 0.0025, 0.0075, 0.0995, 0.1, 0.125, 0.375, 0.994, 0.995, 0.996, 1.0]
    beside = [math.nextafter(border, way) for border in borders for way in (0.0, 1.0)]
    drawn = random.Random(7)
    anywhere = [drawn.random() ** power for power in (1, 3, 9) for _draw in range(1000)]
    return [*halves, *borders, *beside, *(k / 1000 for k in range(1001)), *anywhere, 5e-324]


@pytest.mark.skipif(NODE is None, reason="node is not installed")
def test_the_panel_writes_each_share_as_the_engine_does() -> None:
    given = shares()
    done = subprocess.run(
        [str(NODE), "-e", SOURCE + PRINT], input=json.dumps(given), capture_output=True, text=True, check=True
    )
    told = json.loads(done.stdout)
    wrong = [
        (share, there, percent(share))
        for share, there in zip(given, told, strict=True)
        if there != percent(share)
    ]
    assert wrong == []
    assert {"> 99%", "100%", "0%", "< 0.1%", "12%"} <= set(told)


@pytest.mark.skipif(NODE is None, reason="node is not installed")
def test_the_panel_adds_up_as_the_engine_does() -> None:
    drawn = random.Random(11)
    rows = [[drawn.random() * 10.0 ** drawn.randint(-16, 2) for _part in range(17)] for _row in range(2000)]
    rows += [[], [0.1] * 10, [1.0, 2.0**-53, 2.0**-106], [1.0, 2.0**-53], [0.0, 0.0]]
    done = subprocess.run(
        [str(NODE), "-e", SOURCE + PRINT.replace("percentText", "exactSum")],
        input=json.dumps(rows),
        capture_output=True,
        text=True,
        check=True,
    )
    assert json.loads(done.stdout) == [math.fsum(row) for row in rows]


def test_the_panel_has_no_rule_of_its_own() -> None:
    panel = Path(importance_panel.__file__).with_suffix(".js").read_text(encoding="utf-8")
    assert "percentText(" in panel
    assert "function percentText" not in panel
