"""Small tables of the robustness page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from criteria.explain.answers import unsettled_share
from criteria.explain.by_hand import hand_mark
from criteria.explain.numbers import plain, score_digits, share_with, value_with_error
from criteria.model.evaluation import Evaluation
from criteria.model.evidence import Performance
from criteria.robustness.evaluated.figures import Unsettled
from criteria.robustness.evidence_value import EvidenceValue
from criteria.robustness.rank_reversal import Change
from criteria.robustness.sobol import SobolIndices
from criteria.translation import translate as _
from criteria.ui.components.common.blocks import pill, range_text, share_mark, with_range, with_small
from criteria.ui.markup import NOTHING, Markup, plain_table, wrapped


def share_bars(shares: Mapping[str, Unsettled]) -> Markup:
    """Return a row for each share with a bar behind its figure, the largest first."""
    rows = [
        (name, share_mark(found.share, unsettled_share(found)))
        for name, found in sorted(shares.items(), key=lambda item: -item[1].share)
    ]
    return plain_table([(_("Varied alone"), "name"), (_("Another candidate is first in"), "n")], rows)


def reversals(evaluation: Evaluation, changes: Sequence[Change]) -> Markup:
    """Return a row for each kind of change: how many were tried, how many reorder the others, and whom they touch."""
    kinds = {
        "left out": _("One candidate left out"),
        "copied": _("One candidate listed twice"),
        "dominated added": _("A candidate added that is worst everywhere"),
    }
    rows = []
    for kind, name in kinds.items():
        tried = [change for change in changes if change.kind == kind and not change.reason]
        if not tried:
            continue
        turned = [change for change in tried if change.reversed]
        moved = sum(change.leader_changed for change in tried)
        who = ", ".join(
            evaluation.alternatives[change.alternative].label
            for change in turned[:4]
            if change.alternative >= 0
        )
        if len(turned) > 4:
            who = _("{listed} and {count} more", listed=who, count=len(turned) - 4)
        rows.append(
            (
                with_small(name, who, "c-caption"),
                f"{len(turned)} / {len(tried)}",
                pill(_("changes"), "warn") if moved else pill(_("stays"), "good"),
            )
        )
    return plain_table([(_("Change"), "name"), (_("Reorders others"), "n"), (_("First place"), "")], rows)


def worth_checking(evaluation: Evaluation, found: EvidenceValue, *, limit: int) -> Markup:
    """Return a row for each of the most valuable cells: what is known, how well, and what knowing more is worth."""
    digits = score_digits(evaluation.scores) + 2
    sources = {source.key: source for source in evaluation.problem.sources}
    rows = []
    for k in range(min(limit, len(found.cells))):
        i, j = (int(place) for place in found.cells[k])
        if found.value[k] <= 0 and k >= 3:
            break
        alternative, leaf = evaluation.alternatives[i], evaluation.problem.leaves[j]
        cell = evaluation.performance(alternative.id, leaf.id)
        source = sources.get(cell.source)
        by_hand = hand_mark(evaluation, alternative.id, leaf.id)
        rows.append(
            (
                with_small(alternative.label, leaf.label, "c-caption"),
                _known(cell, by_hand),
                source.title if source is not None else cell.source or "–",
                value_with_error(float(found.value[k]), float(found.value_error[k]), digits)
                if found.told[k]
                else wrapped(_("too small to tell")),
                share_with(float(found.switch[k]), float(found.switch_error[k])) if found.told[k] else "–",
            )
        )
    heads = [
        (_("Rating"), "name"), (_("Known"), "n"), (_("Source"), "source"), (_("Worth"), "n"), (_("Changes the choice"), "n"),
    ]  # fmt: skip
    return plain_table(heads, rows)


def _known(cell: Performance, by_hand: str) -> Markup:
    """Return what is known of a rating: its likely value, under it its range and grade, or that it was set by hand."""
    if cell.likely is None:
        return with_small(with_range(cell), by_hand)
    under = range_text(cell) if by_hand else " ".join(filter(None, (range_text(cell), cell.confidence)))
    return with_small(plain(cell.likely), under) + (pill(by_hand, "warn") if by_hand else NOTHING)


def explaining(evaluation: Evaluation, found: SobolIndices, *, limit: int) -> Markup:
    """Return a row for each of the ratings that explain most of the lead's variance."""
    rows = []
    for k in range(min(limit, len(found.cells))):
        i, j = (int(place) for place in found.cells[k])
        alternative, leaf = evaluation.alternatives[i], evaluation.problem.leaves[j]
        by_hand = hand_mark(evaluation, alternative.id, leaf.id)
        rows.append(
            (
                with_small(alternative.label, leaf.label, "c-caption")
                + (pill(by_hand, "warn") if by_hand else NOTHING),
                share_with(float(found.first[k]), float(found.first_error[k])),
                share_with(float(found.total[k]), float(found.total_error[k])),
            )
        )
    return plain_table([(_("Rating"), "name"), (_("Alone"), "n"), (_("With others"), "n")], rows)
