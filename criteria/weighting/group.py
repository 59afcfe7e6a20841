"""Several people's judgements or weights put together.

Sources: Aczél & Saaty (1983) and Forman & Peniwati (1998) for joining judgements and priorities; Jost (2006) for effective
numbers, and Goepel (2013) for their use as consensus among members of an AHP group.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from criteria.errors import WeightsError
from criteria.model.arrays import BoolArray, FloatArray, IntArray
from criteria.model.frozen import frozen_inside
from criteria.scaling.checks import checked_points, numbers, shares
from criteria.translation import translate as _
from criteria.weighting.ahp import ahp
from criteria.weighting.comparisons import checked_comparisons, judged_pairs

# Mean Jensen-Shannon distance (base 2, 0 to 1) up to which members count as like-minded: half of what weights of 17 criteria drawn
# at random are apart.
LIKE_MINDED = 0.25


@frozen_inside
@dataclass(frozen=True, slots=True, eq=False)
class GroupWeights:
    """What a group of k members says about n items.

    weights: (n,), sum 1.  completed: (n, n), the joined judgements, blanks filled in; None where only weights were joined.
    consistency_ratio: of the joined judgements, None likewise.  member_weights: (k,), what each member counts, sum 1.
    """

    weights: FloatArray
    completed: FloatArray | None
    consistency_ratio: float | None
    member_weights: FloatArray


def combine(
    comparisons_or_weights: ArrayLike,
    *,
    how: str = "judgements",
    member_weights: ArrayLike | None = None,
    priorities: str = "eigenvector",
    mean: str = "geometric",
) -> GroupWeights:
    """Return the group's weights from (k, n, n) comparisons or (k, n) weights, nan = this member did not say.

    how: judgements (geometric mean of each pair over those who judged it, then priorities) or priorities (each member's own,
    then their mean, normalized; always so for weights).  member_weights: (k,), what each counts, by default alike.
    mean: geometric or arithmetic, for priorities; under the geometric mean a single 0 makes the group's weight 0.
    Raises WeightsError for anything else.
    """
    if how not in ("judgements", "priorities"):
        raise WeightsError(
            _("'{how}' is no way to put members together; choose judgements or priorities.", how=how)
        )
    if mean not in ("geometric", "arithmetic"):
        raise WeightsError(_("There is no mean '{mean}'; choose geometric or arithmetic.", mean=mean))
    given = numbers(comparisons_or_weights, _("Comparisons and weights"), WeightsError)
    if given.ndim not in (2, 3) or 0 in given.shape:
        raise WeightsError(
            _("Give comparisons (members, items, items) or weights (members, items), all of the same size.")
        )
    counts = _member_weights(member_weights, len(given))
    if given.ndim == 3 and how == "judgements":
        joined = joined_judgements([checked_comparisons(one) for one in given], counts)
        found = ahp(joined, priorities=priorities)
        return GroupWeights(found.weights, found.completed, found.consistency_ratio, counts)
    rows = [
        _own_priorities(one, k, priorities) if given.ndim == 3 else _shares(one, k)
        for k, one in enumerate(given)
    ]
    own = np.array(rows)
    return GroupWeights(joined_priorities(own, counts, mean=mean), None, None, counts)


def joined_judgements(comparisons: list[FloatArray], member_weights: FloatArray) -> FloatArray:
    """Return the geometric mean (n, n) of each pair over the members who judged it; nan where nobody did."""
    stack = np.array(comparisons)
    judged = ~np.isnan(stack)
    counts = member_weights[:, None, None] * judged
    logarithms = np.where(judged, np.log(np.where(judged, stack, 1.0)), 0.0)
    total = counts.sum(axis=0)
    means = np.divide(
        (counts * logarithms).sum(axis=0), total, out=np.full(total.shape, np.nan), where=total > 0
    )
    return np.exp(means)


def _own_priorities(comparisons: FloatArray, k: int, priorities: str) -> FloatArray:
    """Return a member's priorities (n,); nan for one who judged nothing."""
    matrix = checked_comparisons(comparisons)
    if not len(judged_pairs(matrix)) and len(matrix) > 1:
        return np.full(len(matrix), np.nan)
    try:
        return ahp(matrix, priorities=priorities).weights
    except WeightsError as error:
        raise WeightsError(_("Member {k}: {reason}", k=k + 1, reason=error)) from error


def joined_priorities(
    weights: FloatArray, member_weights: FloatArray, *, mean: str = "geometric"
) -> FloatArray:
    """Return the mean (n,) of the members' weights (k, n), nan where one was not given, normalized to sum 1.

    What a member who left blanks says are proportions among the items named: the row is scaled to suit the others (least squares
    in logarithms of weight = member's scale x group's weight; without blanks that is the geometric mean), so that no item gains by
    being named.
    """
    said = ~np.isnan(weights) & (member_weights[:, None] > 0)
    if not np.all(said.any(axis=0)):
        raise WeightsError(
            _(
                "No member who counts gave item {j} a weight: ask at least one member.",
                j=int(np.argmin(said.any(axis=0))) + 1,
            )
        )
    counts = member_weights[:, None] * said
    values = np.where(said, weights, 0.0)
    blanks = bool(np.any(said.any(axis=1) & ~said.all(axis=1)))
    if mean == "arithmetic":
        fitted = _fitted(values, said, member_weights) if blanks else np.ones(weights.shape[1])
        rows = values * np.where(said.all(axis=1), 1.0, said @ fitted)[:, None] if blanks else values
        joined = (counts * rows).sum(axis=0) / counts.sum(axis=0)
    else:
        joined = _fitted(values, said, member_weights)
    if not np.any(joined > 0):
        raise WeightsError(
            _(
                "Every item has the weight 0 from at least one person: join by the arithmetic mean, or ask again."
            )
        )
    found = shares(joined)
    found.setflags(write=False)
    return found


