"""Which ratings to look at: all of them as a heat map, or those that are unknown or weakly founded, the weakest first."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from criteria.charts.palette import group_colour
from criteria.errors import CriteriaError
from criteria.explain.numbers import plain
from criteria.model.arrays import BoolArray
from criteria.model.evaluation import Evaluation
from criteria.model.evidence import Performance
from criteria.model.performance_table import PerformanceTable
from criteria.robustness.evaluated import figures
from criteria.translation import later
from criteria.translation import translate as _
from criteria.ui import compute
from criteria.ui.components.common.blocks import caption, pill, range_text, with_range, with_small
from criteria.ui.components.common.facts import source_line
from criteria.ui.markup import Markup, cell, heat_cell, joined, markup, plain_table, row, table, upright

SHOWN = 60  # ratings of a list, candidates of the map
UPRIGHT = 8  # criteria; the names of more stand upright, so that they fit beside each other
_STRENGTH = {"A": 4, "B": 3, "": 2, "C": 1}


@dataclass(frozen=True, slots=True)
class Mark:
    """A sign in the corner of a cell.  kind: its class.  words: what it means, in the key and for those who hear the map."""

    kind: str
    words: str


MARKS: Mapping[str, Mark] = MappingProxyType(
    {
        "what-if": Mark("c-mark", later("what-if of this scenario")),
        "unfounded": Mark("c-mark ring", later("no source or reason")),
    }
)


@dataclass(frozen=True, slots=True)
class Filter:
    """Which ratings a list holds.  title: in the menu.  holds: which cells of a table are among them.  places: those to look at, in their order;
    None for all, the weakest first."""

    title: str
    holds: Callable[[PerformanceTable], BoolArray]
    places: Callable[[Evaluation], list[tuple[str, str]]] | None = None
    empty: str = later("There are no such ratings.")


def worth_knowing(evaluation: Evaluation) -> list[tuple[str, str]]:
    """Return the ratings whose knowledge would be worth more than chance, the most valuable first; none where nothing has a range."""
    try:
        found = compute.figure(figures.evidence_value_of, evaluation)
    except CriteriaError:
        return []
    leaves = evaluation.problem.leaves
    return [
        (evaluation.alternatives[int(i)].id, leaves[int(j)].id)
        for (i, j), told in zip(found.cells, found.told, strict=True)
        if told
    ]


def unfounded(cell: Performance) -> bool:
    """Return whether a rating is known, but neither a source nor a reason for it."""
    return cell.known and not (cell.source or cell.rationale)


def all_of(table: PerformanceTable) -> BoolArray:
    """Return (m, n): every cell."""
    return np.ones(table.shape, dtype=bool)


def unfounded_of(table: PerformanceTable) -> BoolArray:
    """Return (m, n): which ratings are known, but neither a source nor a reason for them."""
    founded = np.zeros(table.shape, dtype=bool)
    for texts in (table.sources, table.rationales):
        for i, line in enumerate(texts):
            if any(line):
                founded[i] |= np.array(line) != ""
    return table.known & ~founded


FILTERS: Mapping[str, Filter] = MappingProxyType(
    {
        "weakest": Filter(later("Weakest evidence first"), all_of),
        "matter": Filter(
            later("Those that matter"),
            all_of,
            worth_knowing,
            later("Knowing any one rating better would not change the choice."),
        ),
        "unknown": Filter(later("Unknown"), lambda table: ~table.known),
        "unfounded": Filter(later("Without source or reason"), unfounded_of),
    }
)


@dataclass(frozen=True, slots=True)
class Listed:
    """How many ratings a filter holds, and the first of them as (candidate, criterion, cell)."""

    count: int
    first: tuple[tuple[str, str, Performance], ...]


def listed(evaluation: Evaluation, chosen: str, limit: int = SHOWN) -> Listed:
    """Return the ratings of a filter, up to a limit: in the filter's own order, else the weakest first."""
    problem, places = evaluation.problem, FILTERS[chosen].places
    if places is not None:
        found = places(evaluation)
        return Listed(len(found), tuple((a, c, evaluation.performance(a, c)) for a, c in found[:limit]))
    table = evaluation.cells
    held = FILTERS[chosen].holds(table)
    grades = np.select([table.confidence == grade for grade in _STRENGTH], [*_STRENGTH.values()])
    order = np.argsort(np.where(table.known, grades, 0)[held], kind="stable")
    return Listed(
        len(order),
        tuple(
            (problem.alternatives[i].id, problem.leaves[j].id, table.cell(i, j))
            for i, j in np.argwhere(held)[order[:limit]].tolist()
        ),
    )


