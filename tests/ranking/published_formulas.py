"""The papers' formulas in plain Python, one alternative and one criterion at a time: slow, to compare with.

Each takes performances as rows of numbers, weights that sum to 1 and, where the sense of a criterion
matters, whether it is maximized. Fractions are used as far as a formula has no root or power.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from fractions import Fraction

Number = Fraction | float
Rows = Sequence[Sequence[Number]]


def exact(rows: Sequence[Sequence[float]]) -> list[list[Fraction]]:
    return [[Fraction(value) for value in row] for row in rows]


def shares(weights: Sequence[float]) -> list[Fraction]:
    total = sum(Fraction(w) for w in weights)
    return [Fraction(w) / total for w in weights]


def columns(rows: Rows) -> list[list[Number]]:
    return [list(column) for column in zip(*rows, strict=True)]


def by_column(
    rows: Rows, maximized: Sequence[bool], formula: Callable[[list[Number], bool], list[Number]]
) -> Rows:
    """Return the rows after a formula has been applied to each column."""
    found = [formula(column, sense) for column, sense in zip(columns(rows), maximized, strict=True)]
    return columns(found)


def minmax(column: list[Number], sense: bool) -> list[Number]:
    low, high = min(column), max(column)
    if low == high:
        return [Fraction(1)] * len(column)
    return [(x - low) / (high - low) if sense else (high - x) / (high - low) for x in column]


def linear(column: list[Number], sense: bool) -> list[Number]:
    return [x / max(column) if sense else min(column) / x for x in column]


def inverted(column: list[Number], sense: bool) -> list[Number]:
    return list(column) if sense else [1 / x for x in column]


def share_of_sum(column: list[Number], _sense: bool) -> list[Number]:
    return [x / sum(column) for x in column]


def inverted_share_of_sum(column: list[Number], sense: bool) -> list[Number]:
    return share_of_sum(inverted(column, sense), sense)


def vector(column: list[Number], _sense: bool) -> list[Number]:
    length = math.sqrt(sum(x * x for x in column))
    return [float(x) / length for x in column]


def negated(column: list[Number], sense: bool) -> list[Number]:
    return [x if sense else -x for x in column]


def on_scale(low: Number, high: Number) -> Callable[[list[Number], bool], list[Number]]:
    def formula(column: list[Number], sense: bool) -> list[Number]:
        return [((x - low) if sense else (high - x)) / (Fraction(high) - Fraction(low)) for x in column]

    return formula


def weighted_sum(values: Rows, weights: Sequence[Fraction]) -> list[Number]:
    return [sum(w * v for w, v in zip(weights, row, strict=True)) for row in values]


def product_of_powers(values: Rows, weights: Sequence[Fraction]) -> list[float]:
    return [math.prod(float(v) ** float(w) for w, v in zip(weights, row, strict=True)) for row in values]


def topsis(values: Rows, weights: Sequence[Fraction]) -> list[float]:
    """Hwang & Yoon (1981), on values where more is better."""
    weighted = [[float(w) * float(v) for w, v in zip(weights, row, strict=True)] for row in values]
    ideal, anti_ideal = [max(c) for c in columns(weighted)], [min(c) for c in columns(weighted)]
    return [
        math.dist(row, anti_ideal) / (math.dist(row, ideal) + math.dist(row, anti_ideal)) for row in weighted
    ]


def vikor(
    values: Rows, weights: Sequence[Fraction], v: Fraction
) -> tuple[list[Number], list[Number], list[Number]]:
    """Opricovic & Tzeng (2004), on positions between worst (0) and best (1): S, R, Q."""
    regrets = [[w * (1 - x) for w, x in zip(weights, row, strict=True)] for row in values]
    s, r = [sum(row) for row in regrets], [max(row) for row in regrets]

    def stretched(numbers: list[Number]) -> list[Number]:
        low, high = min(numbers), max(numbers)
        return [(x - low) / (high - low) if high > low else Fraction(0) for x in numbers]

    return s, r, [v * a + (1 - v) * b for a, b in zip(stretched(s), stretched(r), strict=True)]


def compromise_set(s: list[Number], r: list[Number], q: list[Number]) -> set[int]:
    """Opricovic & Tzeng (2004), conditions C1 and C2; for a Q without ties at the top."""
    order = sorted(range(len(q)), key=lambda i: q[i])
    advantage = q[order[1]] - q[order[0]] >= Fraction(1, len(q) - 1)
    stable = s[order[0]] == min(s) or r[order[0]] == min(r)
    if not advantage:
        return {i for i in order if q[i] - q[order[0]] < Fraction(1, len(q) - 1)}
    return set(order[:1] if stable else order[:2])


def mabac(values: Rows, weights: Sequence[Fraction]) -> list[float]:
    """Pamučar & Ćirović (2015), eqs. 3-11, on min-max positions."""
    weighted = [[float(w) * (float(v) + 1) for w, v in zip(weights, row, strict=True)] for row in values]
    border = [math.prod(c) ** (1 / len(c)) for c in columns(weighted)]
    return [sum(v - g for v, g in zip(row, border, strict=True)) for row in weighted]


def edas(rows: Rows, weights: Sequence[Fraction], maximized: Sequence[bool]) -> list[Number]:
    """Keshavarz Ghorabaee et al. (2015); a column of zeros counts for nobody."""
    averages = [sum(c) / len(c) for c in columns(rows)]
    above, below = [], []
    for row in rows:
        distances = [
            Fraction(0) if mean == 0 else ((x - mean) if sense else (mean - x)) / mean
            for x, mean, sense in zip(row, averages, maximized, strict=True)
        ]
        above.append(sum(w * max(Fraction(0), d) for w, d in zip(weights, distances, strict=True)))
        below.append(sum(w * max(Fraction(0), -d) for w, d in zip(weights, distances, strict=True)))
    return [(a / max(above) + 1 - b / max(below)) / 2 for a, b in zip(above, below, strict=True)]


def copras(rows: Rows, weights: Sequence[Fraction], maximized: Sequence[bool]) -> list[Number]:
    """Zavadskas et al. (2007), eqs. 1-7, with Q / max Q."""
    values = by_column(rows, maximized, share_of_sum)
    gains = [
        sum(w * v for w, v, sense in zip(weights, row, maximized, strict=True) if sense) for row in values
    ]
    costs = [
        sum(w * v for w, v, sense in zip(weights, row, maximized, strict=True) if not sense) for row in values
    ]
    if not any(costs):
        relative = gains
    else:
        least = min(costs)
        relative = [
            g + least * sum(costs) / (c * sum(least / other for other in costs))
            for g, c in zip(gains, costs, strict=True)
        ]
    return [q / max(relative) for q in relative]


def aras(rows: Rows, weights: Sequence[Fraction], maximized: Sequence[bool]) -> list[Number]:
    """Zavadskas & Turskis (2010), eqs. 1-9: the optimal row takes part in the column sums."""
    optimal = [max(c) if sense else min(c) for c, sense in zip(columns(rows), maximized, strict=True)]
    sums = weighted_sum(by_column([optimal, *rows], maximized, inverted_share_of_sum), weights)
    return [s / sums[0] for s in sums[1:]]


def moora_ratio(rows: Rows, weights: Sequence[Fraction], maximized: Sequence[bool]) -> list[float]:
    """Brauers & Zavadskas (2006)."""
    values = by_column(rows, maximized, vector)
    return [
        sum(float(w) * (v if sense else -v) for w, v, sense in zip(weights, row, maximized, strict=True))
        for row in values
    ]


def moora_reference_point(rows: Rows, weights: Sequence[Fraction], maximized: Sequence[bool]) -> list[float]:
    """Brauers & Zavadskas (2006)."""
    values = by_column(rows, maximized, vector)
    best = [max(c) if sense else min(c) for c, sense in zip(columns(values), maximized, strict=True)]
    return [max(float(w) * abs(r - v) for w, r, v in zip(weights, best, row, strict=True)) for row in values]


def full_multiplicative_form(
    rows: Rows, weights: Sequence[Fraction], maximized: Sequence[bool]
) -> list[float]:
    """Brauers & Zavadskas (2012): products of benefits over products of costs, weights as exponents."""
    scores = []
    for row in rows:
        gains = costs = 1.0
        for w, x, sense in zip(weights, row, maximized, strict=True):
            if sense:
                gains *= float(x) ** float(w)
            else:
                costs *= float(x) ** float(w)
        scores.append(gains / costs)
    return scores


def pairs_won_less_lost(part_scores: Sequence[tuple[Sequence[float], bool]]) -> list[int]:
    """MULTIMOORA: whoever is ahead in more parts wins a pair. Parts are scores with their direction."""
    m = len(part_scores[0][0])
    balance = [0] * m
    for i in range(m):
        for k in range(m):
            ahead = 0
            for scores, higher_is_better in part_scores:
                difference = (scores[i] - scores[k]) * (1 if higher_is_better else -1)
                ahead += 0 if abs(difference) < 1e-9 else 1 if difference > 0 else -1
            balance[i] += 1 if ahead > 0 else -1 if ahead < 0 else 0
    return balance


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


def codas(values: Rows, weights: Sequence[Fraction], tau: float) -> list[float]:
    """Keshavarz Ghorabaee et al. (2016)."""
    weighted = [[float(w) * float(v) for w, v in zip(weights, row, strict=True)] for row in values]
    worst = [min(c) for c in columns(weighted)]
    euclid = [math.dist(row, worst) for row in weighted]
    taxicab = [sum(abs(v - n) for v, n in zip(row, worst, strict=True)) for row in weighted]
    return [
        sum((e - f) + ((t - u) if abs(e - f) >= tau else 0.0) for f, u in zip(euclid, taxicab, strict=True))
        for e, t in zip(euclid, taxicab, strict=True)
    ]


def cocoso(values: Rows, weights: Sequence[Fraction], share: float) -> list[float]:
    """Yazdani et al. (2019)."""
    s = [float(x) for x in weighted_sum(values, weights)]
    p = [sum(float(v) ** float(w) for w, v in zip(weights, row, strict=True)) for row in values]
    scores = []
    for a, b in zip(s, p, strict=True):
        k_a = (a + b) / (sum(s) + sum(p))
        k_b = a / min(s) + b / min(p)
        k_c = (share * a + (1 - share) * b) / (share * max(s) + (1 - share) * max(p))
        scores.append((k_a * k_b * k_c) ** (1 / 3) + (k_a + k_b + k_c) / 3)
    return scores


def marcos(rows: Rows, weights: Sequence[Fraction], maximized: Sequence[bool]) -> list[Number]:
    """Stević et al. (2020)."""
    best = [max(c) if sense else min(c) for c, sense in zip(columns(rows), maximized, strict=True)]
    worst = [min(c) if sense else max(c) for c, sense in zip(columns(rows), maximized, strict=True)]

    def utility(row: Sequence[Number]) -> Number:
        return sum(
            w * (x / top if sense else top / x)
            for w, x, top, sense in zip(weights, row, best, maximized, strict=True)
        )

    scores = []
    for row in rows:
        k_minus, k_plus = utility(row) / utility(worst), utility(row) / utility(best)
        f_minus, f_plus = k_plus / (k_plus + k_minus), k_minus / (k_plus + k_minus)
        scores.append((k_plus + k_minus) / (1 + (1 - f_plus) / f_plus + (1 - f_minus) / f_minus))
    return scores


def ram(rows: Rows, weights: Sequence[Fraction], maximized: Sequence[bool]) -> list[float]:
    """Sotoudeh-Anvari (2023)."""
    scores = []
    for row in by_column(rows, maximized, share_of_sum):
        gains = sum(w * v for w, v, sense in zip(weights, row, maximized, strict=True) if sense)
        costs = sum(w * v for w, v, sense in zip(weights, row, maximized, strict=True) if not sense)
        scores.append(float(2 + gains) ** (1 / float(2 + costs)))
    return scores


def mairca(rows: Rows, weights: Sequence[Fraction], maximized: Sequence[bool]) -> list[Number]:
    """Pamučar, Vasin & Lukovac (2014): theoretical less real assessment, all alternatives equally likely."""
    m = len(rows)
    return [
        sum(w / m - w / m * v for w, v in zip(weights, row, strict=True))
        for row in by_column(rows, maximized, minmax)
    ]


def ocra(rows: Rows, weights: Sequence[Fraction], maximized: Sequence[bool]) -> list[Number]:
    """Parkan & Wu (2000)."""
    inputs, outputs = [Fraction(0)] * len(rows), [Fraction(0)] * len(rows)
    for column, w, sense in zip(columns(rows), weights, maximized, strict=True):
        for i, x in enumerate(column):
            if sense:
                outputs[i] += w * (x - min(column)) / min(column)
            else:
                inputs[i] += w * (max(column) - x) / min(column)
    totals = [(a - min(inputs)) + (b - min(outputs)) for a, b in zip(inputs, outputs, strict=True)]
    return [t - min(totals) for t in totals]


def _ladder(
    rows: Rows, weights: Sequence[Fraction], maximized: Sequence[bool]
) -> tuple[list[list[float]], list[list[float]]]:
    weighted = [
        [float(w) * v for w, v in zip(weights, row, strict=True)]
        for row in by_column(rows, maximized, vector)
    ]
    sorted_columns = [
        sorted(c, reverse=bool(sense)) for c, sense in zip(columns(weighted), maximized, strict=True)
    ]
    return weighted, columns(sorted_columns)


def probid(rows: Rows, weights: Sequence[Fraction], maximized: Sequence[bool]) -> list[float]:
    """Wang, Rangaiah & Wang (2021); the middle rung counts on both sides."""
    weighted, ladder = _ladder(rows, weights, maximized)
    m = len(rows)
    middle = (m + 1) // 2
    average = [sum(c) / m for c in columns(weighted)]
    scores = []
    for row in weighted:
        good = sum(math.dist(row, ladder[k - 1]) / k for k in range(1, middle + 1))
        bad = sum(math.dist(row, ladder[k - 1]) / (m - k + 1) for k in range(middle, m + 1))
        scores.append(1 / (1 + (good / bad) ** 2) + math.dist(row, average))
    return scores


def simplified_probid(rows: Rows, weights: Sequence[Fraction], maximized: Sequence[bool]) -> list[float]:
    """Wang, Rangaiah & Wang (2021): the best and the worst quarter of the ladder, at least one rung."""
    weighted, ladder = _ladder(rows, weights, maximized)
    m = len(rows)
    quarter = max(1, m // 4)
    scores = []
    for row in weighted:
        good = sum(math.dist(row, ladder[k - 1]) / k for k in range(1, quarter + 1))
        bad = sum(math.dist(row, ladder[k - 1]) / (m - k + 1) for k in range(m - quarter + 1, m + 1))
        scores.append(bad / good)
    return scores


def ervd(
    values: Rows, weights: Sequence[Fraction], reference: Sequence[Number], alpha: float, loss: float
) -> list[float]:
    """Shyur et al. (2015), on values where more is better and a reference point on the same scale."""

    def worth(x: Number, point: Number) -> float:
        return float(x - point) ** alpha if x > point else -loss * float(point - x) ** alpha

    worths = [[worth(x, point) for x, point in zip(row, reference, strict=True)] for row in values]
    best, worst = [max(c) for c in columns(worths)], [min(c) for c in columns(worths)]
    scores = []
    for row in worths:
        plus = sum(float(w) * abs(x - b) for w, x, b in zip(weights, row, best, strict=True))
        minus = sum(float(w) * abs(x - b) for w, x, b in zip(weights, row, worst, strict=True))
        scores.append(minus / (plus + minus))
    return scores


def rim(
    rows: Rows,
    weights: Sequence[Fraction],
    ranges: Sequence[tuple[float, float]],
    ideals: Sequence[tuple[float, float]],
) -> list[float]:
    """Cables, Lamata & Verdegay (2016)."""

    def closeness(x: Number, bounds: tuple[float, float], ideal: tuple[float, float]) -> float:
        (low, high), (start, end) = bounds, ideal
        if start <= x <= end:
            return 1.0
        return 1 - float((start - x) / (start - low)) if x < start else 1 - float((x - end) / (high - end))

    scores = []
    for row in rows:
        values = [
            float(w) * closeness(x, a, b) for w, x, a, b in zip(weights, row, ranges, ideals, strict=True)
        ]
        plus = math.dist(values, [float(w) for w in weights])
        minus = math.hypot(*values)
        scores.append(minus / (plus + minus))
    return scores


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
