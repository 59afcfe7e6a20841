"""What every file that leaves says on its face, once for all of them: who leads, how firmly, and by which choices."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from criteria.explain.differences import differences
from criteria.explain.numbers import percent
from criteria.explain.verdict import verdict, with_caution
from criteria.model.evaluation import Evaluation
from criteria.robustness.evaluated.on_request import Unbeaten
from criteria.robustness.evaluated.summary import Robustness
from criteria.translation import translate as _


@dataclass(frozen=True, slots=True)
class Face:
    """Title, leader and firmness in words, and the settings that lead to them, as pairs of name and value.

    caution: the word of the badge, empty where there is nothing to add.  day: as the reader writes it, ISO 8601.
    said: the headline with that word, on one line.  opinion: what another library says of the ranking, empty where it was not asked.  scenario: its name, or that it is the base case or not.  link: the address that opens the exact scenario.
    """

    title: str
    headline: str
    caution: str
    sentences: tuple[str, ...]
    settings: tuple[tuple[str, str], ...]
    day: str
    link: str
    foot: str
    scenario: str = ""
    fingerprint: str = ""
    weights: str = ""
    method: str = ""
    said: str = ""
    opinion: str = ""


def face_of(
    evaluation: Evaluation,
    robustness: Robustness | Unbeaten | None,
    *,
    day: str,
    link: str,
    version: str,
    name: str = "",
    opinion: str = "",
) -> Face:
    """Return the face of an evaluation.

    robustness: None where nothing was tested; then that is said.  name: under which the scenario was saved.
    opinion: what another library says of the ranking, where it was asked.
    """
    problem, scenario = evaluation.problem, evaluation.scenario
    said = verdict(evaluation, robustness)
    changed = differences(problem, scenario)
    called = name or (_("changed scenario") if changed else _("base case"))
    weights = ", ".join(_group_weights(evaluation))
    told = changed or _("The base case.")
    settings = [
        (_("Method"), evaluation.method_name),
        (_("Normalization"), evaluation.normalization),
        (_("Weights"), weights),
        (_("Scenario"), _("{name}. {told}", name=name, told=told) if name else told),
        (_("Data fingerprint"), problem.fingerprint),
        (_("Date"), day),
        (_("Software version"), version),
        (_("Link to this scenario"), link),
    ]
    foot = _(
        "{title} · {scenario} · {method} · data {fingerprint} · {day}",
        title=problem.title,
        scenario=called,
        method=evaluation.method_name,
        fingerprint=problem.fingerprint,
        day=day,
    )
    return Face(
        problem.title,
        said.headline,
        said.caution,
        said.sentences,
        tuple(settings),
        day,
        link,
        foot,
        called,
        problem.fingerprint,
        weights,
        evaluation.method_name,
        with_caution(said),
        opinion,
    )


def face_columns(face: Face) -> Mapping[str, str]:
    """Return the face as columns of a table, the same in every row: a row that is sorted, cut or pasted elsewhere still says them."""
    return {
        "verdict": face.said,
        "method": face.method,
        "weights": face.weights,
        "data": face.fingerprint,
        "date": face.day,
        "link": face.link,
    }


def _group_weights(evaluation: Evaluation) -> Iterator[str]:
    for group in evaluation.groups:
        yield _("{name} {share}", name=group.label, share=percent(evaluation.node_weights[group.id]))
