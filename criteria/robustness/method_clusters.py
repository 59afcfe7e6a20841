"""Which methods rank alike: those that give one order, and clusters in which every two rankings are close."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from criteria.robustness.agreement import Agreement

ALIKE = 0.8  # the least Kendall τ-b between two rankings of a cluster; without ties one pair in ten is then turned around
_ROUNDING = 1e-9


def method_clusters(found: Agreement, own: str, *, alike: float = ALIKE) -> tuple[tuple[str, ...], ...]:
    """Return the methods in clusters: any two of a cluster have a Kendall τ-b of at least `alike`.

    The cluster of `own`, the method in use, comes first and begins with it; the others by their mean τ-b with it, the most alike first,
    and so do the methods of a cluster. Complete linkage: the two clusters whose least alike rankings are most alike join first.
    """
    place = found.methods.index(own) if own in found.methods else 0
    with_own = found.kendall[place]
    joined: dict[int, list[int]] = {}
    for i, cluster in enumerate(_joined(found, alike)):
        joined.setdefault(cluster, []).append(i)
    ordered = sorted(
        joined.values(), key=lambda members: (place not in members, -float(with_own[members].mean()), members)
    )
    return tuple(
        tuple(found.methods[i] for i in sorted(members, key=lambda i: (i != place, -float(with_own[i]), i)))
        for members in ordered
    )


def _joined(found: Agreement, alike: float) -> list[int]:
    """Return the number of the cluster of each method."""
    if len(found.methods) < 2:
        return [1]
    from scipy.cluster.hierarchy import fcluster, linkage

    upper = np.triu_indices(len(found.methods), 1)
    tree = linkage(np.maximum(0.0, 1.0 - found.kendall[upper]), "complete")
    return [int(number) for number in fcluster(tree, 1.0 - alike + _ROUNDING, "distance")]


def one_order(found: Agreement, methods: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """Return the methods given, those together that rank all alternatives equally, in the order of the first of each."""
    together: dict[tuple[int, ...], list[str]] = {}
    for key in methods:
        together.setdefault(tuple(found.ranks[found.methods.index(key)].tolist()), []).append(key)
    return tuple(map(tuple, together.values()))


def between(found: Agreement, some: Sequence[str], others: Sequence[str]) -> float:
    """Return the mean Kendall τ-b of one of some methods and another one of the others; 1 for a single method with itself."""
    pairs = [
        float(found.kendall[found.methods.index(one), found.methods.index(other)])
        for one in some
        for other in others
        if one != other
    ]
    return float(np.mean(pairs)) if pairs else 1.0
