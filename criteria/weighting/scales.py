"""Judgement scales: what number the words of a pairwise comparison stand for, as published.

Sources: Saaty (1980); Harker & Vargas (1987) for powers and roots; Lootsma (1989) for geometric; Ma & Zheng (1991) for
inverse linear; Salo & Hämäläinen (1997) for balanced; Ishizaka, Balkenborg & Kaplan (2011) for logarithmic; Goepel (2019)
for the balanced scale of n items.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import log2, sqrt
from types import MappingProxyType

import numpy as np

from criteria.errors import WeightsError
from criteria.translation import later
from criteria.translation import translate as _

LEVELS = 9

# What people say for the levels of the scale; between two of them lies the even level.
WORDS: Mapping[int, str] = MappingProxyType(
    {
        1: later("equally important"),
        2: later("equally to slightly more important"),
        3: later("slightly more important"),
        4: later("slightly to clearly more important"),
        5: later("clearly more important"),
        6: later("clearly to very much more important"),
        7: later("very much more important"),
        8: later("very much to extremely more important"),
        9: later("extremely more important"),
    }
)


@dataclass(frozen=True, slots=True)
class JudgementScale:
    """One published scale: the ratio that each of the levels 1 to 9 stands for."""

    key: str
    name: str
    reference: str
    ratio: Callable[[int, int], float]


# Each takes the level (1 to 9) and the number of items compared, which only the general balanced scale looks at.
_ROWS = (
    JudgementScale("linear", later("Linear, 1 to 9"), "Saaty (1980)", lambda x, _n: float(x)),
    JudgementScale("power", later("Power"), "Harker & Vargas (1987)", lambda x, _n: float(x * x)),
    JudgementScale("root", later("Square root"), "Harker & Vargas (1987)", lambda x, _n: sqrt(x)),
    JudgementScale("geometric", later("Geometric"), "Lootsma (1989)", lambda x, _n: 2.0 ** (x - 1)),
    JudgementScale("logarithmic", later("Logarithmic"), "Ishizaka et al. (2011)", lambda x, _n: log2(x + 1)),
    JudgementScale(
        "inverse_linear", later("Inverse linear"), "Ma & Zheng (1991)", lambda x, _n: 9.0 / (10 - x)
    ),
    JudgementScale(
        "balanced",
        later("Balanced"),
        "Salo & Hämäläinen (1997)",
        lambda x, _n: (0.45 + 0.05 * x) / (1 - (0.45 + 0.05 * x)),
    ),
    JudgementScale(
        "balanced_general",
        later("Balanced for n items"),
        "Goepel (2019)",
        lambda x, n: (9 + (n - 1) * x) / (9 + n - x),
    ),
)


SCALES: Mapping[str, JudgementScale] = MappingProxyType({row.key: row for row in _ROWS})


def ratio_of(level: int, *, scale: str = "linear", items: int = 2) -> float:
    """Return how many times as important a level from 1 to 9 means; for -9 to -2 the other way round.

    items: how many are compared, for the balanced scale of n items.  Raises WeightsError for a level or scale that is unknown.
    """
    if not isinstance(scale, str) or scale not in SCALES:
        raise WeightsError(
            _(
                "There is no judgement scale '{name}'; choose from {known}.",
                name=scale,
                known=", ".join(SCALES),
            )
        )
    if not isinstance(level, int | np.integer) or not 1 <= abs(level) <= LEVELS:
        raise WeightsError(
            _("A judgement is a whole level from 1 to {most}; it is {level}.", most=LEVELS, level=level)
        )
    ratio = SCALES[scale].ratio(abs(level), items)
    return ratio if level > 0 else 1.0 / ratio
