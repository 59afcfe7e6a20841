"""From what somebody answered about the children of a node to their local weights; how far they are, how consistent they are."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from types import MappingProxyType

import numpy as np

from criteria.errors import WeightsError
from criteria.model.arrays import FloatArray
from criteria.model.frozen import frozen_inside
from criteria.model.judgements import WHOLE, Answers
from criteria.translation import translate as _
from criteria.translation import translate_count
from criteria.weighting.ahp import Priorities, ahp
from criteria.weighting.best_worst import best_worst
from criteria.weighting.comparisons import islands
from criteria.weighting.ordered_candidates import LEAST, OrderedCandidates, ordered_candidates
from criteria.weighting.rank_order import rank_order
from criteria.weighting.swing import direct, swing


@frozen_inside
@dataclass(frozen=True, slots=True, eq=False)
class Elicited:
    """What answers about n siblings amount to.

    weights: (n,), sum 1; None while too little was said.  said, asked: answers given, and in all.  complaint: what is missing or
    wrong while there are no weights, else empty.  consistency: 0 for answers that agree, None where the way cannot tell.
    priorities: of pairwise comparisons, None otherwise.  ranges: (n, 2), weights as good as these, None otherwise.  order: of known
    candidates, None otherwise.
    """

    weights: FloatArray | None
    said: int
    asked: int
    complaint: str = ""
    consistency: float | None = None
    priorities: Priorities | None = None
    ranges: FloatArray | None = None
    order: OrderedCandidates | None = None


@frozen_inside
@dataclass(frozen=True, slots=True, eq=False)
class Candidates:
    """What an order of candidates is read with.  ids, names: of m candidates.  values: (m, k), what each is worth under each of k leaves.

    item: (k,), the sibling that each leaf belongs to, by position; -1 where it belongs to none of them.
    """

    ids: tuple[str, ...]
    names: tuple[str, ...]
    values: FloatArray
    item: tuple[int, ...]


def comparison_matrix(items: Sequence[str], answers: Answers) -> FloatArray:
    """Return the pairwise judgements as a matrix (n, n), reciprocal, nan where not judged."""
    place = {item: i for i, item in enumerate(items)}
    matrix = np.full((len(items), len(items)), np.nan)
    np.fill_diagonal(matrix, 1.0)
    for judgement in answers.judgements:
        i, j = place[judgement.first], place[judgement.second]
        matrix[i, j], matrix[j, i] = judgement.value, 1.0 / judgement.value
    return matrix


def _by_pairs(items: Sequence[str], answers: Answers) -> Elicited:
    matrix = comparison_matrix(items, answers)
    asked = len(items) * (len(items) - 1) // 2
    said = int((~np.isnan(matrix)).sum() - len(items)) // 2
    if len(islands(matrix)) > 1:
        more = len(items) - 1
        return Elicited(
            None,
            said,
            asked,
            translate_count(
                "Answer at least {count} pair that connects all criteria.",
                "Answer at least {count} pairs that connect all criteria.",
                more,
            ),
        )
    found = ahp(
        matrix,
        priorities=answers.setting("priorities", "eigenvector"),
        random_index=answers.setting("index", "saaty1980"),
    )
    return Elicited(found.weights, said, asked, consistency=found.consistency_ratio, priorities=found)


def _by_best_and_worst(items: Sequence[str], answers: Answers) -> Elicited:
    ends = {q: next(iter(answers.values(q)), None) for q in ("best", "worst")}
    over, under = answers.values("best-to"), answers.values("to-worst")
    asked = max(2 * len(items) - 3, 1) + 2
    best, worst = ends["best"], ends["worst"]
    if best is None or worst is None:
        said = sum(end is not None for end in ends.values())
        return Elicited(None, said, asked, _("Say which criterion matters most and which matters least."))
    if best == worst and len(items) > 1:
        return Elicited(None, 2, asked, _("The most and the least important cannot be the same criterion."))
    first = [1.0 if item == best else over.get(item, np.nan) for item in items]
    second = [
        1.0 if item == worst else over.get(worst, np.nan) if item == best else under.get(item, np.nan)
        for item in items
    ]
    missing = int(np.isnan(first).sum()) + sum(
        np.isnan(second[i]) for i, item in enumerate(items) if item != best
    )
    said = asked - int(missing)
    if missing:
        return Elicited(None, said, asked, _("Comparisons still missing: {count}.", count=missing))
    found = best_worst(first, second, model=answers.setting("model", "linear"))
    return Elicited(
        found.weights, said, asked, consistency=found.input_consistency_ratio, ranges=found.intervals
    )


def _by_points(items: Sequence[str], answers: Answers) -> Elicited:
    given = answers.values("points")
    if len(given) < len(items):
        return Elicited(
            None,
            len(given),
            len(items),
            _(
                "{count} of {all} criteria are still without points.",
                count=len(items) - len(given),
                all=len(items),
            ),
        )
    way = swing if answers.way == "swing" else direct
    return Elicited(way([given[item] for item in items]).weights, len(items), len(items))


def _by_rank(items: Sequence[str], answers: Answers) -> Elicited:
    given = answers.values("rank")
    if len(given) < len(items):
        return Elicited(
            None,
            len(given),
            len(items),
            _(
                "{count} of {all} criteria are still without a rank.",
                count=len(items) - len(given),
                all=len(items),
            ),
        )
    found = rank_order(
        [given[item] for item in items],
        formula=answers.setting("formula", "roc"),
        exponent=_number(answers.setting("exponent", "2")),
    )
    return Elicited(found.weights, len(items), len(items))


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        raise WeightsError(_("The exponent is '{text}'; give a number of at least 0.", text=text)) from None


_BY_WAY: Mapping[str, Callable[[Sequence[str], Answers], Elicited]] = MappingProxyType(
    {
        "direct": _by_points,
        "ahp": _by_pairs,
        "best_worst": _by_best_and_worst,
        "swing": _by_points,
        "rank_order": _by_rank,
    }
)


def _by_known_candidates(items: Sequence[str], answers: Answers, candidates: Candidates | None) -> Elicited:
    given = answers.values("place")
    asked = max(LEAST, len(given))
    if candidates is None or len(given) < LEAST:
        return Elicited(
            None,
            len(given),
            asked,
            translate_count(
                "Put at least {count} candidate that you know in order.",
                "Put at least {count} candidates that you know in order.",
                LEAST,
            ),
        )
    found = ordered_candidates(
        candidates.values, [given.get(name, np.nan) for name in candidates.ids], names=candidates.names
    )
    sums = np.zeros(len(items))
    for weight, i in zip(found.weights, candidates.item, strict=True):
        if i >= 0:
            sums[i] += weight
    return Elicited(sums / sums.sum(), len(given), asked, order=found)


def elicited(items: Sequence[str], answers: Answers, *, candidates: Candidates | None = None) -> Elicited:
    """Return what the answers about these siblings amount to; what does not work out becomes the complaint, never an error.

    One item alone has the weight 1 without a question.  candidates: for ways that ask about candidates; without them there are no weights.
    """
    if len(items) == 1:
        return Elicited(np.ones(1), 0, 0)
    try:
        if answers.way in WHOLE:
            return _by_known_candidates(items, answers, candidates)
        return _BY_WAY[answers.way](items, answers)
    except WeightsError as error:
        return Elicited(None, len(answers.judgements), len(answers.judgements), str(error))


def pairs_of(items: Sequence[str]) -> list[tuple[str, str]]:
    """Return the pairs to compare, in the order in which they are asked.

    Neighbours first (they join all items with the fewest answers), then those further apart, so that blanks hurt least.
    """
    places = sorted(combinations(range(len(items)), 2), key=lambda pair: (pair[1] - pair[0], pair[0]))
    return [(items[i], items[j]) for i, j in places]


def pairs_for(items: Sequence[str], who: str) -> list[tuple[str, str]]:
    """Return the pairs to compare in the order in which one person is asked, shuffled, and the same each time for this person.

    The criteria are shuffled first, so that sides change too; then as in `pairs_of`: the first n - 1 pairs join all criteria, whichever
    they are, and pairs that are equally far apart are shuffled once more. No chance is drawn: the order follows from the names.
    """

    def drawn(*names: str) -> bytes:
        return hashlib.sha256("\n".join((who, *names)).encode()).digest()

    shuffled = sorted(items, key=drawn)
    pairs = [(j - i, one, other) for (i, one), (j, other) in combinations(enumerate(shuffled), 2)]
    return [(one, other) for _apart, one, other in sorted(pairs, key=lambda p: (p[0], drawn(p[1], p[2])))]
