"""Small tables of the robustness page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from criteria.explain.by_hand import hand_mark
from criteria.explain.numbers import number, percent, score_digits
from criteria.model.evaluation import Evaluation
from criteria.robustness.evidence_value import EvidenceValue
from criteria.robustness.rank_reversal import Change
from criteria.robustness.sobol import SobolIndices
from criteria.translation import translate as _
from criteria.ui.components.common.blocks import pill
from criteria.ui.components.shortlist.versus import with_range
from criteria.ui.labels import text


def table(heads: Sequence[tuple[str, str]], rows: Sequence[Sequence[str]]) -> str:
    """Return a table. heads: names with their class (`n` for numbers).  rows: cells as HTML that is safe already."""
    head = "".join(f'<th scope="col" class="{kind}">{text(name)}</th>' for name, kind in heads)
    body = "".join(
        "<tr>"
        + "".join(f'<td class="{kind}">{cell}</td>' for cell, (_name, kind) in zip(row, heads, strict=True))
        + "</tr>"
        for row in rows
    )
    return f'<div class="c-scroll" tabindex="0"><table class="c-table"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>'


def share_bars(shares: Mapping[str, float]) -> str:
    """Return a row for each share with a bar behind its figure, the largest first."""
    rows = [
        (text(name), f'<span class="c-share" style="--share:{share:.3f}">{text(percent(share))}</span>')
        for name, share in sorted(shares.items(), key=lambda item: -item[1])
    ]
    return table([(_("Varied alone"), "name"), (_("Somebody else is first in"), "n")], rows)


def reversals(evaluation: Evaluation, changes: Sequence[Change]) -> str:
    """Return a row for each kind of change: how many were tried, how many reorder the others, and whom they touch."""
    kinds = {
        "left out": _("One candidate left out"),
        "copied": _("One candidate there twice"),
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
        more = _(" and {count} more", count=len(turned) - 4) if len(turned) > 4 else ""
        rows.append(
            (
                text(name) + (f'<small class="c-caption">{text(who + more)}</small>' if who else ""),
                f"{len(turned)} / {len(tried)}",
                pill(_("changes"), "warn") if moved else pill(_("stays"), "good"),
            )
        )
    return table([(_("Change"), "name"), (_("Reorders others"), "n"), (_("First place"), "")], rows)


def worth_checking(evaluation: Evaluation, found: EvidenceValue, *, limit: int) -> str:
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
                f'{text(alternative.label)}<small class="c-caption">{text(leaf.label)}</small>',
                text(with_range(cell)),
                pill(by_hand, "warn") if by_hand else text(cell.confidence or "–"),
                text(source.title if source is not None else cell.source or "–"),
                text(
                    f"{number(float(found.value[k]), digits)} ± {number(float(found.value_error[k]), digits)}"
                    if found.told[k]
                    else _(
                        "below what {draws} draws can tell", draws=f"{found.draws:,}".replace(",", "\u202f")
                    )
                ),
                text(percent(float(found.switch[k]))),
            )
        )
    heads = [
        (_("Rating"), "name"), (_("Known"), "n"), (_("Confidence"), ""), (_("Source"), "source"), (_("Worth"), "n"), (_("Changes the choice"), "n"),
    ]  # fmt: skip
    return table(heads, rows)


def explaining(evaluation: Evaluation, found: SobolIndices, *, limit: int) -> str:
    """Return a row for each of the ratings that explain most of the lead's variance."""
    rows = []
    for k in range(min(limit, len(found.cells))):
        i, j = (int(place) for place in found.cells[k])
        alternative, leaf = evaluation.alternatives[i], evaluation.problem.leaves[j]
        by_hand = hand_mark(evaluation, alternative.id, leaf.id)
        rows.append(
            (
                f'{text(alternative.label)}<small class="c-caption">{text(leaf.label)}</small>'
                + (pill(by_hand, "warn") if by_hand else ""),
                text(f"{percent(max(float(found.first[k]), 0.0))} ± {percent(float(found.first_error[k]))}"),
                text(f"{percent(max(float(found.total[k]), 0.0))} ± {percent(float(found.total_error[k]))}"),
            )
        )
    return table([(_("Rating"), "name"), (_("Alone"), "n"), (_("With others"), "n")], rows)
