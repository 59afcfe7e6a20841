"""Why one candidate is ahead of another: differences by criteria group, then criterion by criterion."""

from __future__ import annotations

from criteria.charts.palette import group_colour
from criteria.explain.by_hand import hand_mark
from criteria.explain.head_to_head import CriterionDifference, GroupDifference, HeadToHead
from criteria.explain.numbers import percent, plain
from criteria.model.evaluation import Evaluation
from criteria.model.evidence import Performance
from criteria.translation import translate as _
from criteria.ui.components.common.blocks import pill
from criteria.ui.labels import text


def group_differences(comparison: HeadToHead) -> str:
    """Return the sentence and one bar for each group: to the right where it speaks for the first candidate."""
    largest = max((abs(g.difference) for g in comparison.groups), default=0.0) or 1.0
    rows = "".join(
        _group(g, position, g.difference / largest) for position, g in enumerate(comparison.groups)
    )
    return f'<div class="c-caption">{text(comparison.sentence)}</div><div class="c-versus" style="margin-top:.5rem">{rows}</div>'


def _group(difference: GroupDifference, position: int, share: float) -> str:
    """Return one row; a bar takes up to 22 % of the axis on its side, and the figure stands beyond it."""
    width = 22 * abs(share)
    side = "left" if share >= 0 else "right"
    return (
        f"<span>{text(difference.group.label)}</span>"
        f'<span class="axis" style="--group:{group_colour(position)}">'
        f'<span class="bar" style="{side}:50%;width:{width:.1f}%"></span>'
        f'<span class="value" style="{side}:calc({50 + width:.1f}% + 0.35rem)">{text(difference.text)}</span></span>'
    )


def criterion_differences(evaluation: Evaluation, comparison: HeadToHead, first: str, second: str) -> str:
    """Return one row for each criterion: weight, both performances with their range, and who is better."""
    labels = [evaluation.problem.alternatives[evaluation.problem.row(i)].label for i in (first, second)]
    heads = [_("Criterion"), _("Weight"), *labels, _("Better")]
    kinds = ["name", "n", "n", "n", ""]
    head = "".join(
        f'<th scope="col" class="{kind}">{text(name)}</th>' for name, kind in zip(heads, kinds, strict=True)
    )
    rows = "".join(
        _criterion(d, labels, [hand_mark(evaluation, i, d.criterion.id) for i in (first, second)])
        for d in comparison.criteria
    )
    return f'<div class="c-scroll" tabindex="0"><table class="c-table"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>'


def _criterion(difference: CriterionDifference, labels: list[str], marks: list[str]) -> str:
    better = ""
    if difference.better:
        name = labels[0] if difference.better > 0 else labels[1]
        better = name if difference.certain else _("{name}, ranges overlap", name=name)
    unit = f" ({difference.criterion.unit})" if difference.criterion.unit else ""
    shown = [
        text(with_range(cell)) + (f"<br>{pill(mark, 'warn')}" if mark else "")
        for cell, mark in zip((difference.first, difference.second), marks, strict=True)
    ]
    return (
        f'<tr><td class="name">{text(difference.criterion.label + unit)}</td><td class="n">{text(percent(difference.weight))}</td>'
        f'<td class="n">{shown[0]}</td><td class="n">{shown[1]}</td>'
        f"<td>{text(better)}</td></tr>"
    )


def with_range(cell: Performance) -> str:
    """Return a performance in words: the likely value, its range where it has one, or unknown."""
    if cell.likely is None or cell.low is None or cell.high is None:
        return _("unknown")
    if not cell.ranged:
        return plain(cell.likely)
    return f"{plain(cell.likely)} ({plain(cell.low)}–{plain(cell.high)})"
