"""The mean consistency index of random comparison matrices, as published; the yardstick of the consistency ratio."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from criteria.errors import WeightsError
from criteria.translation import translate as _


@dataclass(frozen=True, slots=True)
class RandomIndex:
    """One published table: the index for 1, 2, 3, ... items."""

    key: str
    name: str
    reference: str
    values: tuple[float, ...]


_TABLES = (
    RandomIndex(
        "saaty1980",
        "Saaty (1980)",
        "Saaty (1980), The Analytic Hierarchy Process; 500 matrices a size",
        (0, 0, 0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59),
    ),
    RandomIndex(
        "saaty2008",
        "Saaty (2008)",
        "Saaty (2008), Relative measurement and its generalization in decision making, RACSAM 102(2)",
        (0, 0, 0.52, 0.89, 1.11, 1.25, 1.35, 1.40, 1.45, 1.49, 1.52, 1.54, 1.56, 1.58, 1.59),
    ),
    RandomIndex(
        "alonso_lamata2006",
        "Alonso & Lamata (2006)",
        "Alonso & Lamata (2006), Consistency in the analytic hierarchy process, IJUFKS 14(4); 500,000 matrices a size",
        (
            *(0, 0, 0.5247, 0.8816, 1.1086, 1.2479, 1.3417, 1.4057),
            *(1.4499, 1.4854, 1.5140, 1.5365, 1.5551, 1.5713, 1.5838),
        ),
    ),
)
RANDOM_INDICES: Mapping[str, RandomIndex] = MappingProxyType({table.key: table for table in _TABLES})


def random_index(name: str, n: int) -> float | None:
    """Return the random index for n items, None beyond the largest published size; raise WeightsError for an unknown table."""
    if not isinstance(name, str) or name not in RANDOM_INDICES:
        raise WeightsError(
            _(
                "There is no random index '{name}'; choose from {known}.",
                name=name,
                known=", ".join(RANDOM_INDICES),
            )
        )
    values = RANDOM_INDICES[name].values
    return float(values[n - 1]) if n <= len(values) else None
