"""The robustness of an evaluation as plain text and as data, for the command line."""

from __future__ import annotations

from criteria.explain.firmness import drawn
from criteria.explain.numbers import percent
from criteria.explain.verdict import verdict
from criteria.model.evaluation import Evaluation
from criteria.robustness.summary import Robustness
from criteria.translation import translate as _


def robustness_text(evaluation: Evaluation, robustness: Robustness) -> str:
    """Return headline, shares of first place by candidate, and the room of each weight, as lines."""
    said = verdict(evaluation, robustness)
    badge = f" ({said.caution})" if said.caution else ""
    lines = [f"{said.headline}{badge}", *said.sentences, drawn(evaluation, robustness), ""]
    heads = [
        _("Candidate"),
        _("First by weights"),
        *([_("First by evidence")] if robustness.evidence else []),
    ]
    rows = []
    for i in evaluation.order:
        shares = [
            robustness.weights.first[i],
            *([robustness.evidence.first[i]] if robustness.evidence else []),
        ]
        rows.append([evaluation.alternatives[i].label, *(percent(float(share)) for share in shares)])
    lines += [*_columns(heads, rows), ""]
    weights = [
        [
            leaf.label,
            percent(float(evaluation.weights[j])),
            *(percent(float(end)) for end in robustness.intervals[j]),
        ]
        for j, leaf in enumerate(evaluation.problem.leaves)
    ]
    lines += _columns([_("Criterion"), _("Weight"), _("Leader stays from"), _("to")], weights)
    return "\n".join(lines)


def robustness_data(evaluation: Evaluation, robustness: Robustness) -> dict[str, object]:
    """Return the same as plain values: names, shares, intervals, nearest change; numbers in full."""
    said, change = verdict(evaluation, robustness), robustness.change
    settings = evaluation.scenario.uncertainty
    return {
        "headline": said.headline,
        "firmness": said.caution,
        "sentences": list(said.sentences),
        "spread": settings.spread,
        "seed": settings.seed,
        "distribution": settings.distribution,
        "shared": settings.shared,
        "weight_draws": robustness.weights.draws,
        "evidence_draws": robustness.evidence.draws if robustness.evidence else 0,
        "methods": robustness.methods,
        "methods_agreeing": robustness.agreeing,
        "candidates": [
            {
                "id": evaluation.alternatives[i].id,
                "rank": int(evaluation.ranks[i]),
                "first_by_weights": float(robustness.weights.first[i]),
                "first_by_evidence": float(robustness.evidence.first[i]) if robustness.evidence else None,
            }
            for i in evaluation.order
        ],
        "weights": [
            {
                "id": leaf.id,
                "weight": float(evaluation.weights[j]),
                "leader_stays_from": float(robustness.intervals[j, 0]),
                "leader_stays_to": float(robustness.intervals[j, 1]),
            }
            for j, leaf in enumerate(evaluation.problem.leaves)
        ],
        "nearest_change": None
        if change is None
        else {
            "criterion": evaluation.problem.leaves[change.criterion].id,
            "from": change.now,
            "to": change.then,
            "challenger": evaluation.alternatives[change.challenger].id,
        },
    }


def _columns(heads: list[str], rows: list[list[str]]) -> list[str]:
    """Return a table as lines, the first column to the left and the others to the right."""
    widths = [max(len(row[k]) for row in [heads, *rows]) for k in range(len(heads))]
    return [
        "  ".join(
            [
                row[0].ljust(widths[0]),
                *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True)),
            ]
        ).rstrip()
        for row in [heads, *rows]
    ]
