"""Do the methods agree: ranks under each, how alike the rankings are, and two ways to join them into one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from criteria.errors import CriteriaError
from criteria.model.arrays import FloatArray, IntArray
from criteria.model.frozen import frozen_inside
from criteria.ranking.catalogue import METHODS
from criteria.ranking.families.votes import families, has_vote
from criteria.ranking.score import method_row, score
from criteria.scaling.checks import checked_input, one_set
from criteria.translation import translate as _


@frozen_inside
@dataclass(frozen=True, slots=True, eq=False)
class Agreement:
    """methods: their keys (k).  ranks: (k, m).  kendall: (k, k) τ-b.  spearman: (k, k) ρ of average ranks.

    families: one for each vote, the keys of methods that give one order by construction, first the one whose ranks are counted.
    borda: (m,) the share of the others that an alternative is ahead of, ties half, summed over votes; more is better.
    copeland: (m,) pairs won by majority of votes less pairs lost; more is better.  failures: why other methods took no part.
    A ranking in which all are level is alike, at 1, only to another such one, and at 0 to the others.
    """

    methods: tuple[str, ...]
    ranks: IntArray
    families: tuple[tuple[str, ...], ...]
    kendall: FloatArray
    spearman: FloatArray
    borda: FloatArray
    copeland: FloatArray
    failures: Mapping[str, str]

    @property
    def votes(self) -> IntArray:
        """How many families (m,) put each alternative first, alone or with others."""
        found: IntArray = (self._voting() == 1).sum(axis=0)
        return found

    @property
    def first(self) -> FloatArray:
        """The share of families (m,) that put each alternative first, alone or with others."""
        share: FloatArray = self.votes / max(1, len(self.families))
        return share

    def for_first(self, alternative: int) -> tuple[tuple[str, ...], ...]:
        """Return the families that put an alternative first, alone or with others."""
        first = self._voting()[:, alternative] == 1
        return tuple(family for family, so in zip(self.families, first, strict=True) if so)

    def _voting(self) -> IntArray:
        rows: IntArray = self.ranks[[self.methods.index(family[0]) for family in self.families]]
        return rows


def agreement(
    performances: ArrayLike,
    weights: ArrayLike,
    maximized: ArrayLike,
    *,
    methods: Iterable[str] | None = None,
    scales: ArrayLike | None = None,
) -> Agreement:
    """Return the rankings under several methods, each with its published normalization, and how far they agree.

    methods: keys, each with one vote; by default all that can be applied, with one vote for each family of methods that publish a
    complete order (PROMETHEE I, ELECTRE I, II and III then take part without a vote). A method that asks for scales takes `scales` (n, 2), by default the
    range of the data.  Raises CriteriaError for an unknown key and where no method can be applied.
    """
    values, shares, flags = checked_input(performances, weights, maximized)
    one_set(shares)
    ranks: dict[str, IntArray] = {}
    used: dict[str, str] = {}
    failures: dict[str, str] = {}
    for key in METHODS if methods is None else methods:
        row = method_row(key)
        params: dict[str, object] = {}
        taken = row.scales_optional and scales is None  # from the data: min-max positions
        if has_vote(row):
            used[key] = "minmax" if taken else row.default_normalization
        if row.default_normalization == "scale":
            if scales is not None:
                params["scales"] = scales
            elif not row.scales_optional:
                params["scales"] = np.column_stack([values.min(axis=0), values.max(axis=0)])
        try:
            ranks[key] = score(key, values, shares, flags, **params).ranks
        except CriteriaError as error:
            failures[key] = str(error)
    if methods is not None:
        return agreement_of(ranks, failures)
    alike = families(used, alternatives=len(values), costs=not bool(flags.all()))
    return agreement_of(ranks, failures, alike)


def agreement_of(
    ranks: Mapping[str, IntArray],
    failures: Mapping[str, str],
    voting: Iterable[tuple[str, ...]] | None = None,
) -> Agreement:
    """Return how far rankings (m,), by method, agree; raise CriteriaError where there are none.

    voting: families of methods with one vote each, cast by the first of them that has a ranking; by default each method votes.
    """
    if not ranks:
        raise CriteriaError(
            _("No method can be applied to these performances: {why}", why=" ".join(failures.values()))
        )
    able = [
        tuple(key for key in family if key in ranks)
        for family in ([(key,) for key in ranks] if voting is None else voting)
    ]
    votes = tuple(family for family in able if family)
    table = np.array(list(ranks.values()))
    # signs[k, i, j]: 1 where method k puts i ahead of j, -1 where behind, 0 where level.
    signs = np.sign(table[:, np.newaxis, :] - table[:, :, np.newaxis]).astype(np.float64)
    cast = signs[[list(ranks).index(family[0]) for family in votes]]
    return Agreement(
        methods=tuple(ranks),
        ranks=table,
        families=votes,
        kendall=_alike(signs.reshape(len(table), -1)),
        spearman=_alike(signs.sum(axis=2)),  # the balance of pairs is a linear function of the average rank
        borda=(cast.sum(axis=(0, 2)) / max(1, table.shape[1] - 1) + len(votes)) / 2,
        copeland=np.sign(cast.sum(axis=0)).sum(axis=1),
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
