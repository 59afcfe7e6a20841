"""How alike the methods rank, in a sentence: how many clusters there are, and which methods rank as the one in use does."""

from __future__ import annotations

from collections.abc import Sequence
from string import ascii_uppercase

from criteria.explain.numbers import number
from criteria.ranking.catalogue import METHODS
from criteria.robustness.agreement import Agreement
from criteria.robustness.method_clusters import ALIKE
from criteria.translation import translate as _
from criteria.translation import translate_count


def cluster_letter(position: int) -> str:
    """Return what a cluster is called: A, B, … Z, AA, BB."""
    return ascii_uppercase[position % 26] * (1 + position // 26)


def clusters_answer(found: Agreement, clusters: Sequence[Sequence[str]]) -> str:
    """Return how many clusters there are and what makes one, and how many methods rank as the one in use does, or which comes nearest."""
    total = len(found.methods)
    if total < 2:
        return _("Only one method can be applied; there is nothing to compare it with.")
    told = translate_count(
        "{total} methods rank in {count} cluster: every two of a cluster have a Kendall τ-b of at least {alike} (1 is the same order, 0 no relation).",
        "{total} methods rank in {count} clusters: every two of a cluster have a Kendall τ-b of at least {alike} (1 is the same order, 0 no relation).",
        len(clusters),
        total=total,
        alike=number(ALIKE, 1),
    )
    own = clusters[0][0]
    if len(clusters[0]) > 1:
        return translate_count(
            "{told} {count} other method is in the cluster of {method}.",
            "{told} {count} other methods are in the cluster of {method}.",
            len(clusters[0]) - 1,
            told=told,
            method=METHODS[own].name,
        )
    place = found.methods.index(own)
    alike, nearest = max((found.kendall[place, i], -i) for i in range(total) if i != place)
    return _(
        "{told} No other method is in the cluster of {method}; {nearest} comes nearest, with {tau}.",
        told=told,
        method=METHODS[own].name,
        nearest=METHODS[found.methods[-nearest]].name,
        tau=number(float(alike), 2),
    )
