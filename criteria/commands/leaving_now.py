"""What leaves by the command line today: the face of its files has the day, and the link as a query that `--link` takes."""

from __future__ import annotations

from criteria.errors import CriteriaError
from criteria.files.bundled import data_folder
from criteria.files.document import short_problem_document
from criteria.files.load import load_problem
from criteria.links.scenario import TABLE_ROOM, address
from criteria.links.small_table import packed
from criteria.model.evaluation import Evaluation
from criteria.model.problem import Problem
from criteria.model.scenario import Scenario
from criteria.ranking.second_opinion import second_opinion
from criteria.reports.leaving import Leaving, leaving_of, today
from criteria.robustness.evaluated.summary import live_robustness


def leaving_now(
    evaluation: Evaluation, version: str, *, base: str = "", name: str = "", opinion: bool = False
) -> Leaving:
    """Return what leaves with an evaluation.  base: where the app runs, empty for the part from the question mark on.

    opinion: whether scikit-criteria is asked too, which takes seconds.
    """
    return leaving_of(
        evaluation,
        live_robustness(evaluation),
        day=today(),
        link=link_to(evaluation.problem, evaluation.scenario, base),
        version=version,
        name=name,
        opinion=second_opinion(evaluation) if opinion else None,
    )


def link_to(problem: Problem, scenario: Scenario, base: str = "") -> str:
    """Return the address that opens a scenario: it names a bundled problem, and carries another one that is small enough for a link."""
    if _is_bundled(problem):
        return address(problem, scenario, base)
    table = packed(short_problem_document(problem)) or ""
    return address(problem, scenario, base, table if len(table) <= TABLE_ROOM else "")


def _is_bundled(problem: Problem) -> bool:
    """Return whether the app offers the problem as it is."""
    place = data_folder() / problem.id
    if not place.is_dir():
        return False
    try:
        return load_problem(place) == problem
    except CriteriaError:
        return False
