"""The papers' formulas in plain Python, one alternative and one criterion at a time: slow, to compare with.

Each takes performances as rows of numbers, weights that sum to 1 and, where the sense of a criterion
matters, whether it is maximized. Fractions are used as far as a formula has no root or power.
"""

from __future__ import annotations

from .numbers import (
    Number,
    Rows,
    by_column,
    columns,
    exact,
    inverted,
    inverted_share_of_sum,
    linear,
    minmax,
    negated,
    on_scale,
    share_of_sum,
    shares,
    vector,
)
from .one_scale import cocoso, codas, compromise_set, mabac, product_of_powers, topsis, vikor, weighted_sum
from .outranking import (
    concordance_and_discordance,
    electre_i,
    electre_ii,
    electre_iii,
    electre_iii_credibility,
    electre_iii_distillation,
    preference,
    promethee_flows,
    promethee_relation,
)
from .raw import (
    aras,
    copras,
    edas,
    full_multiplicative_form,
    mairca,
    marcos,
    moora_ratio,
    moora_reference_point,
    ocra,
    pairs_won_less_lost,
    ram,
)
from .references import ervd, probid, rim, simplified_probid

__all__ = [
    "Number",
    "Rows",
    "aras",
    "by_column",
    "cocoso",
    "codas",
    "columns",
    "compromise_set",
    "concordance_and_discordance",
    "copras",
    "edas",
    "electre_i",
    "electre_ii",
    "electre_iii",
    "electre_iii_credibility",
    "electre_iii_distillation",
    "ervd",
    "exact",
    "full_multiplicative_form",
    "inverted",
    "inverted_share_of_sum",
    "linear",
    "mabac",
    "mairca",
    "marcos",
    "minmax",
    "moora_ratio",
    "moora_reference_point",
    "negated",
    "ocra",
    "on_scale",
    "pairs_won_less_lost",
    "preference",
    "probid",
    "product_of_powers",
    "promethee_flows",
    "promethee_relation",
    "ram",
    "rim",
    "share_of_sum",
    "shares",
    "simplified_probid",
    "topsis",
    "vector",
    "vikor",
    "weighted_sum",
]
