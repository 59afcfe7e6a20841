"""One candidate looked at closely: what it is, what speaks for and against it, and the evidence behind every cell."""

from __future__ import annotations

from criteria.charts.palette import group_colour
from criteria.explain.by_hand import hand_mark
from criteria.explain.strengths import Standing, standings
from criteria.model.criterion import Criterion
from criteria.model.evaluation import Evaluation
from criteria.model.evidence import Performance
from criteria.model.gates import GATE_WORDS, GateStatus
from criteria.translation import translate as _
from criteria.ui.components.common.blocks import caption, pill
from criteria.ui.components.common.facts import facts_of, source_line
from criteria.ui.components.shortlist.versus import with_range
from criteria.ui.labels import text

_STATUS = {GateStatus.PASS: "good", GateStatus.CONDITIONAL: "warn", GateStatus.FAIL: "fail"}


def portrait(evaluation: Evaluation, alternative: str) -> str:
    """Return what a candidate is, its strengths and weaknesses, and where it stands at the gates."""
    told = evaluation.problem.alternatives[evaluation.problem.row(alternative)].attributes
    pairs = "".join(f"<dt>{text(k)}</dt><dd>{text(v)}</dd>" for k, v in told)
    facts = (
        f'<dl class="c-facts">{pairs}</dl>' if told else caption(_("Nothing more is told of this candidate."))
    )
    standing = f"{_standing_lines(evaluation, alternative)}{_gate_lines(evaluation, alternative)}"
    more = facts_of(evaluation.problem, alternative)
    return f'<div class="c-portrait"><div>{facts}{more}</div><div class="c-list">{standing}</div></div>'


def _standing_lines(evaluation: Evaluation, alternative: str) -> str:
    found = standings(evaluation, alternative)
    if not found:
        return f"<div>{text(_('Set apart: its place in the field is not counted.'))}</div>"
    count = len(evaluation.ranked)
    helps = [s for s in found[:3] if s.effect > 0]
    hurts = [s for s in reversed(found[-3:]) if s.effect < 0]
    return _standing(_("Most in its favour"), helps, count) + _standing(_("Most against it"), hurts, count)


def _standing(title: str, found: list[Standing], count: int) -> str:
    lines = "".join(
        f"<small>{text(_('{criterion}: place {place} of {count}', criterion=s.criterion.label, place=s.place, count=count))}</small>"
        for s in found
    )
    nothing = f"<small>{text(_('Nothing stands out.'))}</small>"
    return f"<div><b>{text(title)}</b>{lines or nothing}</div>"


def _gate_lines(evaluation: Evaluation, alternative: str) -> str:
    lines = "".join(
        f"<small>{pill(_('waived') if r.waived else _(GATE_WORDS[r.status]), 'info' if r.waived else _STATUS[r.status])} {text(r.reason)}</small>"
        for r in evaluation.results_of(alternative)
    )
    return f"<div><b>{text(_('Gates'))}</b>{lines}</div>" if lines else ""


def evidence_table(evaluation: Evaluation, alternative: str) -> str:
    """Return the evidence behind every cell of a candidate: range on the scale, confidence, rationale and source."""
    problem = evaluation.problem
    sources = {source.key: source for source in problem.sources}
    groups = {group.id: position for position, group in enumerate(problem.groups)}
    heads = [_("Criterion"), _("Performance"), _("Confidence"), _("Why"), _("Source of the fact")]
    head = "".join(f'<th scope="col">{text(name)}</th>' for name in heads)
    rows = []
    for leaf in problem.leaves:
        cell = evaluation.performance(alternative, leaf.id)
        colour = group_colour(groups[problem.group_of(leaf.id).id])
        rows.append(
            f'<tr style="--group:{colour}"><td class="name">{text(leaf.label)}<br><span class="c-caption">{text(_sense(leaf))}</span></td>'
            f'<td style="white-space:nowrap">{_range_mark(leaf, cell)}{text(with_range(cell))}</td>'
            f"<td>{_confidence(cell, hand_mark(evaluation, alternative, leaf.id))}</td><td>{text(cell.rationale) or '–'}</td><td>{source_line(sources.get(cell.source), cell.source)}</td></tr>"
        )
    return f'<div class="c-scroll" tabindex="0"><table class="c-table"><thead><tr>{head}</tr></thead><tbody>{"".join(rows)}</tbody></table></div>'


def _sense(leaf: Criterion) -> str:
    if leaf.maximize:
        return _("{unit}, more is better", unit=leaf.unit) if leaf.unit else _("more is better")
    return _("{unit}, less is better", unit=leaf.unit) if leaf.unit else _("less is better")


def _range_mark(leaf: Criterion, cell: Performance) -> str:
    if leaf.scale is None or cell.likely is None or cell.low is None or cell.high is None:
        return ""
    span = leaf.scale.high - leaf.scale.low
    left, at, right = (100 * (v - leaf.scale.low) / span for v in (cell.low, cell.likely, cell.high))
    return f'<span class="c-range" aria-hidden="true"><i style="left:{left:.1f}%;width:{right - left:.1f}%"></i><em style="left:{at:.1f}%"></em></span>'


def _confidence(cell: Performance, by_hand: str) -> str:
    if by_hand:
        return pill(by_hand, "warn")
    words = {"A": (_("A stated"), "good"), "B": (_("B inferred"), "info"), "C": (_("C judgement"), "warn")}
    if not cell.known:
        return pill(_("unknown"), "warn")
    return pill(*words[cell.confidence]) if cell.confidence in words else "–"
