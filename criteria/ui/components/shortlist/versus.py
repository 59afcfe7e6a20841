"""Why one candidate is ahead of another: differences by criteria group, then criterion by criterion."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from criteria.charts.palette import GROUP_COLOURS, group_colour
from criteria.charts.parts import NAMED
from criteria.explain.by_hand import hand_mark
from criteria.explain.head_to_head import CriterionDifference, GroupDifference, HeadToHead
from criteria.explain.numbers import percent, signed
from criteria.model.evaluation import Evaluation
from criteria.translation import translate as _
from criteria.ui.components.common.blocks import caption, pill, with_range, with_small
from criteria.ui.markup import NOTHING, Markup, joined, lines, markup, plain_table

CERTAIN, OPEN = "●", "○"  # beside the better of two performances: whatever the ranges, or as they are likely


def group_differences(comparison: HeadToHead) -> Markup:
    """Return the sentence and one bar for each group: to the right where it speaks for the first candidate."""
    told = _told(comparison.groups)
    largest = max((abs(one.difference) for one in told), default=0.0) or 1.0
    rows = joined(_row(one, one.difference / largest) for one in told)
    bars = markup('<div class="c-versus" style="margin-top:.5rem">{rows}</div>', rows=rows)
    # Its lines are reserved: the bars below do not move while a weight does.
    return markup('<div class="c-reserved">{said}</div>', said=caption(comparison.sentence)) + bars


@dataclass(frozen=True, slots=True)
class _Told:
    """One row: what it is called, its colour, the difference and how it is printed."""

    label: str
    colour: str
    difference: float
    text: str


def _told(groups: Sequence[GroupDifference]) -> list[_Told]:
    """Return a row for each group; of more than there are colours the seven with the largest differences, and the others together."""
    rows = [
        _Told(g.group.label, group_colour(k, len(groups)), g.difference, g.text) for k, g in enumerate(groups)
    ]
    if len(rows) <= len(GROUP_COLOURS):
        return rows
    order = sorted(range(len(rows)), key=lambda k: -abs(rows[k].difference))
    alone, others = sorted(order[:NAMED]), [rows[k] for k in order[NAMED:]]
    digits = len(others[0].text.partition(".")[2])
    # The printed figures still add up to the printed lead.
    printed = sum(float(one.text.replace("\u2212", "-")) for one in others)
    label = _("Others ({count})", count=len(others))
    total = sum(one.difference for one in others)
    return [*(rows[k] for k in alone), _Told(label, rows[0].colour, total, signed(printed, digits))]


def _row(difference: _Told, share: float) -> Markup:
    """Return one row; a bar takes up to 22 % of the axis on its side, and the figure stands beyond it."""
    width = 22 * abs(share)
    side = "left" if share >= 0 else "right"
    return markup(
        '<span>{group}</span><span class="axis" style="--group:{colour}">'
        '<span class="bar" style="{side}:50%;width:{width:.1f}%"></span>'
        '<span class="value" style="{side}:calc({beyond:.1f}% + 0.35rem)">{said}</span></span>',
        group=difference.label,
        colour=difference.colour,
        side=side,
        width=width,
        beyond=50 + width,
        said=difference.text,
    )


def criterion_differences(evaluation: Evaluation, comparison: HeadToHead, first: str, second: str) -> Markup:
    """Return one row for each criterion: weight, and both performances with their range, the better one marked."""
    labels = [evaluation.problem.alternatives[evaluation.problem.row(i)].label for i in (first, second)]
    heads = [(_("Criterion"), "name"), (_("Weight"), "n"), (labels[0], "n value"), (labels[1], "n value")]
    rows = [
        _criterion(d, [hand_mark(evaluation, i, d.criterion.id) for i in (first, second)])
        for d in comparison.criteria
    ]
    return plain_table(heads, rows) + caption(
        _(
            "{certain} better on this criterion; {open} better, but the ranges overlap.",
            certain=CERTAIN,
            open=OPEN,
        )
    )


def _criterion(difference: CriterionDifference, marks: list[str]) -> list[object]:
    said = markup('<b title="{said}">{mark}</b> ', said=_("better"), mark=CERTAIN)
    if not difference.certain:
        said = markup('<b title="{said}">{mark}</b> ', said=_("better, ranges overlap"), mark=OPEN)
    better = [difference.better > 0, difference.better < 0]
    shown = [
        joined(
            [
                said if wins else NOTHING,
                lines([with_range(one), pill(mark, "warn")]) if mark else with_range(one),
            ]
        )
        for one, mark, wins in zip((difference.first, difference.second), marks, better, strict=True)
    ]
    name = with_small(difference.criterion.label, difference.criterion.unit)
    return [name, percent(difference.weight), *shown]
