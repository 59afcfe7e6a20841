"""A problem that a person can compute with a pencil: four candidates, three criteria, a gate, a blank, ranges, two profiles.

                 Quality 0–10   Speed 0–10    Price 0–100, less is better     Hosted here
    Ash          8 (6–9)        7             40                              yes
    Birch        6              8 (6–10)      20                              yes
    Cedar        5.5            unknown       10                              yes
    Dogwood      9              9             10                              no: fails the gate

By the declared scales, the blank at the median of 7, 8 and 9, the ratings are

    Ash          0.80           0.70          0.60
    Birch        0.60           0.80          0.80
    Cedar        0.55           0.80          0.90
    Dogwood      0.90           0.90          0.90

Buyers give 60, 20, 20 points, so by the weighted sum
    Ash 0.48 + 0.14 + 0.12 = 0.74    Birch 0.36 + 0.16 + 0.16 = 0.68    Cedar 0.33 + 0.16 + 0.18 = 0.67    Dogwood 0.90
and engineers 20, 50, 30, so
    Ash 0.16 + 0.35 + 0.18 = 0.69    Birch 0.12 + 0.40 + 0.24 = 0.76    Cedar 0.11 + 0.40 + 0.27 = 0.78    Dogwood 0.90

With q, s, p for the weights of quality, speed and price the leads of Ash are
    over Birch 0.20 q - 0.10 s - 0.20 p    and over Cedar 0.25 q - 0.10 s - 0.30 p.
"""

from __future__ import annotations

from functools import cache

import criteria
from criteria.model.alternative import Alternative
from criteria.model.criterion import Criterion, Scale
from criteria.model.evaluation import Evaluation
from criteria.model.evidence import Performance, Source
from criteria.model.gates import Gate
from criteria.model.problem import Problem
from criteria.model.profile import Profile
from criteria.model.scenario import Scenario
from criteria.robustness.evaluated.summary import Robustness, robustness_of

ASH, BIRCH, CEDAR = 0, 1, 2
# Quality q = 1 - s - p: where a weight moves alone the others keep their proportions (buyers: 60 to 20 to 20).
PROBLEM = Problem(
    "trees",
    "Trees",
    (
        Criterion("quality", "Quality", scale=Scale(0, 10)),
        Criterion("speed", "Speed", scale=Scale(0, 10)),
        Criterion("price", "Price", maximize=False, unit="EUR", scale=Scale(0, 100)),
    ),
    tuple(
        Alternative(name.lower(), name, attributes=(("Hosted here", hosted),))
        for name, hosted in (("Ash", "yes"), ("Birch", "yes"), ("Cedar", "yes"), ("Dogwood", "no"))
    ),
    (
        (
            Performance(6, 8, 9, confidence="C", source="visit"),
            Performance(likely=7, confidence="A"),
            Performance(likely=40, confidence="A"),
        ),
        (
            Performance(likely=6, confidence="B"),
            Performance(6, 8, 10, confidence="C"),
            Performance(likely=20, confidence="A"),
        ),
        (Performance(likely=5.5, confidence="B"), Performance(), Performance(likely=10, confidence="A")),
        (
            Performance(likely=9, confidence="A"),
            Performance(likely=9, confidence="A"),
            Performance(likely=10, confidence="A"),
        ),
    ),
    gates=(Gate("hosting", True, "==", attribute="Hosted here", asked="yes"),),
    profiles=(
        Profile("buyers", "Buyers", (("quality", 60.0), ("speed", 20.0), ("price", 20.0))),
        Profile("engineers", "Engineers", (("quality", 20.0), ("speed", 50.0), ("price", 30.0))),
    ),
    sources=(Source("visit", "Notes of a visit"),),
    notes=("Made up for a pencil.",),
    default_profile="buyers",
    default_method="wsm",
)
BASE = PROBLEM.base_scenario().with_blanks("median")
ENGINEERS = PROBLEM.base_scenario("engineers").with_blanks("median")


@cache
def evaluated(scenario: Scenario = BASE, *methods: str) -> Evaluation:
    """Return the evaluation of a scenario, with the ranks under the methods named."""
    return criteria.evaluate(PROBLEM, scenario, methods=methods)


@cache
def robust(scenario: Scenario = BASE) -> Robustness:
    """Return what stands behind the headline of a scenario."""
    return robustness_of(evaluated(scenario))