def listed_markup(evaluation: Evaluation, chosen: str) -> Markup:
    """Return the list of a filter as a table."""
    problem = evaluation.problem
    found = listed(evaluation, chosen)
    if not found.first:
        return caption(_(FILTERS[chosen].empty))
    sources = {source.key: source for source in problem.sources}
    rows = [
        (
            with_small(problem.alternatives[problem.row(a)].label, problem.criterion(c).label, "c-caption"),
            _value(rating),
            pill(_("no source or reason"), "warn")
            if unfounded(rating)
            else source_line(sources.get(rating.source), rating.source),
        )
        for a, c, rating in found.first
    ]
    heads = [(_("Rating"), "name"), (_("Known"), "unbroken"), (_("Source"), "source")]
    more = found.count - len(found.first)
    return plain_table(heads, rows) + caption(_("… and {count} more.", count=more) if more > 0 else "")


def heat_map(evaluation: Evaluation) -> Markup:
    """Return all performances as a table, each cell darker the better it is on its scale, or among the candidates without one."""
    problem = evaluation.problem
    shares = goodness(evaluation)
    groups = {group.id: position for position, group in enumerate(problem.groups)}
    colours = [group_colour(groups[problem.group_of(leaf.id).id], len(groups)) for leaf in problem.leaves]
    many = len(problem.leaves) > UPRIGHT
    heads: list[tuple[object, str]] = [(_("Candidate"), "")]
    heads += [(upright(leaf.label) if many else leaf.label, "n") for leaf in problem.leaves]
    rows, marks = [], set()
    by_hand = {(c.alternative, c.criterion) for c in evaluation.scenario.changed}
    for i, alternative in enumerate(problem.alternatives[:SHOWN]):
        cells = []
        for j, leaf in enumerate(problem.leaves):
            rating = evaluation.performance(alternative.id, leaf.id)
            mark = (
                "what-if"
                if (alternative.id, leaf.id) in by_hand
                else "unfounded"
                if unfounded(rating)
                else ""
            )
            cells.append(_heat(rating, float(shares[i, j]), colours[j], mark))
            marks.add(mark)
        rows.append(row([cell(alternative.label, "name", head="row"), *cells]))
    more = len(problem.alternatives) - SHOWN
    return (
        table(heads, rows, "c-ratings")
        + _key(marks)
        + caption(_("… and {count} more.", count=more) if more > 0 else "")
    )


def goodness(evaluation: Evaluation) -> np.ndarray:
    """Return (m, n): where each likely value stands between worst (0) and best (1); nan where unknown, 1 where all are alike."""
    problem = evaluation.problem
    likely = evaluation.cells.likely
    low = np.array(
        [c.scale.low if c.scale else np.nanmin(likely[:, j]) for j, c in enumerate(problem.leaves)]
    )
    high = np.array(
        [c.scale.high if c.scale else np.nanmax(likely[:, j]) for j, c in enumerate(problem.leaves)]
    )
    span = high - low
    up = np.array([c.maximize for c in problem.leaves])
    share = (likely - low) / np.where(span > 0, span, 1.0)
    return np.where(span > 0, np.where(up, share, 1 - share), np.where(np.isnan(likely), np.nan, 1.0))


def _value(rating: Performance) -> str | Markup:
    if not rating.known:
        return pill(_("unknown"), "warn")
    if not rating.confidence:
        return with_range(rating)
    return markup("{value} <small>{grade}</small>", value=with_range(rating), grade=rating.confidence)


def _stacked(rating: Performance) -> str | Markup:
    """Return the likely value with its range and grade under it, where a column has little room."""
    if not rating.known or rating.likely is None:
        return _value(rating)
    under = " ".join(filter(None, (range_text(rating), rating.confidence)))
    return with_small(plain(rating.likely), under)


def _heat(rating: Performance, share: float, colour: str, mark: str) -> Markup:
    """Return a cell of the map: its value, dark by its share of the best, with its mark to be seen, heard and pointed at."""
    heat = 0.0 if np.isnan(share) else 8 + 52 * share
    value = _stacked(rating)
    if not mark:
        return heat_cell(value, heat, colour)
    said = _(MARKS[mark].words)
    told = markup(
        '{value}<i class="{kind}"></i><span class="c-hidden"> ({said})</span>',
        value=value, kind=MARKS[mark].kind, said=said,
    )  # fmt: skip
    return heat_cell(told, heat, colour, title=said)


def _key(marks: Collection[str]) -> Markup:
    """Return what the marks of the map mean, of those that stand in it."""
    return markup(
        '<div class="c-legend">{lines}</div>',
        lines=joined(
            markup('<span><i class="{kind}"></i>{words}</span>', kind=mark.kind, words=_(mark.words))
            for name, mark in MARKS.items()
            if name in marks
        ),
    )
