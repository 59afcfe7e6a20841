"""What every file that leaves says on its face, once for all of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from criteria.explain.differences import differences
from criteria.explain.numbers import percent
from criteria.explain.verdict import verdict
from criteria.model.evaluation import Evaluation
from criteria.robustness.evaluated.summary import Robustness
from criteria.translation import translate as _


@dataclass(frozen=True, slots=True)
class Face:
    """Title, leader and firmness in words, and the settings that lead to them, as pairs of name and value.

    caution: the word of the badge, empty where there is nothing to add.  day: as the reader writes it, ISO 8601.
    link: the address that opens the exact scenario.
    """

    title: str
    headline: str
    caution: str
    sentences: tuple[str, ...]
    settings: tuple[tuple[str, str], ...]
    day: str
    link: str
    foot: str


def face_of(
    evaluation: Evaluation, robustness: Robustness | None, *, day: str, link: str, version: str
) -> Face:
    """Return the face of an evaluation.  robustness: None where the method has no live figures; then it is said to be untested."""
    problem, scenario = evaluation.problem, evaluation.scenario
    said = verdict(evaluation, robustness)
    changed = differences(problem, scenario)
    settings = [
        (_("Method"), evaluation.method_name),
        (_("Normalization"), evaluation.normalization),
        (_("Weights"), ", ".join(_group_weights(evaluation))),
        (_("Scenario"), changed or _("The base case.")),
        (_("Data fingerprint"), problem.fingerprint),
        (_("Date"), day),
        (_("Software version"), version),
        (_("Link to this scenario"), link),
    ]
    foot = _(
        "{title} · {method} · data {fingerprint} · {day}",
        title=problem.title,
        method=evaluation.method_name,
        fingerprint=problem.fingerprint,
        day=day,
    )
    return Face(problem.title, said.headline, said.caution, said.sentences, tuple(settings), day, link, foot)


def _group_weights(evaluation: Evaluation) -> Iterator[str]:
    for group in evaluation.groups:
        yield _("{name} {share}", name=group.label, share=percent(evaluation.node_weights[group.id]))
