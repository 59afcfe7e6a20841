"""What leaves with an evaluation: the ranking, how firm it is, and the face that every file carries."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime

from criteria.explain.face import Face, face_of
from criteria.explain.second_opinion import second_opinion_text
from criteria.files.seal import Seal
from criteria.model.evaluation import Evaluation
from criteria.model.problem import Problem
from criteria.model.scenario import Scenario
from criteria.ranking.evaluate import evaluate
from criteria.ranking.second_opinion import SecondOpinion
from criteria.robustness.evaluated.on_request import Unbeaten
from criteria.robustness.evaluated.summary import Robustness, live_robustness


@dataclass(frozen=True, slots=True)
class Leaving:
    """An evaluation with its figures of firmness (None where the method has none at once) and its face.

    name: under which the scenario was saved, empty where it was not.  sealed: the seal made before scores were seen, if one was.
    """

    evaluation: Evaluation
    robustness: Robustness | None
    face: Face
    version: str
    name: str = ""
    sealed: Seal | None = None

    @property
    def problem(self) -> Problem:
        """The problem of the evaluation."""
        return self.evaluation.problem


def leaving(
    problem: Problem,
    scenario: Scenario,
    *,
    day: str,
    link: str,
    version: str,
    name: str = "",
    methods: Iterable[str] | None = None,
) -> Leaving:
    """Return what leaves with a scenario; raise CriteriaError where nothing can be ranked.

    day: ISO 8601.  link: the address that opens the scenario.  name: under which it was saved.  methods: as in `evaluate`.
    """
    evaluation = evaluate(problem, scenario, methods=methods)
    return leaving_of(evaluation, live_robustness(evaluation), day=day, link=link, version=version, name=name)


def leaving_of(
    evaluation: Evaluation,
    firmness: Robustness | Unbeaten | None,
    *,
    day: str,
    link: str,
    version: str,
    name: str = "",
    sealed: Seal | None = None,
    opinion: SecondOpinion | None = None,
) -> Leaving:
    """Return what leaves with an evaluation whose figures of firmness are known already, or those of a test that was asked for.

    opinion: what another library computed, where it was asked; inputs and record say it.
    """
    robustness = firmness if isinstance(firmness, Robustness) else None
    said = second_opinion_text(evaluation, opinion) if opinion else ""
    face = face_of(evaluation, firmness, day=day, link=link, version=version, name=name, opinion=said)
    return Leaving(evaluation, robustness, face, version, name, sealed)


def today() -> str:
    """Return the day on which something leaves, ISO 8601."""
    return date.today().isoformat()


def now() -> datetime:
    """Return this moment, in UTC."""
    return datetime.now(UTC)
