"""Formulas that compare in pairs: PROMETHEE, ELECTRE I, II and III."""

from __future__ import annotations

import math
from collections.abc import Sequence
from fractions import Fraction

from .numbers import (
    Number,
    Rows,
    by_column,
    columns,
    share_of_sum,
)


def preference(shape: str, d: Number, q: Number, p: Number, s: Number) -> Number:
    """Brans, Vincke & Mareschal (1986), the six generalized criteria."""
    if d <= 0:
        return Fraction(0)
    if shape == "usual":
        return Fraction(1)
    if shape == "ushape":
        return Fraction(d > q)
    if shape == "vshape":
        return min(d / p, Fraction(1))
    if shape == "level":
        return Fraction(0) if d <= q else Fraction(1, 2) if d <= p else Fraction(1)
    if shape == "linear":
        return Fraction(0) if d <= q else (d - q) / (p - q) if d <= p else Fraction(1)
    return 1 - math.exp(-(float(d) ** 2) / (2 * float(s) ** 2))


def promethee_flows(
    rows: Rows,
    weights: Sequence[Fraction],
    maximized: Sequence[bool],
    shapes: Sequence[str],
    thresholds: Sequence[tuple[Number, Number, Number]],
) -> tuple[list[Number], list[Number]]:
    """Brans, Vincke & Mareschal (1986): leaving and entering flows, divided by m - 1."""
    m = len(rows)

    def index(a: Sequence[Number], b: Sequence[Number]) -> Number:
        return sum(
            w * preference(shape, (x - y) if sense else (y - x), *given)
            for w, x, y, sense, shape, given in zip(weights, a, b, maximized, shapes, thresholds, strict=True)
        )

    leaving = [sum(index(a, b) for b in rows if b is not a) / (m - 1) for a in rows]
    entering = [sum(index(b, a) for b in rows if b is not a) / (m - 1) for a in rows]
    return leaving, entering


def promethee_relation(leaving: list[Number], entering: list[Number]) -> list[list[str]]:
    """Brans, Vincke & Mareschal (1986), section 5: the intersection of the two rankings by flows."""

    def letter(a: int, b: int) -> str:
        if a == b:
            return "-"
        plus, minus = leaving[a] - leaving[b], entering[b] - entering[a]
        if plus == 0 and minus == 0:
            return "I"
        return "P" if plus >= 0 and minus >= 0 else "p" if plus <= 0 and minus <= 0 else "R"

    return [[letter(a, b) for b in range(len(leaving))] for a in range(len(leaving))]


Square = list[list[Fraction]]


def concordance_and_discordance(
    rows: Rows, weights: Sequence[Fraction], maximized: Sequence[bool], *, scaled: bool = False
) -> tuple[Square, Square]:
    """Roy (1968), as in Cebrián & Porcar (2009): x / Σx unless scaled already, discordance over the widest range of any column."""
    values = [
        [v if sense else -v for v, sense in zip(row, maximized, strict=True)]
        for row in (rows if scaled else by_column(rows, maximized, share_of_sum))
    ]
    widest = max(max(c) - min(c) for c in columns(values))
    agree = [
        [sum((w for w, x, y in zip(weights, a, b, strict=True) if x >= y), Fraction(0)) for b in values]
        for a in values
    ]
    oppose = [
        [max(max(y - x, Fraction(0)) for x, y in zip(a, b, strict=True)) / widest for b in values]
        for a in values
    ]
    return agree, oppose


def electre_i(
    agree: Square, oppose: Square, p: Fraction, q: Fraction
) -> tuple[set[tuple[int, int]], set[int]]:
    """Return the outranking relation, and the kernel: those whom nobody outranks."""
    m = len(agree)
    outranks = {
        (a, b) for a in range(m) for b in range(m) if a != b and agree[a][b] >= p and oppose[a][b] <= q
    }
    return outranks, {b for b in range(m) if not any((a, b) in outranks for a in range(m))}


