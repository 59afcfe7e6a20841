"""One candidate looked at closely: what it is, what speaks for and against it, and the evidence behind every cell."""

from __future__ import annotations

from collections.abc import Sequence

from criteria.charts.palette import group_colour
from criteria.explain.by_hand import hand_mark
from criteria.explain.strengths import Standing, standings
from criteria.model.criterion import Criterion
from criteria.model.evaluation import Evaluation
from criteria.model.evidence import Performance
from criteria.model.problem import Problem
from criteria.model.standing import standing_at
from criteria.translation import translate as _
from criteria.ui import compute
from criteria.ui.components.common.blocks import caption, pill, with_range
from criteria.ui.components.common.facts import facts_of, source_line
from criteria.ui.components.shortlist.ranking_table import standing_pill
from criteria.ui.markup import NOTHING, Markup, cell, joined, markup, row, table


def portrait(evaluation: Evaluation, alternative: str) -> Markup:
    """Return what a candidate is, its strengths and weaknesses, and where it stands at the gates."""
    problem, scenario = evaluation.problem, evaluation.scenario
    known, gates = compute.kept_for(
        problem,
        (portrait, scenario.waived, scenario.changed, alternative),
        lambda: (_known(problem, alternative), _gate_lines(evaluation, alternative)),
    )
    return markup(
        '<div class="c-portrait"><div>{known}</div><div class="c-list">{standing}{gates}</div></div>',
        known=known,
        standing=_standing_lines(evaluation, alternative),
        gates=gates,
    )


def _known(problem: Problem, alternative: str) -> Markup:
    """Return what the data tell of a candidate, whatever the weights."""
    told = problem.alternatives[problem.row(alternative)].attributes
    pairs = joined(markup("<dt>{name}</dt><dd>{value}</dd>", name=name, value=value) for name, value in told)
    facts = markup('<dl class="c-facts">{pairs}</dl>', pairs=pairs)
    none = caption(_("There is no further information on this candidate."))
    return (facts if told else none) + facts_of(problem, alternative)


def _standing_lines(evaluation: Evaluation, alternative: str) -> Markup:
    found = standings(evaluation, alternative)
    if not found:
        return markup(
            "<div>{said}</div>", said=_("Set aside: its place among the candidates is not counted.")
        )
    count = len(evaluation.ranked)
    helps = [s for s in found[:3] if s.effect > 0]
    hurts = [s for s in reversed(found[-3:]) if s.effect < 0]
    return _standing(_("Most in its favour"), helps, count) + _standing(_("Most against it"), hurts, count)


def _standing(title: str, found: list[Standing], count: int) -> Markup:
    told = [
        _("{criterion}: place {place} of {count}", criterion=s.criterion.label, place=s.place, count=count)
        for s in found
    ]
    return _titled(title, told or [_("Nothing stands out.")])


def _gate_lines(evaluation: Evaluation, alternative: str) -> Markup:
    told = [
        markup(
            "{pill} {reason}",
            pill=standing_pill(standing_at(r)),
            reason=r.reason,
        )
        for r in evaluation.results_of(alternative)
    ]
    return _titled(_("Must-haves"), told) if told else NOTHING


def _titled(title: str, told: Sequence[str]) -> Markup:
    return markup(
        "<div><b>{title}</b>{told}</div>",
        title=title,
        told=joined(markup("<small>{line}</small>", line=line) for line in told),
    )


def evidence_table(evaluation: Evaluation, alternative: str) -> Markup:
    """Return the evidence behind every cell of a candidate: range on the scale, confidence, rationale and source."""
    problem = evaluation.problem
    sources = {source.key: source for source in problem.sources}
    groups = {group.id: position for position, group in enumerate(problem.groups)}
    heads = [
        (_("Criterion"), ""), (_("Performance"), ""), (_("Confidence"), ""), (_("Why"), ""), (_("Source of the fact"), ""),
    ]  # fmt: skip
    rows = []
    for leaf in problem.leaves:
        rating = evaluation.performance(alternative, leaf.id)
        name = markup('{name}<br><span class="c-caption">{sense}</span>', name=leaf.label, sense=_sense(leaf))
        cells = [
            cell(name, "name"),
            cell(joined([_range_mark(leaf, rating), with_range(rating)]), "unbroken"),
            cell(
                _with_caption(
                    _confidence(rating, hand_mark(evaluation, alternative, leaf.id)), rating.confidence_note
                )
            ),
            cell(_with_caption(rating.rationale or "–", _basis(rating))),
            cell(source_line(sources.get(rating.source), rating.source)),
        ]
        rows.append(
            row(cells, style=f"--group:{group_colour(groups[problem.group_of(leaf.id).id], len(groups))}")
        )
    return table(heads, rows, "ratings")


def _basis(rating: Performance) -> str:
    """Return what a rating rests on as a short sentence; the empty text where nothing is said of it."""
    return _("Basis: {basis}.", basis=rating.basis.rstrip(".")) if rating.basis else ""


def _with_caption(text: str | Markup, about: str) -> str | Markup:
    """Return a text with what is said about it in small letters below, where anything is."""
    return (
        markup('{text}<br><span class="c-caption">{about}</span>', text=text, about=about) if about else text
    )


def _sense(leaf: Criterion) -> str:
    if leaf.maximize:
        return _("{unit}, more is better", unit=leaf.unit) if leaf.unit else _("more is better")
    return _("{unit}, less is better", unit=leaf.unit) if leaf.unit else _("less is better")


def _range_mark(leaf: Criterion, cell: Performance) -> Markup:
    if leaf.scale is None or cell.likely is None or cell.low is None or cell.high is None:
        return NOTHING
    span = leaf.scale.high - leaf.scale.low
    left, at, right = (100 * (v - leaf.scale.low) / span for v in (cell.low, cell.likely, cell.high))
    return markup(
        '<span class="c-range" aria-hidden="true"><i style="left:{left:.1f}%;width:{width:.1f}%"></i><em style="left:{at:.1f}%"></em></span>',
        left=left,
        width=right - left,
        at=at,
    )


def _confidence(cell: Performance, by_hand: str) -> str | Markup:
    if by_hand:
        return pill(by_hand, "warn")
    words = {"A": (_("A stated"), "good"), "B": (_("B inferred"), "info"), "C": (_("C judgement"), "warn")}
    if not cell.known:
        return pill(_("unknown"), "warn")
    return pill(*words[cell.confidence]) if cell.confidence in words else "–"
