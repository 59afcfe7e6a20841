"""One defect in a copy of the clean problem: its own check finds it, and about the clean problem nothing is said."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from clean import RATINGS, clean, with_column, with_row

from criteria.checks import CHECKS, findings_of
from criteria.model.criterion import Criterion, Scale
from criteria.model.evidence import Performance, Source
from criteria.model.performance_table import PerformanceTable
from criteria.model.problem import Problem
from criteria.model.profile import Profile


def with_cell(problem: Problem, i: int, j: int, cell: Performance) -> Problem:
    return replace(problem, performances=problem.performances.with_cells({(i, j): cell}))


def with_criterion(problem: Problem, criterion: str, **fields: object) -> Problem:
    changed = tuple(replace(c, **fields) if c.id == criterion else c for c in problem.criteria)
    return replace(problem, criteria=changed)


def swapped(problem: Problem) -> Problem:
    """Terms, tools and support follow reach; reach is declared to be minimized."""
    for name, shift in (("terms", 0.5), ("tools", -0.5), ("support", 0.25)):
        wobble = (0.6, -0.6, 0.3, -0.3, 0.5, -0.5, 0.0)
        values = [RATINGS[i, 2] + shift * (i % 3) + wobble[(i + len(name)) % 7] for i in range(7)]
        problem = with_column(problem, name, [min(10.0, v) for v in values])
    problem = with_column(problem, "cost", [100 - 8 * RATINGS[i, 2] + (i % 2) for i in range(7)])
    return with_criterion(problem, "reach", maximize=False)


def blanks(problem: Problem) -> Problem:
    for i, j in ((0, 1), (1, 2), (2, 3), (3, 4), (4, 0), (5, 1), (6, 2), (0, 4)):
        problem = with_cell(problem, i, j, Performance())
    return problem


def judged(problem: Problem) -> Problem:
    rows = [[replace(cell, confidence="C") for cell in row] for row in problem.performances]
    return replace(problem, performances=PerformanceTable.of(rows))


def shared_sources(problem: Problem) -> Problem:
    for i in range(7):
        for j in (0, 1):
            problem = with_cell(problem, i, j, replace(problem.performances.cell(i, j), source=f"same{i}"))
    return problem


LATE = Source("s00", "Report", date="2024-01", after_case=True)
# The loud one wants nothing but cost and support, the others share a view of their own.
LOUD = (
    Profile("a", "A", (("terms", 50), ("tools", 20), ("reach", 50), ("cost", 0), ("support", 0))),
    Profile("b", "B", (("terms", 50), ("tools", 20), ("reach", 45), ("cost", 5), ("support", 0))),
    Profile("c", "C", (("terms", 0), ("tools", 0), ("reach", 0), ("cost", 100), ("support", 60))),
)

DEFECTS: dict[str, tuple[str, Callable[[Problem], Problem]]] = {
    "a cost in thousands": ("units", lambda p: with_cell(p, 3, 3, Performance(likely=70_000))),
    "a cost in thousandths": ("units", lambda p: with_cell(p, 3, 3, Performance(likely=0.045))),
    "a direction swapped": ("direction", swapped),
    "a rating against the anchor it quotes": (
        "anchor",
        lambda p: with_cell(p, 1, 0, Performance(2, 3, 4, "A", "Here the customer owns all of the data.")),
    ),
    "a scale of a hundred for ratings to ten": (
        "scale",
        lambda p: with_criterion(p, "tools", scale=Scale(0, 100)),
    ),
    "one value for all": ("constant", lambda p: with_column(p, "reach", [5.0] * 7)),
    "hardly any difference": (
        "narrow",
        lambda p: with_column(p, "cost", [50, 50.2, 50.1, 50.4, 50.3, 50.5, 50.6]),
    ),
    "the same ratings twice": (
        "alike",
        lambda p: with_column(p, "tools", [float(v) + 0.1 * (k % 2) for k, v in enumerate(RATINGS[:, 0])]),
    ),
    "the same sources twice": ("alike", shared_sources),
    "a criterion nobody weighs": (
        "unweighed",
        lambda p: replace(
            p,
            profiles=tuple(
                replace(x, importances=tuple((n, 0.0 if n == "reach" else v) for n, v in x.importances))
                for x in p.profiles
            ),
        ),
    ),
    "a silent supplier": ("silent", lambda p: with_row(p, "v2", [None, 6.0, None, None, 9.0])),
    "a copy": ("equal", lambda p: with_row(p, "v6", [7.9, 3.1, 6.1, 40.5, 4.1])),
    "a candidate never better": ("dominated", lambda p: with_row(p, "v5", [2.5, 2.0, 1.0, 66.0, 2.0])),
    "a decoy": ("decoy", lambda p: with_row(p, "v6", [7.6, 2.5, 5.5, 43.0, 3.7])),
    "one stakeholder who decides": ("loud", lambda p: replace(p, profiles=LOUD, default_profile="a")),
    "a source of the year after": ("later", lambda p: replace(p, sources=(LATE,))),
    "a fifth of blanks": ("blanks", blanks),
    "judgement alone": ("weak", judged),
}


# What else a defect is, beside what it was planted for.
ALSO = {
    "a cost in thousands": {
        "loud"
    },  # beside it all other costs are alike, and one stakeholder's weights decide
    "a cost in thousandths": {"dominated"},  # the one that seems to cost nothing is better everywhere
    "a direction swapped": {"alike"},  # turned round, it says what the others say
    "a decoy": {"dominated"},  # a decoy is dominated by the one that it makes look good
}


def test_nothing_is_said_about_a_clean_problem() -> None:
    assert [finding.text for finding in findings_of(clean())] == []


@pytest.mark.parametrize("defect", DEFECTS)
def test_each_defect_is_found_by_its_own_check_and_by_no_other(defect: str) -> None:
    key, plant = DEFECTS[defect]
    everything = findings_of(plant(clean()))
    found = [finding for finding in everything if finding.check == key]
    assert len(found) >= 1
    assert {finding.check for finding in everything} == {key} | ALSO.get(defect, set())
    for finding in found:
        assert finding.said.endswith(".")
        assert finding.advice.endswith(".")


def test_every_check_has_a_defect_that_it_finds() -> None:
    assert {key for key, _plant in DEFECTS.values()} == set(CHECKS)
    assert all(key == check.key and check.name.endswith("?") for key, check in CHECKS.items())


def test_a_low_rating_on_a_scale_to_ten_is_no_other_unit() -> None:
    low = with_column(clean(), "reach", [0.5, 5.0, 5.5, 6.0, 5.0, 6.5, 5.0])
    assert "units" not in {finding.check for finding in findings_of(low)}


def test_findings_name_the_places_they_are_about() -> None:
    unit = findings_of(DEFECTS["a cost in thousands"][1](clean()))
    assert [(f.alternatives, f.criteria) for f in unit if f.check == "units"] == [(("v3",), ("cost",))]
    direction = [f for f in findings_of(swapped(clean())) if f.check == "direction"]
    assert [f.criteria for f in direction] == [("reach",)]
    alike = [f for f in findings_of(DEFECTS["the same ratings twice"][1](clean())) if f.check == "alike"]
    assert [f.criteria for f in alike] == [("terms", "tools")]


def test_a_problem_of_one_candidate_or_of_blanks_is_checked_without_an_error() -> None:
    small = Problem(
        id="one",
        title="One",
        criteria=(Criterion("c", "C"), Criterion("d", "D")),
        alternatives=(clean().alternatives[0],),
        performances=PerformanceTable.of([[Performance(likely=0.0), Performance(likely=-1.0)]]),
    )
    assert isinstance(findings_of(small), tuple)


def test_the_bundled_problems_are_checked_quickly_and_in_sentences(
    case: Problem, suppliers: Problem, aircraft: Problem
) -> None:
    for problem in (case, suppliers, aircraft):
        for finding in findings_of(problem):
            assert "{" not in finding.text
            assert set(finding.alternatives) <= {a.id for a in problem.alternatives}
