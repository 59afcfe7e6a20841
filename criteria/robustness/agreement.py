"""Do the methods agree: ranks under each, how alike the rankings are, and two ways to join them into one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from criteria.errors import CriteriaError
from criteria.model.arrays import FloatArray, IntArray
from criteria.ranking.catalogue import METHODS
from criteria.ranking.score import checked_input, method_row, score
from criteria.robustness.engine.checks import one_set
from criteria.translation import translate as _


@dataclass(frozen=True, slots=True, eq=False)
class Agreement:
    """methods: their keys (k).  ranks: (k, m).  kendall: (k, k) τ-b.  spearman: (k, k) ρ of average ranks.

    borda: (m,) the share of the others that an alternative is ahead of, ties half, summed over methods; more is better.
    copeland: (m,) pairs won by majority of methods less pairs lost; more is better.  failures: why other methods took no part.
    A ranking in which all are level is alike, at 1, only to another such one, and at 0 to the others.
    """

    methods: tuple[str, ...]
    ranks: IntArray
    kendall: FloatArray
    spearman: FloatArray
    borda: FloatArray
    copeland: FloatArray
    failures: Mapping[str, str]

    @property
    def first(self) -> FloatArray:
        """The share of methods (m,) under which each alternative is first, alone or with others."""
        share: FloatArray = (self.ranks == 1).mean(axis=0)
        return share


def agreement(
    performances: ArrayLike,
    weights: ArrayLike,
    maximized: ArrayLike,
    *,
    methods: Iterable[str] | None = None,
    scales: ArrayLike | None = None,
) -> Agreement:
    """Return the rankings under several methods, each with its published normalization, and how far they agree.

    methods: keys, by default all that can be applied; a method that asks for scales takes `scales` (n, 2), by default the
    range of the data.  Raises CriteriaError for an unknown key and where no method can be applied.
    """
    values, shares, flags = checked_input(performances, weights, maximized)
    one_set(shares)
    ranks: dict[str, IntArray] = {}
    failures: dict[str, str] = {}
    for key in METHODS if methods is None else methods:
        row = method_row(key)
        params: dict[str, object] = {}
        if row.default_normalization == "scale":
            if scales is not None:
                params["scales"] = scales
            elif not row.scales_optional:
                params["scales"] = np.column_stack([values.min(axis=0), values.max(axis=0)])
        try:
            ranks[key] = score(key, values, shares, flags, **params).ranks
        except CriteriaError as error:
            failures[key] = str(error)
    return agreement_of(ranks, failures)


def agreement_of(ranks: Mapping[str, IntArray], failures: Mapping[str, str]) -> Agreement:
    """Return how far rankings (m,), by method, agree; raise CriteriaError where there are none."""
    if not ranks:
        raise CriteriaError(
            _("No method can be applied to these performances: {why}", why=" ".join(failures.values()))
        )
    table = np.array(list(ranks.values()))
    # signs[k, i, j]: 1 where method k puts i ahead of j, -1 where behind, 0 where level.
    signs = np.sign(table[:, np.newaxis, :] - table[:, :, np.newaxis]).astype(np.float64)
    return Agreement(
        methods=tuple(ranks),
        ranks=table,
        kendall=_alike(signs.reshape(len(table), -1)),
        spearman=_alike(signs.sum(axis=2)),  # the balance of pairs is a linear function of the average rank
        borda=(signs.sum(axis=(0, 2)) / max(1, table.shape[1] - 1) + len(table)) / 2,
        copeland=np.sign(signs.sum(axis=0)).sum(axis=1),
        failures=dict(failures),
    )


def _alike(vectors: FloatArray) -> FloatArray:
    """Return the cosine of every pair of rows (k, d); between zero vectors 1, with one zero vector 0.

    Of pair signs this is Kendall's τ-b, of centred average ranks Spearman's ρ.
    """
    length = np.linalg.norm(vectors, axis=1)
    product = vectors @ vectors.T
    size = np.outer(length, length)
    alike = np.divide(product, size, out=np.zeros_like(product), where=size > 0)
    alike[np.outer(length == 0, length == 0)] = 1.0
    np.fill_diagonal(alike, 1.0)
    return np.clip(alike, -1.0, 1.0)
