"""Does the order of the others change when a candidate comes or goes that has nothing to do with them?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike

from criteria.errors import CriteriaError
from criteria.model.arrays import FloatArray, IntArray
from criteria.ranking.competition import competition_ranks
from criteria.ranking.method import Setting
from criteria.robustness.engine.calls import Call, checked_call
from criteria.scaling.algebra import one_thread
from criteria.scaling.checks import one_set
from criteria.translation import translate as _

Kind = Literal["left out", "copied", "dominated added"]


@dataclass(frozen=True, slots=True)
class Change:
    """One change tried. kind and alternative (an index; -1 for an added one that is dominated) say what was done.

    before, after: ranks of those who are there both times, among themselves, in their order.  reversed: whether any two of
    them changed places; drawing level or apart is not a reversal.  leader_changed: whether first place among them moved.
    reason: why it could not be tried, else empty.
    """

    kind: Kind
    alternative: int
    before: tuple[int, ...]
    after: tuple[int, ...]
    reversed: bool
    leader_changed: bool
    reason: str = ""

    @property
    def what(self) -> str:
        """What was done, in words, alternatives counted from 1."""
        words = {"number": self.alternative + 1}
        if self.kind == "left out":
            return _("alternative {number} left out", **words)
        if self.kind == "copied":
            return _("alternative {number} listed twice", **words)
        return _("an alternative added that is worst everywhere")


def rank_reversal(
    method: str, performances: ArrayLike, weights: ArrayLike, maximized: ArrayLike, **params: Setting
) -> tuple[Change, ...]:
    """Return one row for each change tried: each alternative left out, each copied, and one added that all others dominate.

    Raises CriteriaError for input without meaning; a change that the method cannot take is among the rows, with the reason.
    """
    call, shares = checked_call(method, performances, maximized, weights, params)
    one_set(shares)
    return reversals(call, shares)


@one_thread()
def reversals(call: Call, weights: FloatArray) -> tuple[Change, ...]:
    """Return the changes tried on one checked call."""
    m = call.alternatives
    matrix = call.performances
    everybody = np.arange(m)
    found = []
    if m > 2:
        for i in range(m):
            rest = np.delete(everybody, i)
            found.append(_tried(call, weights, "left out", i, matrix[rest], rest, np.arange(m - 1)))
    found += [
        _tried(call, weights, "copied", i, np.vstack([matrix, matrix[i]]), everybody, everybody)
        for i in range(m)
    ]
    worst = np.where(call.maximized, matrix.min(axis=0), matrix.max(axis=0))
    found.append(
        _tried(call, weights, "dominated added", -1, np.vstack([matrix, worst]), everybody, everybody)
    )
    return tuple(found)


def _tried(
    call: Call,
    weights: FloatArray,
    kind: Kind,
    alternative: int,
    matrix: FloatArray,
    before_rows: IntArray,
    after_rows: IntArray,
) -> Change:
    before = _among(call.ranks(weights)[before_rows])
    changed = Call(call.method, matrix, call.maximized, call.settings)
    try:
        after = _among(changed.ranks(weights)[after_rows])
    except CriteriaError as error:
        return Change(kind, alternative, tuple(before.tolist()), (), False, False, str(error))
    sides = np.sign(before[:, np.newaxis] - before) * np.sign(after[:, np.newaxis] - after)
    moved = not np.any((before == 1) & (after == 1))
    return Change(
        kind, alternative, tuple(before.tolist()), tuple(after.tolist()), bool(np.any(sides < 0)), moved
    )


def _among(ranks: IntArray) -> IntArray:
    """Return the ranks that some have among themselves."""
    return competition_ranks(-ranks.astype(np.float64), higher_is_better=True)
