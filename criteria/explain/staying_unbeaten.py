"""How firmly those in front of a partial order stay there, in words: in which shares of the draws they are unbeaten."""

from __future__ import annotations

from criteria.explain.lead import foremost
from criteria.explain.numbers import share_with_error, spread_text
from criteria.model.arrays import FloatArray
from criteria.model.evaluation import Evaluation
from criteria.robustness.evaluated.on_request import Unbeaten
from criteria.translation import translate as _

NAMED = 4  # of those in front


def unbeaten_sentences(evaluation: Evaluation, found: Unbeaten) -> list[str]:
    """Return one sentence for each of those in front (four at most), and one for the other candidate that is unbeaten most often."""
    front = foremost(evaluation)
    kernel = evaluation.order_published == "kernel"
    said = [_stays(evaluation, found, i, kernel=kernel) for i in front[:NAMED]]
    other = other_sentence(evaluation, found)
    return [*said, other] if other else said


def other_sentence(evaluation: Evaluation, found: Unbeaten) -> str:
    """Return who of the candidates that are not in front is unbeaten most often, and how often; the empty text where none ever is."""
    front = foremost(evaluation)
    others = [i for i in evaluation.order if i not in front and _most(found, i) > 0]
    if not others:
        return ""
    kernel = evaluation.order_published == "kernel"
    return _otherwise(evaluation, found, max(others, key=lambda i: _most(found, i)), kernel=kernel)


def _most(found: Unbeaten, i: int) -> float:
    return max(float(found.weights[i]), 0.0 if found.evidence is None else float(found.evidence[i]))


def _values(evaluation: Evaluation, found: Unbeaten, i: int) -> dict[str, object]:
    def share(shares: FloatArray) -> str:
        return share_with_error(float(shares[i]), found.draws)

    return {
        "name": evaluation.alternatives[i].label,
        "weights": share(found.weights),
        "evidence": "" if found.evidence is None else share(found.evidence),
        "draws": found.draws,
        "spread": spread_text(
            evaluation.scenario.uncertainty.spread, ranged=bool(evaluation.scenario.ranges)
        ),
    }


def _stays(evaluation: Evaluation, found: Unbeaten, i: int, *, kernel: bool) -> str:
    values = _values(evaluation, found, i)
    if found.evidence is None:
        if kernel:
            return _("{name} is in the kernel in {weights} of {draws} weightings within ±{spread}.", **values)
        return _("{name} is unbeaten in {weights} of {draws} weightings within ±{spread}.", **values)
    if kernel:
        return _(
            "{name} is in the kernel in {weights} of {draws} weightings within ±{spread}, and in {evidence} of {draws} draws of the evidence.",
            **values,
        )
    return _(
        "{name} is unbeaten in {weights} of {draws} weightings within ±{spread}, and in {evidence} of {draws} draws of the evidence.",
        **values,
    )


def _otherwise(evaluation: Evaluation, found: Unbeaten, i: int, *, kernel: bool) -> str:
    values = _values(evaluation, found, i)
    if found.evidence is None:
        if kernel:
            return _(
                "Of the others, {name} is most often in the kernel: in {weights} of weightings.", **values
            )
        return _("Of the others, {name} is most often unbeaten: in {weights} of weightings.", **values)
    if kernel:
        return _(
            "Of the others, {name} is most often in the kernel: in {weights} of weightings and {evidence} of the draws of the evidence.",
            **values,
        )
    return _(
        "Of the others, {name} is most often unbeaten: in {weights} of weightings and {evidence} of the draws of the evidence.",
        **values,
    )