def _fitted(values: FloatArray, said: BoolArray, member_weights: FloatArray) -> FloatArray:
    """Return the weights (n,), sum 1, that fit values = member's scale x weight best in logarithms; the geometric mean without blanks.

    values: (k, n), 0 where nothing was said.  An item to which somebody gave 0 has 0.
    """
    k, n = values.shape
    zero = np.any(said & (values <= 0), axis=0)
    members, items = np.nonzero(said & ~zero)
    joined = np.zeros(n)
    if not len(members):
        return joined
    design = np.zeros((len(members), k + n))
    design[np.arange(len(members)), members] = 1.0
    design[np.arange(len(members)), k + items] = 1.0
    root = np.sqrt(member_weights[members])
    found = np.linalg.lstsq(design * root[:, None], np.log(values[members, items]) * root, rcond=None)[0][k:]
    joined[~zero] = np.exp(found[~zero] - found[~zero].max())
    return joined / joined.sum()


def _complete(weights: ArrayLike) -> FloatArray:
    """Return members' weights (k, n), each row summing to 1; raise WeightsError where somebody left something blank."""
    given = np.atleast_2d(numbers(weights, _("The weights"), WeightsError))
    if given.ndim != 2 or 0 in given.shape:
        raise WeightsError(
            _("The weights must be a table of numbers: one row for each member, all of the same length.")
        )
    if np.any(np.isnan(given)):
        raise WeightsError(
            _("Members can be compared only by complete weights: leave out those with blanks.")
        )
    return np.array([_shares(row, k) for k, row in enumerate(given)])


def consensus(weights: ArrayLike, member_weights: ArrayLike | None = None) -> float:
    """Return how alike the members' weights (k, n) are: 1 for identical ones, 0 for ones without anything in common.

    Effective number of different opinions D = exp(entropy of the mean - mean entropy), from 1 to what members and items
    allow; consensus = (1/D - 1/D_max) / (1 - 1/D_max) (Jost 2006; Goepel 2013, with D_max for any weights instead of 1 to 9).
    1 for a single member or a single item.
    """
    own = _complete(weights)
    counts = _member_weights(member_weights, len(own))
    most = min(np.exp(_entropy(counts)), own.shape[1])
    if most <= 1 + 1e-12:
        return 1.0
    opinions = np.exp(_entropy(counts @ own) - counts @ np.array([_entropy(row) for row in own]))
    return float(np.clip((1 / opinions - 1 / most) / (1 - 1 / most), 0.0, 1.0))


def distances(weights: FloatArray) -> FloatArray:
    """Return the Jensen-Shannon distance (k, k) between members' weights (k, n), 0 for alike to 1 for nothing in common."""
    # pdist takes natural logarithms; the distance to base 2 ends at 1.
    from scipy.spatial.distance import pdist, squareform

    found: FloatArray = squareform(pdist(weights, "jensenshannon")) / np.sqrt(np.log(2))
    return found


def clusters(weights: ArrayLike, *, within: float = LIKE_MINDED) -> IntArray:
    """Return for each member the number (from 0, in order of first member) of the like-minded cluster they belong to, (k,).

    Average linkage on the Jensen-Shannon distance; a cluster's members lie on average at most `within` apart.
    """
    from scipy.spatial.distance import squareform

    own = _complete(weights)
    if len(own) == 1:
        return np.zeros(1, dtype=np.int64)
    from scipy.cluster.hierarchy import fcluster, linkage  # late: it takes a quarter of a second

    tree = linkage(squareform(distances(own), checks=False), method="average")
    labels = fcluster(tree, within, criterion="distance")
    numbers = {label: number for number, label in enumerate(dict.fromkeys(labels.tolist()))}
    return np.array([numbers[label] for label in labels.tolist()], dtype=np.int64)


def _entropy(shares: FloatArray) -> float:
    positive = shares[shares > 0]
    return float(-(positive * np.log(positive)).sum())


def _shares(row: FloatArray, k: int) -> FloatArray:
    """Return one member's weights with what was said summing to 1; nan stays."""
    said = ~np.isnan(row)
    if not np.any(said):
        return row
    points = checked_points(row[said], _("The weights of member {k}", k=k + 1))
    found = np.full(len(row), np.nan)
    found[said] = shares(points)
    return found


def _member_weights(given: ArrayLike | None, k: int) -> FloatArray:
    if given is None:
        return np.full(k, 1.0 / k)
    counts = checked_points(given, _("The members' weights"))
    if len(counts) != k:
        raise WeightsError(
            _(
                "There are {k} members but {given} weights for them: give one for each.",
                k=k,
                given=len(counts),
            )
        )
    return shares(counts)
