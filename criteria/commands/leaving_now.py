"""What leaves by the command line today: the face of its files has the day, and the link as a query that `--link` takes."""

from __future__ import annotations

from criteria.links.scenario import address
from criteria.model.evaluation import Evaluation
from criteria.reports.leaving import Leaving, leaving_of, today
from criteria.robustness.evaluated.summary import live_robustness


def leaving_now(evaluation: Evaluation, version: str, *, base: str = "", name: str = "") -> Leaving:
    """Return what leaves with an evaluation.  base: where the app runs, empty for the part from the question mark on."""
    return leaving_of(
        evaluation,
        live_robustness(evaluation),
        day=today(),
        link=address(evaluation.problem, evaluation.scenario, base),
        version=version,
        name=name,
    )
