"""Checks of single ratings and of the evidence behind them."""

from __future__ import annotations

import re
from collections.abc import Iterator

import numpy as np

from criteria.checks.finding import Finding
from criteria.model.arrays import FloatArray, IntArray
from criteria.model.criterion import Criterion
from criteria.model.number import percent
from criteria.model.problem import Problem
from criteria.translation import translate as _
from criteria.translation import translate_count

FACTORS = (1000.0, 100.0, 10.0)
NEAR = 2.0  # a value within this factor of ten, a hundred or a thousand times the others' median looks like another unit
STEADY = 3.0  # only where the other values lie within this factor of each other
UNITS_FROM = 4
RATING = 10.0
BLANKS = 0.2  # share of unknown cells
WEAK = 0.5  # share of ratings of confidence C
_WORDS = re.compile(r"\w+")


def _beside_steady(rows: IntArray, sizes: FloatArray) -> IntArray:
    """Return the rows that are not 0 and whose others, without 0 as well, lie close together.  sizes: of the values, three at least."""
    ordered = np.sort(sizes)
    least = np.where(sizes == ordered[0], ordered[1], ordered[0])  # of the others
    most = np.where(sizes == ordered[-1], ordered[-2], ordered[-1])
    found: IntArray = rows[(sizes > 0) & (least > 0) & (most <= STEADY * least)]
    return found


def mixed_units(problem: Problem) -> Iterator[Finding]:
    """Yield values that are about ten, a hundred or a thousand times all others of their column, or that part of them."""
    table = problem.performances
    for j, leaf in enumerate(problem.leaves):
        # On a declared scale of up to ten a low rating is a low rating, and no other unit.
        rating = leaf.scale is not None and leaf.scale.high - leaf.scale.low <= RATING
        rows = np.flatnonzero(table.known[:, j] & (not rating))
        for i in _beside_steady(rows, np.abs(table.likely[rows, j])) if len(rows) >= UNITS_FROM else ():
            value, others = abs(table.likely[i, j]), np.abs(table.likely[rows[rows != i], j])
            ratio = value / float(np.median(others))
            apart = next(
                (f for f in FACTORS if any(f / NEAR <= r <= f * NEAR for r in (ratio, 1 / ratio))), None
            )
            beyond = ratio > STEADY * NEAR or ratio < 1 / (STEADY * NEAR)
            if apart is not None and beyond:
                place = {
                    "candidate": problem.alternatives[i].label,
                    "value": table.likely[i, j],
                    "criterion": leaf.label,
                    "factor": apart,
                }
                said = (
                    _(
                        "{candidate} has {value:g} under '{criterion}', about {factor:g} times the value of the others.",
                        **place,
                    )
                    if ratio > 1
                    else _(
                        "{candidate} has {value:g} under '{criterion}', about 1/{factor:g} of the value of the others.",
                        **place,
                    )
                )
                yield Finding(
                    said,
                    _("Check its unit: this value may be in another unit than the rest of the column."),
                    (problem.alternatives[i].id,),
                    (leaf.id,),
                )


def against_anchor(problem: Problem) -> Iterator[Finding]:
    """Yield ratings whose rationale quotes an anchor of the scale in whole, while the range of the rating does not hold its value."""
    table = problem.performances
    for j, leaf in enumerate(problem.leaves):
        for i in np.flatnonzero(table.known[:, j]):
            quoted = _quoted(leaf, table.rationales[i][j])
            if quoted is None or table.low[i, j] <= quoted[0] <= table.high[i, j]:
                continue
            yield Finding(
                _(
                    "{candidate} is rated {value:g} under '{criterion}', but its reason quotes the anchor of {anchor:g} ('{text}').",
                    candidate=problem.alternatives[i].label,
                    value=table.likely[i, j],
                    criterion=leaf.label,
                    anchor=quoted[0],
                    text=quoted[1],
                ),
                _("Follow the anchor, or say in the reason why not."),
                (problem.alternatives[i].id,),
                (leaf.id,),
            )


def later_evidence(problem: Problem) -> Iterator[Finding]:
    """Yield sources that are later than the date of the case and that ratings rest on."""
    late = {source.key: source for source in problem.sources if source.after_case}
    table = problem.performances
    places: dict[str, list[tuple[str, str]]] = {}
    for i, row in enumerate(table.sources):
        for j, given in enumerate(row):
            for key in re.split(r"[;,\s]+", given):
                if key in late:
                    places.setdefault(key, []).append((problem.alternatives[i].id, problem.leaves[j].id))
    for key, used in places.items():
        yield Finding(
            translate_count(
                "A rating rests on '{title}' ({date}), which is later than the date of the case.",
                "{count} ratings rest on '{title}' ({date}), which is later than the date of the case.",
                len(used),
                title=late[key].title,
                date=late[key].date or _("undated"),
            ),
            _("It was not known on that date: use an earlier source, or move the date."),
            tuple(dict.fromkeys(alternative for alternative, _criterion in used)),
            tuple(dict.fromkeys(criterion for _alternative, criterion in used)),
        )


def many_blanks(problem: Problem) -> Iterator[Finding]:
    """Yield one finding where more than a fifth of all cells are unknown."""
    share = 1 - float(problem.performances.known.mean())
    if share > BLANKS:
        yield Finding(
            _("{share} of all ratings are unknown.", share=percent(share)),
            _(
                "The order depends on the values set in their place: fill in the ratings with the most weight first."
            ),
        )


def weak_evidence(problem: Problem) -> Iterator[Finding]:
    """Yield one finding where more than half of the ratings that have a confidence are C: somebody's judgement."""
    grades = problem.performances.confidence[problem.performances.known]
    graded = grades[grades != ""]
    if graded.size and float(np.mean(graded == "C")) > WEAK:
        yield Finding(
            _(
                "{share} of the ratings are of confidence C, a judgement without a source.",
                share=percent(float(np.mean(graded == "C"))),
            ),
            _("Look for sources where 'what to check next' points."),
        )


def _quoted(leaf: Criterion, rationale: str) -> tuple[float, str] | None:
    """Return value and text of the longest anchor whose words, at least four, all stand in the rationale in their order."""
    words = " ".join(_WORDS.findall(rationale.casefold()))
    found = [
        (value, text)
        for value, text in (leaf.scale.anchors if leaf.scale else ())
        if len(_WORDS.findall(text)) >= 4 and " ".join(_WORDS.findall(text.casefold())) in words
    ]
    return max(found, key=lambda anchor: len(anchor[1]), default=None)
