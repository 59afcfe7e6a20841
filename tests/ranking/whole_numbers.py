"""Problems of whole numbers for the oracles, and the score of every method by the formula of its paper."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from types import MappingProxyType

import numpy as np
import published_formulas as formulas
from problems import HIGHEST, LOWEST, Drawn, seeded

SEEDS = range(15)
FEW_SEEDS = range(8)
CLOSE = {"rtol": 1e-9, "atol": 1e-11}


def whole_numbers(seed: int) -> Drawn:
    """Return a problem of whole numbers 1 to 24, so that the oracle can be exact and meets ties."""
    drawn = seeded(seed)
    return Drawn(np.ceil(drawn.performances), np.ceil(drawn.weights * 10), drawn.maximized)


SCALE = formulas.on_scale(LOWEST, HIGHEST)
NORMALIZED: Mapping[str, Callable[[list, bool], list]] = MappingProxyType(
    {
        "minmax": formulas.minmax,
        "linear": formulas.linear,
        "sum": formulas.inverted_share_of_sum,
        "scale": SCALE,
        "none": formulas.negated,
    }
)
REVERSED = dict(NORMALIZED)
PRODUCTS = {**NORMALIZED, "none": formulas.inverted}
KEPT = {
    "vector": lambda c, s: formulas.negated(formulas.vector(c, s), s),
    "sum": lambda c, s: formulas.negated(formulas.share_of_sum(c, s), s),
}


def normalized(problem: Drawn, normalization: str, table: Mapping[str, Callable[[list, bool], list]]) -> list:
    return formulas.by_column(formulas.exact(problem.performances), problem.maximized, table[normalization])


def literal(method: str, normalization: str, problem: Drawn) -> list:
    """Return the scores by the formula of the paper."""
    rows, weights, maximized = (
        formulas.exact(problem.performances),
        formulas.shares(problem.weights),
        problem.maximized,
    )
    if method in ("wsm", "ahp"):
        return formulas.weighted_sum(normalized(problem, normalization, REVERSED), weights)
    if method == "wpm":
        return formulas.product_of_powers(normalized(problem, normalization, PRODUCTS), weights)
    if (method, normalization) == ("full_multiplicative_form", "vector"):
        shares_of_length = formulas.by_column(rows, maximized, formulas.vector)
        return formulas.full_multiplicative_form(shares_of_length, weights, maximized)
    if method == "waspas":
        values = normalized(problem, normalization, REVERSED)
        both = zip(
            formulas.weighted_sum(values, weights), formulas.product_of_powers(values, weights), strict=True
        )
        return [float(a) / 2 + b / 2 for a, b in both]
    if method == "topsis":
        return formulas.topsis(normalized(problem, normalization, REVERSED | KEPT), weights)
    if method == "vikor":
        return formulas.vikor(normalized(problem, normalization, REVERSED), weights, Fraction(1, 2))[2]
    if method == "mabac":
        return formulas.mabac(normalized(problem, normalization, REVERSED), weights)
    if method == "moora_reference_point" and normalization == "scale":
        values = normalized(problem, normalization, REVERSED)
        return [max(w * (1 - v) for w, v in zip(weights, row, strict=True)) for row in values]
    if method == "spotis":
        values = normalized(problem, normalization, REVERSED)
        return [sum(w * (1 - v) for w, v in zip(weights, row, strict=True)) for row in values]
    if method == "codas":
        return formulas.codas(normalized(problem, normalization, REVERSED), weights, 0.02)
    if method == "cocoso":
        return formulas.cocoso(normalized(problem, normalization, REVERSED), weights, 0.5)
    if method == "ervd":
        # `sum` keeps the sense of costs, which then count negatively; `scale` reverses them.
        values = normalized(problem, normalization, REVERSED if normalization == "scale" else REVERSED | KEPT)
        means = [sum(c) / len(c) for c in formulas.columns(values)]
        return formulas.ervd(values, weights, means, 0.88, 2.25)
    if method == "rim":
        ranges = [(LOWEST, HIGHEST)] * len(weights)
        best = [(HIGHEST, HIGHEST) if sense else (LOWEST, LOWEST) for sense in maximized]
        return formulas.rim(rows, weights, ranges, best)
    if method in ("electre_i", "electre_ii"):
        agree, oppose = formulas.concordance_and_discordance(
            rows, weights, maximized, scaled=normalization == "none"
        )
        if method == "electre_ii":
            return formulas.electre_ii(
                agree,
                oppose,
                (Fraction("0.65"), Fraction("0.5"), Fraction("0.35")),
                (Fraction("0.65"), Fraction("0.35")),
            )
        outranks, _kernel = formulas.electre_i(agree, oppose, Fraction("0.65"), Fraction("0.35"))
        return [
            sum((a, b) in outranks and (b, a) not in outranks for a in range(len(rows)))
            for b in range(len(rows))
        ]
    if method == "multimoora":
        return formulas.pairs_won_less_lost(
            [
                (formulas.moora_ratio(rows, weights, maximized), True),
                (formulas.moora_reference_point(rows, weights, maximized), False),
                (np.log(formulas.full_multiplicative_form(rows, weights, maximized)).tolist(), True),
            ]
        )
    if method in ("promethee_i", "promethee_ii"):
        usual = [(Fraction(0), Fraction(0), Fraction(1))] * len(weights)
        plus, minus = formulas.promethee_flows(rows, weights, maximized, ["usual"] * len(weights), usual)
        if method == "promethee_ii":
            return [a - b for a, b in zip(plus, minus, strict=True)]
        letters = formulas.promethee_relation(plus, minus)
        return [row.count("p") for row in letters]
    formula = {"moora": formulas.moora_ratio, "moora_reference_point": formulas.moora_reference_point}.get(
        method
    )
    return (formula or getattr(formulas, method))(rows, weights, maximized)
