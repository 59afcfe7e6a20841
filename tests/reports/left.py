"""What leaves with the small problem, and with one whose names are long, Japanese, and made to be taken for something else."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from by_hand import BASE, PROBLEM

import criteria
from criteria.model.problem import Problem
from criteria.model.scenario import Scenario
from criteria.reports.leaving import Leaving, leaving

LINK = "https://example.org/?v=1&problem=trees"
CASE = Path(__file__).parents[2] / "data" / "automotive-cloud"
NAMES = (
    "株式会社日本自動車クラウドサービス開発研究所（横浜本社・北米統括）",
    '=HYPERLINK("http://evil.example")',
    "http://evil.example/",
    "The Extraordinarily Long Name of a Supplier of Connected-Car Platforms and Over-the-Air Updates",
    "<b>[x](http://evil.example)</b> #set text(red) $x$",
)


def left(problem: Problem = PROBLEM, scenario: Scenario = BASE, *, link: str = LINK) -> Leaving:
    return leaving(problem, scenario, day="2026-11-27", link=link, version="9.9", methods=())


def hostile_case() -> Problem:
    case = criteria.load_problem(CASE)
    return replace(
        case,
        title="日本のクラウド提携先 =1+1 http://evil.example",
        alternatives=tuple(
            replace(a, short_name="", name=f"{NAMES[i % len(NAMES)]} {i}")
            for i, a in enumerate(case.alternatives)
        ),
        criteria=tuple(
            replace(c, short_name="", name=f"{c.name} 長い名前の評価基準 and more words to be read"[:119])
            for c in case.criteria
        ),
    )
