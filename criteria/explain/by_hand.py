"""What was set by hand, marked wherever a rating is shown: beside the cell, in the count of evidence, and under the headline."""

from __future__ import annotations

from criteria.explain.numbers import plain
from criteria.model.evaluation import Evaluation
from criteria.model.evidence import Performance
from criteria.translation import translate as _
from criteria.translation import translate_count

LISTED = 3  # cells named in the sentence; the others are counted


def hand_mark(evaluation: Evaluation, alternative: str, criterion: str) -> str:
    """Return the mark of a cell that was set by hand, with what the data have in its place; the empty text for any other."""
    before = evaluation.set_by_hand(alternative, criterion)
    return "" if before is None else _("set by hand, was {before}", before=value_before(before))


def value_before(cell: Performance) -> str:
    """Return the likely value of a cell of the data, or that it is unknown."""
    return _("unknown") if cell.likely is None else plain(cell.likely)


def hand_sentence(evaluation: Evaluation) -> str:
    """Return which ratings were set by hand, with what they were; the empty text where none was."""
    problem, changed = evaluation.problem, evaluation.scenario.changed
    if not changed:
        return ""
    said = []
    for cell in changed:
        now = _("unknown") if cell.likely is None else plain(cell.likely)
        said.append(
            _(
                "{candidate}, {criterion} {before} → {now}",
                candidate=problem.alternatives[problem.row(cell.alternative)].label,
                criterion=problem.criterion(cell.criterion).label,
                before=value_before(problem.performance(cell.alternative, cell.criterion)),
                now=now,
            )
        )
    listed = "; ".join(said[:LISTED])
    if len(said) > LISTED:
        listed = _("{listed} and {count} more", listed=listed, count=len(said) - LISTED)
    return translate_count(
        "{count} rating is set by hand, without a source: {listed}.",
        "{count} ratings are set by hand, without a source: {listed}.",
        len(changed),
        listed=listed,
    )
