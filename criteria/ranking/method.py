"""What a ranking method is: one frozen row of data with its functions, and the scores it returns."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

import numpy as np

from criteria.model.arrays import FloatArray, IntArray
from criteria.model.frozen import frozen_inside

# What a parameter of a method may be: a number, one of some words, or a value for each criterion.
Setting = object
Settings = Mapping[str, Setting]
Details = Mapping[str, object]


# Performances (m, n), weights (..., n), maximized (n,) and the method's settings by name to scores (..., m). A kernel of our
# own also takes several matrices (..., m, n), one for each row of weights.
Kernel = Callable[..., FloatArray]
# The same inputs, for the published intermediates by name.
DetailsFunction = Callable[..., Details]
# The same inputs with one set of weights (n,), for the scores (m,) and the intermediates together.
Evaluation = Callable[..., tuple[FloatArray, Details]]


@frozen_inside
@dataclass(frozen=True, slots=True)
class Parameter:
    """One number, word or list that a method takes besides performances and weights."""

    name: str
    default: Setting
    meaning: str
    aliases: tuple[str, ...] = ()
    low: float | None = None
    high: float | None = None
    choices: tuple[str, ...] = ()


_PAIRS_BESIDE = (
    20_000_000  # pairs of candidates, each under each criterion, that a method compares in seconds
)


@frozen_inside
@dataclass(frozen=True, slots=True)
class Method:
    """One row of the catalogue: how a method is called, what it assumes, and the functions that compute it.

    group: the heading it stands under in menus and documentation; not its family, which has one vote (`families/votes.py`).
    normalizations: allowed ones; the first is the published default.  stable: those under which adding a candidate
    cannot reorder the others.  order: what the method publishes: a complete order, a partial one, or a kernel.
    from_problem: the parameters that an evaluation takes from the problem (scales, thresholds).
    linear: the score (or its logarithm, where ranked_on_logarithm) is linear in the weights.  order_values: where it is not and
    the order is: performances, maximized and settings to values (m, n) whose weighted sum orders as the method does.
    largest_part: the score is the largest of weight times a distance that does not depend on the weights.
    order_polynomials: where neither is, a function of performances, start (k, n), end (k, n), maximized, the two sides (p,) of pairs and settings
    to the coefficients (k, p, d + 1), lowest first, of polynomials in t whose sign says which of a pair is ahead at the weights start + t (end - start).
    additive: the score is a sum over criteria, so contributions are exact.  splits: a score can be divided among
    groups of criteria at all.  kept_as_published: the published normalization stays the default even where scales are declared.  scales_optional: `scale` without declared ones takes the range of the data.
    limit: where the formula can divide by zero on sound data: scores, more is better, in the order that it tends to there. The
    kernel's own score is then not finite; `score` refuses it, and questions about many weightings take this order.
    size: performances, weights and settings to the size (..., 1) of scores that have a unit: ties are measured in it.
    by_rows: the kernel takes `rows`, positions (r,) of candidates, and then returns the scores of those alone, as they are among all.
    at_once: scores and details of one set of weights from one computation, where computing both is as dear as computing twice.
    batched: many sets of weights are one call; else they are computed one by one, and questions about many are asked of few.
    pairs: every candidate is compared with every other, so that the time grows with their square.
    """

    key: str
    name: str
    group: str
    summary: str
    assumptions: str
    avoid_when: str
    reference: str
    score_name: str
    kernel: Kernel
    normalizations: tuple[str, ...]
    higher_is_better: bool = True
    stable: tuple[str, ...] = ()
    order: Literal["complete", "partial", "kernel"] = "complete"
    details: DetailsFunction | None = None
    ranks: Callable[[FloatArray, Details], IntArray] | None = None
    parameters: tuple[Parameter, ...] = ()
    from_problem: tuple[str, ...] = ()
    linear: bool = False
    largest_part: bool = False
    order_values: Callable[..., FloatArray] | None = None
    order_polynomials: Callable[..., FloatArray] | None = None
    additive: bool = False
    splits: bool = True
    ranked_on_logarithm: bool = False
    kept_as_published: bool = False
    scales_optional: bool = False
    limit: Kernel | None = None
    size: Callable[..., FloatArray] | None = None
    by_rows: bool = False
    at_once: Evaluation | None = None
    batched: bool = True
    pairs: bool = False

    @property
    def default_normalization(self) -> str:
        """The normalization of the publication, used by `score` when none is named."""
        return self.normalizations[0]

    def too_many_pairs(self, alternatives: int, criteria: int) -> bool:
        """Whether the method compares so many pairs that it is computed only where somebody chooses it: beyond that it takes minutes."""
        return self.pairs and alternatives**2 * criteria > _PAIRS_BESIDE

    def can_reorder(self, normalization: str, settings: Settings | None = None) -> bool:
        """Whether adding a candidate can change the order of the others under this normalization.

        settings: where given, `scale` without declared scales counts as taken from the data, and a method set to another
        of its variants than the default is not vouched for.
        """
        given = settings or {}
        undeclared = settings is not None and normalization == "scale" and given.get("scales") is None
        varied = any(p.choices and given.get(p.name, p.default) != p.default for p in self.parameters)
        return normalization not in self.stable or undeclared or varied


@frozen_inside
@dataclass(frozen=True, slots=True, eq=False)
class Scores:
    """What a method returns.

    values: (m,) or (k, m), the published score in its published direction.  ranks: the same shape, 1 is best, ties
    share the better rank (1, 2, 2, 4).  details: published intermediates by name.
    """

    method: str
    values: FloatArray
    higher_is_better: bool
    ranks: IntArray
    details: Details = field(default_factory=lambda: MappingProxyType({}))

    @property
    def order(self) -> IntArray:
        """The alternatives' indices, best first; tied ones in the order they were given."""
        return np.argsort(self.ranks, axis=-1, kind="stable")