def electre_ii(agree: Square, oppose: Square, p: Sequence[Fraction], q: Sequence[Fraction]) -> list[Fraction]:
    """Roy & Bertier (1973), as in Gomes et al. (2004): the mean of the direct and the inverted rank."""
    m = len(agree)

    def ahead(a: int, b: int) -> bool:
        return a != b and agree[a][b] > agree[b][a]

    pairs = [(a, b) for a in range(m) for b in range(m) if ahead(a, b)]
    strong = {
        (a, b)
        for a, b in pairs
        if (agree[a][b] >= p[0] and oppose[a][b] <= q[0]) or (agree[a][b] >= p[1] and oppose[a][b] <= q[1])
    }
    weak = {(a, b) for a, b in pairs if agree[a][b] >= p[2] and oppose[a][b] <= q[0]} - strong
    related = strong | weak

    def peeled(relation: set[tuple[int, int]]) -> list[int]:
        ranks, left, rank = [0] * m, set(range(m)), 1
        while left:
            top = {b for b in left if not any((a, b) in relation for a in left)} or left
            for b in top:
                ranks[b] = rank
            left, rank = left - top, rank + 1
        return ranks

    direct = peeled(related)
    backwards = peeled({(b, a) for a, b in related})
    inverted_ranks = [max(backwards) + 1 - r for r in backwards]
    return [Fraction(a + b, 2) for a, b in zip(direct, inverted_ranks, strict=True)]


def electre_iii_credibility(
    rows: Rows,
    weights: Sequence[Fraction],
    maximized: Sequence[bool],
    thresholds: Sequence[tuple[Fraction, Fraction, Fraction | None]],
) -> tuple[Square, Square]:
    """Roy (1978), as in Figueira, Mousseau & Roy (2005): concordance and credibility from (q, p, v) of each criterion."""

    def concordance_of(g: Fraction, other: Fraction, q: Fraction, p: Fraction) -> Fraction:
        if g + q >= other:
            return Fraction(1)
        return Fraction(0) if g + p <= other else (g + p - other) / (p - q)

    def discordance_of(g: Fraction, other: Fraction, p: Fraction, v: Fraction | None) -> Fraction:
        if v is None or other <= g + p:
            return Fraction(0)
        return Fraction(1) if other >= g + v else (other - g - p) / (v - p)

    values = [[x if sense else -x for x, sense in zip(row, maximized, strict=True)] for row in rows]
    agree, credible = [], []
    for a in values:
        agree.append([])
        credible.append([])
        for b in values:
            c = sum(
                w * concordance_of(x, y, q, p)
                for w, x, y, (q, p, _v) in zip(weights, a, b, thresholds, strict=True)
            )
            sigma = c
            for w, x, y, (_q, p, v) in zip(weights, a, b, thresholds, strict=True):
                d = discordance_of(x, y, p, v if w else None)
                if d > c:
                    sigma *= (1 - d) / (1 - c)
            agree[-1].append(c)
            credible[-1].append(sigma)
    return agree, credible


def electre_iii_distillation(credible: Square, *, best_first: bool) -> list[set[int]]:
    """Roy & Bouyssou (1993), ch. 6: cut levels fall by more than s(level) = 0.30 - 0.15 level, from the largest down to 0."""

    def s(level: Fraction) -> Fraction:
        return Fraction(30, 100) - Fraction(15, 100) * level

    def below(level: Fraction, group: set[int]) -> Fraction:
        found = [credible[a][b] for a in group for b in group if a != b]
        return max((sigma for sigma in found if sigma < level - s(level)), default=Fraction(0))

    def qualification(a: int, level: Fraction, group: set[int]) -> int:
        def preferred(one: int, other: int) -> bool:
            sigma = credible[one][other]
            return sigma > level and sigma > credible[other][one] + s(sigma)

        return sum(preferred(a, b) - preferred(b, a) for b in group if a != b)

    left, classes = set(range(len(credible))), []
    while left:
        group = set(left)
        level = max((credible[a][b] for a in left for b in left if a != b), default=Fraction(0))
        while len(group) > 1:
            level = below(level, group)
            marks = {a: qualification(a, level, group) for a in group}
            chosen = max(marks.values()) if best_first else min(marks.values())
            group = {a for a in group if marks[a] == chosen}
            if level == 0:
                break
        classes.append(group)
        left -= group
    return classes


def electre_iii(
    rows: Rows,
    weights: Sequence[Fraction],
    maximized: Sequence[bool],
    thresholds: Sequence[tuple[Fraction, Fraction, Fraction | None]] | None = None,
) -> list[Fraction]:
    """Return the mean of the competition ranks in the two distillations."""
    given = thresholds or [(Fraction(0), Fraction(0), None)] * len(weights)
    _agree, credible = electre_iii_credibility(rows, weights, maximized, given)
    down = electre_iii_distillation(credible, best_first=True)
    up = electre_iii_distillation(credible, best_first=False)[::-1]
    ranks = []
    for classes in (down, up):
        ahead: dict[int, int] = {}
        for number, members in enumerate(classes):
            ahead |= dict.fromkeys(members, 1 + sum(len(c) for c in classes[:number]))
        ranks.append(ahead)
    return [Fraction(ranks[0][a] + ranks[1][a], 2) for a in range(len(rows))]
